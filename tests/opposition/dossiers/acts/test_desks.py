"""An act is noted once: sent again it is a silent success, from an outdated page it is refused."""

from uuid import uuid4

import pytest

from opposition import records
from opposition.domain.vocabulary import Channel, Evidence, Kind, Party, StepKind
from opposition.dossiers import acts, changing, erasing
from opposition.models import Dossier, Event
from opposition.records import Entry, StaleError
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import RECEIVED, SENT, SLIP

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def dossier():
    return made.confirmed()


def post(case, *, seen=None, number="", on=SENT, today=SENT):
    """« I posted it », from a page that had seen so many lines."""
    seen = case.last if seen is None else seen
    acts.posted(case, today=today, seen=seen, on=on, channel=Channel.POST, number=number)


def test_the_same_act_sent_twice_is_one_line(dossier):
    case = made.cases(dossier)["hdh"]
    post(case)
    post(case)
    assert made.lines(made.cases(dossier)["hdh"], last=1) == [
        (Kind.SENT, SENT, {"channel": Channel.POST})
    ]
    assert made.cases(dossier)["hdh"].last == case.last + 1


def test_told_again_on_a_fresh_page_it_is_no_news(dossier):
    post(made.cases(dossier)["hdh"])
    again = made.cases(dossier)["hdh"]
    post(again)
    assert made.cases(dossier)["hdh"].last == again.last


@pytest.mark.parametrize(
    "other",
    [{"number": "1A 234 567 8901 2"}, {"on": made.day("Mon 2026-11-23")}],
    ids=["another number", "another day"],
)
def test_another_act_from_the_same_page_is_refused(dossier, other):
    case = made.cases(dossier)["hdh"]
    post(case)
    with pytest.raises(StaleError):
        post(case, **({"on": SENT} | other))
    assert made.cases(dossier)["hdh"].last == case.last + 1


def test_words_that_are_sealed_are_compared_too(dossier):
    case = made.cases(dossier)["hdh"]
    post(case, number="1A")
    post(case, number=" 1A ")
    after = made.cases(dossier)["hdh"]
    assert (after.last, made.words(dossier, after)) == (case.last + 1, [{"number": "1A"}])


def test_what_the_portal_wrote_outdates_no_page(dossier):
    case = made.cases(dossier)["hdh"]
    step = Entry(Kind.NOTIFIED, SENT, Party.PORTAL, {"step": StepKind.ASK_POSTED})
    records.record(case.demand, step, today=SENT)
    post(case)
    assert made.cases(dossier)["hdh"].last == case.last + 2


def test_mails_stopped_meanwhile_outdate_no_page_and_hide_no_replay(dossier):
    case = made.cases(dossier)["hdh"]
    changing.mute(dossier, at=made.MORNING)
    post(case)
    changing.unmute(dossier, at=made.MORNING)
    post(case)
    kinds = [line.event.kind for line in made.cases(dossier)["hdh"].lines]
    assert kinds[2:] == [Kind.MUTED, Kind.SENT, Kind.UNMUTED]


def test_a_replay_after_a_notice_is_still_a_replay(dossier):
    case = made.cases(dossier)["hdh"]
    post(case)
    step = Entry(Kind.NOTIFIED, SENT, Party.PORTAL, {"step": StepKind.OFFER_PROOF})
    records.record(case.demand, step, today=SENT)
    post(case)
    assert made.cases(dossier)["hdh"].last == case.last + 2


def test_a_fresh_page_after_a_notice_says_nothing_new(dossier):
    """Back asks for the page again: it has seen the act, and the portal's own notice after it."""
    case = made.cases(dossier)["hdh"]
    post(case)
    step = Entry(Kind.NOTIFIED, SENT, Party.PORTAL, {"step": StepKind.OFFER_PROOF})
    records.record(case.demand, step, today=SENT)
    post(made.cases(dossier)["hdh"])
    assert made.cases(dossier)["hdh"].last == case.last + 2


