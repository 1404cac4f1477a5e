"""The only file that knows WeasyPrint: one style sheet and font configuration for a process's life.

A fresh font configuration per letter leaks 270 kB and costs 2.7 times the work. Nothing is fetched
but the fonts of the sheet: a URL of any other kind ends the rendering, and a drawing or a style
that WeasyPrint would only log about ends it too, since a partial letter must not leave.
"""

import io
import logging
from urllib.parse import unquote

import weasyprint
from weasyprint.text.ffi import harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from letters import paths

FONTS = frozenset(file.name for file in paths.FONTS.glob("*.ttf"))
SCHEME = "letter-font:"
LONGEST_WORD, MOST_TAGS, LARGEST = 2_000, 5_000, 400_000


class RenderingError(Exception):
    """This letter cannot be printed whole."""


class _OnlyOurFonts(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Refuses every URL but the sheet's own fonts; the error is the one WeasyPrint lets through."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        """The bytes of a font of the sheet."""
        name = unquote(url.removeprefix(SCHEME))
        if not url.startswith(SCHEME) or name not in FONTS:
            raise FatalURLFetchingError(f"refused: {url[:80]}")
        return URLFetcherResponse(
            url, (paths.FONTS / name).read_bytes(), {"Content-Type": "font/ttf"}
        )


class _Complaints(logging.Handler):
    """WeasyPrint logs what it leaves out and prints the rest: here each such line is an error."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the message."""
        self.lines.append(record.getMessage())


class Renderer:
    """Prints letters one after the other; not for threads (Pango, and the GIL)."""

    def __init__(self) -> None:
        if harfbuzz_subset is None:
            raise RenderingError(
                "libharfbuzz-subset0 is missing: letters would cost four times more"
            )
        self.fetcher = _OnlyOurFonts()
        self.fonts = FontConfiguration()
        self.complaints = _Complaints()
        logger = logging.getLogger("weasyprint")
        logger.handlers, logger.propagate = [self.complaints], False
        self.sheet = self._style((paths.SHEET / "sheet.css").read_text("utf-8"))
        self.single = self._style("@page { @bottom-right { content: none } }")
        self._refuse_complaints()

    def pdf(self, html: str) -> bytes:
        """A whole PDF/UA-1 file, the same bytes for the same input; `RenderingError` otherwise."""
        _refuse_bombs(html)
        self.complaints.lines.clear()
        out = io.BytesIO()
        try:
            document = self._lay_out(html, [self.sheet])
            if len(document.pages) == 1:
                document = self._lay_out(html, [self.sheet, self.single])
            document.write_pdf(out, pdf_variant="pdf/ua-1", pdf_forms=True)
        except MemoryError:
            raise
        except (FatalURLFetchingError, Exception) as error:  # the former is no Exception
            raise RenderingError(f"{type(error).__name__}: {error}"[:300]) from error
        self._refuse_complaints()
        return out.getvalue()

    def _refuse_complaints(self) -> None:
        if self.complaints.lines:
            raise RenderingError(self.complaints.lines[0][:300])

    def _style(self, css: str) -> weasyprint.CSS:
        return weasyprint.CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher)

    def _lay_out(self, html: str, sheets: list[weasyprint.CSS]) -> weasyprint.Document:
        source = weasyprint.HTML(string=html, url_fetcher=self.fetcher)
        return source.render(stylesheets=sheets, font_config=self.fonts, pdf_forms=True)


def _refuse_bombs(html: str) -> None:
    """Refuses at once what would take the whole time limit to refuse."""
    if len(html) > LARGEST:
        raise RenderingError(f"the letter is too large ({len(html)} characters)")
    if html.count("<") > MOST_TAGS:
        raise RenderingError(f"the letter has more than {MOST_TAGS} tags")
    if any(len(word) > LONGEST_WORD for word in html.split()):
        raise RenderingError(f"a word is longer than {LONGEST_WORD} characters")
