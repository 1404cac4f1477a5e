"""What an answer says: only what its kind makes useful is asked, and kept."""

import re
from datetime import date
from pathlib import Path

import pytest

from letters import needs, nir
from opposition.correspondence.resuming.histories import BESIDE, JUDGED
from opposition.domain.vocabulary import AnswerCode
from opposition.forms.resuming.answers import CONTESTABLE, AnswersForm
from opposition.forms.resuming.kinds import KINDS
from tests.opposition.retyped import reply
from tests.opposition.told import history, unknown
from tests.opposition.typed import query

TODAY = date(2026, 12, 28)
SHEET = Path(__file__).resolve().parents[4] / "static/css/resuming.css"


def judged(kind, told=None, **more):
    data = query(reply("hdh", kind, **more))
    form = AnswersForm(data, histories={"hdh": told or history()}, today=TODAY)
    form.is_valid()
    return form


def errors(form):
    return {
        name.removeprefix("hdh_"): [str(sentence) for sentence in sentences]
        for name, sentences in form.errors.items()
    }


def test_every_class_of_answer_may_be_told_but_those_that_are_dates():
    assert set(AnswerCode) - set(KINDS) == {AnswerCode.ID_REQUEST, AnswerCode.EXTENSION}


def test_the_letters_and_the_pages_agree_on_what_may_be_contested():
    assert set(needs.CONTESTABLE) == CONTESTABLE


def test_a_refusal_needs_no_more_than_its_day():
    form = judged("REFUSED_UNIDENTIFIABLE", missing=["remedy"], quote="Non.")
    assert form.errors == {}
    found = form.reply("hdh")
    assert (found.code, found.on, found.quote, found.missing) == (
        AnswerCode.REFUSED_UNIDENTIFIABLE,
        date(2026, 12, 1),
        "Non.",
        ("remedy",),
    )
    assert not found.contested


@pytest.mark.parametrize("kind", sorted(JUDGED))
def test_whether_an_answer_is_enough_only_the_person_says(kind):
    assert "enough" in errors(judged(kind, quote="Non."))
    assert judged(kind, quote="Non.", enough="no").reply("hdh").contested
    assert not judged(kind, quote="Non.", enough="yes").reply("hdh").contested


@pytest.mark.parametrize("kind", sorted(BESIDE))
def test_what_is_no_answer_asks_whether_anything_came_since(kind):
    assert errors(judged(kind)) == {"since": ["dites si vous avez reçu autre chose depuis."]}
    assert errors(judged(kind, since="yes")) == {
        "since": ["décrivez plutôt cette autre réponse, plus haut."]
    }
    assert judged(kind, since="no").reply("hdh").only


def test_what_its_kind_does_not_ask_is_left_out():
    found = judged("ACK", since="no", enough="no", missing=["remedy"]).reply("hdh")
    assert (found.contested, found.missing) == (False, ())
    assert not judged("REFUSED_EXCESSIVE", since="no", enough="no").reply("hdh").only


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"on": ""}, {"on": "indiquez le jour où vous l’avez reçue."}),
        ({"on": "29/12/2026"}, {"on": "cette date est dans le futur."}),
        ({"on": "22/11/2026"}, {"on": "cette date est avant celle de la réception."}),
        ({"kind": ""}, {"kind": "dites ce que contient la réponse."}),
        ({"quote": "2 95 10 99 126 111 93"}, {"quote": nir.REFUSAL}),
        (
            {"quote": "x" * 301},
            {"quote": "ce texte est trop long\u202f: 300 caractères au plus."},
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_field(more, wrong):
    kind = more.pop("kind", "REFUSED_EXCESSIVE")
    assert errors(judged(kind, **more)) == {k: [v] for k, v in wrong.items()}


def test_without_a_receipt_an_answer_follows_the_sending():
    form = judged("REFUSED_EXCESSIVE", unknown(), on="19/11/2026")
    assert errors(form) == {"on": ["cette date est avant celle de l’envoi."]}


def test_another_answer_is_quoted_since_the_complaint_rests_on_its_words():
    assert errors(judged("OTHER", enough="no")) == {
        "quote": ["recopiez la phrase principale de la réponse."]
    }
    assert errors(judged("OTHER", enough="no", quote="1 95 10 99 126 111 93")) == {
        "quote": [nir.REFUSAL]
    }


@pytest.mark.parametrize("kind", ["ID_REQUEST", "EXTENSION", "BOUNCE", "<b>"])
def test_a_kind_that_is_not_offered_cannot_be_chosen(kind):
    assert "kind" in errors(judged(kind))


def test_the_page_hides_by_kind_exactly_what_the_form_leaves_out():
    rules = dict(re.findall(r"\.body:has\((.*?):checked\) (\.for-\w+)", SHEET.read_text()))
    shown = {rule: set(re.findall(r'value="([A-Z_]+)"', kinds)) for kinds, rule in rules.items()}
    assert {name: codes for name, codes in shown.items() if codes} == {
        ".for-judged": JUDGED,
        ".for-refusing": CONTESTABLE,
        ".for-beside": BESIDE,
    }
