"""A dossier is opened once, with a request per body and a complaint held about each."""

from dataclasses import replace
from uuid import uuid4

import pytest

from opposition import records, vault
from opposition.correspondence import followed
from opposition.correspondence.resuming import authority
from opposition.domain.vocabulary import Channel, Evidence, Kind, State
from opposition.dossiers import acts, links, mailboxes, opening
from opposition.models import Demand, Dispatch, Dossier, Event
from opposition.models.dossier import Purpose
from opposition.models.mail import Occasion
from tests.opposition import traces, typed
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import ADDRESS, MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_it_holds_a_request_for_each_body_and_a_complaint_about_each():
    dossier = made.opened()
    told = [(one.track, one.kind, one.state) for one in made.demands(dossier)]
    assert told == [
        ("request", "fund", "draft"),
        ("request", "hdh", "draft"),
        ("complaint", "cnil", "draft"),
        ("complaint", "cnil", "draft"),
    ]
    fund, hub, *complaints = made.demands(dossier)
    assert {one.about_id for one in complaints} == {fund.id, hub.id}


def test_one_body_alone_makes_one_request_and_one_complaint():
    told = made.answers(fund={**typed.FUND, "to": ["hdh"]})
    dossier = made.opened(told=told)
    assert sorted(made.cases(dossier)) == ["cnil-hdh", "hdh"]


def test_each_journal_begins_with_a_line_of_the_person():
    dossier = made.opened()
    told = {name: made.lines(case) for name, case in made.cases(dossier).items()}
    first = [(Kind.PREPARED, MORNING.date(), {})]
    assert told == {"fund": first, "hdh": first, "cnil-fund": first, "cnil-hdh": first}


def test_the_references_of_the_letters_are_kept():
    told = made.answers()
    made.opened(told=told)
    requests = Demand.objects.requests().order_by("kind")
    assert [one.reference for one in requests] == [
        told.references["fund"],
        told.references["hdh"],
    ]


def test_a_reference_already_taken_is_drawn_again():
    told = made.answers()
    made.opened(told=told)
    second = made.opened(told=told)
    taken = set(told.references.values())
    assert taken.isdisjoint(one.reference for one in made.demands(second))
    assert Demand.objects.count() == 8


def test_the_identity_is_sealed_and_opens_for_the_dossier_alone():
    dossier = made.opened(told=made.answers(person=typed.PARENT))
    identity = followed.read_identity(dossier)
    assert identity.name == "Noé Lefèvre"
    assert identity.person == ("Noé", "Lefèvre", "2019-03-05")
    other = made.opened()
    with pytest.raises(vault.SealError):
        followed.read_identity(Dossier(id=dossier.id, key=other.key, identity=dossier.identity))


@pytest.mark.parametrize("canary", ["Aubign", "Nguy", "exemple.fr", "1979", "Caisse des bergers"])
def test_no_table_holds_a_word_of_the_person(canary):
    typed_fund = made.answers(fund=typed.TYPED_FUND)
    made.confirmed(email=ADDRESS, told=typed_fund)
    assert traces.of(canary) == []


def test_a_typed_fund_is_kept_whole_and_sealed():
    dossier = made.opened(told=made.answers(fund=typed.TYPED_FUND))
    fund = made.cases(dossier)["fund"].demand
    body = followed.body_of(fund, vault.unwrap(dossier.key, dossier.id))
    assert (fund.addressee_id, body.name, list(body.lines)) == (
        None,
        "Caisse des bergers",
        ["3 chemin des Alpages", "05100 Briançon"],
    )


def test_a_listed_body_is_the_directorys_record_with_its_seat():
    fund, hub, *_ = made.demands(made.opened())
    assert (fund.addressee_id, fund.seat) == ("sure", "34")
    assert (hub.addressee_id, hub.seat) == ("hdh-dpd", "75")


@pytest.mark.parametrize("loaded", [True, False])
def test_the_complaints_go_to_the_cnil_loaded_or_not(loaded):
    if loaded:
        authority.record().save()
    complaint = made.cases(made.opened())["cnil-hdh"].demand
    assert complaint.addressee_id == (authority.KEY if loaded else None)


def test_the_same_page_sent_again_is_the_same_dossier():
    wish = made.application(email=ADDRESS)
    first = opening.open(wish, at=MORNING)
    second = opening.open(wish, at=made.later(days=30))
    assert (first.fresh, second.fresh) == (True, False)
    assert second.dossier == first.dossier
    assert (Dossier.objects.count(), Demand.objects.count(), Event.objects.count()) == (1, 4, 4)
    assert Dispatch.objects.count() == 1


