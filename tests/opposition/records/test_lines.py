"""A line: what may stand in the clear, what is sealed, what its link binds."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from opposition import records, vault
from opposition.domain.vocabulary import AnswerCode, Channel, Evidence, Kind, Party, Scope
from opposition.models import Event
from opposition.records import Entry, lines
from tests.opposition.records import dossiers
from tests.opposition.records.dossiers import LETTER, TODAY

DEMAND = UUID("00000000-0000-4000-8000-00000000000d")
KEY = b"k" * 32
CANARY = "RK123456789FR"


def entry(kind=Kind.SENT, **parts) -> Entry:
    return Entry(kind, TODAY, Party.CITIZEN, **parts)


@pytest.mark.parametrize(
    ("facts", "noted", "stored"),
    [
        ({}, {}, {}),
        ({"channel": Channel.POST}, {"letter": LETTER}, {"channel": "post", "letter": LETTER}),
        ({"reply": LETTER.upper()}, {}, {"reply": LETTER}),
        (
            {"received_on": TODAY, "reasoned": False},
            {},
            {"received_on": "2026-11-20", "reasoned": False},
        ),
        (
            {"code": AnswerCode.OTHER, "scopes": frozenset({Scope.HDH, Scope.FUND})},
            {},
            {"code": "OTHER", "scopes": ["fund", "hdh"]},
        ),
        ({"replaces": 3}, {}, {"replaces": 3}),
    ],
)
def test_dates_codes_numbers_and_ids_stand_in_the_clear(facts, noted, stored):
    assert lines.clear(entry(facts=facts, noted=noted)) == stored


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"facts": {"number": CANARY}}, "not to be kept in the clear: number"),
        ({"noted": {"how": "a neighbour"}}, "not to be kept in the clear: how"),
        ({"noted": {"step": "close"}}, "not to be kept in the clear: step"),
        ({"facts": {"name": "A"}, "noted": {"b": "B"}}, "not to be kept in the clear: b, name"),
        ({"noted": {"letter": "Dupont"}}, "badly formed hexadecimal UUID string"),
        ({"facts": {"reply": "dupont@example.org"}}, "badly formed hexadecimal UUID string"),
        ({"facts": {"channel": "pigeon"}}, "'pigeon' is not a valid Channel"),
        ({"facts": {"received_on": "Monday"}}, "Invalid isoformat string: 'Monday'"),
        (
            {"facts": {"scopes": ["fund"]}},
            "facts that would be read back otherwise than they were written",
        ),
        (
            {"facts": {"reasoned": "because"}},
            "facts that would be read back otherwise than they were written",
        ),
    ],
)
def test_anything_else_is_refused(parts, why):
    with pytest.raises(ValueError) as error:
        lines.row(entry(**parts), DEMAND, 1, KEY)
    assert str(error.value) == why


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"happened_at": datetime(2026, 11, 20, tzinfo=UTC)}, "a line happens on a day"),
        ({"kind": "eaten"}, "'eaten' is not a valid Kind"),
        ({"by": "neighbour"}, "'neighbour' is not a valid Party"),
    ],
)
def test_a_line_says_what_happened_on_which_day_and_who_says_so(wrong, why):
    with pytest.raises(ValueError) as error:
        lines.row(replace(entry(), **wrong), DEMAND, 1, KEY)
    assert str(error.value).split(", not")[0] == why


def test_what_is_private_is_sealed_in_its_place():
    row = lines.row(entry(private={"number": CANARY}), DEMAND, 1, KEY)
    assert row.facts == {}
    assert CANARY.encode() not in row.private
    text = vault.unseal(KEY, row.private, label="event.private", owner=row.id)
    assert json.loads(text) == {"number": CANARY}
    with pytest.raises(vault.SealError):
        vault.unseal(KEY, row.private, label="event.private", owner=DEMAND)


def test_nothing_private_leaves_nothing_sealed():
    assert lines.row(entry(), DEMAND, 1, KEY).private is None


@pytest.mark.django_db
@pytest.mark.db
def test_a_line_is_read_as_it_was_written():
    dossier, fund, _, _ = dossiers.family()
    received = entry(
        Kind.RECEIVED,
        facts={"evidence": Evidence.DECLARED},
        noted={"letter": LETTER},
        private={"how": "la voisine l’a dit", "quote": "« reçu »"},
    )
    (added,) = records.record(fund, received, today=TODAY)
    line = lines.read(Event.objects.get())
    assert (line.event.kind, line.event.happened_at, line.event.ordinal, line.event.by) == (
        Kind.RECEIVED,
        TODAY,
        1,
        Party.CITIZEN,
    )
    assert line.event.facts == {"evidence": Evidence.DECLARED}
    assert (line.id, line.recorded_at) == (added.id, added.recorded_at)
    assert line.noted == {"letter": LETTER}
    assert records.private(dossier, line) == {"how": "la voisine l’a dit", "quote": "« reçu »"}
    assert records.private(dossier, replace(line, sealed=None)) == {}


@pytest.mark.django_db
def test_another_dossier_opens_nothing():
    _, fund, _, _ = dossiers.family()
    records.record(fund, entry(private={"number": CANARY}), today=TODAY)
    with pytest.raises(vault.SealError):
        records.private(dossiers.make(), lines.read(Event.objects.get()))


def event(**changed) -> Event:
    plain = {
        "id": DEMAND,
        "demand_id": DEMAND,
        "ordinal": 2,
        "kind": "sent",
        "happened_at": date(2026, 11, 20),
        "recorded_at": datetime(2026, 11, 20, 9, tzinfo=UTC),
        "by": "citizen",
        "facts": {"of": 1, "channel": "post"},
        "private": b"sealed",
        "position": 7,
    }
    return Event(**(plain | changed))


def test_the_canonical_bytes_are_written_down_once_and_for_all():
    """A change of this line makes every journal written before unverifiable."""
    assert lines.canonical(event()).decode() == (
        '{"by":"citizen","demand":"00000000-0000-4000-8000-00000000000d",'
        '"facts":{"channel":"post","of":1},"happened_at":"2026-11-20",'
        '"id":"00000000-0000-4000-8000-00000000000d","kind":"sent","ordinal":2,"position":7,'
        '"private":"c9d0036bed6744bcdf692fc980d8717d7e5f5a4f4e8266b4a84982602fb1cd09",'
        '"recorded_at":"2026-11-20T09:00:00.000000+00:00"}'
    )


@pytest.mark.parametrize(
    "same",
    [
        {"facts": {"channel": "post", "of": 1}},
        {"private": memoryview(b"sealed")},
        {"recorded_at": datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=1)))},
    ],
)
def test_every_database_gives_the_same_bytes(same):
    assert lines.canonical(event(**same)) == lines.canonical(event())


@pytest.mark.parametrize(
    "other",
    [
        {"id": UUID(int=1)},
        {"demand_id": UUID(int=1)},
        {"ordinal": 3},
        {"kind": "received"},
        {"happened_at": date(2026, 11, 21)},
        {"recorded_at": datetime(2026, 11, 20, 9, 0, 0, 1, tzinfo=UTC)},
        {"by": "portal"},
        {"facts": {"of": 2, "channel": "post"}},
        {"facts": {"of": "1", "channel": "post"}},
        {"private": b"other"},
        {"private": b""},
        {"private": None},
        {"position": 8},
    ],
)
def test_every_part_of_a_line_counts(other):
    assert lines.canonical(event(**other)) != lines.canonical(event())
