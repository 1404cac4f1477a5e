"""The ways of this person for this letter: rule 8's order, rule 16's exception, the CNIL's form."""

import pytest

from opposition.correspondence import followed
from opposition.views.dossier import mailing, writing
from opposition.views.dossier.mailing import Signer
from tests.opposition.dossiers import made
from tests.opposition.followed import fresh, told
from tests.opposition.typed import GUARDIAN, PARENT, PERSON, TODAY, YOUNG

pytestmark = pytest.mark.django_db


def desk(dossier, name, key, today=made.SENT):
    found = made.cases(dossier, today)
    return writing.desk(dossier, list(found.values()), found[name].demand.reference, key, today)


@pytest.mark.parametrize(
    ("person", "who", "minor", "ways"),
    [
        (PERSON, "self", False, ["ameli", "mail", "post"]),
        (YOUNG, "self", True, ["mail", "post"]),
        (PARENT, "child", False, ["ameli", "mail", "post"]),
        (GUARDIAN, "ward", False, ["ameli", "mail", "post"]),
    ],
)
def test_the_identity_of_the_dossier_tells_the_ways(person, who, minor, ways):
    dossier = fresh(told=made.answers(person=person))
    here = desk(dossier, "fund", "fund-objection")
    mail = mailing.of(here, writing.live(here, None).request)
    assert (mail.you.who_is, mail.you.minor_alone, mail.one.ways) == (who, minor, ways)
    assert (mail.one.for_ward, mail.one.minor) == (who == "ward", minor)


def test_a_minor_comes_of_age():
    identity = followed.identity_of(made.answers(person=YOUNG))
    of_age = TODAY.replace(year=2028)
    assert Signer(identity, of_age).minor_alone is (2028 - 2010 < 18)
    assert Signer(identity, of_age.replace(month=5)).minor_alone is True
    assert Signer(identity, TODAY.replace(year=2029)).minor_alone is False


def test_a_complaint_is_cut_for_the_form_of_the_cnil():
    dossier, _cases, today = told("silent")
    here = desk(dossier, "cnil-fund", "cnil-complaint-silence", today)
    request = writing.live(here, None).request
    pieces = mailing.of(here, request).one.pieces
    assert pieces == followed.pieces(request)
    assert max(map(len, pieces)) <= 1000
    assert len(pieces) > 1
