"""From the answers of a form to the letters, and to what a person takes home."""

from opposition.correspondence.answers import KEYS, Answers
from opposition.correspondence.requests import LetterError, Request, write

__all__ = ["KEYS", "Answers", "LetterError", "Request", "write"]
