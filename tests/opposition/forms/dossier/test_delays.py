"""What may move the deadline: its day, and the one thing that makes it count."""

from datetime import date

import pytest

from tests.opposition import followed
from tests.opposition.dossiers.made import LATE
from tests.opposition.forms.dossier.told import errors, form, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
ON, DAY = {"on": "29/12/2026"}, date(2026, 12, 29)


def judged(word, data=None):
    return form(subject(followed.overdue(), "fund", word, LATE), data)


@pytest.mark.parametrize(
    ("word", "field", "said"),
    [
        ("identite", "doubted", "dites si un doute vous a été expliqué."),
        ("delai", "reasoned", "dites si des raisons ont été données."),
    ],
)
def test_what_makes_a_request_of_the_body_count_is_asked(word, field, said):
    assert errors(judged(word, ON)) == {field: [said]}
    assert judged(word, ON | {field: "no"}).told == {"on": DAY, field: False}
    assert judged(word, ON | {field: "yes"}).told == {"on": DAY, field: True}


def test_whoever_is_asked_who_they_are_is_told_to_write_first():
    (note,) = judged("identite").notes
    assert note.startswith("Vous pouvez d’abord répondre par écrit")
    assert note.endswith("Une copie de pièce d’identité ne s’envoie qu’en dernier recours.")


@pytest.mark.parametrize("word", ["identite-donnee", "renvoi"])
def test_the_rest_needs_its_day_alone(word):
    assert judged(word, ON).told == {"on": DAY}
