"""How a browser comes from the letters to a dossier, and back into one: the visits of its tests."""

import itertools
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.objecting import PATH as OBJECTING
from tests.browser.objecting import choose, go, send, to_letters, to_wording
from tests.browser.visits import Visit

FOLLOWING, FINDING = "/suivre/", "/retrouver/"
MAILS = "/demo/courriels/"
MAILBOXES = itertools.count()
PATIENCE = 100  # looks at the mails, a tenth of a second apart


def to_following(page: Page) -> None:
    to_letters(page)
    send(page, page.locator("[formaction='/suivre/']"))


def to_following_with_reasons(page: Page) -> None:
    to_wording(page)
    page.fill("[name=grounds]", "Mon métier est rare.")
    for name in ("fund_checked", "hdh_checked", "grounds_consent"):
        choose(page, name)
    go(page)
    send(page, page.locator("[formaction='/suivre/']"))


def wrong_following(page: Page) -> None:
    to_following_with_reasons(page)
    choose(page, "by", "courriel")
    follow(page)


def follow(page: Page) -> None:
    send(page, page.locator("[name=suivre]"))


def by_slip(page: Page) -> None:
    to_following(page)
    choose(page, "by", "fiche")
    choose(page, "consent")
    follow(page)


def by_mail(page: Page, address: str = "zoe@exemple.net") -> None:
    to_following(page)
    choose(page, "by", "courriel")
    page.fill("[name=follow_email]", address)
    choose(page, "consent")
    follow(page)


def mailed(page: Page, address: str, path: str) -> str:
    """The link of that kind in the demonstration's mail to this address, as a path."""
    here = urlsplit(page.url)
    for _ in range(PATIENCE):
        page.goto(f"{here.scheme}://{here.netloc}{MAILS}")
        mail = page.locator(".mail", has_text=address)
        found = mail.locator(f"a[href*='{path}']")
        if found.count():
            return urlsplit(found.first.get_attribute("href")).path
        page.wait_for_timeout(100)
    raise AssertionError(f"no mail with {path}: {page.inner_text('main')}")


def to_confirming(page: Page) -> None:
    address = f"zoe{next(MAILBOXES)}@exemple.net"  # no mailbox is written to twice
    by_mail(page, address)
    path = mailed(page, address, "/confirmer/")
    page.goto(page.url.removesuffix(MAILS) + path)


def confirmed(page: Page) -> None:
    to_confirming(page)
    send(page, page.locator("main .button"))


def printed(page: Page) -> str:
    """The code of the slip that the page shows."""
    return " ".join(page.inner_text(".code").split())


def to_slip(page: Page) -> None:
    by_slip(page)
    page.goto(page.url.removesuffix(FOLLOWING) + "/dossier/fiche/")


def to_leaving(page: Page) -> None:
    by_slip(page)
    page.goto(page.url.removesuffix(FOLLOWING) + "/dossier/quitter/")


def left(page: Page) -> None:
    to_leaving(page)
    send(page, page.locator("main .button"))


def wrong_code(page: Page) -> None:
    page.fill("[name=code]", "ACDE")
    send(page, page.locator("[name=ouvrir]"))


def link_sent(page: Page) -> None:
    page.fill("[name=email]", "inconnue@exemple.net")
    send(page, page.locator("[name=recevoir]"))


PAGES = [
    Visit("following", OBJECTING, to_following),
    Visit("following with reasons", OBJECTING, to_following_with_reasons),
    Visit("following with errors", OBJECTING, wrong_following),
    Visit("slip", OBJECTING, by_slip),
    Visit("mailbox", OBJECTING, by_mail),
    Visit("another slip", OBJECTING, to_slip),
    Visit("leaving", OBJECTING, to_leaving),
    Visit("left", OBJECTING, left),
    Visit("confirming", OBJECTING, to_confirming),
    Visit("told", FOLLOWING),
    Visit("already followed", f"{FOLLOWING}?suite=deja"),
    Visit("finding", FINDING),
    Visit("finding with errors", FINDING, wrong_code),
    Visit("link sent", FINDING, link_sent),
    Visit("dead link", "/dossier/" + "x" * 32 + "/"),
]
