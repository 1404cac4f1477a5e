"""Dates typed again: each impossible one is told at its field, in a sentence."""

from datetime import date

import pytest

from letters import nir
from opposition.domain.vocabulary import Evidence
from opposition.forms.resuming.dates import DatesForm
from tests.opposition.retyped import dates
from tests.opposition.typed import directory, query

TODAY = date(2026, 12, 28)
HUB = directory()["hdh-dpd"]
EXTENDED = {"extended": "yes", "extended_on": "01/12/2026", "reasoned": "yes"}
ASKED = {"identity": "yes", "id_asked": "01/12/2026", "doubted": "yes"}
DECLARED = {"proof": "declared", "how": "remise au guichet"}


def judged(**told):
    form = DatesForm(query(dates("hdh", **told)), bodies={"hdh": HUB}, today=TODAY)
    form.is_valid()
    return form


def errors(form):
    return {
        name.removeprefix("hdh_"): [str(sentence) for sentence in sentences]
        for name, sentences in form.errors.items()
    }


def history(**told):
    form = judged(**told)
    assert form.errors == {}
    (found,) = form.histories
    return found


def test_what_is_told_becomes_a_history():
    found = history(
        **EXTENDED,
        **ASKED,
        id_given="04/12/2026",
        reminder_1="24/12/2026",
        reminder_2="26/12/2026",
        reference="7k3m 9xdc",
    )
    assert (found.sent_on, found.received_on) == (date(2026, 11, 20), date(2026, 11, 23))
    assert found.evidence is Evidence.SIGNED_RETURN_SLIP
    assert (found.extended_on, found.reasoned) == (date(2026, 12, 1), True)
    assert (found.id_asked, found.doubted, found.id_given) == (
        date(2026, 12, 1),
        True,
        date(2026, 12, 4),
    )
    assert found.reminders == (date(2026, 12, 24), date(2026, 12, 26))
    assert found.reference == "7K3M-9XDC"


def test_what_was_not_asked_is_left_out_whatever_it_holds():
    found = history(proof="unknown", received_on="n’importe quoi", how="x" * 999)
    assert (found.evidence, found.received_on, found.how) == (None, None, "")
    found = history(extended="no", extended_on="31/02/2026", identity="no", id_asked="hier")
    assert (found.extended_on, found.id_asked) == (None, None)


def test_a_declared_date_needs_a_word_on_how_it_is_known():
    assert history(**DECLARED).how == "remise au guichet"
    assert errors(judged(proof="declared")) == {
        "how": ["dites en quelques mots comment vous le savez."]
    }


FUTURE, OLD = (
    "cette date est dans le futur.",
    "cette date est trop ancienne\u202f: vérifiez l’année.",
)
SHAPE = "elle s’écrit comme 7K3M-9XDC\u202f; laissez vide si vous ne l’avez pas."
BEFORE_SENT = "cette date est avant celle de l’envoi."
BEFORE_RECEIPT = "cette date ne peut pas précéder la réception, le 23 novembre 2026."


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"sent_on": ""}, {"sent_on": "indiquez le jour de l’envoi."}),
        ({"received_on": ""}, {"received_on": "indiquez le jour de réception."}),
        ({"proof": ""}, {"proof": "dites comment vous connaissez le jour de réception."}),
        ({"sent_on": "29/12/2026"}, {"sent_on": FUTURE}),
        ({"received_on": "29/12/2026"}, {"received_on": FUTURE}),
        ({"sent_on": "24/05/2018"}, {"sent_on": OLD}),
        ({"received_on": "19/11/2026"}, {"received_on": BEFORE_SENT}),
        ({**EXTENDED, "extended_on": "22/11/2026"}, {"extended_on": BEFORE_RECEIPT}),
        ({**EXTENDED, "extended_on": ""}, {"extended_on": "indiquez le jour de cette annonce."}),
        ({**EXTENDED, "reasoned": ""}, {"reasoned": "dites si des raisons ont été données."}),
        ({**ASKED, "id_asked": "22/11/2026"}, {"id_asked": BEFORE_RECEIPT}),
        ({**ASKED, "doubted": ""}, {"doubted": "dites si un doute vous a été expliqué."}),
        (
            {**ASKED, "id_given": "30/11/2026"},
            {
                "id_given": "ces précisions d’identité ne peuvent pas être données avant d’être "
                "demandées, le 1er décembre 2026."
            },
        ),
        ({"reminder_1": "19/11/2026"}, {"reminder_1": BEFORE_SENT}),
        ({"reminder_1": "01/01/2027"}, {"reminder_1": FUTURE}),
        (
            {"reminder_2": "24/12/2026"},
            {"reminder_1": "indiquez d’abord la date du premier rappel."},
        ),
        (
            {"reminder_1": "24/12/2026", "reminder_2": "24/12/2026"},
            {"reminder_2": "le second rappel est parti après le premier."},
        ),
        (
            {"sent_on": "29/02/2025"},
            {"sent_on": "le 29/02/2025 n’existe pas\u202f: vérifiez le jour et le mois."},
        ),
        (
            {"sent_on": "3/11/26"},
            {"sent_on": "écrivez l’année en quatre chiffres, par exemple 31/12/1980."},
        ),
        (
            {"proof": "declared", "how": "estimée, je crois"},
            {
                "how": "une date estimée n’ouvre rien\u202f: répondez plutôt "
                "«\u202fJe ne sais pas\u202f»."
            },
        ),
        (
            {"reference": "7K3M"},
            {"reference": SHAPE},
        ),
        ({"proof": "estimated"}, None),
        ({"extended": "maybe"}, None),
    ],
)
def test_what_cannot_be_is_told_at_its_field(told, wrong):
    found = errors(judged(**told))
    if wrong is None:
        assert list(found) == list(told)
    else:
        assert found == {name: [sentence] for name, sentence in wrong.items()}


def test_without_a_receipt_what_followed_still_followed_the_sending():
    told = {**EXTENDED, "proof": "unknown", "extended_on": "19/11/2026"}
    assert errors(judged(**told)) == {"extended_on": [BEFORE_SENT]}


@pytest.mark.parametrize("name", ["sent_on", "received_on", "reminder_1", "reference"])
def test_a_social_security_number_is_refused_even_in_a_date(name):
    told = errors(judged(**{name: "2 95 10 99 126 111 93"}))
    assert nir.REFUSAL in told[name] or name == "reference"
    assert name in told


@pytest.mark.parametrize("how", ["2 95 10 99 126 111 93", "مكتب", "x" * 121])
def test_words_that_a_letter_cannot_print_are_refused(how):
    assert list(errors(judged(proof="declared", how=how))) == ["how"]


@pytest.mark.parametrize("day", ["25/05/2018", "28/12/2026"])
def test_the_first_and_the_last_day_are_taken(day):
    assert errors(judged(sent_on=day, received_on=day)) == {}


def test_a_body_that_the_directory_lacks_is_said():
    form = DatesForm(query({}), bodies={}, today=TODAY)
    assert not form.is_valid()
    assert form.non_field_errors() == ["cet organisme n’est pas dans l’annuaire du portail."]
