"""A followed dossier in Chromium, state after state: axe, narrow screens, keyboard, no script."""

import pytest

from tests.browser import sight
from tests.browser.dossier import STORY, card, home, opened, overdue, say, silent, unproved
from tests.browser.objecting import PATH as OBJECTING
from tests.browser.visits import Visit

NARROW, WIDE = 320, 1280


def walk(page, seen):
    """What is wrong at each stage of the story; nothing is an empty dictionary."""
    wrong = {}
    for name, act in STORY.items():
        act(page)
        if found := seen(page):
            wrong[name] = found
    return wrong


def start(look, **options):
    return look(Visit("form", OBJECTING), **options)


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (NARROW, "light"), (WIDE, "dark")])
def test_axe_finds_nothing_at_any_stage(look, width, scheme):
    page = start(look, width=width, color_scheme=scheme)
    assert walk(page, sight.violations) == {}


def test_nothing_scrolls_sideways_on_a_telephone_even_widely_spaced(look):
    def wide(page):
        plain = sight.sideways(page)
        page.add_style_tag(content=sight.SPACED)
        return plain, sight.sideways(page)

    page = start(look, width=NARROW)
    assert set(walk(page, wide).values()) == {(0, 0)}


def test_every_stage_is_reached_without_scripts_and_under_the_policy(look):
    page = start(look, java_script_enabled=False, bypass_csp=False)
    told = []
    page.on("console", lambda message: told.append(message.text))
    titles = {}

    def title(page):
        titles.setdefault(page.locator("main h1").first.inner_text())

    assert walk(page, title) == {}
    assert [words.split("\u202f")[0] for words in titles] == [
        "Votre dossier",
        "Votre lettre",
        "Le rappel",
        "La plainte",
        "Le rappel",
    ]
    assert [text for text in told if "status of" not in text] == []


def test_the_keyboard_reaches_everything_and_is_always_seen(look):
    page = start(look)
    opened(page)
    unproved(page)
    page.locator(".skip").focus()
    reached = []
    for _ in range(90):
        page.keyboard.press("Tab")
        focus = sight.focused(page)
        if focus["tag"] == "BODY":
            break
        reached.append(focus)
    assert [focus for focus in reached if not (focus["drawn"] and focus["seen"])] == []
    stops = page.locator("a[href], button, summary, textarea")
    assert len(reached) + 1 == sum(stop.is_visible() for stop in stops.all())


def test_what_is_asked_comes_first_and_its_answer_is_confirmed(look):
    page = start(look)
    opened(page)
    assert page.locator("h2").first.inner_text() == "À faire maintenant"
    unproved(page)
    assert page.locator("[role=status]").inner_text().startswith("C’est noté.")
    assert "#" in page.url


def test_a_date_unfolds_into_the_way_it_was_counted(look):
    page = start(look)
    opened(page)
    unproved(page)
    overdue(page)
    hub = card(page, "Le Health Data Hub")
    steps = hub.locator(".face details")
    assert not steps.locator("ol").is_visible()
    steps.locator("summary").press("Enter")
    assert steps.locator("li").first.inner_text().startswith("Demande reçue le")


def test_silence_is_what_the_person_says_and_may_take_back(look):
    page = start(look)
    opened(page)
    unproved(page)
    overdue(page)
    assert "Vous avez dit n’avoir rien reçu" not in page.inner_text("main")
    silent(page)
    assert page.get_by_role("link", name="Préparer un rappel").is_visible()
    page.get_by_role("link", name="c’est une erreur").click()
    page.locator("#parcours button").click()
    page.wait_for_url("**/dossier/?fait=annuler*")
    assert page.locator("del", has_text="Vous avez dit n’avoir rien reçu").count() == 1
    assert not page.get_by_role("link", name="Préparer un rappel").is_visible()


def test_the_calendar_is_taken_home(look):
    page = start(look)
    opened(page)
    with page.expect_download() as download:
        page.locator(".dossier-menu").get_by_role("link", name="agenda").click()
    assert download.value.suggested_filename == "prochaines-dates.ics"
    home(page)
    say(page, "Votre caisse", "Je l’ai envoyé")
    assert page.locator("#parcours").is_visible()
