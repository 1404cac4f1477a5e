"""What the renderer refuses: every way out of the page, every bomb, all that is only logged."""

import io
import logging
import socket

import pikepdf
import pytest

from letters import paths
from letters.press import renderer
from letters.press.renderer import FONTS, Renderer, RenderingError
from tests.letters import paper

PAGE = "<!doctype html><html lang=fr><head><title>t</title></head><body><p>x</p>{}</body></html>"
MARK = "SECRET-CONTENT"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><text y="20">{MARK}</text></svg>'


@pytest.fixture(scope="module")
def press():
    """One renderer for all the tests of this file."""
    logger = logging.getLogger("weasyprint")
    before = logger.handlers, logger.propagate
    yield Renderer()
    logger.handlers, logger.propagate = before


@pytest.fixture
def listener():
    """A port of this machine on which nobody ought to knock."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(50)
        door.setblocking(False)
        yield door


@pytest.fixture
def files(tmp_path):
    """Files of the machine that no letter may show."""
    (tmp_path / "x.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "x.txt").write_text(MARK, encoding="utf-8")
    (tmp_path / "x.css").write_text(f'p::after {{ content: "{MARK}" }}', encoding="utf-8")
    return tmp_path.as_uri()


# {http}: an address that listens; {file}: a folder of the machine.
REFUSED = {
    "img http": "<img src='{http}/x.png' alt='x'>",
    "img ftp": "<img src='ftp://127.0.0.1/x.png' alt='x'>",
    "img file": "<img src='{file}/x.svg' alt='x'>",
    "img path": "<img src='/etc/hostname' alt='x'>",
    "img relative": "<img src='x.svg' alt='x'>",
    "img data": f"<img src='data:image/svg+xml,{SVG.replace('#', '%23')}' alt='x'>",
    "img eps": "<img src='data:application/postscript,%25!PS-Adobe-3.0 EPSF-3.0' alt='x'>",
    "img traversal": "<img src='letter-font:../sheet.css' alt='x'>",
    "img encoded traversal": "<img src='letter-font:..%2Fsheet.css' alt='x'>",
    "img font": "<img src='letter-font:Chiffres-Regular.ttf' alt='x'>",
    "import http": "<style>@import url({http}/x.css);</style>",
    "import file": "<style>@import url({file}/x.css);</style>",
    "link stylesheet": "<link rel=stylesheet href='{file}/x.css'>",
    "link attachment": "<link rel=attachment href='{file}/x.txt'>",
    "a attachment": "<a rel=attachment href='{file}/x.txt'>x</a>",
    "font url": "<style>@font-face {{ font-family: X; src: url({http}/x.ttf) }}</style>",
    "font local": "<style>@font-face {{ font-family: X; src: local('DejaVu Sans') }}</style>",
    "object": "<object data='{file}/x.svg'></object>",
    "embed": "<embed src='{file}/x.svg'>",
    "svg image": "<svg><image href='{file}/x.svg' width='9' height='9'/></svg>",
    "svg image http": "<svg><image href='{http}/x.png' width='9' height='9'/></svg>",
    "svg import": "<svg><style>@import url({http}/x.css);</style></svg>",
    "background": "<p style='background: url({http}/x.png)'>x</p>",
    "list style": "<ul style='list-style-image: url({http}/x.png)'><li>x</ul>",
    "content": "<style>p::before {{ content: url({file}/x.svg) }}</style>",
    "border image": "<p style='border: 1px solid; border-image: url({file}/x.svg) 1'>x</p>",
    "base http": "<base href='{http}/'><img src='x.png' alt='x'>",
    "base file": "<base href='{file}/'><img src='x.svg' alt='x'>",
    "only logged: property": "<p style='colour: red'>x</p>",
    "only logged: value": "<p style='color: rouge'>x</p>",
    "only logged: selector": "<style>p::x y {{ color: red }}</style>",
    "only logged: at-rule": "<style>@nothing {{ }}</style>",
    "only logged: anchor": "<a href='#nowhere'>x</a>",
    "only logged: date": "<meta name='dcterms.created' content='2026-99-99'>",
}
INERT = {
    "iframe": "<iframe src='{http}/'></iframe>",
    "svg use": "<svg><use href='{file}/x.svg#a'/></svg>",
    "svg fill": "<svg><rect width='5' height='5' fill='url({file}/x.svg#a)'/></svg>",
    "refresh": "<meta http-equiv=refresh content='0;url={http}/'>",
    "input image": "<input type=image src='{file}/x.svg'>",
    "script": "<script src='{http}/x.js'></script><script>app.alert(1)</script>",
    "video": "<video src='{http}/x' poster='{file}/x.svg'></video>",
    "audio": "<audio src='{http}/x'></audio>",
    "form": "<form action='{http}/'><p>x</p></form>",
}


def nobody_knocked(door):
    with pytest.raises(BlockingIOError):
        door.accept()


def html(snippet, listener, files):
    http = f"http://127.0.0.1:{listener.getsockname()[1]}"
    return PAGE.format(snippet.format(http=http, file=files))


@pytest.mark.parametrize("snippet", REFUSED.values(), ids=REFUSED)
def test_a_hostile_snippet_ends_the_rendering_and_fetches_nothing(press, listener, files, snippet):
    with pytest.raises(RenderingError):
        press.pdf(html(snippet, listener, files))
    nobody_knocked(listener)


@pytest.mark.parametrize("snippet", INERT.values(), ids=INERT)
def test_what_is_printed_all_the_same_fetches_attaches_and_runs_nothing(
    press, listener, files, snippet
):
    pdf = press.pdf(html(snippet, listener, files))
    nobody_knocked(listener)
    assert MARK not in paper.read_aloud(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.attachments) == 0
        assert b"/JavaScript" not in pdf + file.Root.unparse(resolved=True)


def test_the_mark_would_be_seen_if_it_were_printed(press):
    assert MARK in paper.read_aloud(press.pdf(PAGE.format(f"<p>{MARK}</p>")))


BOMBS = {
    "a word of 100,000 letters": f"<p>{'x' * 100_000}</p>",
    "900 nested blocks": f"{'<div> ' * 900}x{' </div>' * 900}",
    "a table of 3,000 rows": f"<table>{'<tr> <td>x</td> </tr> ' * 3_000}</table>",
    "letters of a million em": "<p style='font-size: 1000000em'>Bonjour</p>",
    "letters of no measure": "<p style='font-size: 1e30pt'>Bonjour</p>",
    "half a million characters": f"<p>{'mot ' * 125_000}</p>",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_as_an_error_and_the_next_letter_is_printed(press, bomb):
    with pytest.raises(RenderingError):
        press.pdf(PAGE.format(bomb))
    assert press.pdf(PAGE.format(""))[:5] == b"%PDF-"


def test_the_error_says_what_was_refused(press):
    with pytest.raises(RenderingError) as error:
        press.pdf(PAGE.format("<img src='http://example.org/x.png' alt='x'>"))
    assert str(error.value) == "FatalURLFetchingError: refused: http://example.org/x.png"


def test_an_error_is_forgotten_by_the_next_letter(press):
    with pytest.raises(RenderingError):
        press.pdf(PAGE.format("<p style='colour: red'>x</p>"))
    assert press.pdf(PAGE.format("<p>x</p>"))[:5] == b"%PDF-"


def test_only_the_fonts_of_the_sheet_may_be_fetched(press):
    assert sorted(FONTS) == [
        "Chiffres-Regular.ttf",
        "SourceSans3-Bold.ttf",
        "SourceSans3-Regular.ttf",
    ]
    fetched = {name: press.fetcher.fetch(f"letter-font:{name}").read() for name in FONTS}
    assert fetched == {name: (paths.FONTS / name).read_bytes() for name in FONTS}


def test_a_press_without_its_subset_library_does_not_start(monkeypatch):
    monkeypatch.setattr(renderer, "harfbuzz_subset", None)
    with pytest.raises(RenderingError) as error:
        Renderer()
    assert str(error.value) == "libharfbuzz-subset0 is missing: letters would cost four times more"


def test_a_fault_in_the_sheet_stops_the_start(monkeypatch, tmp_path):
    sheet = (paths.SHEET / "sheet.css").read_text(encoding="utf-8")
    (tmp_path / "sheet.css").write_text(sheet.replace("color:", "colour:", 1), encoding="utf-8")
    monkeypatch.setattr(paths, "SHEET", tmp_path)
    with pytest.raises(RenderingError) as error:
        Renderer()
    assert "unknown property" in str(error.value)
