"""/s-opposer/ in Chromium: every step looked at by axe; back, reload and the keyboard alone."""

import pytest

from tests.browser import sight
from tests.browser.objecting import (
    OBJECTING,
    PATH,
    PERSON,
    choose,
    fill,
    go,
    person,
    send,
    to_wording,
)
from tests.browser.visits import PORTAL, Visit

every_visit = pytest.mark.parametrize("visit", OBJECTING, ids=lambda visit: visit.name)
START = OBJECTING[0]
LETTERS = next(visit for visit in OBJECTING if visit.name == "letters")


@every_visit
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(look, visit, width):
    assert sight.violations(look(visit, width=width)) == []


@every_visit
def test_axe_finds_nothing_by_night(look, visit):
    assert sight.violations(look(visit, color_scheme="dark")) == []


@every_visit
def test_nothing_scrolls_sideways_at_320_pixels(look, visit):
    page = look(visit, width=320)
    assert sight.sideways(page) == 0
    page.add_style_tag(content=sight.SPACED)
    assert sight.sideways(page) == 0


@every_visit
def test_each_step_is_reached_without_scripts_and_under_the_policy(look, visit):
    page = look(visit, java_script_enabled=False, bypass_csp=False)
    assert page.locator("main h1").first.inner_text() != ""
    assert page.locator("#notice-titre").is_visible()


@every_visit
def test_the_policy_of_the_page_is_never_broken(look, visit):
    told = []
    page = look(visit, bypass_csp=False)
    page.on("console", lambda message: told.append(message.text))
    page.reload()
    assert told == []


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("self", {"for-self": True, "for-child": False, "for-ward": False}),
        ("child", {"for-self": False, "for-child": True, "for-ward": False}),
        ("ward", {"for-self": False, "for-child": False, "for-ward": True}),
    ],
)
def test_only_the_questions_of_the_answer_are_shown(look, who, shown):
    page = look(START, java_script_enabled=False)
    choose(page, "who", who)
    assert {name: page.locator(f".{name}").first.is_visible() for name in shown} == shown
    assert page.locator("#id_represents_birth_name").is_visible() is (who != "self")


def values(page):
    return {name: page.input_value(f"#id_{name}") for name in PERSON}


def test_back_keeps_what_was_typed_on_each_step(look):
    page = look(Visit("wording", PATH, to_wording))
    page.fill("[name=grounds]", "Mon métier est rare.")
    page.go_back()
    assert page.locator("[name=fund]:checked").get_attribute("value") == "cpam-de-lille-douai"
    page.go_back()
    assert values(page) == PERSON
    page.go_forward()
    page.go_forward()
    assert page.input_value("[name=grounds]") == "Mon métier est rare."


def test_the_button_back_keeps_what_was_typed(look):
    page = look(Visit("wording", PATH, to_wording))
    page.fill("[name=grounds]", "Mon métier est rare.")
    send(page, page.get_by_role("button", name="Retour"))
    assert page.locator("[name=fund]:checked").get_attribute("value") == "cpam-de-lille-douai"
    send(page, page.get_by_role("button", name="Retour"))
    assert values(page) == PERSON
    go(page)
    go(page)
    assert page.input_value("[name=grounds]") == "Mon métier est rare."


def test_reload_shows_the_same_letters(look):
    page = look(LETTERS)
    before = page.locator("article").first.text_content()
    page.reload()
    assert page.locator("article").first.text_content() == before


def test_an_error_keeps_what_was_typed_and_has_the_keyboard(look):
    page = look(START)
    person(page)
    fill(page, {"birth_date": "31/02/1979"})
    go(page)
    assert values(page) == {**PERSON, "birth_date": "31/02/1979"}
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.get_by_role("link", name="Date de naissance").click()
    assert page.evaluate("document.activeElement.id") == "id_birth_date"


def test_enter_in_a_field_goes_on_and_not_back(look):
    page = look(Visit("wording", PATH, to_wording))
    send(page, page.get_by_role("button", name="Retour"))
    choose(page, "fund", "listed")
    page.locator("[name=fund][value=other]").press("Space")
    with page.expect_navigation():
        page.locator("[name=other_name]").press("Enter")
    assert "indiquez le nom de l’organisme" in page.inner_text(".error-summary")


def test_the_mail_is_already_written(look):
    link = look(LETTERS).get_by_role("link", name="Ouvrir un mail déjà rempli pour Plateforme")
    assert link.get_attribute("href").startswith("mailto:dpd@health-data-hub.fr?subject=")


class Keyboard:
    """Somebody without a mouse: only Tab, Enter, Space and letters."""

    def __init__(self, page):
        self.page = page

    def reach(self, selector):
        for _ in range(120):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"document.activeElement.matches({selector!r})"):
                assert sight.focused(self.page)["drawn"]
                return
        pytest.fail(f"{selector} is out of the keyboard's reach")

    def press(self, selector, key):
        self.reach(selector)
        self.page.keyboard.press(key)

    def type(self, name):
        self.reach(f"[name={name}]")
        self.page.keyboard.type(PERSON[name])

    def enter(self, selector=None):
        """Follows a link, presses a button, or sends the form from the field one is in."""
        if selector:
            self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def test_from_home_to_the_printed_letter_with_the_keyboard_alone(look):
    page = look(PORTAL[0])
    keyboard = Keyboard(page)
    keyboard.enter("main a[href='/s-opposer/']")
    keyboard.press("[name=who]", "Space")
    for name in PERSON:
        keyboard.type(name)
    keyboard.enter()
    keyboard.press("[name=fund]", "Space")
    keyboard.enter("#parcours .button")
    keyboard.press("[name=fund_checked]", "Space")
    keyboard.press("[name=hdh_checked]", "Space")
    keyboard.enter("#parcours .button")
    assert page.inner_text("h1 >> nth=0") == "Vos courriers sont prêts"
    keyboard.reach("[name=faire][value=fund]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "courrier-caisse.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-")