def test_the_same_words_about_something_new_are_said_anew(dossier):
    """« It covers all », then another answer comes: once more « it covers all »."""
    made.received(dossier)
    answer = Entry(Kind.ANSWERED, RECEIVED, Party.ADDRESSEE, {"code": "REGISTERED_SNDS"})
    for _ in range(2):
        case = made.cases(dossier, RECEIVED)["hdh"]
        records.record(case.demand, answer, today=RECEIVED)
        if not made.cases(dossier, RECEIVED)["hdh"].standing.open:
            records.record(
                case.demand, Entry(Kind.REOPENED, RECEIVED, Party.PORTAL), today=RECEIVED
            )
        made.act(dossier, "hdh", acts.covered, today=RECEIVED)
    rows = Event.objects.filter(demand=case.demand, kind=Kind.COVERED)
    assert rows.count() == 2


def test_several_lines_are_one_act(dossier):
    made.received(dossier)
    told = {"on": RECEIVED, "code": "REGISTERED_SNDS", "redirected": True}
    first = made.act(dossier, "hdh", acts.answered, today=RECEIVED, **told)
    again = made.act(dossier, "hdh", acts.answered, today=RECEIVED, seen=0, **told)
    assert first.last == again.last


def test_half_of_an_act_is_not_the_act(dossier):
    made.received(dossier)
    told = {"on": RECEIVED, "code": "REGISTERED_SNDS"}
    first = made.act(dossier, "hdh", acts.answered, today=RECEIVED, **told)
    again = made.act(dossier, "hdh", acts.answered, today=RECEIVED, redirected=True, **told)
    assert again.last == first.last + 2


def test_nothing_is_written_where_something_is_wrong(dossier):
    count = Event.objects.count()
    with pytest.raises(acts.ActError):
        post(made.cases(dossier)["hdh"], on=made.day("Wed 2026-11-25"))
    assert Event.objects.count() == count


def test_a_demand_of_another_dossier_is_no_part_of_a_complaint(dossier):
    stranger = made.silent(made.confirmed())
    case = made.cases(dossier, made.LATE)["cnil-hdh"]
    with pytest.raises(ValueError):
        acts.filed(
            case, today=made.LATE, seen=case.last, cases=[stranger], on=made.LATE, online=True
        )


def test_an_act_on_an_erased_dossier_says_so(dossier, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    case = made.cases(dossier)["hdh"]
    erasing.erase(dossier, at=made.MORNING)
    with pytest.raises(Dossier.DoesNotExist):
        post(case)


def test_a_closed_demand_takes_no_news(dossier):
    made.received(dossier)
    told = {"on": RECEIVED, "code": "REGISTERED_SNDS"}
    made.act(dossier, "hdh", acts.answered, today=RECEIVED, **told)
    made.act(dossier, "hdh", acts.covered, today=RECEIVED)
    with pytest.raises(acts.ActError) as caught:
        made.act(dossier, "hdh", acts.received, today=RECEIVED, on=SENT, evidence=SLIP)
    assert caught.value.field == ""


def test_an_act_that_closed_the_demand_may_be_sent_again(dossier):
    made.received(dossier)
    told = {"on": RECEIVED, "code": "REGISTERED_SNDS"}
    made.act(dossier, "hdh", acts.answered, today=RECEIVED, **told)
    first = made.act(dossier, "hdh", acts.covered, today=RECEIVED)
    assert made.act(dossier, "hdh", acts.covered, today=RECEIVED, seen=0).last == first.last


def test_the_lines_say_that_the_person_said_it(dossier):
    case = made.received(dossier)
    assert {line.event.by for line in case.lines} == {Party.CITIZEN}
    assert case.standing.sending.evidence is Evidence.SIGNED_RETURN_SLIP


def test_a_letter_that_is_not_of_this_demand_is_named(dossier):
    case = made.cases(dossier)["hdh"]
    with pytest.raises(acts.ActError) as caught:
        acts.posted(case, today=SENT, seen=case.last, on=SENT, channel=Channel.POST, letter=uuid4())
    assert caught.value.field == "letter"
