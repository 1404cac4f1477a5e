"""The locks of reminder and complaint: when they open, and what they say while they do not."""

import pytest

from opposition.domain.vocabulary import Evidence, Kind, Track
from tests.opposition.domain.journal import Journal, day, lines, received

LATE = "Thu 2026-12-24"  # received on Monday 23 November, due on Wednesday 23 December
ASK = (
    "Dites d’abord si vous avez reçu quelque chose depuis la fin du délai\u202f: courrier, "
    "message ameli, mail."
)
UNREAD = "Un message arrivé le 28 décembre 2026 attend d’être lu\u202f: dites ce qu’il est."
SILENT = ("Thu 2026-12-24", Kind.NOTHING_CAME)
BEFORE_THE_MONTH = [
    (Journal(), "Le courrier n’est pas encore parti."),
    (
        lines(Journal(), ("Fri 2026-11-20", Kind.SENT)),
        "Rien ne montre encore que le courrier est arrivé\u202f: le délai n’a pas commencé.",
    ),
    (
        lines(received(Evidence.ESTIMATED), SILENT),
        "La date de réception est seulement estimée\u202f: elle n’ouvre rien.",
    ),
    (
        lines(received(Evidence.TRACKING), ("Tue 2026-11-24", Kind.RETURNED), SILENT),
        "L’envoi est revenu\u202f: il faut le renvoyer, et un nouveau délai commencera.",
    ),
    (
        lines(received(Evidence.TRACKING), ("Mon 2026-11-30", Kind.ID_ASKED), SILENT),
        "Le délai est suspendu tant que les précisions d’identité ne sont pas données.",
    ),
    (lines(received(Evidence.TRACKING), ("Mon 2026-12-28", Kind.FILED)), None),
    (
        lines(received(Evidence.TRACKING), ("Mon 2026-12-28", Kind.CLOSED)),
        "Cette demande est close.",
    ),
]


@pytest.mark.parametrize(("journal", "because"), BEFORE_THE_MONTH)
def test_rule_2_nothing_opens_while_no_clock_has_run_out(journal, because):
    plan = journal.plan("Fri 2027-01-15")
    filed = ("Une plainte a été déposée le 28 décembre 2026.",)

    assert plan.reminder.because == ((because,) if because else ("La CNIL est saisie.",))
    assert plan.complaint.because == ((because,) if because else filed)


@pytest.mark.parametrize(
    ("today", "because"),
    [
        ("Mon 2026-11-23", "L’organisme peut répondre jusqu’au mercredi 23 décembre 2026 inclus."),
        ("Wed 2026-12-23", "L’organisme peut répondre jusqu’au mercredi 23 décembre 2026 inclus."),
        (LATE, ASK),
    ],
)
def test_rule_12_the_month_is_waited_for_to_its_last_day(today, because):
    plan = received(Evidence.TRACKING).plan(today)

    assert plan.reminder.because == (because,)
    assert plan.complaint.because == (because,)


@pytest.mark.parametrize(
    ("said", "opens"),
    [
        (None, False),
        ("Wed 2026-12-23", False),  # the last day of the month is not « since it fell due »
        ("Thu 2026-12-24", True),
        ("Mon 2026-12-28", True),
    ],
)
def test_rule_1_both_open_only_once_the_person_has_answered_since_it_fell_due(said, opens):
    journal = received(Evidence.DECLARED)
    if said:
        journal.add(said, Kind.NOTHING_CAME)

    plan = journal.plan("Mon 2026-12-28")

    assert (plan.reminder.open, plan.complaint.open) == (opens, opens)
    assert plan.reminder.because == (() if opens else (ASK,))


def test_rule_1_an_unconfirmed_reply_holds_reminder_and_silence_complaint():
    journal = lines(
        received(Evidence.TRACKING),
        SILENT,
        ("Mon 2026-12-28", Kind.REPLY_MATCHED, {"reply": "b2"}),
    )

    assert journal.plan("Tue 2026-12-29").reminder.because == (UNREAD,)
    assert journal.plan("Tue 2026-12-29").complaint.because == (UNREAD,)

    journal.add("Tue 2026-12-29", Kind.REPLY_SET_ASIDE, reply="b2")

    assert journal.plan("Tue 2026-12-29").complaint.open


