"""A new address or a typo: the next letters say it, those that left do not."""

from dataclasses import replace

import pytest

from opposition import vault
from opposition.correspondence import followed
from opposition.domain.vocabulary import Channel, Kind
from opposition.dossiers import acts, changing
from opposition.dossiers.changing import Change
from opposition.models import Dossier, Event
from tests.opposition import traces, typed
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import MORNING, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
LINES = ("9 RUE NEUVE", "75001 PARIS")


@pytest.fixture
def dossier():
    return made.confirmed()


def moved(dossier, **changed):
    """The identity with the citizen's details changed."""
    identity = followed.read_identity(dossier)
    return replace(identity, citizen={**identity.citizen, **changed})


def mend(dossier, **change):
    changing.mend(dossier, Change(**change), today=SENT)


def mended(dossier):
    """The demands whose journals say it, and how often."""
    return {
        name: len([line for line in case.lines if line.event.kind is Kind.MENDED])
        for name, case in made.cases(dossier).items()
    }


def frozen(dossier, name="hdh"):
    cases = list(made.cases(dossier).values())
    demand = made.cases(dossier)[name].demand
    written = followed.compose(dossier, cases, demand, f"{name}-objection", today=SENT)
    return followed.freeze(dossier, demand, written, at=MORNING)


def body(dossier, name="hdh"):
    demand = made.cases(dossier)[name].demand
    return followed.body_of(demand, vault.unwrap(dossier.key, dossier.id))


def test_a_new_address_is_sealed_and_said_in_every_open_journal(dossier):
    mend(dossier, identity=moved(dossier, address=["7 RUE NEUVE", "69001 LYON"]))
    stored = followed.read_identity(Dossier.objects.get(id=dossier.id))
    assert stored.citizen["address"] == ["7 RUE NEUVE", "69001 LYON"]
    assert mended(dossier) == {"fund": 1, "hdh": 1, "cnil-fund": 1, "cnil-hdh": 1}
    assert traces.of("RUE NEUVE") == []


def test_a_mended_name_is_found_under_its_index(dossier):
    before = bytes(dossier.person_index)
    mend(dossier, identity=moved(dossier, birth_name="Nguyen"))
    assert bytes(dossier.person_index) == vault.blind(
        "person", *followed.read_identity(dossier).person
    )
    assert bytes(dossier.person_index) != before


def test_what_is_the_same_changes_nothing(dossier):
    lines = Event.objects.count()
    demand = made.cases(dossier)["hdh"].demand
    mend(dossier, identity=moved(dossier), lines={demand.id: tuple(body(dossier).lines)})
    assert Event.objects.count() == lines


def test_mending_twice_is_mending_once(dossier):
    new = moved(dossier, given_names="Zoé")
    mend(dossier, identity=new)
    mend(dossier, identity=new)
    assert mended(dossier)["hdh"] == 1


def test_a_bodys_new_lines_touch_its_demand_alone(dossier):
    demand = made.cases(dossier)["hdh"].demand
    mend(dossier, lines={demand.id: LINES})
    assert tuple(body(dossier).lines) == LINES
    assert mended(dossier) == {"fund": 0, "hdh": 1, "cnil-fund": 0, "cnil-hdh": 0}


def test_lines_put_back_as_the_directory_has_them_are_the_directorys_again(dossier):
    demand = made.cases(dossier)["hdh"].demand
    listed = tuple(demand.addressee.lines)
    mend(dossier, lines={demand.id: LINES})
    mend(dossier, lines={demand.id: listed})
    assert made.cases(dossier)["hdh"].demand.body is None


def test_a_typed_body_keeps_its_name():
    dossier = made.confirmed(told=made.answers(fund=typed.TYPED_FUND))
    demand = made.cases(dossier)["fund"].demand
    mend(dossier, lines={demand.id: LINES})
    assert (body(dossier, "fund").name, tuple(body(dossier, "fund").lines)) == (
        "Caisse des bergers",
        LINES,
    )


def test_letters_not_posted_are_taken_back_those_posted_stay(dossier):
    waiting, left = frozen(dossier, "fund"), frozen(dossier, "hdh")
    told = {"on": SENT, "channel": Channel.POST, "letter": left.id}
    made.act(dossier, "hdh", acts.posted, **told)
    mend(dossier, identity=moved(dossier, given_names="Zoé"))
    assert set(dossier.letters.values_list("id", flat=True)) == {left.id}
    assert frozen(dossier, "fund").id != waiting.id


def test_a_closed_demand_is_left_alone(dossier):
    demand = made.cases(dossier)["hdh"].demand
    changing.stop(dossier, today=SENT, only=demand)
    mend(dossier, identity=moved(dossier, given_names="Zoé"), lines={demand.id: LINES})
    assert (mended(dossier)["hdh"], mended(dossier)["fund"]) == (0, 1)
    assert tuple(body(dossier).lines) != LINES


def test_an_erased_dossier_says_so(dossier):
    Dossier.objects.filter(id=dossier.id).delete()
    with pytest.raises(Dossier.DoesNotExist):
        mend(dossier)
