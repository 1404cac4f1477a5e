"""Every page of the list, narrow and wide, by day and by night, as a person may need it."""

import pytest

from tests.browser import sight
from tests.browser.visits import GALLERY, VISITS

every_visit = pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.name)


@every_visit
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(look, visit, width, scheme):
    page = look(visit, width=width, color_scheme=scheme)
    assert sight.violations(page) == []


@every_visit
def test_nothing_scrolls_sideways_at_320_pixels(look, visit):
    page = look(visit, width=320)
    assert sight.sideways(page) == 0
    page.add_style_tag(content=sight.SPACED)
    assert sight.sideways(page) == 0


@every_visit
def test_the_policy_of_the_page_is_never_broken(look, site, visit):
    told = []
    page = look(visit, bypass_csp=False)
    page.on("console", lambda message: told.append(message.text))
    page.reload()
    assert [text for text in told if "status of" not in text] == []


@every_visit
def test_the_page_is_whole_without_scripts(look, visit):
    page = look(visit, java_script_enabled=False)
    assert page.locator("main h1").count() == 1


@every_visit
def test_the_keyboard_reaches_everything_and_is_always_seen(look, visit):
    page = look(visit)
    page.locator(".skip").focus()  # the first stop; test_ways.py comes to it from outside
    reached = []
    for _ in range(80):
        page.keyboard.press("Tab")
        focus = sight.focused(page)
        if focus["tag"] == "BODY":
            break
        reached.append(focus)
    assert [focus for focus in reached if not (focus["drawn"] and focus["seen"])] == []
    expected = page.locator("a[href], button, input, select, textarea, summary, [tabindex='0']")
    radios = page.locator("input[type=radio]")  # a group is one stop
    hidden = page.locator("input[type=hidden]")
    groups = radios.evaluate_all("all => new Set(all.map((one) => one.name)).size")
    assert len(reached) + 1 == expected.count() - hidden.count() - radios.count() + groups


@pytest.mark.parametrize("forced", ["active", "none"])
def test_the_parts_keep_their_edges_in_forced_colours(look, forced):
    page = look(GALLERY[0], forced_colors=forced)
    edges = page.locator(
        "input:is(.short, .medium), textarea, select, .choice, .button"
    ).evaluate_all("all => all.map((one) => getComputedStyle(one).borderTopStyle)")
    assert set(edges) == {"solid"}


def test_nothing_moves_for_who_asks_for_calm(look):
    page = look(GALLERY[0], reduced_motion="reduce")
    moving = page.locator("*").evaluate_all(
        "all => all.filter((one) => getComputedStyle(one).transitionDuration !== '0s').length"
    )
    assert moving == 0


def test_paper_shows_the_words_alone(look):
    page = look(GALLERY[0])
    page.emulate_media(media="print")
    for gone in (".skip", ".menu", ".steps", ".actions"):
        assert not page.locator(gone).first.is_visible()
    assert page.locator(".letter").is_visible()


def test_a_planted_fault_is_seen(look):
    page = look(GALLERY[0], width=320)
    planted = "<img src=x><input><p style='width: 900px'>large"
    page.evaluate("(html) => document.querySelector('main').innerHTML += html", planted)
    assert sight.sideways(page) > 0
    found = {line.split(":")[0] for line in sight.violations(page)}
    assert {"image-alt", "label"} <= found
