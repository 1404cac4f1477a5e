"""Before the first page: what was erased stays erased, whatever a backup brought back."""

from datetime import date

import pytest
from django.db import connection

from opposition.dossiers import tombstones
from opposition.models import Dossier
from portal import starting
from tests.opposition.dossiers import made


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.mark.django_db(transaction=True)
def test_a_dossier_that_a_backup_brought_back_is_erased_again():
    kept, erased = made.confirmed(), made.confirmed()
    tombstones.add(erased.id, date(2026, 11, 23))
    starting.prepare()
    assert list(Dossier.objects.values_list("id", flat=True)) == [kept.id]


@pytest.mark.django_db(transaction=True)
def test_a_fault_of_the_settings_stops_before_anything_is_read(settings, capsys):
    settings.VAULT_KEYS = ""
    with pytest.raises(SystemExit) as end:
        starting.prepare()
    assert end.value.code == 3
    assert capsys.readouterr().err.startswith("portal.E010")


@pytest.mark.postgres
@pytest.mark.db
@pytest.mark.django_db(transaction=True)
def test_no_connection_is_left_for_a_child_to_share():
    starting.prepare()
    assert connection.connection is None
