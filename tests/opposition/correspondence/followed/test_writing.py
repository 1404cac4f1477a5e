"""The letters themselves: the form's own words first, then what the journals say, and no more."""

from dataclasses import replace

import pytest

from opposition.correspondence import LetterError, followed, requests
from opposition.correspondence.resuming import writing as retyped
from opposition.domain.vocabulary import AnswerCode, Evidence, Kind
from opposition.models import Addressee
from tests.opposition.correspondence.followed.folders import (
    CHILD,
    CITIZEN,
    answers,
    cases,
    complaint,
    composed,
    key_of,
    note,
    opened,
    received,
    request,
    silent,
    words,
)
from tests.opposition.correspondence.resuming.test_writing import draft
from tests.opposition.domain.journal import day
from tests.opposition.told import silent as told_silent

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = "Mon 2026-12-28"
SILENCE = "cnil-complaint-silence"
MENDED = ("2 RUE DU RETOUR", "75015 PARIS")


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"represents": CHILD},
        {"grounds": ("Mon métier est rare.",), "statements": ("ce-444937", "azure-2019")},
        {"lines": {"fund": ("1 RUE DITE", "34000 MONTPELLIER"), "hdh": MENDED}},
    ],
)
def test_a_first_letter_is_the_one_that_the_form_gives(changed):
    dossier = opened(**changed)
    expected = requests.write(answers(**changed))
    found = [
        composed(dossier, request(dossier, name), f"{name}-objection", "Thu 2026-11-19")
        for name in ("fund", "hdh")
    ]
    assert found == expected


def test_it_bears_the_day_on_which_it_is_written_and_the_demands_reference():
    dossier = opened()
    written = composed(dossier, request(dossier), "hdh-objection", "Mon 2026-11-30")
    assert "Le 30 novembre 2026\nRéférence : ACDE-FGHJ" in words(written)
    assert (written.name, written.reference) == ("hdh", "ACDE-FGHJ")


def test_a_reminder_says_what_the_same_dates_typed_again_would_say():
    dossier = opened()
    silent(request(dossier))
    expected = retyped.write(
        draft("reminder-1", told_silent(), reference="ACDE-FGHJ", citizen=CITIZEN)
    )
    assert composed(dossier, request(dossier), "reminder-1", TODAY) == expected


def test_a_complaint_too():
    dossier = opened(bodies={"hdh": answers().bodies["hdh"]})
    silent(request(dossier))
    expected = retyped.write(
        draft(
            SILENCE,
            told_silent(),
            reference="MNPQ-3467",
            citizen=CITIZEN,
            court_seized=False,
            disclose_identity=True,
        )
    )
    said = followed.Complaint(court_seized=False, disclose_identity=True)
    assert composed(dossier, complaint(dossier), SILENCE, TODAY, answers=said) == expected


def test_a_second_reminder_recalls_the_first():
    dossier = opened()
    silent(request(dossier))
    note(request(dossier), "Thu 2026-12-24", Kind.REMINDER_SENT)
    note(request(dossier), "Fri 2027-01-08", Kind.NOTHING_CAME)
    text = words(composed(dossier, request(dossier), "reminder-2", "Fri 2027-01-08"))
    assert "Premier rappel envoyé le : 24 décembre 2026" in text


def test_an_address_mended_since_is_the_next_letters():
    dossier = opened()
    demand = request(dossier)
    silent(demand)
    body = followed.body_of(demand, key_of(dossier))
    demand.body = followed.seal_body(body, MENDED, key_of(dossier), demand.id)
    demand.save()
    text = words(composed(dossier, demand, "reminder-1", TODAY))
    assert "DELEGUE A LA PROTECTION DES DONNEES\n2 RUE DU RETOUR\n75015 PARIS\n" in text
    complained = words(composed(dossier, complaint(dossier), SILENCE, TODAY))
    assert "Adresse : 2 RUE DU RETOUR, 75015 PARIS" in complained


