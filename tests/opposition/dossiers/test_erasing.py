"""« Effacer mon dossier »: nothing of the person stays, the chain holds, the tombstone is first."""

import pytest

from opposition import records, vault
from opposition.correspondence import followed
from opposition.domain.vocabulary import Kind, Party
from opposition.dossiers import acts, erasing, links, opening, shredding, tombstones
from opposition.models import AccessLink, Demand, Dispatch, Dossier, Event, Letter
from opposition.models.dossier import Purpose
from tests.opposition import traces
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import ADDRESS, LATE, MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def dossier():
    """Led as far as a number of the post, a frozen letter, mails, links."""
    found = made.confirmed(email=ADDRESS)
    cases = list(made.cases(found).values())
    demand = made.cases(found)["hdh"].demand
    written = followed.compose(found, cases, demand, "hdh-objection", today=SENT)
    letter = followed.freeze(found, demand, written, at=MORNING)
    told = {"on": SENT, "letter": letter.id, "number": "1A-CANARI"}
    made.act(found, "hdh", acts.posted, channel="post", **told)
    links.mint(found, Purpose.MAILED)
    return found


def test_the_dossier_goes_with_its_letters_links_and_mails(dossier):
    erasing.erase(dossier, at=MORNING)
    left = [model.objects.count() for model in (Dossier, Letter, AccessLink, Dispatch)]
    assert left == [0, 0, 0, 0]


def test_the_journals_stay_with_dates_and_codes_and_the_chain_holds(dossier):
    before = Event.objects.count()
    erasing.erase(dossier, at=MORNING)
    assert Event.objects.count() == before + 4
    assert {(row.kind, row.by) for row in Event.objects.order_by("-position")[:4]} == {
        (Kind.CLOSED, Party.CITIZEN)
    }
    assert records.first_break() is None


def test_the_demands_stay_closed_and_of_nobody(dossier):
    erasing.erase(dossier, at=MORNING)
    told = Demand.objects.values_list("dossier", "body", "due_at", "state")
    assert set(told) == {(None, None, None, "closed")}


def test_what_was_sealed_in_the_journal_cannot_be_read_any_more(dossier):
    stored = Event.objects.exclude(private=None).get()
    key = vault.unwrap(dossier.key, dossier.id)
    told = {"label": "event.private", "owner": stored.id}
    assert "1A-CANARI" in vault.unseal(key, stored.private, **told)
    erasing.erase(dossier, at=MORNING)
    for row in Event.objects.exclude(private=None):
        with pytest.raises(vault.SealError):
            vault.unseal(b"k" * 32, row.private, label="event.private", owner=row.id)
    assert bytes(dossier.key).hex() not in " ".join(_columns())


def _columns():
    for model in (Demand, Event):
        yield from (str(row) for row in model.objects.values_list())


@pytest.mark.parametrize("canary", ["Aubign", "exemple.fr", "CANARI", "Montpellier", "1979"])
def test_no_table_names_the_person(dossier, canary):
    erasing.erase(dossier, at=MORNING)
    assert traces.of(canary) == []


def test_the_tombstone_names_the_dossier_and_the_day_alone(dossier, var):
    erasing.erase(dossier, at=MORNING)
    assert (var / "tombstones").read_text() == f"{dossier.id} 2026-11-23\n"


def test_erasing_twice_is_erasing_once(dossier, var):
    erasing.erase(dossier, at=MORNING)
    lines = Event.objects.count()
    erasing.erase(dossier, at=MORNING)
    assert Event.objects.count() == lines
    assert len((var / "tombstones").read_text().splitlines()) == 1


def test_another_dossier_is_left_alone(dossier):
    other = made.silent(made.confirmed(email="autre@exemple.fr"))
    erasing.erase(dossier, at=MORNING)
    assert Dossier.objects.get().id == other.demand.dossier_id
    assert made.cases(Dossier.objects.get(), LATE)["hdh"].last == other.last


def test_a_form_sent_again_after_the_erasure_opens_a_new_dossier(dossier):
    """The one-time key went with the dossier: the page's own age limits that (24 hours)."""
    wish = made.application(submission=dossier.submission)
    erasing.erase(dossier, at=MORNING)
    assert opening.open(wish, at=MORNING).dossier.id != dossier.id


def test_a_failure_leaves_the_rows_and_the_tombstone_makes_it_good(dossier, var, monkeypatch):
    """The power is cut between the tombstone and the commit."""

    def cut(*_):
        raise OSError("power cut")

    with monkeypatch.context() as power:
        power.setattr(shredding, "shred", cut)
        with pytest.raises(OSError):
            erasing.erase(dossier, at=MORNING)
    assert Dossier.objects.filter(id=dossier.id).exists()
    assert tombstones.replay() == 1
    assert not Dossier.objects.filter(id=dossier.id).exists()
