"""Loading is repeatable, refreshes what the files changed, and never touches staff's word."""

from datetime import date

import pytest

from opposition import directory
from opposition.directory import Counts, shipped
from opposition.models import Addressee

pytestmark = [pytest.mark.django_db, pytest.mark.db]

SHIPPED = 156


def snapshot():
    return list(Addressee.objects.values())


def test_a_first_load_creates_every_shipped_record():
    assert directory.load() == Counts(created=SHIPPED, updated=0, unchanged=0, kept=0)
    assert Addressee.objects.count() == SHIPPED
    assert Addressee.objects.invented().count() == 0


def test_a_second_load_changes_nothing():
    directory.load()
    before = snapshot()
    assert directory.load() == Counts(created=0, updated=0, unchanged=SHIPPED, kept=0)
    assert snapshot() == before


def test_a_load_without_change_reads_once_and_writes_nothing(django_assert_num_queries):
    directory.load()
    with django_assert_num_queries(3) as queries:  # savepoint, one reading, release
        directory.load()
    verbs = [query["sql"].split()[0] for query in queries.captured_queries]
    assert verbs == ["SAVEPOINT", "SELECT", "RELEASE"]


def test_what_is_stored_equals_what_the_files_say():
    directory.load()
    stored = Addressee.objects.in_bulk()
    for record in shipped.addressees():
        fields = {key: value for key, value in vars(record).items() if key != "_state"}
        again = {key: value for key, value in vars(stored[record.key]).items() if key in fields}
        assert again == fields


def test_a_record_that_the_files_changed_is_refreshed():
    directory.load()
    Addressee.objects.filter(pk="cpam-du-gard").update(lines=["30000 NIMES"], departments=["48"])
    assert directory.load() == Counts(created=0, updated=1, unchanged=SHIPPED - 1, kept=0)
    gard = Addressee.objects.get(pk="cpam-du-gard")
    assert (gard.lines, gard.departments) == (["30921 NIMES CEDEX 9"], ["30"])


def test_a_record_that_staff_verified_survives_a_reload():
    directory.load()
    hub = Addressee.objects.get(pk="hdh-dpd")
    hub.lines = ["1 RUE NEUVE", "75013 PARIS"]
    hub.save()
    directory.verify(hub, on=date(2026, 11, 20), by="equipe@example.org")
    assert directory.load() == Counts(created=0, updated=0, unchanged=SHIPPED - 1, kept=1)
    hub.refresh_from_db()
    assert (hub.lines, hub.verified_on, hub.verified_by) == (
        ["1 RUE NEUVE", "75013 PARIS"],
        date(2026, 11, 20),
        "equipe@example.org",
    )


def test_a_record_that_left_the_files_stays_because_letters_may_name_it():
    directory.load()
    Addressee.objects.create(key="ancienne-caisse", kind="fund", name="Ancienne caisse")
    directory.load()
    assert Addressee.objects.filter(pk="ancienne-caisse").count() == 1


def test_the_demo_adds_two_invented_records_once():
    assert directory.load(demo=True).created == SHIPPED + 2
    assert directory.load(demo=True).unchanged == SHIPPED + 2
    assert Addressee.objects.invented().verified().count() == 2


def test_an_invented_record_is_nobodys_word_and_is_refreshed():
    directory.load(demo=True)
    Addressee.objects.filter(pk="demo-hdh").update(mailbox="")
    assert directory.load(demo=True).updated == 1
    assert Addressee.objects.get(pk="demo-hdh").mailbox == "dpo.demo-hdh@example.org"


def test_a_failing_record_leaves_the_directory_as_it_was():
    half_verified = Addressee(key="x", kind="fund", name="X", verified_on=date(2026, 1, 1))
    with pytest.raises(Exception, match="addressee_verified_on_and_by_go_together"):
        directory.upsert([*shipped.addressees(), half_verified])
    assert Addressee.objects.count() == 0
