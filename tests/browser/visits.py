"""The pages a person may meet, normal and with errors: the one list that the browser tests walk.

To add a page: one Visit. `act` does what a person does there (fill, send) until the page of
interest is shown; it gets Playwright's Page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


def stay(page: Page) -> None:
    """Nothing to do: the page is the one of the address."""


@dataclass(frozen=True)
class Visit:
    """One page in one state; `name` is what the test report shows."""

    name: str
    path: str
    act: Callable[[Page], None] = stay


PORTAL = [
    Visit("home", "/"),
    Visit("privacy", "/vie-privee/"),
    Visit("legal notice", "/mentions-legales/"),
    Visit("accessibility", "/accessibilite/"),
]
REFUSALS = [
    Visit(f"refusal {status}", f"/essai/{status}/")
    for status in (400, 403, 404, 405, 413, 415, 429, 500, 503)
]
GALLERY = [Visit("gallery of parts", "/essai/galerie/")]

VISITS = [*PORTAL, *REFUSALS, *GALLERY]
