"""/reprendre/ in Chromium: every step looked at by axe; back, reload and no script at all."""

import pytest

from tests.browser import sight
from tests.browser.objecting import choose, go, send
from tests.browser.resuming import (
    PATH,
    RECEIVED,
    RESUMING,
    SENT,
    ago,
    to_choice,
    to_dates,
    to_you,
)
from tests.browser.visits import Visit

every_visit = pytest.mark.parametrize("visit", RESUMING, ids=lambda visit: visit.name)
DATES = Visit("dates", PATH, to_dates)
COMPLAINT = next(visit for visit in RESUMING if visit.name == "complaint")
ENDS = [
    visit
    for visit in RESUMING
    if visit.name in {"choice for two bodies", "complaint", "complaint after refusal", "reminder"}
]


@every_visit
def test_axe_finds_nothing_on_a_wide_screen(look, visit):
    assert sight.violations(look(visit, width=1280)) == []


@every_visit
def test_axe_finds_nothing_on_a_narrow_one_and_nothing_scrolls_sideways(look, visit):
    page = look(visit, width=320)
    assert sight.violations(page) == []
    assert sight.sideways(page) == 0
    page.add_style_tag(content=sight.SPACED)
    assert sight.sideways(page) == 0


@pytest.mark.parametrize("visit", ENDS, ids=lambda visit: visit.name)
def test_every_end_is_reached_without_scripts_and_under_the_policy(look, visit):
    page = look(visit, java_script_enabled=False, bypass_csp=False)
    assert page.locator("main h1").first.inner_text() != ""
    assert page.locator("#notice-titre").is_visible()


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("hdh_proof", "tracking", {"for-known"}),
        ("hdh_proof", "declared", {"for-known", "for-declared"}),
        ("hdh_proof", "unknown", {"for-unknown"}),
        ("hdh_extended", "yes", {"for-extended"}),
        ("hdh_identity", "yes", {"for-identity"}),
    ],
)
def test_only_the_questions_of_the_answer_are_shown(look, name, value, shown):
    page = look(DATES, java_script_enabled=False)
    choose(page, name, value)
    parts = ("for-known", "for-declared", "for-unknown", "for-extended", "for-identity")
    assert {part for part in parts if page.locator(f".{part}").first.is_visible()} == shown


def test_one_bodys_answers_show_nothing_of_the_other(look):
    page = look(next(visit for visit in RESUMING if visit.name == "dates of two bodies"))
    choose(page, "hdh_proof", "declared")
    assert page.locator("[name=hdh_how]").is_visible()
    assert not page.locator("[name=fund_how]").is_visible()


def test_back_of_the_browser_keeps_what_was_typed(look):
    page = look(Visit("signer", PATH, to_you))
    page.fill("[name=birth_name]", "Nguyễn")
    page.go_back()
    assert page.locator("[name=letter]:checked").get_attribute("value") == "cnil-complaint-silence"
    page.go_back()
    page.go_back()
    assert page.input_value("[name=hdh_received_on]") == ago(RECEIVED)
    for _ in range(3):
        page.go_forward()
    assert page.input_value("[name=birth_name]") == "Nguyễn"


def test_the_button_back_keeps_what_was_typed(look):
    page = look(Visit("choice", PATH, to_choice))
    send(page, page.get_by_role("button", name="Retour"))
    assert page.locator("[name=hdh_came]:checked").get_attribute("value") == "nothing"
    send(page, page.get_by_role("button", name="Retour"))
    assert page.input_value("[name=hdh_sent_on]") == ago(SENT)
    go(page)
    go(page)
    assert page.inner_text("h1") == "Ce que vous pouvez faire"


def test_an_error_keeps_what_was_typed_and_has_the_keyboard(look):
    page = look(DATES)
    page.fill("[name=hdh_sent_on]", "29/02/2025")
    choose(page, "hdh_proof", "unknown")
    go(page)
    assert page.input_value("[name=hdh_sent_on]") == "29/02/2025"
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.get_by_role("link", name="demande envoyée le").click()
    assert page.evaluate("document.activeElement.id") == "id_hdh_sent_on"


def test_reload_shows_the_same_letter(look):
    page = look(COMPLAINT)
    before = page.locator("article").first.text_content()
    page.reload()
    assert page.locator("article").first.text_content() == before


@pytest.mark.parametrize(("button", "name"), [("pdf", "plainte-cnil.pdf"), ("ics", ".ics")])
def test_the_files_are_taken_home_without_leaving_the_page(look, button, name):
    page = look(COMPLAINT)
    with page.expect_download() as download:
        page.locator(f"[name=faire][value={button}]").click()
    assert download.value.suggested_filename.endswith(name)
    assert page.inner_text("h1 >> nth=0") == "Votre plainte est prête"
