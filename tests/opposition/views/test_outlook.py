"""What a page says of one body: dates in words, each lock with its reason and its days."""

import pytest

from opposition.views.outlook import Outlook
from tests.opposition.domain.journal import day
from tests.opposition.told import case, history, replied, silent, unknown


def outlook(told, today="Mon 2026-12-28"):
    return Outlook(case(told, today), day(today))


def plain(text):
    return text.replace("\u202f", " ")


def told(found):
    return [
        (str(offer.title), offer.open, offer.lawful_from, plain(offer.proposal))
        for offer in found.offers
    ]


THU = "jeudi 24 décembre 2026"


def test_the_dates_are_said_in_words():
    found = outlook(silent())
    assert (found.received, found.due, found.late_from) == (
        "lundi 23 novembre 2026",
        "mercredi 23 décembre 2026",
        THU,
    )
    assert found.evidence == "avis de réception signé"


def test_an_unknown_receipt_says_nothing():
    found = outlook(unknown())
    assert (found.received, found.due, found.late_from, found.evidence) == ("", "", "", "")


WAIT = "Nous proposons d’attendre le mardi 29 décembre 2026 : une lettre peut encore arriver."
LATER = "Nous proposons le jeudi 21 janvier 2027, après le temps des rappels : rien n’y oblige."


def test_both_letters_are_open_with_the_earliest_day_and_ours():
    assert told(outlook(silent())) == [
        ("Un rappel", True, THU, WAIT),
        ("La plainte à la CNIL", True, THU, LATER),
    ]


def test_one_reason_for_both_is_said_once():
    found = outlook(unknown())
    assert told(found) == [("Un rappel, la plainte à la CNIL", False, "", "")]
    assert found.offers[0].because.startswith("Rien ne montre encore")


def test_a_day_that_is_past_is_not_proposed():
    assert [offer.proposal for offer in outlook(silent(), "Mon 2027-03-01").offers] == ["", ""]


def test_after_an_answer_no_reminder_is_spoken_of():
    found = outlook(history(reply=replied("REFUSED_EXCESSIVE")))
    assert told(found) == [("La plainte à la CNIL", True, "mardi 1er décembre 2026", "")]
    assert "refus de ce que vous demandiez" in str(found.after)


def test_a_settled_request_offers_nothing():
    found = outlook(history(reply=replied("REGISTERED_SNDS")))
    assert found.offers == []
    assert "Gardez cette réponse" in str(found.after)


@pytest.mark.parametrize(("given", "awaited"), [(None, True), (day("Fri 2026-12-04"), False)])
def test_identity_that_is_awaited_is_said(given, awaited):
    asked = history(id_asked=day("Tue 2026-12-01"), doubted=True, id_given=given)
    assert outlook(asked).awaited is awaited


def test_without_an_answer_nothing_is_said_of_one():
    assert outlook(silent()).after == ""


def test_the_plans_advice_is_passed_on():
    assert outlook(silent()).notes == case(silent(), "Mon 2026-12-28").plan.notes
    assert "un rappel est facultatif" in " ".join(outlook(silent()).notes)
