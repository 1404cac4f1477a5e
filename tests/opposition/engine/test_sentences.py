"""What a notice says of each step: plain, dated, and never that there was silence."""

import re

import pytest

from opposition.domain.vocabulary import StepKind
from opposition.engine import sentences
from opposition.models.addressee import Kind
from tests.opposition.domain.journal import day

NOBODY_S = {StepKind.REVIEW_UNSENT, StepKind.REVIEW_REPLY, StepKind.CLOSE}  # told to no citizen
DUE = day("Wed 2026-12-23")
TOLD = sorted(sentences.SENTENCES)


def shown(step, **more):
    return sentences.paragraph(Kind.FUND, "7K3M-9PQR", step, day=DUE, **more)


def test_every_step_that_concerns_a_citizen_has_its_sentence():
    assert set(sentences.SENTENCES) == set(StepKind) - NOBODY_S


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (Kind.FUND, "À votre caisse, référence 7K3M-9PQR"),
        (Kind.CNAM, "À l’Assurance maladie (CNAM), référence 7K3M-9PQR"),
        (Kind.HDH, "Au Health Data Hub, référence 7K3M-9PQR"),
        (Kind.CNIL, "À la CNIL, référence 7K3M-9PQR"),
    ],
)
def test_a_body_goes_by_a_plain_name(kind, heading):
    assert sentences.paragraph(kind, "7K3M-9PQR", StepKind.ASK_POSTED).heading == heading


def test_every_kind_of_body_has_a_name():
    assert set(sentences.HEADINGS) == set(Kind)


@pytest.mark.parametrize("step", TOLD)
def test_a_sentence_is_whole_and_holds_nothing_to_fill_in(step):
    sentence = shown(step).sentence
    assert re.fullmatch(r"[A-ZÀ].*[.?]", sentence)
    assert "%" not in sentence
    assert len(sentence) <= 260


@pytest.mark.parametrize("step", TOLD)
def test_high_punctuation_follows_a_space_that_does_not_break(step):
    assert re.findall(r"[^\u202f][:;?!]", shown(step).sentence) == []
    assert "'" not in shown(step).sentence


# Rule 1: lateness is a date, silence is the person's word.
@pytest.mark.parametrize("step", [*TOLD])
def test_no_sentence_says_that_nobody_answered(step):
    claims = r"silence|retard|n’a pas répondu|n’ont pas répondu|sans réponse|aucune réponse"
    assert re.findall(claims, shown(step).sentence, re.IGNORECASE) == []


@pytest.mark.parametrize("step", [StepKind.PROPOSE_REMINDER_1, StepKind.PROPOSE_REMINDER_2])
def test_a_reminder_is_said_to_be_optional(step):
    """Rule 12, in its own words."""
    assert shown(step).sentence.endswith(
        "Vous pouvez saisir la CNIL dès aujourd’hui\u202f; un rappel est facultatif."
    )


@pytest.mark.parametrize(
    "step", [StepKind.ASK_SILENCE, StepKind.TELL_CNIL_SILENT, StepKind.WARN_CLOSING]
)
def test_what_turns_on_a_date_tells_it(step):
    assert "mercredi 23 décembre 2026" in shown(step).sentence


def test_the_silence_question_is_that_of_the_rule():
    """Rule 1."""
    question = "Avez-vous reçu quelque chose\u202f: courrier, message ameli, mail\u202f?"
    assert question in shown(StepKind.ASK_SILENCE).sentence


@pytest.mark.parametrize("again", [False, True])
def test_what_is_said_again_is_said_to_be_the_last_time(again):
    assert shown(StepKind.ASK_SILENCE, again=again).last_time is again


@pytest.mark.parametrize(
    ("steps", "subject"),
    [
        ([StepKind.ASK_POSTED], "Votre suivi\u202f: une question vous attend"),
        (
            [StepKind.EXPLAIN_LIMIT, StepKind.ASK_SCOPE],
            "Votre suivi\u202f: une question vous attend",
        ),
        ([StepKind.EXPLAIN_LIMIT], "Votre suivi\u202f: du nouveau sur votre page"),
        (
            [StepKind.EXPLAIN_REDIRECT, StepKind.OFFER_CNIL_UPDATE],
            "Votre suivi\u202f: du nouveau sur votre page",
        ),
    ],
)
def test_a_subject_says_that_something_is_there_and_not_what(steps, subject):
    assert sentences.subject(steps) == subject
