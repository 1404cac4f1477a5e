"""SQLite keeps whatever is put into a column; what cannot be read is named like what was changed.

On PostgreSQL a column holds nothing but its own type: there is nothing to run again there.
"""

import pytest
from django.db import connection

from opposition import records
from opposition.records import Break, Fault
from tests.opposition.records import tampering

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("column", "rubbish"),
    [
        ("happened_at", "Monday"),
        ("happened_at", "2026-13-45"),
        ("recorded_at", "now"),
        ("recorded_at", "2026-11-20 25:61:00"),
        ("id", "nobody"),
        ("kind", "🙈"),
        ("link", "none"),
        ("private", "none"),
        ("ordinal", "many"),
        ("facts", "[]"),
    ],
)
def test_a_column_filled_with_rubbish_is_a_changed_line(journal, column, rubbish):
    tampering.disarm()
    with connection.cursor() as cursor:
        change = f"UPDATE opposition_event SET {column} = %s WHERE position = 29"  # noqa: S608
        cursor.execute(change, [rubbish])
    assert records.first_break() == Break(29, Fault.CHANGED)
