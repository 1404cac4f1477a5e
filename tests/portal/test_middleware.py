"""Headers on every answer; and what is refused, row by row, before a view sees it."""

import io

import pytest
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from portal import middleware

pytestmark = pytest.mark.urls("tests.portal.urls")

FORM = "/essai/formulaire/"
URLENCODED = "application/x-www-form-urlencoded"
POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
EVERYWHERE = {
    "Permissions-Policy": middleware.HEADERS["Permissions-Policy"],
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ROUTES = [
    ("/", 200),
    ("/vie-privee/", 200),
    ("/mentions-legales/", 200),
    ("/accessibilite/", 200),
    ("/favicon.ico", 302),
    ("/vie-privee", 301),
    ("/rien/", 404),
    ("/essai/400/", 400),
    ("/essai/403/", 403),
    ("/essai/500/", 500),
    ("/essai/503/", 503),
    ("/?q=%00", 400),
]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def bare(method="GET", path="/", body=b"", **environ):
    """A request as a server hands it over, with nothing that a test client would tidy up."""
    environ = {
        **RequestFactory()._base_environ(),
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": URLENCODED,
        "wsgi.input": io.BytesIO(body),
        **environ,
    }
    response = ClientHandler()(environ)
    return response.status_code, response.headers, response.content.decode()


@pytest.mark.parametrize(("path", "status"), [*ROUTES, ("/static/css/base.css", 200)])
def test_every_answer_carries_the_headers(visitor, path, status):
    response = visitor.get(path)
    assert b"".join(response) != b"" or status in (301, 302)  # a static file, read, is closed
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    policy = response.headers["Content-Security-Policy"].split("; ")
    assert (set(policy), len(policy)) == (POLICY, len(POLICY))


@pytest.mark.parametrize(("path", "status"), ROUTES)
def test_no_page_is_kept(visitor, path, status):
    response = visitor.get(path)
    assert response.headers["Cache-Control"] == "no-store"


def test_a_view_may_choose_how_long_it_is_kept(client):
    assert client.get("/essai/entetes/")["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "FOO"])
def test_other_methods_are_refused(method):
    status, headers, content = bare(method)
    assert status == 405
    assert headers["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert "Action impossible ici" in content


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/\0", ""),
        ("/\xff", ""),
        ("/caf\xe9/", ""),
        ("/\xed\xa0\x80/", ""),  # a lone surrogate, as UTF-8 would write it
        ("/", "q=%00"),
        ("/", "q=%FF"),
        ("/", "q=caf%E9"),
        ("/", "q=%ED%A0%80"),
        ("/", "q=\xff"),
        ("/", "%00=q"),
    ],
)
def test_what_is_not_text_is_refused_in_an_address(path, query):
    status, _, content = bare(path=path, QUERY_STRING=query)
    assert status == 400
    assert "Demande illisible" in content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/caf\xc3\xa9/", 404),  # « /café/ »
        ("/../etc/passwd", 404),
        ("/%2e%2e/", 404),
        ("//ailleurs.example", 404),
        ("//ailleurs.example/vie-privee", 404),
        ("/\\ailleurs.example", 404),
        ("/static/../portal/settings.py", 404),
        ("/static/%2e%2e/manage.py", 404),
    ],
)
def test_an_odd_address_leads_nowhere(path, status):
    found, headers, _ = bare(path=path)
    assert (found, headers.get("Location")) == (status, None)


@pytest.mark.parametrize(
    "query",
    ["page=-1", "page=1e9", "page=NaN", "page=1&page=2", "q=" + "x" * 10_000, "next=javascript:x"],
)
def test_an_odd_query_changes_nothing(query):
    assert bare(QUERY_STRING=query)[::2] == bare()[::2]


@pytest.mark.parametrize(
    "body",
    [
        b"name=%00",
        b"name=\0",
        b"name=%FF",
        b"name=\xff",
        b"name=caf\xe9",
        b"name=%ED%A0%80",
        b"name=\xed\xa0\x80",
        b"%00=name",
    ],
)
def test_what_is_not_text_is_refused_in_a_form(body):
    assert bare("POST", FORM, body)[0] == 400


