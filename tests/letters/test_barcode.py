"""The barcode of a reference, read back from the widths of its bars."""

import re

import pytest

from letters import barcode
from tests.letters import paper


def runs(drawing):
    """The widths of bars and spaces along the drawing, in modules."""
    bars = [(int(x), int(w)) for x, w in re.findall(r"M(\d+) 0h(\d+)v40h-\2z", str(drawing))]
    ends = [x + w for x, w in bars]
    widths = []
    for i, (x, w) in enumerate(bars):
        widths += [x - ends[i - 1], w] if i else [w]
    return widths


@pytest.mark.parametrize(
    "reference", ["7K3M-Q2XD", "9QF4-TT7B", "1234-5678", "12345678", "A", "abc XYZ./*", "Z" * 20]
)
def test_the_bars_say_the_reference(reference):
    assert paper.decode(runs(barcode.svg(reference))) == reference


def test_ten_modules_stay_white_on_either_side():
    drawing = str(barcode.svg("7K3M-Q2XD"))
    (width,) = re.findall(r'viewBox="0 0 (\d+) 40"', drawing)
    assert drawing.count("M10 0h") == 1
    assert int(width) == 20 + sum(runs(drawing))


def test_the_drawing_says_what_it_is():
    assert "<title>Code-barres de la référence A&amp;B</title>" in str(barcode.svg("A&B"))


def test_a_decoder_that_reads_a_wrong_bar_would_notice():
    widths = runs(barcode.svg("7K3M-Q2XD"))
    widths[12:18] = runs(barcode.svg("8"))[6:12]
    with pytest.raises(AssertionError):
        paper.decode(widths)
