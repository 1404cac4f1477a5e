"""The style sheets: contrasts computed, by day and by night; nothing from elsewhere."""

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).resolve().parents[2] / "static/css").glob("*.css"))
TOKENS = next(sheet for sheet in SHEETS if sheet.name == "tokens.css").read_text()
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
DAY, NIGHT = (dict(COLOUR.findall(part)) for part in TOKENS.split("prefers-color-scheme: dark"))
SURFACES = ("paper", "sheet", "shade", "accent-wash", "wax-wash", "amber-wash")


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_the_norm_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", ["ink", "ink-soft", "accent", "wax", "amber"])
def test_a_text_can_be_read_on_every_surface(scheme, text, surface):
    assert contrast(scheme[text], scheme[surface]) >= 4.5


@pytest.mark.parametrize("scheme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("fill", ["accent", "accent-deep"])
def test_a_button_can_be_read(scheme, fill):
    assert contrast(scheme["on-accent"], scheme[fill]) >= 4.5


@pytest.mark.parametrize("scheme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("edge", ["edge", "ink"])
def test_the_edge_of_a_field_and_the_focus_can_be_seen(scheme, edge, surface):
    assert contrast(scheme[edge], scheme[surface]) >= 3


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_short_and_fetches_nothing(sheet):
    text = sheet.read_text()
    assert text.startswith("/* ")
    assert len(text.splitlines()) <= 200
    assert re.findall(r"url\(|@import|@font-face|https?:|!important", text) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_colours_have_names_outside_the_tokens(sheet):
    if sheet == next(s for s in SHEETS if s.name == "tokens.css"):
        return
    named = re.sub(r"--[\w-]+: #[0-9a-f]{3,6};", "", sheet.read_text())
    assert re.findall(r"#[0-9a-f]{6}\b", named) == []
