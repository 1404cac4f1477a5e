"""What was erased stays erased, though a backup brings it back."""

import stat
from datetime import date
from uuid import uuid4

import pytest

from opposition.domain.vocabulary import Kind
from opposition.dossiers import tombstones
from opposition.models import Dossier, Event
from tests.opposition.dossiers import made, together

pytestmark = [pytest.mark.django_db, pytest.mark.db]
DAY = date(2026, 11, 24)


def test_each_line_is_an_id_and_a_day_for_the_owner_alone(var):
    ids = [uuid4() for _ in range(3)]
    for one in ids:
        tombstones.add(one, DAY)
    file = var / "tombstones"
    assert file.read_text() == "".join(f"{one} 2026-11-24\n" for one in ids)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_folder_is_made_where_it_is_missing(settings, var):
    settings.VAR_DIR = var / "new" / "var"
    tombstones.add(uuid4(), DAY)
    assert (var / "new" / "var" / "tombstones").exists()


def test_nothing_was_ever_erased():
    assert tombstones.replay() == 0


def test_a_restored_dossier_is_erased_again_on_its_own_day(var):
    dossier, other = made.confirmed(email=made.ADDRESS), made.confirmed()
    tombstones.add(dossier.id, DAY)
    assert (tombstones.replay(), tombstones.replay()) == (1, 0)
    assert Dossier.objects.get() == other
    assert set(Event.objects.filter(kind=Kind.CLOSED).values_list("happened_at")) == {(DAY,)}
    assert len((var / "tombstones").read_text().splitlines()) == 1


@pytest.mark.parametrize("torn", ["", "8c5f", "8c5f1e0a-0000-4000-8000-000000000001 2026-1"])
def test_a_torn_line_hides_no_other(var, torn):
    """The power was cut while a line was written: it was never promised, the next one is."""
    dossier = made.confirmed()
    (var / "tombstones").write_text(f"{uuid4()} 2026-11-01\n{torn}")
    tombstones.add(dossier.id, DAY)
    assert (var / "tombstones").read_text().endswith(f"\n{dossier.id} 2026-11-24\n")
    assert tombstones.replay() == 1


@pytest.mark.parametrize(
    "line", ["no id at all", "é" * 40, "00000000-0000-4000-8000-000000000001 2026-13-41", " "]
)
def test_a_line_that_is_none_is_passed_over(var, line):
    dossier = made.confirmed()
    (var / "tombstones").write_text(f"{line}\n")
    tombstones.add(dossier.id, DAY)
    assert tombstones.replay() == 1


def test_many_are_looked_up_in_batches(monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(tombstones, "AT_ONCE", 50)
    for _ in range(120):
        tombstones.add(uuid4(), DAY)
    with django_assert_max_num_queries(3):
        assert tombstones.replay() == 0


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_processes_that_start_at_once_erase_once():
    dossier = made.confirmed()
    tombstones.add(dossier.id, DAY)
    assert sorted(together.eight(tombstones.replay)) == [0] * 7 + [1]
