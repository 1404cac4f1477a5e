"""From the letters to a dossier in Chromium: every page looked at by axe, every way in and out."""

import io

import pikepdf
import pytest

from tests.browser import sight
from tests.browser.following import (
    FINDING,
    OBJECTING,
    PAGES,
    by_mail,
    by_slip,
    confirmed,
    follow,
    left,
    printed,
    to_following,
)
from tests.browser.objecting import PERSON, choose, send
from tests.browser.test_objecting import Keyboard
from tests.browser.visits import Visit

every_visit = pytest.mark.parametrize("visit", PAGES, ids=lambda visit: visit.name)
FOLLOWING = PAGES[0]
SLIP = Visit("slip", OBJECTING, by_slip)


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


@pytest.mark.parametrize("visit", PAGES[:4], ids=lambda visit: visit.name)
def test_axe_finds_nothing_by_night(look, visit):
    assert sight.violations(look(visit, color_scheme="dark")) == []


@pytest.mark.parametrize("act", [by_slip, confirmed])
def test_the_dossier_is_reached_without_scripts_and_under_the_policy(look, site, act):
    page = look(Visit("x", OBJECTING, act), java_script_enabled=False, bypass_csp=False)
    page.goto(f"{site}/dossier/")
    assert page.url == f"{site}/dossier/"


@pytest.mark.parametrize(
    "visit",
    [visit for visit in PAGES if visit.name in {"following", "slip", "confirming", "finding"}],
    ids=lambda visit: visit.name,
)
def test_the_policy_of_the_page_is_never_broken(look, visit):
    told = []
    page = look(visit, bypass_csp=False)
    page.on("console", lambda message: told.append(message.text))
    page.reload()
    assert [text for text in told if "status of" not in text] == []


def test_the_address_is_asked_only_of_whoever_wants_mails(look):
    page = look(FOLLOWING, java_script_enabled=False)
    shown = [page.locator(".for-mail").is_visible()]
    for way in ("courriel", "fiche"):
        choose(page, "by", way)
        shown.append(page.locator(".for-mail").is_visible())
    assert shown == [False, True, False]


def test_the_letters_are_one_button_away_and_nothing_was_kept(look):
    page = look(FOLLOWING)
    send(page, page.get_by_role("button", name="Retour à mes courriers, sans suivi"))
    assert page.inner_text("h1 >> nth=0") == "Vos courriers sont prêts"


def test_an_answer_that_no_longer_holds_leads_back_to_its_step_with_all_the_others(look, site):
    page = look(FOLLOWING)
    page.evaluate("document.querySelector('[name=birth_date]').value = '31/02/1979'")
    follow(page)
    assert (page.url, page.inner_text("h1")) == (f"{site}{OBJECTING}", "Vous")
    assert page.input_value("#id_birth_name") == PERSON["birth_name"]


def test_a_slip_opens_in_another_browser(look, site):
    code = printed(look(SLIP))
    page = look(Visit("finding", FINDING))
    page.fill("[name=code]", code.lower())
    send(page, page.locator("[name=ouvrir]"))
    assert page.url == f"{site}/dossier/"


def test_a_mailed_confirmation_opens_the_dossier_at_a_bare_address(look, site):
    assert look(Visit("confirmed", OBJECTING, confirmed)).url == f"{site}/dossier/"


def test_a_double_click_shows_one_slip_that_opens(look, site):
    page = look(FOLLOWING)
    choose(page, "by", "fiche")
    choose(page, "consent")
    page.locator("[name=suivre]").dblclick(no_wait_after=True)
    page.wait_for_selector(".code")
    page.wait_for_load_state("networkidle")  # the second answer takes the place of the first
    page.goto(f"{site}/dossier/{printed(page).replace(' ', '')}/")
    assert page.url == f"{site}/dossier/"


def test_back_from_the_mailbox_page_shows_the_address_to_be_corrected(look):
    page = look(Visit("mailbox", OBJECTING, by_mail))
    page.go_back()
    assert page.input_value("[name=follow_email]") == "zoe@exemple.net"
    page.fill("[name=follow_email]", "ada@exemple.net")
    follow(page)
    assert page.inner_text("h1") == "Confirmez depuis votre boîte"


def test_reload_of_the_mailbox_page_sends_nothing_again(look):
    page = look(Visit("mailbox", OBJECTING, by_mail))
    asked = []
    page.on("request", lambda request: asked.append(request.method))
    page.reload()
    assert set(asked) == {"GET"}


def test_an_error_has_the_keyboard_and_leads_to_its_field(look):
    page = look(FOLLOWING)
    follow(page)
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.get_by_role("link", name="Votre accord").click()
    assert page.evaluate("document.activeElement.id") == "id_consent"


def test_after_leaving_the_back_button_finds_the_way_in_and_no_dossier(look, site):
    page = look(Visit("left", OBJECTING, left))
    page.goto(f"{site}/dossier/")
    assert page.url == site + FINDING
    page.go_back()
    assert page.inner_text("h1") == "Votre dossier est fermé"


def test_with_the_keyboard_alone_one_is_followed(look):
    page = look(Visit("following", OBJECTING, to_following))
    keyboard = Keyboard(page)
    keyboard.press("[name=by]", "ArrowDown")
    keyboard.press("[name=consent]", "Space")
    keyboard.enter("[name=suivre]")
    assert page.inner_text(".sheet h1") == "Votre fiche de suivi"


def test_the_slip_is_one_page_of_paper_and_nothing_of_the_site(look):
    page = look(SLIP)
    page.emulate_media(media="print")
    for gone in (".masthead", ".foot", ".on-screen", ".actions"):
        assert not page.locator(gone).first.is_visible()
    assert page.locator(".qr").is_visible()
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))) as paper:
        assert len(paper.pages) == 1
