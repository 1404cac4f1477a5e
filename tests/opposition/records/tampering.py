"""What somebody with the database's password might do to the journal, triggers taken away."""

from importlib import import_module
from types import SimpleNamespace
from uuid import uuid4

from django.db import connection
from django.db.models import F

from opposition.models import Chain, Event

migration = import_module("opposition.migrations.0003_append_only")
FAR = 10_000


def disarm():
    """Until the test's own transaction is rolled back."""
    connection.check_constraints()  # PostgreSQL: nothing may still be waiting to be checked
    migration.remove(None, SimpleNamespace(connection=connection))


def rearm():
    migration.add(None, SimpleNamespace(connection=connection))


def change(position, /, **fields):
    Event.objects.filter(position=position).update(**fields)


def delete(position):
    Event.objects.filter(position=position).delete()


def move(start, by):
    """All lines from there on, in two steps: a position is taken once."""
    Event.objects.filter(position__gte=start).update(position=F("position") + FAR)
    Event.objects.filter(position__gte=FAR).update(position=F("position") - FAR + by)


def put(position, like):
    """A line as if it had always been there, under a link that it cannot compute."""
    row = Event.objects.get(position=like)
    ordinals = Event.objects.filter(demand_id=row.demand_id).order_by("-ordinal")
    row.id, row.position, row.ordinal = uuid4(), position, ordinals[0].ordinal + 1
    row.save(force_insert=True)


def insert(position):
    move(position, 1)
    put(position, like=position - 1)
    Chain.objects.update(length=F("length") + 1)


def close_up(position):
    """Removed, and the others moved together, as if it had never been."""
    delete(position)
    move(position, -1)
    Chain.objects.update(length=F("length") - 1)


def swap(one, two):
    change(one, position=FAR)
    change(two, position=one)
    change(FAR, position=two)


def swap_contents(one, two):
    first, second = (Event.objects.get(position=n) for n in (one, two))
    change(one, kind=second.kind, happened_at=second.happened_at, facts=second.facts)
    change(two, kind=first.kind, happened_at=first.happened_at, facts=first.facts)


def cut(position):
    """The end taken off from there on, the head left as it was."""
    Event.objects.filter(position__gte=position).delete()


def cut_with_its_head(position):
    cut(position)
    link = Event.objects.get(position=position - 1).link
    Chain.objects.update(length=position - 1, link=link)


def head(**fields):
    Chain.objects.update(**fields)
