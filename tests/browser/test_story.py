"""The author's story in Chromium: from the form to a complaint, by what is seen on each page."""

import os
from pathlib import Path

import pytest

from tests.browser.surfer import Surfer
from tests.journey.stand import Stand
from tests.journey.story import Story
from tests.journey.test_followed import person

# Where pictures of each step go, for whoever wants to look at them.
PICTURES = os.environ.get("STORY_PICTURES")


@pytest.fixture
def stand(tmp_path):
    """A portal of its own: the time machine moves everybody."""
    stand = Stand(tmp_path / "portal")
    stand.start()
    yield stand
    stand.stop()


def test_the_story_is_walked_from_the_form_to_the_cnil(chromium, stand):
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    strangers = []
    page = context.new_page()
    page.on("request", lambda r: r.url.startswith(stand.site) or strangers.append(r.url))
    story = Story(Surfer(page, stand.site), person())
    for number, step in enumerate(story.steps(), 1):
        step()
        if PICTURES:
            file = Path(PICTURES) / f"{number:02}-{step.__name__}.png"
            page.screenshot(path=file, full_page=True)
    assert "C’est à la CNIL de se prononcer." in story.v.text
    assert sorted(story.pdfs) == ["complaint", "fund", "hdh", "reminder-1", "reminder-2"]
    assert strangers == []
    context.close()
