"""The reference of a letter: eight characters that nobody mistakes for others when copying them."""

import re
import secrets

# Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U: 24 signs, 10^11 references.
ALPHABET = "34679ACDEFGHJKMNPQRTVWXY"
_SHAPE = re.compile(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")


def draw() -> str:
    """A new one, `XXXX-XXXX`; it says nothing of the person nor of the day."""
    signs = [secrets.choice(ALPHABET) for _ in range(8)]
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def is_one(text: str) -> bool:
    """Whether `text` has the shape of a reference of ours."""
    return _SHAPE.fullmatch(text) is not None
