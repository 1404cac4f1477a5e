"""What a person does: jump over the menu, send a form, land on the summary of errors."""

from tests.browser.visits import GALLERY, PORTAL, Visit

HOME = PORTAL[0]
FORM = Visit("a form", "/essai/formulaire/")


def test_the_first_stop_of_the_keyboard_jumps_to_the_content(look):
    page = look(HOME)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_a_form_sent_by_a_real_browser_passes(look):
    """With Referrer-Policy: no-referrer its Origin would be "null", and Django would refuse it."""
    page = look(FORM, bypass_csp=False)
    page.get_by_label("Nom").fill("Zoé Nguyễn")
    page.get_by_role("button").click()
    assert page.inner_text("body") == "Zoé Nguyễn"


def test_a_form_sent_without_cookies_is_sent_back_kindly(look):
    page = look(FORM)
    page.context.clear_cookies()
    page.get_by_role("button").click()
    assert page.inner_text("h1") == "Formulaire non reconnu"


def test_the_summary_of_errors_has_the_keyboard_and_leads_to_the_field(look):
    page = look(GALLERY[0])
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.get_by_role("link", name="Indiquez votre nom de naissance").click()
    assert page.evaluate("document.activeElement.id") == "nom"


def test_a_card_can_be_ticked_anywhere_and_its_link_still_leads(look):
    page = look(GALLERY[0])
    page.locator(".choice").last.scroll_into_view_if_needed()
    box = page.locator(".choice").last.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5)
    assert page.get_by_label("J’accepte").is_checked()
    page.locator(".choice a").click()
    assert page.inner_text("h1") == "Vie privée"
