"""Questions that several acts ask: the ways in rule 8's order, numbers, how a day is known."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString

from letters import nir
from opposition.domain.vocabulary import Channel, Evidence, Scope
from opposition.forms.dossier import questions
from opposition.models import Addressee
from tests.opposition import followed
from tests.opposition.dossiers.made import SENT
from tests.opposition.forms.dossier.told import choices, form, plain, subject

SHEET = Path(__file__).resolve().parents[4] / "static/css/acts.css"


def asked(name="fund", word="poste"):
    return form(subject(followed.fresh(), name, word, SENT))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("fund", [Channel.AMELI, Channel.EMAIL_OWN, Channel.POST, Channel.FORM]),
        ("hdh", [Channel.EMAIL_OWN, Channel.POST, Channel.FORM]),
    ],
)
def test_the_free_ways_come_first_and_ameli_writes_to_a_fund_alone(name, ways):
    assert choices(asked(name), "channel") == ways


@pytest.mark.django_db
@pytest.mark.parametrize(("verified", "place"), [(date(2026, 11, 1), 0), (None, 3)])
def test_a_bodys_own_form_comes_first_once_staff_have_verified_it(verified, place):
    followed.load()
    Addressee.objects.filter(key="sure").update(
        portal="https://exemple.org/opposition",
        verified_on=verified,
        verified_by="staff@example.org" if verified else "",
    )
    assert choices(asked(), "channel")[place] == Channel.FORM


@pytest.mark.django_db
def test_no_way_is_offered_by_which_the_portal_itself_would_send():
    assert Channel.EMAIL_PORTAL not in choices(asked(), "channel")


@pytest.mark.parametrize(
    "number", ["", "1A12345678901", "1A 123 456 7890 1", "RK-123.456.789-FR", "6A1234567890AB1"]
)
def test_a_number_is_kept_as_it_was_typed(number):
    assert questions.post_number().clean(number) == number


@pytest.mark.parametrize("number", ["1A1234567890", "1A12345678901234", "n° 1A12345678901"])
def test_a_number_of_another_length_is_looked_at_again(number):
    with pytest.raises(ValidationError) as refused:
        questions.post_number().clean(number)
    assert plain(refused.value.messages[0]) == (
        "un numéro d’envoi compte de 13 à 15 signes ; vous pouvez aussi laisser vide."
    )


def test_a_social_security_number_is_no_number_of_a_letter():
    with pytest.raises(ValidationError) as refused:
        questions.post_number().clean("2 95 10 99 126 111 93")
    assert refused.value.messages == [nir.REFUSAL]


def test_a_day_is_known_by_what_shows_it_the_strongest_first():
    field = questions.evidence("unknown", "Je ne sais pas")
    values = [value for value, _words in field.choices]
    assert values == [
        *sorted((e for e in Evidence if e.opens), key=lambda e: e.rank, reverse=True),
        "unknown",
    ]
    assert [field.clean(value) for value in ("tracking", "unknown")] == [
        Evidence.TRACKING,
        "unknown",
    ]


def test_a_word_of_help_stands_under_its_choice_and_is_escaped():
    assert questions.hinted("Oui") == "Oui"
    made = questions.hinted("A & B", "<em>")
    assert made == 'A &amp; B <span class="hint">&lt;em&gt;</span>'
    assert isinstance(made, SafeString)


@pytest.mark.parametrize(("answer", "said"), [("yes", True), ("no", False)])
def test_a_question_with_two_answers_is_a_truth_value(answer, said):
    assert questions.yes_no("Oui ?", missing="dites-le.").clean(answer) is said


def test_a_question_with_two_answers_wants_one():
    with pytest.raises(ValidationError, match=r"dites-le\."):
        questions.yes_no("Oui ?", missing="dites-le.").clean("")


def test_every_part_of_what_may_be_answered_has_plain_words():
    assert set(questions.SCOPES) == set(Scope)
    field = questions.scopes("Quoi ?", [Scope.FUND, Scope.HDH])
    assert field.clean(["hdh"]) == [Scope.HDH]
    assert field.clean([]) == []


def test_the_style_sheet_knows_every_answer_that_shows_a_question():
    sheet = SHEET.read_text("utf-8")
    shown = [f'[value="{proof}"]' for proof in Evidence if proof.opens]
    assert [one for one in (*shown, '[value="post"]', '[value="incomplet"]') if one in sheet] == [
        *shown,
        '[value="post"]',
        '[value="incomplet"]',
    ]
