"""How a browser leads one dossier from its opening to its complaint: the story of its tests."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.following import by_slip
from tests.browser.objecting import choose, fill, send
from tests.browser.resuming import RECEIVED, SENT, ago

FUND, HUB = "Votre caisse", "Le Health Data Hub"


def home(page: Page) -> None:
    """The dossier's own page, whatever is shown now."""
    site = page.evaluate("location.origin")
    page.goto(f"{site}/dossier/")


def opened(page: Page) -> None:
    """Followed without e-mail; then the dossier."""
    by_slip(page)
    home(page)


def card(page: Page, body: str):
    return page.locator("article", has=page.get_by_role("heading", name=body))


def say(page: Page, body: str, words: str) -> None:
    """Presses what the card of this body offers, unfolding what is folded."""
    home(page)
    link = card(page, body).get_by_role("link", name=words, exact=True).first
    if not link.is_visible():
        card(page, body).locator("summary").last.press("Enter")
    send(page, link)


def note(page: Page) -> None:
    """The one button of an act's page."""
    send(page, page.locator("#parcours button"))


def to_letter(page: Page) -> None:
    send(page, page.get_by_role("link", name="Lire, télécharger, envoyer").first)


def frozen(page: Page) -> None:
    with page.expect_download():
        page.get_by_role("button", name="Télécharger le PDF").click()
    page.reload()


def unfolded(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.press("Enter")


def unproved(page: Page) -> None:
    """The hub's letter left long ago, and nothing shows that it arrived."""
    say(page, HUB, "J’avais déjà écrit de mon côté")
    fill(page, {"on": ago(SENT)})
    choose(page, "channel", "post")
    choose(page, "evidence", "unknown")
    note(page)


def overdue(page: Page) -> None:
    say(page, HUB, "Indiquer ce jour")
    fill(page, {"on": ago(RECEIVED)})
    choose(page, "evidence", "tracking")
    note(page)


def silent(page: Page) -> None:
    say(page, HUB, "Non, rien reçu")
    note(page)


def to_reminder(page: Page) -> None:
    home(page)
    send(page, page.get_by_role("link", name="Préparer un rappel"))


def to_questions(page: Page) -> None:
    home(page)
    send(page, page.get_by_role("link", name="Préparer la plainte").first)


def to_complaint(page: Page) -> None:
    choose(page, "court", "no")
    choose(page, "disclose", "yes")
    note(page)


def locked(page: Page) -> None:
    home(page)
    reference = card(page, FUND).get_attribute("id")
    page.goto(page.url.split("/dossier/")[0] + f"/dossier/{reference}/courrier/reminder-1/")


# In this order: each goes on from where the one before has left the dossier.
STORY: dict[str, Callable[[Page], None]] = {
    "fresh": opened,
    "a letter": to_letter,
    "a frozen letter": frozen,
    "the letter unfolded": unfolded,
    "unproved": unproved,
    "the ways unfolded": unfolded,
    "overdue": overdue,
    "silent": silent,
    "a reminder": to_reminder,
    "the questions": to_questions,
    "a complaint": to_complaint,
    "locked": locked,
}
