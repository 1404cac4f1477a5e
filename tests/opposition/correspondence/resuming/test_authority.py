"""A complaint always has somewhere to go."""

import pytest

from opposition.correspondence.resuming import authority
from opposition.models import Addressee

pytestmark = pytest.mark.django_db


def test_the_releases_own_record_stands_in_for_a_directory_that_was_not_loaded():
    found = authority.record()
    assert (found.letter_service, found.lines[-1]) == (
        "SERVICE DES PLAINTES",
        "75334 PARIS CEDEX 07",
    )
    assert found.portal == "https://www.cnil.fr/fr/plaintes"


def test_the_directorys_record_comes_first():
    found = authority.record()
    found.letter_service = "AUTRE SERVICE"
    found.save()
    assert authority.record().letter_service == "AUTRE SERVICE"
    assert Addressee.objects.count() == 1