def test_rule_1_of_two_unread_messages_the_older_is_named():
    journal = lines(
        received(Evidence.TRACKING),
        SILENT,
        ("Mon 2026-12-28", Kind.REPLY_MATCHED, {"reply": "b2"}),
        ("Wed 2026-12-30", Kind.REPLY_MATCHED, {"reply": "b3"}),
    )

    assert journal.plan("Wed 2026-12-30").complaint.because == (UNREAD,)


def test_rule_1_all_that_the_person_can_lift_is_said_at_once():
    journal = lines(
        received(Evidence.TRACKING), ("Mon 2026-12-28", Kind.REPLY_MATCHED, {"reply": "b2"})
    )

    assert journal.plan("Tue 2026-12-29").complaint.because == (UNREAD, ASK)


def test_a_receipt_corrected_to_a_later_day_closes_what_it_had_opened():
    journal = lines(received(Evidence.DECLARED), SILENT)
    journal.add("Mon 2026-12-28", Kind.CORRECTED, replaces=4)
    journal.add("Fri 2026-11-27", Kind.RECEIVED, evidence=Evidence.DECLARED)

    before, after = journal.plan("Mon 2026-12-28"), journal.plan("Tue 2026-12-29")

    assert before.complaint.because == (
        "L’organisme peut répondre jusqu’au lundi 28 décembre 2026 inclus.",
    )
    assert after.complaint.because == (ASK,)


# --- reminders (rule 12) ------------------------------------------------------------------

R1 = ("Mon 2026-12-28", Kind.REMINDER_SENT)
R2 = ("Tue 2027-01-12", Kind.REMINDER_SENT)


@pytest.mark.parametrize(
    ("rows", "today", "letter", "because"),
    [
        ([], LATE, "reminder-1", ()),
        (
            [R1],
            "Mon 2027-01-11",
            "reminder-2",
            (
                (
                    "Le premier rappel est parti le 28 décembre 2026\u202f: le second est "
                    "possible dès le mardi 12 janvier 2027."
                ),
            ),
        ),
        ([R1], "Tue 2027-01-12", "reminder-2", ()),
        (
            [R1, ("Mon 2027-01-04", Kind.ACKNOWLEDGED)],
            "Tue 2027-01-12",
            "reminder-2",
            ("Le premier rappel a reçu une réponse\u202f: il n’y en a pas de second.",),
        ),
        ([R1, R2], "Fri 2027-02-12", "reminder-2", ("Deux rappels sont déjà partis.",)),
    ],
)
def test_rule_12_the_first_the_day_after_the_second_a_fortnight_later(rows, today, letter, because):
    offer = lines(received(Evidence.TRACKING), SILENT, *rows).plan(today).reminder

    assert (offer.letter, offer.because) == (letter, because)


def test_rule_12_reminders_are_optional_the_complaint_is_open_beside_them():
    journal = lines(received(Evidence.TRACKING), SILENT)

    for rows in ([], [R1], [R1, R2], [("Mon 2026-12-28", Kind.REMINDER_SKIPPED)]):
        assert lines(journal, *rows).plan("Fri 2027-02-12").complaint.open


def test_rule_12_the_earliest_day_by_law_and_the_one_proposed_are_both_said():
    plan = received(Evidence.TRACKING, answers_by_post=True).plan("Mon 2026-11-23")

    assert (plan.reminder.lawful_from, plan.reminder.proposed_on) == (
        day(LATE),
        day("Tue 2026-12-29"),
    )
    assert (plan.complaint.lawful_from, plan.complaint.proposed_on) == (
        day(LATE),
        day("Thu 2027-01-21"),  # five days' patience, a fortnight, eight days
    )


def test_without_a_clock_no_day_is_announced():
    plan = Journal().plan("Mon 2026-11-23")

    assert (plan.reminder.lawful_from, plan.complaint.proposed_on) == (None, None)


@pytest.mark.parametrize("track", [Track.COMPLAINT, Track.REPORT])
def test_what_goes_to_the_cnil_calls_for_no_complaint_of_its_own(track):
    plan = Journal(track).plan("Mon 2027-02-15")

    assert plan.complaint.because == ("Ce courrier est lui-même adressé à la CNIL.",)
    assert plan.reminder.because == ("Ce courrier est lui-même adressé à la CNIL.",)
