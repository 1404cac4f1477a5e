"""Frozen means frozen: what was handed out no longer changes; what was not gives way."""

import hashlib
from datetime import timedelta
from uuid import uuid4

import pytest

from opposition import vault
from opposition.correspondence import followed
from opposition.domain.vocabulary import Kind
from opposition.models import Dossier, Letter
from tests.opposition.correspondence.followed.folders import (
    AT,
    answers,
    complaint,
    composed,
    key_of,
    note,
    opened,
    request,
    silent,
)
from tests.opposition.domain.journal import day

pytestmark = [pytest.mark.django_db, pytest.mark.db]
HUB, TODAY, LATER = "hdh-objection", "Thu 2026-11-19", "Mon 2026-11-23"


def frozen(dossier, on=TODAY, at=AT):
    """The request to the Health Data Hub as of that day, frozen."""
    demand = request(dossier)
    return followed.freeze(dossier, demand, composed(dossier, demand, HUB, on), at=at)


def handed_out(letter):
    """As its first download would leave it."""
    Letter.objects.filter(id=letter.id).update(first_pdf="a" * 64)
    return letter


def test_a_frozen_letter_says_what_it_is_beside_its_sealed_words():
    dossier = opened(statements=("ce-444937",))
    letter = frozen(dossier)
    letter.refresh_from_db()
    assert (letter.key, letter.version, letter.dated, letter.frozen_at) == (
        HUB,
        composed(dossier, request(dossier), HUB, TODAY).letter.version,
        day(TODAY),
        AT,
    )
    assert (letter.statements, letter.covers) == (["ce-444937"], [])
    assert (letter.first_pdf, letter.kept_pdf, letter.kept_at) == ("", "", None)


def test_it_thaws_into_the_very_letter_that_was_frozen():
    dossier = opened(grounds=("Mon métier est rare.",))
    letter = frozen(dossier)
    assert followed.thaw(Letter.objects.get(id=letter.id)) == composed(
        dossier, request(dossier), HUB, TODAY
    )


def test_its_digest_is_that_of_what_was_sealed_and_the_row_hides_it():
    dossier = opened()
    letter = Letter.objects.get(id=frozen(dossier).id)
    content = vault.unseal(key_of(dossier), letter.content, label="letter.content", owner=letter.id)
    assert letter.digest == hashlib.sha256(content.encode()).hexdigest()
    assert b"MONTPELLIER" not in bytes(letter.content)


def test_a_content_does_not_open_as_another_letters():
    dossier = opened()
    letter = frozen(dossier)
    letter.id = uuid4()
    with pytest.raises(vault.SealError):
        followed.thaw(letter)


def test_a_complaint_says_whom_it_covers():
    dossier = opened()
    silent(request(dossier))
    demand = complaint(dossier)
    made = composed(dossier, demand, "cnil-complaint-silence", "Mon 2026-12-28")
    letter = followed.freeze(dossier, demand, made, at=AT, covers=[request(dossier).id])
    assert Letter.objects.get(id=letter.id).covers == [str(request(dossier).id)]


@pytest.mark.parametrize(
    ("on", "out", "same"),
    [
        (TODAY, False, True),  # two tabs
        (TODAY, True, True),
        (LATER, False, False),  # nobody has it: today's words count
        (LATER, True, True),  # somebody has it
    ],
)
def test_what_waits_to_be_sent_is_frozen_once(on, out, same):
    dossier = opened()
    first = frozen(dossier)
    if out:
        handed_out(first)
    second = frozen(dossier, on)
    assert (second == first, request(dossier).letters.count()) == (same, 1)
    assert second.dated == day(TODAY if same else on)


def test_words_mended_on_the_same_day_replace_what_nobody_has():
    dossier = opened()
    first = frozen(dossier)
    told = answers(place="Sète")
    dossier.identity = followed.seal_identity(
        followed.identity_of(told), key_of(dossier), dossier.id
    )
    assert followed.thaw(frozen(dossier)).facts["place"] == "Sète"
    assert not Letter.objects.filter(id=first.id).exists()


def test_a_letter_that_left_is_followed_by_another():
    dossier = opened()
    first = handed_out(frozen(dossier))
    note(request(dossier), "Fri 2026-11-20", Kind.SENT, letter=first)
    second = frozen(dossier, LATER, AT + timedelta(4))
    assert second != first
    assert followed.frozen(request(dossier), HUB) == second
    assert followed.unposted(request(dossier), HUB) == second


def test_nothing_is_frozen_before_it_is():
    dossier = opened()
    demand = request(dossier)
    assert (followed.frozen(demand, HUB), followed.unposted(demand, HUB)) == (None, None)
    letter = frozen(dossier)
    assert (followed.frozen(demand, HUB), followed.frozen(demand, "reminder-1")) == (letter, None)


def test_making_it_again_deletes_only_what_never_left():
    dossier = opened()
    gone = handed_out(frozen(dossier))
    note(request(dossier), "Fri 2026-11-20", Kind.SENT, letter=gone)
    frozen(dossier, LATER, AT + timedelta(4))
    followed.unfreeze(request(dossier), "reminder-1")
    assert request(dossier).letters.count() == 2
    followed.unfreeze(request(dossier))
    assert list(request(dossier).letters.all()) == [gone]


def test_the_letters_of_other_demands_stay():
    dossier = opened()
    letter = frozen(dossier)
    followed.unfreeze(request(dossier, "fund"))
    followed.unfreeze(complaint(dossier))
    assert list(Letter.objects.all()) == [letter]


def test_the_day_of_posting_is_that_of_the_lines_that_count():
    dossier = opened()
    demand, letter = request(dossier), handed_out(frozen(dossier))
    assert followed.posted(demand) == {}
    note(demand, "Fri 2026-11-20", Kind.SENT, letter=letter)
    assert followed.posted(demand) == {letter.id: day("Fri 2026-11-20")}
    note(demand, LATER, Kind.CORRECTED, replaces=1)
    note(demand, LATER, Kind.SENT, letter=letter)
    assert followed.posted(demand) == {letter.id: day(LATER)}


def test_a_posting_struck_out_leaves_the_letter_to_be_sent():
    dossier = opened()
    demand, letter = request(dossier), handed_out(frozen(dossier))
    note(demand, "Fri 2026-11-20", Kind.SENT, letter=letter)
    note(demand, LATER, Kind.CORRECTED, replaces=1)
    assert (followed.posted(demand), followed.unposted(demand, HUB)) == ({}, letter)
    assert frozen(dossier, LATER) == letter
    followed.unfreeze(demand)  # the journal names it: it is not deleted
    assert list(demand.letters.all()) == [letter]


def test_nothing_is_frozen_nor_made_again_for_a_dossier_that_was_erased():
    dossier = opened()
    demand = request(dossier)
    made = composed(dossier, demand, HUB, TODAY)
    Dossier.objects.filter(id=dossier.id).delete()
    with pytest.raises(Dossier.DoesNotExist):
        followed.freeze(dossier, demand, made, at=AT)
    demand.refresh_from_db()
    with pytest.raises(Dossier.DoesNotExist):
        followed.unfreeze(demand)
