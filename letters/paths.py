"""Where the letters' data lie."""

from pathlib import Path

TEXTS = Path(__file__).resolve().parent / "texts"
SHEET = TEXTS / "sheet"
FONTS = SHEET / "fonts"
