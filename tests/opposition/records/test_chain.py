"""The chain: each line bound to all before it; whatever is done to one, `first_break` names it."""

from datetime import date, timedelta

import pytest
from django.test import override_settings

from opposition import records, vault
from opposition.domain.vocabulary import Kind
from opposition.models import Chain, Event
from opposition.records import Break, Fault, chain, lines
from tests.opposition.records import dossiers, tampering
from tests.opposition.records.conftest import LENGTH
from tests.opposition.records.dossiers import TODAY, said

pytestmark = [pytest.mark.django_db, pytest.mark.db]
CHANGED, MISSING, ADDED, OTHER = Fault.CHANGED, Fault.MISSING, Fault.ADDED, Fault.OTHER


def links():
    return [
        bytes(link) for link in Event.objects.order_by("position").values_list("link", flat=True)
    ]


def test_an_empty_journal_holds():
    assert records.first_break() is None
    assert (records.head().length, bytes(records.head().link)) == (0, bytes(32))


def test_each_link_is_made_of_the_line_and_the_link_before(journal):
    previous = bytes(32)
    for position, row in enumerate(Event.objects.order_by("position"), 1):
        assert row.position == position
        assert bytes(row.link) == vault.chained(previous, lines.canonical(row))
        previous = bytes(row.link)
    assert (records.head().length, bytes(records.head().link)) == (LENGTH, previous)
    assert len(set(links())) == LENGTH
    assert records.first_break() is None


def test_moments_grow_with_positions(journal):
    moments = list(Event.objects.order_by("position").values_list("recorded_at", flat=True))
    assert moments == sorted(moments)


@pytest.mark.parametrize(
    ("act", "args", "found"),
    [
        (tampering.delete, (1,), Break(1, MISSING)),
        (tampering.delete, (29,), Break(29, MISSING)),
        (tampering.delete, (LENGTH,), Break(LENGTH, MISSING)),
        (tampering.close_up, (29,), Break(29, CHANGED)),
        (tampering.insert, (29,), Break(29, CHANGED)),
        (tampering.put, (LENGTH + 1, 29), Break(LENGTH + 1, CHANGED)),
        (tampering.put, (LENGTH + 5, 29), Break(LENGTH + 1, MISSING)),
        (tampering.put, (0, 29), Break(0, CHANGED)),
        (tampering.swap, (29, 30), Break(29, CHANGED)),
        (tampering.swap, (7, 53), Break(7, CHANGED)),
        (tampering.swap_contents, (7, 53), Break(7, CHANGED)),
        (tampering.cut, (41,), Break(41, MISSING)),
        (tampering.cut, (1,), Break(1, MISSING)),
    ],
)
def test_a_line_removed_put_in_or_moved_is_named(journal, act, args, found):
    tampering.disarm()
    act(*args)
    assert records.first_break() == found


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "withdrawn"},
        {"happened_at": date(2026, 1, 1)},
        {"ordinal": 1000},
        {"by": "portal"},
        {"facts": {"of": 1}},
        {"private": None},
        {"private": b"other"},
        {"link": bytes(32)},
        {"id": dossiers.LETTER},
    ],
)
@pytest.mark.parametrize("position", [1, 29, 57])  # each has a sealed part
def test_a_line_that_was_changed_is_named(journal, position, changed):
    tampering.disarm()
    tampering.change(position, **changed)
    assert records.first_break() == Break(position, CHANGED)


def test_a_line_given_to_another_demand_or_moment_is_named(journal):
    tampering.disarm()
    row = Event.objects.get(position=29)
    tampering.change(29, recorded_at=row.recorded_at + timedelta(microseconds=1))
    assert records.first_break() == Break(29, CHANGED)
    other = dossiers.demand(dossiers.make())
    tampering.change(29, recorded_at=row.recorded_at, demand=other)
    assert records.first_break() == Break(29, CHANGED)
    tampering.change(29, demand=row.demand_id)
    assert records.first_break() is None


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ({"length": LENGTH - 1}, Break(LENGTH - 1, OTHER)),
        ({"length": LENGTH + 1}, Break(LENGTH + 1, MISSING)),
        ({"length": 0}, Break(1, ADDED)),
        ({"link": bytes(32)}, Break(LENGTH, OTHER)),
    ],
)
def test_a_head_that_was_changed_is_seen(journal, head, found):
    tampering.head(**head)
    assert records.first_break() == found


def test_lines_after_the_head_are_seen(journal):
    """The head alone put back: what was written since is no longer known."""
    tampering.head(length=50, link=Event.objects.get(position=50).link)
    assert records.first_break() == Break(51, ADDED)


def test_without_its_head_no_line_is_known(journal):
    tampering.disarm()
    Chain.objects.all().delete()
    assert records.first_break() == Break(1, ADDED)


def test_an_end_cut_off_with_its_head_is_seen_by_whoever_noted_the_head(journal):
    known = {LENGTH: bytes(records.head().link), 12: links()[11]}
    assert records.first_break(known=known) is None
    tampering.disarm()
    tampering.cut_with_its_head(41)
    assert records.first_break() is None
    assert records.first_break(known=known) == Break(41, MISSING)


@pytest.mark.parametrize("noted", [45, LENGTH])
@pytest.mark.parametrize("length", [LENGTH, LENGTH + 10])
def test_a_journal_written_again_is_seen_by_whoever_noted_a_link(journal, noted, length):
    known = {noted: links()[noted - 1]}
    tampering.disarm()
    tampering.cut_with_its_head(41)
    _, fund, _, _ = journal[0]
    records.record(fund, *[said(Kind.PRINTED)] * (length - 40), today=TODAY)
    assert records.first_break() is None
    assert records.first_break(known=known) == Break(noted, OTHER)


def test_lines_past_their_time_may_leave_holes_that_are_known(journal):
    """Holes, not only a beginning: an erased dossier's lines lie between those of others."""
    kept = links()
    pruned = {5: kept[4], 31: kept[30], LENGTH: kept[LENGTH - 1]}
    Chain.objects.update(pruning=True)
    Event.objects.filter(position__lte=5).delete()
    Event.objects.filter(position__in=[30, 31]).delete()
    assert records.first_break() == Break(1, MISSING)
    assert records.first_break(pruned=pruned) is None
    assert records.first_break(pruned={5: kept[4]}) == Break(30, MISSING)
    assert records.first_break(pruned=pruned | {31: bytes(32)}) == Break(32, CHANGED)
    tampering.disarm()
    tampering.delete(32)
    assert records.first_break(pruned=pruned) == Break(30, MISSING)


def test_a_known_hole_hides_no_line_that_is_there(journal):
    tampering.disarm()
    pruned = {29: links()[28]}
    tampering.change(29, by="portal")
    assert records.first_break(pruned=pruned) == Break(29, CHANGED)


def test_another_index_key_proves_nothing(journal):
    with override_settings(INDEX_KEY="j" * 43):
        assert records.first_break() == Break(1, CHANGED)


def test_erasing_a_dossier_leaves_the_chain_whole(journal):
    dossier, fund, _, _ = journal[0]
    before = links()
    dossier.delete()
    assert links() == before
    assert records.first_break() is None
    assert Event.objects.filter(demand=fund).count() == LENGTH // 6


def test_slices_are_walked_over_without_a_seam(journal, monkeypatch):
    monkeypatch.setattr(chain, "AT_ONCE", 7)
    assert records.first_break() is None
    tampering.disarm()
    tampering.delete(29)
    assert records.first_break() == Break(29, MISSING)
