"""The locks of rule 6: who is late, who refused, and what a letter lacks."""

import pytest

from letters import catalogue, needs, reading, samples
from letters.facts import FactsError
from tests.letters import cases

NOT_PAST = "l’échéance n’est pas passée\u202f: le courrier doit être daté d’un jour suivant."
NOT_KNOWN = "cette information manque\u202f: sans elle, aucun retard ne peut être affirmé."
NO_REQUEST = "la demande initiale manque (fund-objection ou hdh-objection)."
NO_REMINDER = "le premier rappel (reminder-1) à cet organisme manque."
ANSWERED = "aucune des demandes n’est restée sans réponse."
NO_ANSWER = "cette information manque\u202f: quelle est la réponse\u202f?"


def with_earlier(*earlier, **changes):
    return {**cases.raw("cnil-complaint-silence"), "earlier": list(earlier), **changes}


def late(**changes):
    return {name: value for name, value in {**samples.LATE, **changes}.items() if value}


def answered(code, **changes):
    return late(answer={"code": code, "date": "2027-02-01"}, **changes)


def refusal(key, facts):
    with pytest.raises(FactsError) as error:
        needs.check(catalogue.get(key), reading.parse(facts))
    return error.value.key, error.value.message


SILENCE, REMINDERS = "cnil-complaint-silence", ("reminder-1", "reminder-2")


@pytest.mark.parametrize(
    ("earlier", "lacks"),
    [
        ([], ("earlier", NO_REQUEST)),
        ([samples.REMINDER], ("earlier", NO_REQUEST)),
        ([late(received_on=None, evidence=None)], ("earlier[0].received_on", NOT_KNOWN)),
        ([late(received_on=None)], ("earlier[0].received_on", NOT_KNOWN)),
        ([late(evidence=None)], ("earlier[0].evidence", NOT_KNOWN)),
        ([late(due_on=None)], ("earlier[0].due_on", NOT_KNOWN)),
        ([late(due_on="2027-03-10")], ("earlier[0].due_on", NOT_PAST)),
        ([late(due_on="2027-03-11")], ("earlier[0].due_on", NOT_PAST)),
        ([samples.REMINDER, late(due_on="2027-03-10")], ("earlier[1].due_on", NOT_PAST)),
        ([answered("REGISTERED_SNDS")], ("earlier", ANSWERED)),
        *(([answered(code)], ("earlier", ANSWERED)) for code in needs.CONTESTABLE),
    ],
)
def test_a_silence_is_not_told_without_its_proofs(earlier, lacks):
    assert refusal(SILENCE, with_earlier(*earlier)) == lacks


@pytest.mark.parametrize("due", ["2027-03-09", "2027-02-11"])
def test_a_silence_is_told_from_the_day_after_the_due_date(due):
    facts = reading.parse(with_earlier(late(due_on=due)))
    needs.check(catalogue.get(SILENCE), facts)
    assert [e.due_on.isoformat() for e in needs.case(facts).late] == [due]


@pytest.mark.parametrize(
    "code", ["ACK", "REDIRECT", "EXTENSION", "ID_REQUEST", "REFUSED_MAIN_DB", "REFUSED_PERMANENT"]
)
def test_what_answers_nothing_of_the_merits_leaves_the_clock_running(code):
    assert len(needs.case(reading.parse(with_earlier(answered(code)))).late) == 1


@pytest.mark.parametrize("key", REMINDERS)
@pytest.mark.parametrize(
    ("earlier", "lacks"),
    [
        ([], ("earlier", NO_REQUEST)),
        ([late(received_on=None)], ("earlier[0].received_on", NOT_KNOWN)),
        ([late(due_on=None)], ("earlier[0].due_on", NOT_KNOWN)),
        ([late(due_on="2027-03-10")], ("earlier[0].due_on", NOT_PAST)),
        ([answered("REGISTERED_SNDS")], ("earlier", ANSWERED)),
        ([answered("REFUSED_PUBLIC_TASK")], ("earlier", ANSWERED)),
        ([answered("REGISTERED_PARTIAL")], ("earlier", ANSWERED)),
    ],
)
def test_nobody_is_reminded_before_being_late_nor_after_having_answered(key, earlier, lacks):
    assert refusal(key, with_earlier(*earlier)) == lacks


