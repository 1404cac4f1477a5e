"""A letter as its page shows it: the words, what to copy, the ways it can be sent."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from opposition.channels import mailto, ways
from opposition.correspondence import Request
from opposition.forms.you import WARD, YouForm
from opposition.models.addressee import Kind, Regime


@dataclass(frozen=True)
class ShownLetter:
    """One letter; `pieces` are the short form cut up, for a message box of unknown length."""

    request: Request
    article: SafeString
    pieces: list[str]
    mailto: str
    ways: list[str]
    general: bool
    minor: bool
    for_ward: bool

    @property
    def templates(self) -> list[str]:
        """A template for each way, in the order of rule 8."""
        return [f"opposition/ways/{way}.html" for way in self.ways]


def letter(request: Request, you: YouForm) -> ShownLetter:
    """What the page says of one letter to this person."""
    offered, body = _offered(request, you), request.body
    return ShownLetter(
        request=request,
        # Escaped by the letters' own engine, which knows no unescaped value.
        article=mark_safe(request.letter.article),  # noqa: S308
        pieces=_pieces(request) if "ameli" in offered else [],
        mailto=_mailto(request),
        ways=offered,
        general=body.regime == Regime.GENERAL,
        minor=you.minor_alone,
        for_ward=you.who_is == WARD,
    )


def _pieces(request: Request) -> list[str]:
    """For a message box whose limit nobody knows (rule 8)."""
    words = request.short or request.letter.text
    return ways.pieces(words, ways.ways()["ameli"].piece or len(words))


def _mailto(request: Request) -> str:
    most = ways.ways()["mail"].most or 0
    title, short = request.letter.title, request.short
    return mailto.link(request.body.mailbox, title, short, most=most) if short else ""


def _offered(request: Request, you: YouForm) -> list[str]:
    """A body's own form comes first when it was verified (rule 9), then the order of rule 8."""
    own = ["form"] if request.body.portal and request.body.verified_on else []
    return own + [way for way in ways.ways() if way != "ameli" or _has_account(request, you)]


def _has_account(request: Request, you: YouForm) -> bool:
    """Only a fund has an account to write from; a minor's is the parents' (rule 16)."""
    return request.body.kind == Kind.FUND and not you.minor_alone
