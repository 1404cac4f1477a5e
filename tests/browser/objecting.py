"""How a browser comes to each step of /s-opposer/, right and wrong: the visits of its tests."""

from playwright.sync_api import Locator, Page

from tests.browser.visits import Visit

PATH = "/s-opposer/"
PERSON = {
    "given_names": "Zoé",
    "birth_name": "D’Aubigné-Nguyễn",
    "birth_date": "28/02/1979",
    "birth_place": "Saint-Étienne (42)",
    "flat": "Appartement 12 au fond de la cour à gauche",
    "street": "12 bis rue de l’Église",
    "postal_code": "59000",
    "town": "Lille",
}
CHILD = {
    "represents_given_names": "Noé",
    "represents_birth_name": "Lefèvre",
    "represents_birth_date": "05/03/2010",
    "represents_birth_place": "Lille (59)",
}


def fill(page: Page, answers: dict[str, str]) -> None:
    for name, value in answers.items():
        page.fill(f"[name={name}]", value)


def choose(page: Page, name: str, value: str = "on") -> None:
    """Ticks a card; its label lies over it, hence from the keyboard's side."""
    page.locator(f"[name={name}][value='{value}'], [name={name}]:not([value])").first.press("Space")


def go(page: Page) -> None:
    send(page, page.locator("#parcours button").first)


def send(page: Page, button: Locator) -> None:
    """Presses a button and waits for the page that it leads to."""
    with page.expect_navigation():
        button.click()


def person(page: Page) -> None:
    choose(page, "who", "self")
    fill(page, PERSON)


def child(page: Page) -> None:
    choose(page, "who", "child")
    choose(page, "capacity_child", "mother")
    fill(page, {**CHILD, **PERSON})


def to_fund(page: Page) -> None:
    person(page)
    go(page)


def to_fund_for_a_child(page: Page) -> None:
    child(page)
    go(page)


def listed_fund(page: Page) -> None:
    to_fund(page)
    choose(page, "fund", "listed")


def to_wording(page: Page) -> None:
    to_fund(page)
    choose(page, "fund", "cpam-de-lille-douai")
    go(page)


def wrong_fund(page: Page) -> None:
    to_fund(page)
    choose(page, "fund", "other")
    go(page)


def wrong_wording(page: Page) -> None:
    to_wording(page)
    page.fill("[name=grounds]", "Mon métier est rare.")
    page.fill("[name=hdh_lines]", "")
    go(page)


def to_letters(page: Page) -> None:
    to_wording(page)
    choose(page, "fund_checked")
    choose(page, "hdh_checked")
    go(page)


def open_letters(page: Page) -> None:
    to_letters(page)
    for summary in page.locator("summary").all():
        summary.press("Enter")


OBJECTING = [
    Visit("you", PATH),
    Visit("you for a child", PATH, child),
    Visit("you with errors", PATH, go),
    Visit("fund", PATH, to_fund),
    Visit("fund for a child of 15", PATH, to_fund_for_a_child),
    Visit("fund from the list", PATH, listed_fund),
    Visit("fund with errors", PATH, wrong_fund),
    Visit("wording", PATH, to_wording),
    Visit("wording with errors", PATH, wrong_wording),
    Visit("letters", PATH, to_letters),
    Visit("letters opened", PATH, open_letters),
]
