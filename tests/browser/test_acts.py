"""What a person says and changes, in Chromium: axe, narrow screens, keyboard, no script, Back."""

import pytest

from tests.browser import sight
from tests.browser.acts import STAGES, by_post, declared, place, stale, to
from tests.browser.dossier import FUND, HUB, home, opened, overdue, unproved
from tests.browser.objecting import PATH as OBJECTING
from tests.browser.objecting import choose, fill
from tests.browser.resuming import ago
from tests.browser.visits import Visit

NARROW, MIDDLE, WIDE = 320, 768, 1280


def walk(page, seen):
    """What is wrong at each stage; nothing is an empty dictionary."""
    wrong = {}
    for name, act in STAGES.items():
        act(page)
        if found := seen(page):
            wrong[name] = found
    return wrong


def start(look, **options):
    return look(Visit("form", OBJECTING), **options)


def begun(look, **options):
    page = start(look, **options)
    opened(page)
    return page


@pytest.mark.parametrize(
    ("width", "scheme"), [(WIDE, "light"), (MIDDLE, "light"), (NARROW, "light"), (WIDE, "dark")]
)
def test_axe_finds_nothing_at_any_stage(look, width, scheme):
    page = start(look, width=width, color_scheme=scheme)
    assert walk(page, sight.violations) == {}


@pytest.mark.parametrize("width", [NARROW, MIDDLE])
def test_nothing_scrolls_sideways_even_widely_spaced(look, width):
    def wide(page):
        plain = sight.sideways(page)
        page.add_style_tag(content=sight.SPACED)
        return (plain, sight.sideways(page)) != (0, 0)

    assert walk(start(look, width=width), wide) == {}


def test_every_stage_is_reached_without_scripts_and_under_the_policy(look):
    page = start(look, java_script_enabled=False, bypass_csp=False)
    told = []
    page.on("console", lambda message: told.append(message.text))
    assert walk(page, lambda page: page.locator("main h1").count() != 1) == {}
    assert [text for text in told if "status of" not in text] == []


def test_the_keyboard_reaches_everything_and_is_always_seen(look):
    def lost(page):
        page.locator(".skip").focus()
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            focus = sight.focused(page)
            if (
                focus["tag"] == "BODY"
                or page.evaluate("document.activeElement.className") == "skip"
            ):
                break  # round: a short page leaves out the browser's own stops
            reached.append(focus)
        stops = page.locator("a[href], button, textarea, summary, input:not([type=radio])")
        radios = page.locator("input[type=radio]:visible")
        groups = radios.evaluate_all("all => new Set(all.map((one) => one.name)).size")
        wanted = sum(stop.is_visible() for stop in stops.all()) + groups
        unseen = [one["words"] for one in reached if not (one["drawn"] and one["seen"])]
        return unseen if len(reached) + 1 == wanted else f"{len(reached) + 1} of {wanted}"

    page = begun(look)
    by_post(page)
    assert lost(page) == []
    for name in ("coordonnees/", "arreter/", "effacer/", "effacer/?suite=1", "liens/"):
        place(page, name)
        assert lost(page) == []
    unproved(page)
    declared(page, HUB, "recu")
    assert lost(page) == []


SHOWN = {
    (FUND, "poste", "channel", "ameli"): set(),
    (FUND, "poste", "channel", "post"): {"number"},
    (FUND, "deja-ecrit", "evidence", "unknown"): set(),
    (FUND, "deja-ecrit", "evidence", "tracking"): {"received_on"},
    (FUND, "deja-ecrit", "evidence", "declared"): {"received_on", "how"},
    (HUB, "recu", "evidence", "estimated"): set(),
    (HUB, "recu", "evidence", "declared"): {"how"},
    (HUB, "repondu", "code", "ACK"): set(),
    (HUB, "repondu", "code", "REFUSED_EXCESSIVE"): {"missing"},
    (HUB, "incomplet", "verdict", "couvre"): set(),
    (HUB, "incomplet", "verdict", "incomplet"): {"scopes"},
}


def test_only_the_questions_of_the_answer_are_shown(look):
    page = begun(look, java_script_enabled=False)
    unproved(page)
    found = {}
    for body, word, name, value in SHOWN:
        to(page, body, word)
        choose(page, name, value)
        groups = page.locator("[class^='for-']").all()
        shown = {one.get_attribute("class") for one in groups if one.is_visible()}
        found[body, word, name, value] = {one.removeprefix("for-") for one in shown}
    assert found == SHOWN


def lines(page, words):
    home(page)
    return page.locator(".timeline ul > li", has_text=words).count()


def test_a_double_click_and_going_back_are_one_line(look):
    page = begun(look)
    to(page, FUND, "poste")
    for press in ("dblclick", "click"):
        fill(page, {"on": ago(0)})
        choose(page, "channel", "ameli")
        getattr(page.locator("#parcours button"), press)()
        page.wait_for_url("**/dossier/?fait=poste*")
        page.go_back()
    assert lines(page, "Lettre envoyée") == 1


def test_an_overtaken_page_keeps_what_was_typed_and_has_the_keyboard(look):
    page = begun(look)
    unproved(page)
    stale(page)
    assert "Entre-temps, ce dossier a changé" in page.inner_text("main .warning")
    assert page.evaluate("document.activeElement.className") == "warning"
    assert page.input_value("[name=on]") == ago(4)
    page.locator("#parcours button").click()
    page.wait_for_url("**/dossier/?fait=accuse*")


def test_an_error_has_the_keyboard_and_leads_to_its_field(look):
    page = begun(look)
    to(page, FUND, "poste")
    page.locator("#parcours button").click()
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.get_by_role("link", name="Envoyé le").click()
    assert page.evaluate("document.activeElement.id") == "id_on"


def test_what_was_said_leads_back_to_its_own_demand(look):
    page = begun(look)
    unproved(page)
    overdue(page)
    reference = page.locator("article", has=page.get_by_role("heading", name=HUB)).get_attribute(
        "id"
    )
    assert page.url.endswith(f"/dossier/?fait=recu#{reference}")
    to(page, HUB, "rien")
    page.get_by_role("link", name="J’ai reçu une réponse").click()
    assert page.url.endswith(f"/{reference}/repondu/")


def test_an_erased_dossier_is_gone_from_this_browser(look, site):
    page = begun(look)
    place(page, "effacer/?suite=1")
    choose(page, "sure")
    page.get_by_role("button", name="Effacer le dossier").click()
    page.get_by_role("heading", name="Votre dossier est effacé").wait_for()
    assert [one["name"] for one in page.context.cookies() if one["name"] == "dossier"] == []
    assert sight.violations(page) == []
    page.goto(f"{site}/dossier/")
    assert page.url == f"{site}/retrouver/"


def test_all_is_taken_home(look):
    page = begun(look)
    place(page, "export/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger").click()
    assert download.value.suggested_filename == "dossier.zip"
