"""The journal can only grow: the database itself refuses the rest, whoever asks (design §4.9).

Lines are never updated. They are deleted only while the head of the chain says `pruning`, within
the one transaction of the function that deletes what is past its time. The head stays.

A later migration that has SQLite make one of the two tables anew must take these triggers away
first and put them back after: SQLite drops them with the old table, without a word.
"""

from django.db import migrations

ADD = {
    "sqlite": (
        """
        CREATE TRIGGER event_never_updated BEFORE UPDATE ON opposition_event
        BEGIN SELECT RAISE(ABORT, 'the journal only grows: no line is updated'); END
        """,
        """
        CREATE TRIGGER event_kept BEFORE DELETE ON opposition_event
        WHEN NOT EXISTS (SELECT 1 FROM opposition_chain WHERE pruning)
        BEGIN SELECT RAISE(ABORT, 'the journal only grows: no line is deleted'); END
        """,
        """
        CREATE TRIGGER chain_kept BEFORE DELETE ON opposition_chain WHEN NOT OLD.pruning
        BEGIN SELECT RAISE(ABORT, 'the head of the journal is not deleted'); END
        """,
    ),
    # restrict_violation: an IntegrityError, as on SQLite.
    "postgresql": (
        """
        CREATE FUNCTION opposition_event_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM opposition_chain WHERE pruning) THEN
                RETURN OLD;
            END IF;
            IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT 1 FROM opposition_event) THEN
                RETURN NULL;
            END IF;
            RAISE restrict_violation USING MESSAGE = 'the journal only grows: ' || TG_OP;
        END $$
        """,
        """
        CREATE FUNCTION opposition_chain_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' AND OLD.pruning THEN
                RETURN OLD;
            END IF;
            IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT 1 FROM opposition_chain) THEN
                RETURN NULL;
            END IF;
            RAISE restrict_violation USING MESSAGE = 'the head of the journal stays: ' || TG_OP;
        END $$
        """,
        """
        CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE ON opposition_event
        FOR EACH ROW EXECUTE FUNCTION opposition_event_kept()
        """,
        """
        CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON opposition_event
        FOR EACH STATEMENT EXECUTE FUNCTION opposition_event_kept()
        """,
        """
        CREATE TRIGGER chain_kept BEFORE DELETE ON opposition_chain
        FOR EACH ROW EXECUTE FUNCTION opposition_chain_kept()
        """,
        """
        CREATE TRIGGER chain_not_emptied BEFORE TRUNCATE ON opposition_chain
        FOR EACH STATEMENT EXECUTE FUNCTION opposition_chain_kept()
        """,
    ),
}
REMOVE = {
    "sqlite": (
        "DROP TRIGGER event_never_updated",
        "DROP TRIGGER event_kept",
        "DROP TRIGGER chain_kept",
    ),
    "postgresql": (
        "DROP FUNCTION opposition_event_kept() CASCADE",
        "DROP FUNCTION opposition_chain_kept() CASCADE",
    ),
}


def add(_apps, schema_editor):
    """Puts the triggers in place."""
    _run(ADD, schema_editor)


def remove(_apps, schema_editor):
    """Takes them away, for the way back or around a table that SQLite makes anew."""
    _run(REMOVE, schema_editor)


def _run(statements, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in statements[schema_editor.connection.vendor]:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("opposition", "0002_dossier")]

    operations = [migrations.RunPython(add, remove)]