def test_so_is_a_name_mended_since():
    dossier = opened()
    told = followed.read_identity(dossier)
    mended = replace(told, citizen={**told.citizen, "birth_name": "Daubigné"})
    dossier.identity = followed.seal_identity(mended, key_of(dossier), dossier.id)
    written = composed(dossier, request(dossier), "hdh-objection", TODAY)
    assert "Nom de naissance : Daubigné\n" in words(written)


def test_what_the_person_leaves_unsaid_is_left_to_the_pen():
    dossier = opened()
    silent(request(dossier))
    text = words(composed(dossier, complaint(dossier), SILENCE, TODAY))
    assert "☐ Aucune juridiction n’est saisie de cette affaire." in text


def test_a_complaint_goes_to_the_cnil_even_where_the_directory_lost_it():
    dossier = opened()
    silent(request(dossier))
    demand = complaint(dossier)
    type(demand).objects.complaints().update(addressee=None)
    Addressee.objects.filter(key="cnil-plaintes").delete()
    assert "SERVICE DES PLAINTES" in words(composed(dossier, demand, SILENCE, TODAY))


@pytest.mark.parametrize("letter", ["reminder-1", SILENCE])
def test_a_request_that_left_on_an_unknown_day_asks_for_that_day(letter):
    dossier = opened()
    note(request(dossier), "Mon 2026-11-23", Kind.RECEIVED, evidence=Evidence.TRACKING)
    note(request(dossier), "Thu 2026-12-24", Kind.NOTHING_CAME)
    demand = complaint(dossier) if letter == SILENCE else request(dossier)
    with pytest.raises(LetterError) as caught:
        composed(dossier, demand, letter, TODAY)
    assert (caught.value.fact, caught.value.sentence) == (
        "earlier[0].sent_on",
        "dites d’abord quel jour la demande est partie.",
    )
    assert followed.options(dossier, cases(dossier, TODAY), day(TODAY)) == []


def test_a_fact_that_no_letter_can_take_is_named():
    dossier = opened()
    received(request(dossier), Evidence.DECLARED, how="estimée au hasard")
    note(request(dossier), "Thu 2026-12-24", Kind.NOTHING_CAME)
    with pytest.raises(LetterError) as caught:
        composed(dossier, request(dossier), "reminder-1", TODAY)
    assert caught.value.fact == "earlier[0].evidence"


def test_a_letter_that_the_law_does_not_open_is_not_written():
    dossier = opened()
    received(request(dossier))
    with pytest.raises(followed.LockedError):
        composed(dossier, complaint(dossier), SILENCE, TODAY)


def offered(dossier, today=TODAY):
    return [one.key for one in followed.options(dossier, cases(dossier, today), day(today))]


def test_the_letters_open_today_are_those_of_the_same_dates_typed_again():
    dossier = opened()
    assert offered(dossier) == []
    silent(request(dossier))
    silent(request(dossier, "fund"))
    assert offered(dossier) == ["reminder-fund", "reminder-hdh", SILENCE]


def test_no_reminder_is_offered_to_who_answered_in_part():
    dossier = opened()
    received(request(dossier))
    note(request(dossier), "Tue 2026-12-01", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS)
    note(request(dossier), "Wed 2026-12-02", Kind.INCOMPLETE)
    note(request(dossier), "Thu 2026-12-24", Kind.NOTHING_CAME)
    assert offered(dossier) == ["cnil-complaint-refusal"]
    text = words(composed(dossier, complaint(dossier), "cnil-complaint-refusal", TODAY))
    assert "L’opposition n’est enregistrée que pour une partie" in text
    assert "aucune réponse" not in text


@pytest.mark.parametrize("letter", ["hdh-objection", "reminder-1", SILENCE])
def test_a_letter_costs_few_queries(letter, django_assert_max_num_queries):
    dossier = opened()
    demand = complaint(dossier) if letter == SILENCE else request(dossier)
    if letter != "hdh-objection":
        silent(request(dossier))
    judged = cases(dossier, TODAY)
    with django_assert_max_num_queries(1):
        followed.compose(dossier, judged, demand, letter, today=day(TODAY))
