"""From valid steps to a draft; from a refusal of the press back to the question."""

from datetime import date

import pytest

from letters.facts import FactsError
from opposition.correspondence import LetterError
from opposition.correspondence.resuming import authority, write
from opposition.forms.resuming import drafting, way
from opposition.models import Addressee
from tests.opposition import typed
from tests.opposition.retyped import (
    BOTH,
    COMPLAINT,
    FUND,
    NOTHING,
    TYPED_FUND,
    came,
    dates,
    refusing_hub,
    sent,
    silent_hub,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 28)


@pytest.fixture(autouse=True)
def _directory():
    typed.load()


def journey(data):
    found = way.resolve(typed.query(data), TODAY)
    assert found.step == "courrier", (found.step, found.form.errors)
    return found


def draft(data):
    return drafting.draft(journey(data), authority.record())


def fund_reminder(fund=FUND):
    told = (BOTH, fund, dates("fund", reference="7K3M-9XDC"), dates("hdh"))
    words = (came(fund=NOTHING, hdh=NOTHING), {"letter": "reminder-fund"}, COMPLAINT)
    return sent("vous", *told, *words)


def test_a_complaint_goes_to_the_cnil_with_a_reference_of_its_own():
    made = draft(silent_hub(ref="ACDE-FGHJ"))
    assert made.addressee.key == "cnil-plaintes"
    assert made.lines[-1] == "75334 PARIS CEDEX 07"
    assert made.reference == "ACDE-FGHJ"
    assert (made.court_seized, made.disclose_identity) == (False, True)
    assert (made.place, made.fund) == ("Montpellier", "")


def test_a_reminder_goes_to_its_body_under_the_first_letters_reference():
    made = draft(fund_reminder())
    assert (made.addressee.key, made.reference, made.fund) == ("sure", "7K3M-9XDC", "CPAM sûre")
    assert (made.court_seized, made.disclose_identity) == (None, None)


def test_a_corrected_address_is_the_one_printed():
    made = draft(silent_hub(letter="reminder-hdh", hdh_lines="1 rue Neuve\r\n75001 PARIS"))
    assert made.lines == ("1 rue Neuve", "75001 PARIS")


@pytest.mark.parametrize(
    ("data", "fact", "step", "field"),
    [
        (silent_hub(), "citizen.birth_name", "vous", "birth_name"),
        (silent_hub(), "citizen.address[0]", "vous", "street"),
        (silent_hub(), "place", "vous", "town"),
        (silent_hub(), "earlier[0].evidence", "dates", "hdh_how"),
        (silent_hub(), "earlier[0].sent_on", "dates", "hdh_sent_on"),
        (silent_hub(), "earlier[0].due_on", "possible", None),
        (refusing_hub(), "earlier[0].answer.quote", "reponse", "hdh_quote"),
        (refusing_hub(), "earlier[0].answer.date", "reponse", "hdh_on"),
        (silent_hub(), "earlier[0].answer.date", "possible", None),  # a step that was not asked
        (silent_hub(letter="reminder-hdh"), "addressee.address", "adresse", "hdh_lines"),
        (fund_reminder(), "addressee.address", "caisse", "fund"),
        (fund_reminder(), "fund", "caisse", "fund"),
        (fund_reminder(TYPED_FUND), "addressee.address", "caisse", "other_lines"),
        (fund_reminder(TYPED_FUND), "addressee.name", "caisse", "other_name"),
        (silent_hub(), "fund", "possible", None),
        (silent_hub(), "earlier[1].sent_on", "vous", "complained_on"),
        (silent_hub(), "reference", "vous", None),
    ],
)
def test_a_refusal_of_the_press_leads_to_its_question(data, fact, step, field):
    found = journey(data)
    name = found.option.key
    drafting.accuse(found, LetterError(name, FactsError(fact, "ceci ne va pas.")))
    assert found.step == step
    assert found.form.errors == {field or "__all__": ["ceci ne va pas."]}
    assert found.form.faults[0].sentence == "ceci ne va pas."


def test_back_at_the_fund_the_funds_are_proposed_again():
    found = journey(fund_reminder())
    drafting.accuse(found, LetterError("reminder-fund", FactsError("fund", "trop long.")))
    assert [fund.key for fund in found.fund.proposed] == ["unsure", "sure", "demo-caisse"]


def test_an_address_typed_too_wide_for_its_envelope_is_caught():
    wide = "\r\n".join(["x" * 80] * 4)
    found = journey(fund_reminder({**TYPED_FUND, "other_lines": wide}))
    made = drafting.draft(found, authority.record())
    with pytest.raises(LetterError) as caught:
        write(made)
    drafting.accuse(found, caught.value)
    assert (found.step, list(found.form.errors)) == ("caisse", ["other_lines"])


def test_nothing_is_written_to_the_database():
    before = Addressee.objects.count()
    write(draft(fund_reminder(TYPED_FUND)))
    assert Addressee.objects.count() == before
