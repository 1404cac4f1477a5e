"""What helps a person hand a letter over: its text in pieces, for a form of unknown length."""

from opposition.channels import filing, ways
from opposition.correspondence.followed.locks import COMPLAINTS
from opposition.correspondence.requests import Request


def pieces(request: Request) -> list[str]:
    """A complaint cut for the CNIL's form, any other letter's short form for a message box.

    Empty where one piece is enough (rule 8).
    """
    if request.letter.key in COMPLAINTS:
        text, way = request.letter.text, filing.online()
    else:
        text, way = request.short or request.letter.text, ways.ways()["ameli"]
    return ways.pieces(text, way.piece or len(text))
