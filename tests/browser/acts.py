"""How a browser comes to each page that says or changes something: the stages of its tests."""

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page

from tests.browser.dossier import FUND, HUB, card, home, note, opened, overdue, silent, unproved
from tests.browser.objecting import choose, fill
from tests.browser.resuming import ANSWERED, ago

INSIDE = ("coordonnees", "courriel", "avis", "liens", "arreter", "effacer", "export")


def to(page: Page, body: str, word: str) -> None:
    """The page of an act on the demand to this body."""
    home(page)
    reference = card(page, body).first.get_attribute("id")
    page.goto(f"{page.evaluate('location.origin')}/dossier/{reference}/{word}/")


def place(page: Page, name: str) -> None:
    """One of the dossier's own pages."""
    page.goto(f"{page.evaluate('location.origin')}/dossier/{name}")


def wrongly(page: Page) -> None:
    """Sent as it is."""
    note(page)


def by_post(page: Page) -> None:
    to(page, FUND, "poste")
    choose(page, "channel", "post")


def declared(page: Page, body: str, word: str) -> None:
    to(page, body, word)
    choose(page, "evidence", "declared")


def wrong_details(page: Page) -> None:
    place(page, "coordonnees/")
    fill(page, {"address": "", "birth_date": "31/02/1979"})
    note(page)


def stale(page: Page) -> None:
    """What a second tab said makes this page old."""
    to(page, HUB, "accuse")
    other = page.context.new_page()
    other.goto(page.url.replace("/accuse/", "/revenu/"))
    fill(other, {"on": ago(5)})
    note(other)
    other.close()
    fill(page, {"on": ago(4)})
    note(page)


def taken_back(page: Page) -> None:
    """The line said from the second tab was a mistake."""
    home(page)
    mend = page.locator(".timeline ul > li", has_text="revenu").locator("a", has_text="corriger")
    page.goto(page.evaluate("location.origin") + mend.first.get_attribute("href"))


def struck(page: Page) -> None:
    taken_back(page)
    page.get_by_role("link", name="Cette ligne est une erreur").click()
    page.wait_for_url("**/annuler/*")


def answering(page: Page) -> None:
    to(page, FUND, "repondu")
    choose(page, "code", "OTHER")


def answered(page: Page) -> None:
    """The fund refuses; its answer is to be judged."""
    answering(page)
    choose(page, "code", "REFUSED_PUBLIC_TASK")
    fill(page, {"on": ago(ANSWERED), "quote": "Nous ne pouvons donner suite."})
    note(page)


def judging(page: Page) -> None:
    answered(page)
    to(page, FUND, "incomplet")


def to_file(page: Page) -> None:
    home(page)
    link = page.locator("a[href$='/depose/']").first.get_attribute("href")
    page.goto(page.evaluate("location.origin") + link)


def filed(page: Page) -> None:
    to_file(page)
    fill(page, {"on": ago(0)})
    choose(page, "online", "en-ligne")
    note(page)


def at_cnil(page: Page, word: str) -> None:
    home(page)
    link = page.locator(f"a[href$='/{word}/']").first.get_attribute("href")
    page.goto(page.evaluate("location.origin") + link)


def stopped(page: Page) -> None:
    place(page, "arreter/")
    page.get_by_role("button", name="Arrêter tout le suivi").click()
    page.wait_for_url("**/dossier/?fait=arreter*")
    place(page, "arreter/")


def over(page: Page) -> None:
    to(page, FUND, "repondu")


def again(page: Page) -> None:
    place(page, "arreter/")
    page.get_by_role("button", name="Reprendre tout le suivi").click()
    page.wait_for_url("**/dossier/?fait=reprendre*")


# In this order: each goes on from where the one before has left the dossier.
STAGES: dict[str, Callable[[Page], None]] = {
    "fresh": opened,
    "posted": by_post,
    "posted with errors": wrongly,
    "written before": partial(declared, body=FUND, word="deja-ecrit"),
    **{name: partial(place, name=f"{name}/") for name in INSIDE},
    "details with errors": wrong_details,
    "erasing for sure": partial(place, name="effacer/?suite=1"),
    "erasing with errors": wrongly,
    "unproved": unproved,
    "received": partial(declared, body=HUB, word="recu"),
    "received with errors": wrongly,
    "overtaken": stale,
    "corrected": taken_back,
    "struck": struck,
    "not returned after all": note,
    "overdue": overdue,
    "nothing came": partial(to, body=HUB, word="rien"),
    "who are you": partial(to, body=HUB, word="identite"),
    "more time": partial(to, body=HUB, word="delai"),
    "sent on": partial(to, body=HUB, word="renvoi"),
    "silent": silent,
    "reminded": partial(to, body=HUB, word="rappel"),
    "not reminded": partial(to, body=HUB, word="sans-rappel"),
    "to file": to_file,
    "answering": answering,
    "judging": judging,
    "filed": filed,
    "registered": partial(at_cnil, word="cnil-enregistre"),
    "decided": partial(at_cnil, word="cnil-decision"),
    "stopped": stopped,
    "over": over,
    "again": again,
}
