"""The locks of the law, from dates that a person types again: each with its reason and its day."""

import pytest

from opposition.domain.vocabulary import Evidence
from tests.opposition.domain.journal import day
from tests.opposition.told import BODIES, case, history, replied, silent, unknown

SLIP = Evidence.SIGNED_RETURN_SLIP
EXTENDED = {"extended_on": day("Tue 2026-12-01"), "reasoned": True}
ASKED = {"id_asked": day("Tue 2026-12-01"), "doubted": True}


@pytest.mark.parametrize(
    ("received", "seat", "told", "due", "late"),
    [
        # the worked examples of the law (Regulation 1182/71, art. 3)
        ("Mon 2026-11-23", "75", {}, "Wed 2026-12-23", "Thu 2026-12-24"),
        ("Tue 2026-12-01", "75", {}, "Mon 2027-01-04", "Tue 2027-01-05"),
        ("Sun 2027-01-31", "75", {}, "Mon 2027-03-01", "Tue 2027-03-02"),
        ("Mon 2028-01-31", "75", {}, "Tue 2028-02-29", "Wed 2028-03-01"),
        ("Thu 2027-04-01", "75", {}, "Mon 2027-05-03", "Tue 2027-05-04"),
        ("Sat 2027-02-27", "75", {}, "Tue 2027-03-30", "Wed 2027-03-31"),
        ("Tue 2028-03-14", "75", {}, "Fri 2028-04-14", "Sat 2028-04-15"),
        ("Tue 2028-03-14", "67", {}, "Tue 2028-04-18", "Wed 2028-04-19"),
        ("Tue 2028-03-14", "", {}, "Tue 2028-04-18", "Wed 2028-04-19"),  # unknown: the union
        ("Tue 2028-03-14", "977", {}, "Tue 2028-04-18", "Wed 2028-04-19"),  # no department
        (
            "Tue 2026-12-15",
            "75",
            {"extended_on": day("Mon 2027-01-04"), "reasoned": True},
            "Mon 2027-03-15",
            "Tue 2027-03-16",
        ),
        (
            "Tue 2026-12-15",
            "75",
            {"extended_on": day("Mon 2027-01-04")},  # without its reasons
            "Fri 2027-01-15",
            "Sat 2027-01-16",
        ),
        (
            "Mon 2027-01-11",
            "75",
            {
                "id_asked": day("Mon 2027-01-18"),
                "doubted": True,
                "id_given": day("Wed 2027-01-27"),
            },
            "Mon 2027-02-22",
            "Tue 2027-02-23",
        ),
        (
            "Mon 2027-01-11",
            "75",
            {"id_asked": day("Mon 2027-01-18"), "id_given": day("Wed 2027-01-27")},  # no doubt
            "Thu 2027-02-11",
            "Fri 2027-02-12",
        ),
    ],
)
def test_the_deadline_is_the_laws(received, seat, told, due, late):
    body = type(BODIES["hdh-dpd"])(name="X", letter_name="X", seat=seat)
    found = case(history(body=body, received_on=day(received), **told), due).deadline
    assert (found.due, found.overdue_from) == (day(due), day(late))


NOT_YET = "L’organisme peut répondre jusqu’au mercredi 23 décembre 2026 inclus."
SAY = (
    "Dites d’abord si vous avez reçu quelque chose depuis la fin du délai\u202f: courrier, "
    "message ameli, mail."
)
UNPROVED = "Rien ne montre encore que le courrier est arrivé\u202f: le délai n’a pas commencé."
SUSPENDED = "Le délai est suspendu tant que les précisions d’identité ne sont pas données."
TWO = (day("Thu 2026-12-24"), day("Mon 2027-01-11"))


@pytest.mark.parametrize(
    ("told", "today", "reminder", "complaint"),
    [
        (silent(), "Wed 2026-12-23", NOT_YET, NOT_YET),
        (silent(), "Thu 2026-12-24", "", ""),
        (history(), "Thu 2026-12-24", SAY, SAY),  # a date past is not a silence (rule 1)
        (unknown(nothing_came=True), "Mon 2027-02-01", UNPROVED, UNPROVED),
        (silent(evidence=Evidence.DECLARED, how="au guichet"), "Thu 2026-12-24", "", ""),
        (silent(**EXTENDED), "Tue 2026-12-29", "L’organisme peut répondre jusqu’au mardi", None),
        (silent(extended_on=EXTENDED["extended_on"]), "Thu 2026-12-24", "", ""),
        (silent(**ASKED), "Thu 2026-12-24", SUSPENDED, SUSPENDED),
        (silent(id_asked=ASKED["id_asked"]), "Thu 2026-12-24", "", ""),
        (silent(reminders=TWO[:1]), "Thu 2027-01-07", "Le premier rappel est parti", ""),
        (silent(reminders=TWO[:1]), "Fri 2027-01-08", "", ""),
        (silent(reminders=TWO), "Mon 2027-02-01", "Deux rappels sont déjà partis.", ""),
    ],
)
def test_silence_opens_letters_only_when_the_law_does(told, today, reminder, complaint):
    plan = case(told, today).plan
    found = (" ".join(plan.reminder.because), " ".join(plan.complaint.because))
    wanted = (reminder, reminder if complaint is None else complaint)
    assert [a.startswith(b) if b else not a for a, b in zip(found, wanted, strict=True)] == [
        True,
        True,
    ], found
    assert case(told, today).late == (not found[1])


