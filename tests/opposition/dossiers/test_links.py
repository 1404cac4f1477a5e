"""Secret links: said once, stored as a keyed hash, for one purpose, for a time."""

import re
from datetime import timedelta
from secrets import token_urlsafe

import pytest

from opposition.correspondence.references import ALPHABET
from opposition.dossiers import links
from opposition.models import AccessLink, moment
from opposition.models.dossier import Purpose
from tests.opposition import traces
from tests.opposition.dossiers import made

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SECOND = timedelta(seconds=1)


@pytest.fixture
def dossier():
    return made.confirmed(email=made.ADDRESS)


def minted(dossier, purpose, **changed):
    """A secret, and its link with these columns changed."""
    secret = links.mint(dossier, purpose)
    newest = AccessLink.objects.filter(purpose=purpose).latest("made_at")
    AccessLink.objects.filter(id=newest.id).update(**changed)
    return secret


@pytest.mark.parametrize("purpose", Purpose)
def test_a_secret_finds_its_link_and_its_dossier(dossier, purpose):
    link = links.find(links.mint(dossier, purpose), purpose)
    assert (link.dossier, link.purpose) == (dossier, purpose)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("other", Purpose)
def test_a_secret_made_for_one_purpose_serves_no_other(dossier, purpose, other):
    secret = links.mint(dossier, purpose)
    assert (links.find(secret, other) is not None) == (purpose is other)


@pytest.mark.parametrize("purpose", Purpose)
def test_only_mailed_and_printed_links_open_the_dossier(dossier, purpose):
    link = links.entry(links.mint(dossier, purpose))
    assert (link is not None) == (purpose in {Purpose.MAILED, Purpose.PRINTED})


@pytest.mark.parametrize("purpose", Purpose)
def test_no_secret_is_stored(dossier, purpose):
    secret = links.mint(dossier, purpose)
    assert traces.of(secret) == traces.of(secret.replace("-", "")) == []


def test_a_mailed_secret_is_long_and_fits_an_address(dossier):
    secrets = {links.mint(dossier, Purpose.MAILED) for _ in range(50)}
    assert len(secrets) == 50
    assert [one for one in secrets if not re.fullmatch(r"[A-Za-z0-9_-]{32}", one)] == []


def test_a_printed_secret_is_seven_groups_of_four_signs_that_nobody_mistakes(dossier):
    secret = links.mint(dossier, Purpose.PRINTED)
    assert re.fullmatch(rf"(?:[{ALPHABET}]{{4}}-){{6}}[{ALPHABET}]{{4}}", secret)
    assert 28 * len(f"{len(ALPHABET):b}") >= 128


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: f"  {code.replace('-', ' – ')}\n",
    ],
)
def test_a_printed_secret_is_typed_as_people_type(dossier, typed):
    secret = links.mint(dossier, Purpose.PRINTED)
    assert links.entry(typed(secret)) == links.find(secret, Purpose.PRINTED)
    assert links.entry(typed(secret)) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda secret: secret[:-1],
        lambda secret: secret + "A",
        lambda secret: ("A" if secret[0] != "A" else "B") + secret[1:],
        lambda secret: secret.swapcase(),
        lambda _: "",
        lambda _: "\ud800é",
    ],
)
def test_a_mailed_secret_that_is_not_quite_it_finds_nothing(dossier, wrong):
    assert links.entry(wrong(links.mint(dossier, Purpose.MAILED))) is None


def test_a_thousand_guesses_find_nothing(dossier):
    for purpose in Purpose:
        links.mint(dossier, purpose)
    guesses = [token_urlsafe(24) for _ in range(1000)]
    assert [guess for guess in guesses if links.entry(guess)] == []


@pytest.mark.parametrize(
    ("purpose", "days"),
    [
        (Purpose.CONFIRM, 2),
        (Purpose.MAILED, 60),
        (Purpose.EMAIL, 2),
        (Purpose.MUTE, 60),
        (Purpose.PRINTED, None),
    ],
)
def test_each_purpose_has_its_life(dossier, purpose, days):
    link = links.find(links.mint(dossier, purpose), purpose)
    life = link.expires_at and link.expires_at - link.made_at
    assert life == (None if days is None else timedelta(days=days))


def test_a_link_expired_by_a_second_finds_nothing(dossier):
    now = moment.now()
    alive = minted(dossier, Purpose.MAILED, expires_at=now + timedelta(minutes=1))
    dead = minted(dossier, Purpose.MAILED, expires_at=now - SECOND)
    assert (links.entry(alive) is not None, links.entry(dead)) == (True, None)


def test_the_person_revokes_all_links_but_the_one_in_use(dossier):
    secrets = [links.mint(dossier, purpose) for purpose in (*links.OPENING, Purpose.MUTE)]
    used = links.entry(secrets[0])
    links.revoke(dossier, but=used)
    assert [links.entry(one) for one in secrets] == [used, None, None]
    links.revoke(dossier)
    assert links.entry(secrets[0]) is None


def test_revoking_leaves_the_links_of_others_alone(dossier):
    secret = links.mint(made.confirmed(), Purpose.MAILED)
    links.revoke(dossier)
    assert links.entry(secret) is not None


def test_a_link_revoked_long_ago_keeps_its_date(dossier):
    long_ago = moment.now() - timedelta(days=30)
    minted(dossier, Purpose.MAILED, revoked_at=long_ago)
    links.revoke(dossier)
    assert AccessLink.objects.get().revoked_at == long_ago


def test_links_are_withdrawn_by_purpose(dossier):
    mailed, printed = (links.mint(dossier, purpose) for purpose in links.OPENING)
    links.withdraw(dossier, Purpose.MAILED, Purpose.MUTE)
    assert (links.entry(mailed), links.entry(printed) is None) == (None, False)


def test_a_spent_link_answers_for_ten_minutes_more(dossier):
    secret = links.mint(dossier, Purpose.CONFIRM)
    before = moment.now()
    links.spend(dossier, Purpose.CONFIRM)
    left = links.find(secret, Purpose.CONFIRM).expires_at - before
    assert timedelta(0) <= left - links.GRACE < timedelta(seconds=30)


def test_spending_never_lengthens_a_life(dossier):
    soon = moment.now() + timedelta(minutes=1)
    minted(dossier, Purpose.CONFIRM, expires_at=soon)
    links.spend(dossier, Purpose.CONFIRM)
    assert AccessLink.objects.get().expires_at == soon


@pytest.mark.parametrize("state", ["live", "unknown", "expired", "revoked", "of another purpose"])
def test_looking_up_is_the_same_work_whatever_is_wrong(dossier, state, django_assert_num_queries):
    now = moment.now()
    secret = {
        "live": lambda: links.mint(dossier, Purpose.MAILED),
        "unknown": lambda: "x" * 32,
        "expired": lambda: minted(dossier, Purpose.MAILED, expires_at=now),
        "revoked": lambda: minted(dossier, Purpose.MAILED, revoked_at=now),
        "of another purpose": lambda: links.mint(dossier, Purpose.MUTE),
    }[state]()
    with django_assert_num_queries(2):  # the database's clock, the link
        links.entry(secret)
    with django_assert_num_queries(2):
        links.find(secret, Purpose.MAILED)
