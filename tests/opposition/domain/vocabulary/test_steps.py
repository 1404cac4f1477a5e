"""The steps of the portal and the open questions."""

from opposition.domain.vocabulary import Question, StepKind


def test_rule_1_the_question_on_silence_is_asked_in_its_own_words():
    assert Question.SILENCE.label == (
        "Avez-vous reçu quelque chose\u202f: courrier, message ameli, mail\u202f?"
    )


def test_every_question_is_one():
    assert [word for word in Question if not word.label.endswith("\u202f?")] == []


def test_no_step_sends_a_letter_the_portal_asks_proposes_explains_or_closes():
    verbs = {str(step).split("_")[0] for step in StepKind}

    assert verbs == {"ask", "review", "offer", "propose", "explain", "tell", "warn", "close"}
