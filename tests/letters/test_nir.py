"""A social-security number is found however it is written, and hardly anything else is."""

import pytest

from letters import nir

# Published examples (python-stdnum; legal.md), never a living person's.
NUMBER = "295109912611193"


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        NUMBER[:13],
        "2 95 10 99 126 111 93",
        "2 95 10 99 126 111",
        "2.95.10.99.126.111.93",
        "2-95-10-99-126-111-93",
        "2/95/10/99/126/111/93",
        "2_95_10_99_126_111_93",
        "2, 95, 10, 99, 126, 111",
        "2\u202f95\u00a010\u200999\u2003126\u2011111\u201393",
        "2\u200b95\u200d10\u00ad99126111",
        "２９５１０９９１２６１１１",
        "²⁹⁵¹⁰⁹⁹¹²⁶¹¹¹",
        "N°295109912611193",
        "NIR:295109912611193.",
        "NIR295109912611193",
        "295109912611193abc",
        "mon numéro est le 2 95 10 99 126 111 93, merci",
        "253072B07300470",
        "2 53 07 2a 073 004 43",
        "1 79 22 28 123 456",  # a month not known for certain
        "1 79 99 28 123 456",
        "3 79 02 28 123 456",  # provisional numbers
        "7 79 02 28 123 456 12",
        "295109912611100",  # a wrong key is a NIR all the same
    ],
)
def test_a_number_is_found(text):
    assert nir.found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zoé Łucja D’Aubigné-Nguyễn",
        "12 BIS RUE DE L'EGLISE",
        "34934 MONTPELLIER CEDEX 9",
        "1A 123 456 7890 1",
        "avis de réception 2C 123 456 7890 1 du 11 janvier 2027",
        "RA473124829GB",
        "06 12 34 56 78",
        "06 12 34 56 78 / 01 23 45 67 89",
        "+33 6 12 34 56 78",
        "2027-02-11, 2027-03-15, 2027-04-15",
        "du 11/02/2027 au 15/03/2027, puis 12/04/2027",
        "123 456 789 00012",  # SIRET
        "FR76 3000 6000 0112 3456 7890 189",
        "295109912611",
        "2951099126111934",
        "5 95 10 99 126 111 93",
        "2 95 00 99 126 111 93",
        "2 95 10 xx 126 111 93",
        "7K3M-Q2XD",
    ],
)
def test_what_is_no_number_is_left_alone(text):
    assert not nir.found_in(text)


def test_a_long_text_is_searched_at_once():
    assert not nir.found_in("1 " * 6 + "x" + " " * 100_000 + "1" * 12)
