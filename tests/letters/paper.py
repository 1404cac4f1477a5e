"""Looks at a printed letter as poppler and pikepdf see it: words, where they stand, bars."""

import html
import io
import itertools
import re
import subprocess
from dataclasses import dataclass

import pikepdf
from PIL import Image

POINT = 25.4 / 72  # mm
# Code 128 (ISO/IEC 15417, table 1): widths of the bars and spaces of each value, stop last.
WIDTHS = re.findall(
    r"\d+",
    """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132
122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212
322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311
112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321
331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214
112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113
411311 113141 114131 311141 411131 211412 211214 211232 2331112
""",
)
TO_C, TO_B, START_B, START_C, STOP = 99, 100, 104, 105, 106


@dataclass(frozen=True)
class Word:
    """A word and its box, in mm from the top left corner of its page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def is_inside(self, left, right, top, bottom):
        return (
            left <= self.left
            and self.right <= right
            and top <= self.top
            and (self.bottom <= bottom)
        )

    def touches(self, left, right, top, bottom):
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom


def _run(command, pdf):
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def tokens(text):
    """Words and signs one by one: paper may break a line after a hyphen or an apostrophe."""
    return re.findall(r"\w+|[^\w\s]", text)


def read_aloud(pdf):
    """The words in the order of the tags, as a screen reader says them."""
    told = _run(["pdfinfo", "-struct-text", "-"], pdf).decode()
    return " ".join(re.findall(r'^ *"(.*?)"$', told, re.MULTILINE | re.DOTALL))


_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


def words(pdf):
    """Every word of every page with its box."""
    told = _run(["pdftotext", "-bbox", "-", "-"], pdf).decode()
    return [
        Word(number, html.unescape(text), *(float(edge) * POINT for edge in box))
        for number, page in enumerate(_PAGE.findall(told), 1)
        for *box, text in _WORD.findall(page)
    ]


def pages(pdf):
    """How many pages."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def picture(pdf, page=1, dpi=100):
    """One page as a grey image."""
    only = ["-f", str(page), "-l", str(page)]
    return Image.open(io.BytesIO(_run(["pdftoppm", "-r", str(dpi), "-gray", *only, "-"], pdf)))


def bars(image, dpi, box):
    """The runs of black and white, in pixels, across the middle of a box given in mm."""
    left, right, top, bottom = (round(mm / 25.4 * dpi) for mm in box)
    row = [image.getpixel((x, (top + bottom) // 2)) < 128 for x in range(left, right)]
    runs = [(dark, len(list(run))) for dark, run in itertools.groupby(row)]
    return [length for _, length in runs[1:-1]]  # without the quiet zones


def decode(runs):
    """The text of a Code 128 symbol (sets B and C) from the widths of its bars and spaces."""
    module = sum(runs[:6]) / 11
    values = []
    for start in range(0, len(runs) - 7, 6):
        six = runs[start : start + 6]
        values.append(WIDTHS.index("".join(str(round(run / module)) for run in six)))
    assert "".join(str(round(run / module)) for run in runs[-7:]) == WIDTHS[STOP]
    *data, check = values
    assert check == sum(max(1, place) * value for place, value in enumerate(data)) % 103
    return _told(data)


def _told(data):
    code_c, text = data[0] == START_C, ""
    for value in data[1:]:
        if value in {TO_B, TO_C}:
            code_c = value == TO_C
        else:
            text += f"{value:02}" if code_c else chr(value + 32)
    return text
