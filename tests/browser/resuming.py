"""How a browser comes to each step of /reprendre/, right and wrong: the visits of its tests."""

from datetime import date, timedelta

from playwright.sync_api import Page

from opposition import clock
from tests.browser.objecting import PERSON, choose, fill, go
from tests.browser.visits import Visit

PATH = "/reprendre/"
SENT, RECEIVED, ANSWERED, RECENT = 63, 60, 50, 10  # days ago; a month and its holidays are over


def typed(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def ago(days: int) -> str:
    """A day before today, as people type it: the demonstration's clock is the real one."""
    return typed(clock.today() - timedelta(days=days))


def to_fund(page: Page) -> None:
    choose(page, "to", "fund")
    choose(page, "to", "hdh")
    page.fill("[name=postal_code]", "59000")
    go(page)


def to_dates(page: Page) -> None:
    choose(page, "to", "hdh")
    go(page)


def to_dates_of_two(page: Page) -> None:
    to_fund(page)
    choose(page, "fund", "cpam-de-lille-douai")
    go(page)


def wrong_dates(page: Page) -> None:
    to_dates(page)
    choose(page, "hdh_proof", "declared")
    choose(page, "hdh_extended", "yes")
    choose(page, "hdh_identity", "yes")
    go(page)


def fill_dates(page: Page, name: str = "hdh", received: int = RECEIVED) -> None:
    fill(page, {f"{name}_sent_on": ago(SENT)})
    choose(page, f"{name}_proof", "tracking")
    fill(page, {f"{name}_received_on": ago(received)})


def to_replies(page: Page) -> None:
    to_dates(page)
    fill_dates(page)
    go(page)


def to_replies_of_two(page: Page) -> None:
    to_dates_of_two(page)
    fill_dates(page)
    fill(page, {"fund_sent_on": ago(SENT)})
    choose(page, "fund_proof", "unknown")
    go(page)


def wrong_replies(page: Page) -> None:
    to_replies(page)
    go(page)


def to_answers(page: Page) -> None:
    to_replies(page)
    choose(page, "hdh_came", "answer")
    go(page)


def wrong_answers(page: Page) -> None:
    to_answers(page)
    choose(page, "hdh_kind", "OTHER")
    go(page)


def beside_the_question(page: Page) -> None:
    to_answers(page)
    choose(page, "hdh_kind", "ACK")


def to_refusal(page: Page) -> None:
    to_answers(page)
    choose(page, "hdh_kind", "REFUSED_UNIDENTIFIABLE")
    fill(page, {"hdh_on": ago(ANSWERED), "hdh_quote": "Vos données sont pseudonymisées."})
    choose(page, "hdh_missing", "remedy")
    go(page)


def to_choice(page: Page) -> None:
    to_replies(page)
    choose(page, "hdh_came", "nothing")
    go(page)


def to_choice_of_two(page: Page) -> None:
    to_replies_of_two(page)
    choose(page, "fund_came", "nothing")
    choose(page, "hdh_came", "nothing")
    go(page)


def nothing_open(page: Page) -> None:
    to_dates(page)
    fill_dates(page, received=RECENT)
    go(page)
    choose(page, "hdh_came", "nothing")
    go(page)


def wrong_choice(page: Page) -> None:
    to_choice(page)
    go(page)


def to_address(page: Page) -> None:
    to_choice(page)
    choose(page, "letter", "reminder-hdh")
    go(page)


def wrong_address(page: Page) -> None:
    to_address(page)
    page.fill("[name=hdh_lines]", "")
    go(page)


def to_you(page: Page) -> None:
    to_choice(page)
    choose(page, "letter", "cnil-complaint-silence")
    go(page)


def wrong_you(page: Page) -> None:
    to_you(page)
    go(page)


def sign(page: Page) -> None:
    choose(page, "who", "self")
    fill(page, PERSON)
    go(page)


def to_complaint(page: Page) -> None:
    to_you(page)
    sign(page)


def to_complaint_after_refusal(page: Page) -> None:
    to_refusal(page)
    go(page)
    sign(page)


def to_reminder(page: Page) -> None:
    to_address(page)
    choose(page, "hdh_checked")
    go(page)
    sign(page)


def opened(page: Page) -> None:
    to_complaint(page)
    for summary in page.locator("summary").all():
        summary.press("Enter")


RESUMING = [
    Visit("bodies", PATH),
    Visit("bodies with errors", PATH, go),
    Visit("fund", PATH, to_fund),
    Visit("dates", PATH, to_dates),
    Visit("dates of two bodies", PATH, to_dates_of_two),
    Visit("dates with errors", PATH, wrong_dates),
    Visit("replies", PATH, to_replies),
    Visit("replies of two bodies", PATH, to_replies_of_two),
    Visit("replies with errors", PATH, wrong_replies),
    Visit("answers", PATH, to_answers),
    Visit("answers beside the question", PATH, beside_the_question),
    Visit("answers with errors", PATH, wrong_answers),
    Visit("choice", PATH, to_choice),
    Visit("choice for two bodies", PATH, to_choice_of_two),
    Visit("choice with errors", PATH, wrong_choice),
    Visit("nothing open", PATH, nothing_open),
    Visit("address", PATH, to_address),
    Visit("address with errors", PATH, wrong_address),
    Visit("signer", PATH, to_you),
    Visit("signer with errors", PATH, wrong_you),
    Visit("complaint", PATH, to_complaint),
    Visit("complaint opened", PATH, opened),
    Visit("complaint after refusal", PATH, to_complaint_after_refusal),
    Visit("reminder", PATH, to_reminder),
]