def test_another_page_is_another_dossier_even_of_the_same_person():
    wish = made.application()
    opening.open(wish, at=MORNING)
    opening.open(replace(wish, submission=uuid4()), at=MORNING)
    assert Dossier.objects.count() == 2
    assert len(set(Dossier.objects.values_list("person_index", flat=True))) == 1


def test_two_children_of_one_mother_are_two_persons():
    other = {**typed.PARENT, "represents_given_names": "Léa"}
    made.opened(told=made.answers(person=typed.PARENT))
    made.opened(told=made.answers(person=other))
    assert len(set(Dossier.objects.values_list("person_index", flat=True))) == 2


def test_by_mail_the_confirmation_is_in_the_outbox():
    dossier = made.opened(email=ADDRESS)
    row = Dispatch.objects.get()
    assert (row.dossier, row.occasion, row.cause) == (
        dossier,
        Occasion.CONFIRM,
        f"confirm:{dossier.id}:1",
    )
    assert (row.not_before, row.content) == (MORNING, None)
    assert mailboxes.of(dossier) == ADDRESS


def test_without_mail_no_address_is_kept_and_nothing_leaves():
    dossier = made.opened(email=ADDRESS, by_mail=False)
    assert (dossier.email, dossier.email_index) == (None, None)
    assert Dispatch.objects.count() == 0


def test_by_mail_without_an_address_is_a_fault_of_the_page():
    with pytest.raises(ValueError) as caught:
        made.opened(by_mail=True)
    assert str(caught.value) == "followed by mail, without an address"
    assert Dossier.objects.count() == 0


def test_a_mailbox_written_to_too_often_gets_no_mail_but_the_dossier_opens():
    first = opening.open(made.application(email="a.b@exemple.fr"), at=MORNING)
    second = opening.open(made.application(email="AB+x@exemple.fr"), at=made.later(minutes=9))
    assert second.fresh
    assert [row.dossier for row in Dispatch.objects.all()] == [first.dossier]


def test_confirming_readies_every_demand():
    dossier = made.opened(email=ADDRESS)
    opening.confirm(dossier, at=made.later(hours=3))
    assert dossier.confirmed_at == made.later(hours=3)
    cases = made.cases(dossier).values()
    assert [made.lines(case, last=1) for case in cases] == [
        [(Kind.CONFIRMED, MORNING.date(), {})]
    ] * 4
    assert {one.state for one in made.demands(dossier)} == {State.READY}


def test_confirming_twice_is_confirming_once():
    dossier = made.opened()
    opening.confirm(dossier, at=MORNING)
    lines = Event.objects.count()
    opening.confirm(Dossier.objects.get(), at=made.later(hours=1))
    assert (Event.objects.count(), Dossier.objects.get().confirmed_at) == (lines, MORNING)


def test_a_confirming_link_lapses_once_it_has_confirmed_but_bears_a_double_click():
    dossier = made.opened(email=ADDRESS)
    secret = links.mint(dossier, Purpose.CONFIRM)
    opening.confirm(dossier, at=MORNING)
    link = links.find(secret, Purpose.CONFIRM)
    assert link is not None
    assert link.expires_at is not None
    assert link.expires_at - link.made_at < links.GRACE * 2


def test_an_erased_dossier_cannot_be_confirmed():
    dossier = made.opened()
    Demand.objects.update(dossier=None)
    Dossier.objects.all().delete()
    with pytest.raises(Dossier.DoesNotExist):
        opening.confirm(dossier, at=MORNING)


def test_a_request_written_before_enters_with_its_dates():
    dossier = made.confirmed()
    case = made.act(
        dossier,
        "hdh",
        opening.adopt,
        today=made.RECEIVED,
        on=SENT,
        channel=Channel.EMAIL_OWN,
        received_on=made.RECEIVED,
        evidence=Evidence.DECLARED,
        how="leur réponse automatique",
    )
    assert made.lines(case, last=2) == [
        (Kind.SENT, SENT, {"channel": Channel.EMAIL_OWN}),
        (Kind.RECEIVED, made.RECEIVED, {"evidence": Evidence.DECLARED}),
    ]
    assert (case.standing.state, case.plan.deadline.due) == (State.RECEIVED, made.DUE)
    assert made.words(dossier, case) == [{"how": "leur réponse automatique"}]
    assert opening.adopt is acts.adopted


def test_the_journal_of_an_opened_and_confirmed_dossier_verifies():
    made.confirmed(email=ADDRESS)
    assert records.first_break() is None
