"""A mailto link fills in a mail, whatever the text holds, and smuggles nothing in."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from opposition.channels import mailto


def test_the_mail_is_filled_in_whole():
    link = mailto.link(
        "dpd@hdh.example", "Droit d’opposition – 7K3M", "Bonjour,\nÀ vous.\n", most=999
    )
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "dpd@hdh.example")
    assert parse_qs(parts.query, strict_parsing=True) == {
        "subject": ["Droit d’opposition – 7K3M"],
        "body": ["Bonjour,\r\nÀ vous."],
    }


def test_a_line_ends_in_two_characters_and_a_space_is_never_a_plus():
    assert mailto.link("a@b.fr", "x", "un deux\ntrois\r\nquatre", most=999).endswith(
        "&body=un%20deux%0D%0Atrois%0D%0Aquatre"
    )


def test_no_break_spaces_become_plain_ones():
    assert unquote(mailto.link("", "n°\u00a01", "ici\u202f: oui", most=99)) == (
        "mailto:?subject=n° 1&body=ici : oui"
    )


@pytest.mark.parametrize("text", ["&bcc=x@y.fr", "?cc=x@y.fr", "#fin", "100 %", "a\r\nBcc: x@y.fr"])
def test_nothing_typed_becomes_a_header(text):
    parts = urlsplit(mailto.link("a@b.fr&bcc=x@y.fr", text, text, most=999))
    assert set(parse_qs(parts.query)) == {"subject", "body"}
    assert parts.path == "a@b.fr%26bcc%3Dx@y.fr"
    assert parts.fragment == ""


def test_a_link_too_long_for_some_programs_is_not_offered():
    link = mailto.link("", "", "é" * 10, most=999)
    assert mailto.link("", "", "é" * 10, most=len(link)) == link
    assert mailto.link("", "", "é" * 10, most=len(link) - 1) == ""
