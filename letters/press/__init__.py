"""HTML → PDF/UA, in a child process: the web and the workers never import WeasyPrint."""

from letters.press.client import PressError, close, render, warm

__all__ = ["PressError", "close", "render", "warm"]
