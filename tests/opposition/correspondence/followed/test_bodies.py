"""Whom a demand writes to: the directory as it stands, unless the person said otherwise."""

import pytest

from opposition.correspondence import followed
from opposition.models import Addressee, Demand
from tests.opposition.correspondence.followed.folders import answers, key_of, opened, request
from tests.opposition.typed import directory

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MENDED = ("2 RUE DU RETOUR", "34000 MONTPELLIER")
TYPED = {
    "kind": "fund",
    "name": "Caisse des bergers",
    "letter_name": "Caisse des bergers",
    "letter_service": "DELEGUE A LA PROTECTION DES DONNEES",
    "lines": ["3 chemin des Alpages", "05100 Briançon"],
}


def body(dossier, name="fund"):
    return followed.body_of(request(dossier, name), key_of(dossier))


def mend(dossier, lines, name="fund"):
    """As the person corrects an address, once or again."""
    demand = request(dossier, name)
    demand.body = followed.seal_body(body(dossier, name), lines, key_of(dossier), demand.id)
    demand.save()
    return demand


def typed_fund():
    bodies = {**answers().bodies, "fund": Addressee(**TYPED)}
    lines = {**answers().lines, "fund": tuple(TYPED["lines"])}
    return opened(bodies=bodies, lines=lines)


def test_a_body_of_the_directory_seals_nothing_and_follows_its_corrections():
    dossier = opened()
    assert request(dossier, "fund").body is None
    Addressee.objects.filter(key="sure").update(lines=["9 RUE NEUVE", "34000 MONTPELLIER"])
    assert body(dossier).lines == ["9 RUE NEUVE", "34000 MONTPELLIER"]


def test_lines_that_the_person_confirmed_otherwise_are_theirs():
    dossier = opened(lines={**answers().lines, "fund": MENDED})
    found = body(dossier)
    assert (found.key, found.letter_name, found.lines) == ("sure", "CPAM SURE", list(MENDED))


@pytest.mark.parametrize("times", [1, 2])
def test_lines_mended_stay_mended_however_often(times):
    dossier = opened()
    for _ in range(times):
        mend(dossier, MENDED)
    assert body(dossier).lines == list(MENDED)


def test_lines_mended_back_follow_the_directory_again():
    dossier = opened(lines={**answers().lines, "fund": MENDED})
    assert mend(dossier, directory()["sure"].lines).body is None


def test_the_directory_itself_is_never_changed():
    dossier = opened()
    demand = request(dossier, "fund")
    followed.body_of(demand, key_of(dossier)).lines.append("X")
    assert demand.addressee.lines == directory()["sure"].lines
    mend(dossier, MENDED)
    assert Addressee.objects.get(key="sure").lines == directory()["sure"].lines


def test_a_body_that_the_directory_lacks_is_sealed_whole():
    dossier = typed_fund()
    demand = request(dossier, "fund")
    assert (demand.addressee, b"bergers" in bytes(demand.body)) == (None, False)
    found = body(dossier)
    assert {name: getattr(found, name) for name in TYPED} == TYPED
    assert (found.pk, found.verified_on) == ("", None)


def test_the_address_of_such_a_body_may_be_mended():
    dossier = typed_fund()
    mend(dossier, MENDED)
    found = body(dossier)
    assert (found.name, found.lines) == ("Caisse des bergers", list(MENDED))


def test_reading_bodies_that_were_read_with_their_demands_asks_nothing_more(
    django_assert_num_queries,
):
    dossier = opened()
    demands = list(Demand.objects.filter(dossier=dossier).select_related("addressee"))
    key = key_of(dossier)
    with django_assert_num_queries(0):
        assert len({followed.body_of(demand, key).key for demand in demands}) == 3
