"""How far a demand has come, as a bar says it and as words do."""

import pytest

from opposition.views.dossier import stages
from tests.opposition.followed import case, plain

pytestmark = pytest.mark.django_db


def path(state, demand):
    found = stages.of(case(state, demand))
    marks = ["done" if one.done else "here" if one.current else "ahead" for one in found]
    return marks, plain(found[-1].words)


HERE, DONE, AHEAD = "here", "done", "ahead"


@pytest.mark.parametrize(
    ("state", "demand", "marks", "last"),
    [
        ("fresh", "fund", [HERE, AHEAD, AHEAD, AHEAD], "répondue"),
        ("returned", "hdh", [DONE, HERE, AHEAD, AHEAD], "répondue"),
        ("asked who", "fund", [DONE, DONE, HERE, AHEAD], "répondue"),
        ("refused", "fund", [DONE, DONE, DONE, HERE], "répondue"),
        ("filed", "hdh", [DONE, DONE, DONE, HERE], "CNIL saisie"),
        ("filed by post", "cnil-hdh", [DONE, HERE, AHEAD], "déposée"),
        ("filed", "cnil-hdh", [DONE, DONE, HERE], "déposée"),
        ("closed", "fund", [DONE] * 4, "répondue"),
    ],
)
def test_the_way_shows_how_far_the_demand_has_come(state, demand, marks, last):
    assert path(state, demand) == (marks, last)
