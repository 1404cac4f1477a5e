"""The advice beside a plan."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Evidence, Kind
from tests.opposition.domain.journal import Journal, lines, received

PATIENCE = (
    "Cet organisme répond par courrier\u202f: une lettre datée à temps peut encore arriver. "
    "Nous vous conseillons d’attendre jusqu’au mardi 29 décembre 2026."
)
OPTIONAL = "Vous pouvez saisir la CNIL dès aujourd’hui\u202f; un rappel est facultatif."
SILENT = ("Thu 2026-12-24", Kind.NOTHING_CAME)


@pytest.mark.parametrize(
    ("today", "notes"),
    [
        ("Wed 2026-12-23", ()),
        ("Thu 2026-12-24", (PATIENCE,)),
        ("Mon 2026-12-28", (PATIENCE,)),
        ("Tue 2026-12-29", ()),
    ],
)
def test_rule_1_five_days_patience_are_advised_for_a_body_that_answers_by_post(today, notes):
    assert received(Evidence.TRACKING, answers_by_post=True).plan(today).notes == notes


def test_rule_1_no_patience_is_advised_for_a_body_that_answers_by_mail():
    assert received(Evidence.TRACKING).plan("Thu 2026-12-24").notes == ()


def test_rule_12_a_reminder_is_said_to_be_optional_when_both_are_open():
    assert lines(received(Evidence.TRACKING), SILENT).plan("Thu 2026-12-24").notes == (OPTIONAL,)


def test_rule_12_nothing_is_said_of_a_reminder_that_is_not_to_be_had():
    reminded = (SILENT, *[("Thu 2026-12-24", Kind.REMINDER_SENT)] * 2)

    assert lines(received(Evidence.TRACKING), *reminded).plan("Thu 2026-12-24").notes == ()


def test_a_letter_on_its_way_needs_no_advice():
    assert lines(Journal(), ("Fri 2026-11-20", Kind.SENT)).plan("Fri 2026-11-20").notes == ()


def test_rule_2_an_estimate_is_said_to_open_nothing():
    assert received(Evidence.ESTIMATED).plan("Mon 2026-11-23").notes == (
        "La date de réception est seulement estimée\u202f: elle n’ouvre rien.",
    )


def test_rule_6_after_a_redirect_the_clock_is_said_to_go_on():
    plan = lines(received(Evidence.TRACKING), ("Mon 2026-12-14", Kind.REDIRECTED)).plan(
        "Tue 2026-12-15"
    )

    assert plan.notes == (
        (
            "L’organisme vous renvoie à un autre\u202f: il reste tenu de répondre, son délai "
            "continue (RGPD, art. 26, § 3\u202f; CRPA, art. L. 114-2)."
        ),
    )


def test_rule_6_a_limited_refusal_is_explained_with_its_article():
    refused = ("Mon 2026-12-14", Kind.ANSWERED, {"code": AnswerCode.REFUSED_MAIN_DB})

    assert lines(received(Evidence.TRACKING), refused).plan("Tue 2026-12-15").notes == (
        (
            "La loi exclut de l’opposition la base principale et les accès permanents\u202f; vous "
            "ne les demandiez pas. Le délai continue pour le reste (CSP, art. R. 1461-9, II)."
        ),
    )
