"""Each sentence that explains a due date is one that can be printed for the person."""

from datetime import date

import pytest

from opposition.domain import explanations

DAY, LATER = date(2027, 1, 11), date(2027, 1, 20)

STEPS = [
    explanations.request_received(DAY, "un mois : …"),
    explanations.complaint_received(DAY, "trois mois : …"),
    explanations.seat_unknown(),
    explanations.identity_asked_late(LATER, DAY),
    explanations.identity_awaited(DAY),
    explanations.identity_given(DAY, LATER, "…"),
    explanations.extension_late(LATER, DAY),
    explanations.extension_told(DAY, "trois mois : …"),
    explanations.extension_told_in_suspension(DAY),
    explanations.overdue_from(DAY),
    explanations.suspended(),
    explanations.court(DAY, "deux mois : …"),
]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_a_sentence_in_french_typography(step):
    assert (step[0].isupper(), step[-1], step.count("'")) == (True, ".", 0)
    assert [n for n, sign in enumerate(step) if sign in ";:" and step[n - 1] != "\u202f"] == []


def test_identity_given_on_the_day_it_was_asked_stops_nothing():
    assert explanations.identity_given(LATER, LATER, "un mois : le 11 février 2027") == (
        "Précisions d’identité demandées le mercredi 20 janvier 2027, dans le premier mois, "
        "et données le mercredi 20 janvier 2027 : le délai n’en est pas allongé ; "
        "un mois : le 11 février 2027 (RGPD, art. 12, § 6 ; décret 2019-536, art. 77)."
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            explanations.before_receipt(DAY),
            "cette date ne peut pas précéder la réception, le 11 janvier 2027.",
        ),
        (
            explanations.given_unasked(),
            "indiquez aussi le jour où ces précisions d’identité ont été demandées.",
        ),
        (
            explanations.given_before_asked(LATER),
            (
                "ces précisions d’identité ne peuvent pas être données avant d’être demandées, le "
                "20 janvier 2027."
            ),
        ),
        (
            explanations.year_unknown(206),
            "l’année 206 est hors du calendrier, vérifiez cette date.",
        ),
    ],
)
def test_a_refusal_says_what_to_look_at(sentence, expected):
    assert sentence == expected
