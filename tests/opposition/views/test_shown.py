"""What the last page says of one letter: the ways that are this person's, in their order."""

from dataclasses import replace
from datetime import date

import pytest

from opposition.correspondence import requests
from opposition.forms.you import YouForm
from opposition.views import shown
from tests.opposition.correspondence.test_requests import ANSWERS
from tests.opposition.typed import GUARDIAN, PARENT, PERSON, TODAY, YOUNG, directory, query

FUND, HUB = requests.write(ANSWERS)


def letter(request=FUND, person=PERSON):
    you = YouForm(query(person), today=TODAY)
    assert you.is_valid()
    return shown.letter(request, you)


@pytest.mark.parametrize(
    ("request_", "person", "ways"),
    [
        (FUND, PERSON, ["ameli", "mail", "post"]),
        (FUND, PARENT, ["ameli", "mail", "post"]),
        (FUND, GUARDIAN, ["ameli", "mail", "post"]),
        (FUND, YOUNG, ["mail", "post"]),  # the account is the parents' (rule 16)
        (HUB, PERSON, ["mail", "post"]),
    ],
)
def test_the_ways_come_in_the_order_of_the_rules(request_, person, ways):
    assert letter(request_, person).ways == ways


@pytest.mark.parametrize(("verified", "first"), [(date(2026, 11, 1), "form"), (None, "ameli")])
def test_a_bodys_own_form_comes_first_once_it_is_verified(verified, first):
    body = directory()["sure"]
    body.portal, body.verified_on = "https://sure.example/opposition", verified
    assert letter(replace(FUND, body=body)).ways[0] == first


def test_each_way_is_a_template():
    assert letter(HUB).templates == ["opposition/ways/mail.html", "opposition/ways/post.html"]


def test_the_mail_is_written_to_the_bodys_mailbox():
    assert letter().mailto.startswith("mailto:dpo@sure.example?subject=Exercice%20du%20droit")
    assert "7K3M-Q4XD" in letter().mailto


@pytest.mark.parametrize("short", ["", "x" * 5000])
def test_without_a_short_form_that_fits_no_mail_is_filled_in(short):
    assert letter(replace(FUND, short=short)).mailto == ""


def test_the_short_form_comes_in_pieces_too_since_nobody_knows_the_limit_of_the_box():
    pieces = letter().pieces
    assert len(pieces) == 2
    assert all(len(piece) <= 500 for piece in pieces)
    assert " ".join(pieces).split() == FUND.short.split()


@pytest.mark.parametrize(("request_", "person"), [(HUB, PERSON), (FUND, YOUNG)])
def test_without_a_message_box_there_is_nothing_to_cut(request_, person):
    assert letter(request_, person).pieces == []


def test_the_words_of_the_letter_are_those_printed_and_stay_escaped():
    named = {**ANSWERS.citizen, "birth_name": "<script>alert(1)</script>"}
    [one, _] = requests.write(replace(ANSWERS, citizen=named))
    assert letter(one).article == one.letter.article
    assert "<script>" not in letter(one).article
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in letter(one).article