def test_a_reminder_needs_no_proof_of_receipt():
    needs.check(catalogue.get("reminder-1"), reading.parse(with_earlier(late(evidence=None))))


@pytest.mark.parametrize(
    "reminders",
    [
        [],
        [{**samples.REMINDER, "key": "reminder-2"}],
        [{**samples.REMINDER, "addressee": "AUTRE ORGANISME"}],
    ],
)
def test_a_last_reminder_follows_a_first_one_to_the_same_body(reminders):
    assert refusal("reminder-2", with_earlier(late(), *reminders)) == ("earlier", NO_REMINDER)


def test_a_reminder_recalls_the_requests_to_its_own_addressee():
    other = late(key="fund-objection", addressee="CPAM")
    facts = with_earlier(other, late(), addressee=samples.HDH)
    assert [e.addressee for e in needs.overdue(reading.parse(facts))] == [samples.HDH["name"]]


def test_an_addressee_named_otherwise_is_reminded_of_all_that_is_overdue():
    other = late(key="fund-objection", addressee="CPAM")
    facts = with_earlier(other, late())
    assert len(needs.overdue(reading.parse(facts))) == 2


@pytest.mark.parametrize("code", needs.CONTESTABLE)
def test_a_refusal_of_what_was_asked_opens_the_complaint_at_once(code):
    facts = reading.parse(with_earlier(answered(code, due_on="2027-03-20")))
    needs.check(catalogue.get("cnil-complaint-refusal"), facts)
    assert len(needs.case(facts).refused) == 1


@pytest.mark.parametrize("code", needs.NOT_CONTESTABLE)
def test_what_refuses_nothing_that_was_asked_opens_no_complaint(code):
    assert refusal("cnil-complaint-refusal", with_earlier(answered(code))) == (
        "earlier[0].answer.code",
        f"la réponse {code} ne refuse pas ce qui a été demandé.",
    )


@pytest.mark.parametrize(
    ("earlier", "lacks"),
    [
        ([], ("earlier", NO_REQUEST)),
        ([late()], ("earlier[0].answer", NO_ANSWER)),
        ([samples.REMINDER, late()], ("earlier[1].answer", NO_ANSWER)),
    ],
)
def test_a_complaint_about_a_refusal_needs_the_answer(earlier, lacks):
    assert refusal("cnil-complaint-refusal", with_earlier(*earlier)) == lacks


@pytest.mark.parametrize("key", ["fund-objection", "hdh-objection", "cnil-report", "open-letter"])
def test_the_other_letters_need_nothing_before_them(key):
    needs.check(catalogue.get(key), reading.parse(with_earlier()))


def test_the_codes_are_those_of_the_law_page():
    assert " ".join(sorted(needs.CODES)) == (
        "ACK EXTENSION ID_REQUEST NOT_CONTROLLER NO_DATA OTHER REDIRECT REFUSED_EXCESSIVE "
        "REFUSED_MAIN_DB REFUSED_PERMANENT REFUSED_PUBLIC_TASK REFUSED_UNIDENTIFIABLE "
        "REGISTERED_PARTIAL REGISTERED_SNDS"
    )


def test_each_request_is_in_one_group():
    facts = reading.parse(
        with_earlier(late(), samples.RUNNING, answered("NO_DATA"), samples.REMINDER)
    )
    case = needs.case(facts)
    groups = (case.late, case.refused, case.running, case.reminders)
    assert [len(group) for group in groups] == [1, 1, 1, 1]