@pytest.mark.parametrize(
    "name",
    ["Łukasz Ğözde Nguyễn", "d'Ÿs", "Zoé 🙂", "<script>alert(1)</script>", "{{7*7}}", "a%00b", "ع"],
)
def test_what_a_person_may_be_called_passes(client, name):
    assert client.post(FORM, {"name": name}).content.decode() == name
    form = client.post(FORM, f"name={name.replace('%', '%25')}", content_type=URLENCODED)
    assert form.content.decode() == name


def part(value, *, headers=b""):
    head = b'--lim\r\nContent-Disposition: form-data; name="name"\r\n' + headers
    return head + b"\r\n" + value + b"\r\n--lim--\r\n"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (part("Zoé".encode()), 403),  # read, then refused for its missing token
        (part(b"\0"), 400),
        (part(b"\xff"), 400),
        (part(b"AGE=", headers=b"Content-Transfer-Encoding: base64\r\n"), 400),  # "\0a"
        (part(b"AA==", headers=b"Content-Transfer-Encoding: base64\r\n"), 400),
        (b"--lim\r\nContent-Disposition: form-data; name", 403),  # an empty form
        (
            b'--lim\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nx\r\n--lim--',
            400,
        ),
    ],
)
def test_a_form_in_several_parts_is_read_with_the_same_care(body, status):
    assert bare("POST", FORM, body, CONTENT_TYPE="multipart/form-data; boundary=lim")[0] == status


@pytest.mark.parametrize("boundary", ["", "; boundary=", "; boundary=\xff"])
def test_parts_without_a_boundary_are_refused(boundary):
    found = bare("POST", FORM, part(b"x"), CONTENT_TYPE="multipart/form-data" + boundary)
    assert found[0] == 400


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "text/xml", "", "multipart/mixed; boundary=lim"]
)
def test_only_forms_may_be_posted(kind):
    status, _, content = bare("POST", FORM, b"{}", CONTENT_TYPE=kind)
    assert status == 415
    assert "Format non accepté" in content


def test_a_form_in_another_alphabet_is_refused():
    assert bare("POST", FORM, b"name=x", CONTENT_TYPE=f"{URLENCODED}; charset=utf-16")[0] == 400


@pytest.mark.parametrize(
    ("length", "status"), [(256 * 1024, 403), (256 * 1024 + 1, 413), (10**6, 413), (10**12, 413)]
)
def test_a_body_over_256_kib_is_refused_unread(length, status):
    body = b"name=" + b"x" * min(length - 5, 300_000)
    found, _, content = bare("POST", FORM, body, CONTENT_LENGTH=str(length))
    assert found == status
    assert ("Envoi trop volumineux" in content) is (status == 413)


@pytest.mark.parametrize(("fields", "status"), [(200, 403), (201, 400), (1001, 400)])
def test_too_many_fields_are_refused(fields, status):
    assert bare("POST", FORM, b"&".join(b"a=1" for _ in range(fields)))[0] == status


@pytest.mark.parametrize("length", ["-1", "abc", "1_0", "٣", "+5"])
def test_a_length_that_is_no_number_is_refused(length):
    assert bare("POST", FORM, b"name=x", CONTENT_LENGTH=length)[0] == 400


def test_two_lengths_for_one_body_are_refused():
    assert bare("POST", FORM, b"name=x", HTTP_TRANSFER_ENCODING="chunked")[0] == 400


def test_a_browser_that_leaves_in_the_middle_is_no_crash():
    class Gone(io.BytesIO):
        def read(self, *_):
            raise OSError

    assert bare("POST", FORM, b"name=x", **{"wsgi.input": Gone()})[0] == 400


@pytest.mark.parametrize(
    "host", ["ailleurs.example", "testserver.ailleurs.example", "a b", "testserver@ailleurs", "["]
)
def test_another_host_is_refused(host):
    assert bare(HTTP_HOST=host)[0] == 400


@pytest.mark.parametrize("name", ["HOST", "PROTO", "FOR", "PORT", "SERVER"])
def test_forwarded_words_of_a_stranger_are_not_heard(name):
    spoofed = bare(**{f"HTTP_X_FORWARDED_{name}": "ailleurs.example"})
    assert spoofed[::2] == bare()[::2]


def test_forwarded_https_is_heard_only_from_our_proxy(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    asked = {"X-Forwarded-Proto": "https"}
    assert client.get("/", headers=asked).status_code == 301
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert client.get("/", headers=asked).status_code == 200
