"""Many tabs at once: one letter is frozen, one file is kept, whoever comes first."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from opposition.correspondence import followed
from opposition.models import Letter
from tests.opposition.correspondence.followed.folders import AT, composed, opened, request

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db, pytest.mark.postgres]
HUB, TODAY, TABS = "hdh-objection", "Thu 2026-11-19", 8


def together(act):
    """`act(n)` by eight threads at the same moment: what each gives; one's error is raised."""
    ready = Barrier(TABS)

    def run(n):
        ready.wait()
        try:
            return act(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(TABS) as pool:
        return list(pool.map(run, range(TABS)))


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def test_eight_downloads_at_once_freeze_one_letter_and_note_one_file():
    dossier = opened()
    demand = request(dossier)
    made = composed(dossier, demand, HUB, TODAY)

    def download(n):
        letter = followed.freeze(dossier, demand, made, at=AT + timedelta(seconds=n))
        return letter.id, followed.pdf(letter), letter.first_pdf

    assert len(set(together(download))) == 1
    assert Letter.objects.count() == 1


def test_eight_postings_at_once_keep_one_file(tmp_path):
    dossier = opened()
    demand = request(dossier)
    one = followed.freeze(dossier, demand, composed(dossier, demand, HUB, TODAY), at=AT)

    def keep(n):
        letter = Letter.objects.get(id=one.id)
        followed.keep(letter, at=AT + timedelta(n))
        return letter.kept_pdf, letter.kept_at, followed.pdf(letter)

    assert len(set(together(keep))) == 1
    assert [path.name for path in (tmp_path / "letters").iterdir()] == [str(one.id)]
