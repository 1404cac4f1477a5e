"""The letter left, arrived, came back: each form tells what its act needs, and no more."""

from datetime import date

import pytest

from opposition.domain.vocabulary import Channel, Evidence
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.forms.dossier.told import choices, errors, form, plain, subject

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = day("Wed 2026-12-30")
ON = {"on": "29/12/2026"}
DAY = date(2026, 12, 29)


def judged(word, data=None, make=followed.posted, name="fund"):
    return form(subject(make(), name, word, TODAY), data)


def test_a_letter_sent_by_post_has_a_number():
    asked = judged("poste", ON | {"channel": "post", "number": "1A 123 456 7890 1"})
    assert asked.told == {"on": DAY, "channel": Channel.POST, "number": "1A 123 456 7890 1"}
    assert not asked.own


def test_another_copy_is_no_letter_of_ours_and_no_argument_of_the_act():
    asked = judged("poste", ON | {"channel": "ameli", "other": "on"})
    assert asked.told == {"on": DAY, "channel": Channel.AMELI}
    assert asked.own


def test_sending_again_says_that_the_clock_begins_again():
    assert [plain(note) for note in judged("poste").notes] == [
        "Vous l’aviez envoyé le 24 novembre 2026 : un nouvel envoi fait repartir le délai."
    ]
    assert judged("poste", make=followed.fresh).notes == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"evidence": "unknown", "received_on": "x", "how": "x"}, {}),
        (
            {"evidence": "tracking", "received_on": "30/12/2026", "how": "x"},
            {"evidence": Evidence.TRACKING, "received_on": TODAY},
        ),
        (
            {"evidence": "declared", "received_on": "30/12/2026", "how": "au guichet"},
            {"evidence": Evidence.DECLARED, "received_on": TODAY, "how": "au guichet"},
        ),
    ],
)
def test_a_request_written_before_tells_what_is_known_of_it(data, told):
    asked = judged("deja-ecrit", ON | {"channel": "email_own"} | data, followed.fresh)
    assert errors(asked) == {}
    assert asked.told == {"on": DAY, "channel": Channel.EMAIL_OWN, **told}


def test_a_known_arrival_has_a_day():
    asked = judged("deja-ecrit", ON | {"channel": "post", "evidence": "tracking"}, followed.fresh)
    assert errors(asked) == {"received_on": ["indiquez le jour d’arrivée."]}


def test_a_receipt_may_be_an_estimate_that_says_of_itself_that_it_opens_nothing():
    asked = judged("recu", ON | {"evidence": "estimated"})
    assert asked.told == {"on": DAY, "evidence": Evidence.ESTIMATED}
    assert choices(asked, "evidence")[-1] == Evidence.ESTIMATED
    assert "n’ouvre rien" in asked.fields["evidence"].choices[-1][1]


def test_a_receipt_without_its_proof_is_asked_for_it():
    assert errors(judged("recu", ON)) == {"evidence": ["dites comment vous connaissez ce jour."]}


@pytest.mark.parametrize(
    ("name", "law"), [("fund", "RGPD, art. 12, § 3"), ("cnil-fund", "RGPD, art. 78, § 2")]
)
def test_the_day_of_receipt_starts_the_clock_of_who_received(name, law):
    assert law in str(judged("recu", name=name).lead)


@pytest.mark.parametrize("word", ["revenu", "accuse"])
def test_what_came_back_and_what_was_asked_need_their_day_alone(word):
    assert judged(word, ON).told == {"on": DAY}