@pytest.mark.parametrize(
    ("code", "word", "late", "refused", "settled"),
    [
        ("ACK", True, True, False, False),
        ("ACK", False, False, False, False),
        ("REDIRECT", True, True, False, False),
        ("REFUSED_MAIN_DB", True, True, False, False),  # never a refusal: the clock goes on
        ("REFUSED_PERMANENT", True, True, False, False),
        ("REGISTERED_SNDS", True, False, False, True),
        ("REGISTERED_PARTIAL", True, False, True, False),
        ("REGISTERED_PARTIAL", False, False, False, True),
        ("NOT_CONTROLLER", True, False, True, False),
        ("NO_DATA", True, False, True, False),
        ("OTHER", True, False, True, False),
        ("REFUSED_PUBLIC_TASK", False, False, True, False),  # of itself (rule 6)
        ("REFUSED_UNIDENTIFIABLE", False, False, True, False),
        ("REFUSED_EXCESSIVE", False, False, True, False),
    ],
)
def test_an_answer_opens_a_complaint_only_if_it_refuses_what_was_asked(
    code, word, late, refused, settled
):
    found = case(history(reply=replied(code, contested=word, only=word)), "Mon 2026-12-28")
    assert (found.late, found.refused, found.settled) == (late, refused, settled)


@pytest.mark.parametrize("code", ["REFUSED_UNIDENTIFIABLE", "REFUSED_PUBLIC_TASK"])
def test_a_refusal_needs_neither_a_date_of_receipt_nor_a_month(code):
    assert case(unknown(reply=replied(code)), "Tue 2026-12-01").refused
    assert case(history(reply=replied(code)), "Tue 2026-12-01").refused


def test_who_writes_back_has_received_the_letter():
    found = case(unknown(reply=replied("ACK", only=True)), "Mon 2027-02-01")
    assert found.received_on == day("Tue 2026-12-01")
    assert found.evidence == "l’organisme a écrit ce jour-là"
    assert found.late
    assert found.proof_ways == ()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "avis de réception signé"),
        ({"evidence": Evidence.TRACKING}, "suivi postal"),
        (
            {"evidence": Evidence.ACKNOWLEDGEMENT},
            "accusé de réception par courriel ou par messagerie ameli",
        ),
        ({"evidence": Evidence.DECLARED}, "date déclarée"),
        ({"evidence": Evidence.DECLARED, "how": "au guichet"}, "date déclarée (au guichet)"),
        ({"evidence": None, "received_on": None}, ""),
    ],
)
def test_how_the_receipt_is_known_is_said_in_the_words_of_a_letter(told, words):
    assert case(history(**told), "Mon 2026-12-28").evidence == words


def test_unless_it_says_itself_on_which_day_it_received_it():
    found = case(unknown(stated=True, reply=replied("ACK", only=True)), "Mon 2027-02-01")
    assert found.evidence == "date indiquée par l’organisme dans sa réponse"


def test_three_ways_are_offered_while_nobody_knows_when_it_arrived():
    assert [way.value for way in case(unknown(), "Mon 2026-12-28").proof_ways] == [
        "ask",
        "declare",
        "send_again",
    ]
    assert case(history(), "Mon 2026-12-28").proof_ways == ()


COUNTED = (
    "Demande reçue le lundi 23 novembre 2026 ; un mois : le 23 décembre 2026, un mercredi "
    "(RGPD, art. 12, § 3 ; règlement 1182/71, art. 3)."
)
WITHOUT_REASONS = (
    "Prolongation annoncée le mardi 1er décembre 2026, sans ses raisons : elle ne compte pas "
    "(RGPD, art. 12, § 3)."
)
WITHOUT_DOUBT = (
    "Précisions d’identité demandées le mercredi 2 décembre 2026, sans dire quel doute : le délai "
    "n’est pas suspendu (RGPD, art. 12, § 6)."
)


def test_the_computation_unfolds_and_says_what_did_not_count():
    told = history(extended_on=day("Tue 2026-12-01"), id_asked=day("Wed 2026-12-02"), id_given=None)
    assert [step.replace("\u202f", " ") for step in case(told, "Mon 2026-12-28").why] == [
        COUNTED,
        WITHOUT_REASONS,
        WITHOUT_DOUBT,
        "Le délai est dépassé à partir du jeudi 24 décembre 2026.",
    ]


def test_nobody_is_called_late_who_has_answered():
    refused = case(history(reply=replied("REFUSED_EXCESSIVE")), "Mon 2026-12-28")
    assert (refused.awaited, refused.overdue) == (False, False)
    assert "dépassé" not in " ".join(refused.why)


@pytest.mark.parametrize(
    ("evidence", "today", "advised"),
    [
        (SLIP, "Thu 2026-12-24", True),
        (Evidence.TRACKING, "Mon 2026-12-28", True),
        (SLIP, "Tue 2026-12-29", False),
        (Evidence.ACKNOWLEDGEMENT, "Thu 2026-12-24", False),
    ],
)
def test_five_days_of_patience_are_advised_for_an_answer_by_post(evidence, today, advised):
    notes = case(silent(evidence=evidence), today).plan.notes
    assert any("mardi 29 décembre 2026" in note for note in notes) == advised
