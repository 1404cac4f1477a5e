"""Answers become letters: each with what was chosen for it, none with what was not."""

from dataclasses import replace

import pytest

from opposition.correspondence import KEYS, Answers, LetterError, requests
from tests.opposition.typed import TODAY, directory

KNOWN = directory()
CITIZEN = {
    "given_names": "Zoé",
    "birth_name": "Nguyễn",
    "usual_name": "",
    "birth_date": "1979-02-28",
    "birth_place": "Saint-Étienne (42)",
    "address": ["12 BIS RUE DE L EGLISE", "34000 MONTPELLIER"],
    "email": "",
}
CHILD = {
    "capacity": "mother",
    "given_names": "Noé",
    "birth_name": "Lefèvre",
    "usual_name": "",
    "birth_date": "2019-03-05",
    "birth_place": "Montpellier (34)",
}
ANSWERS = Answers(
    citizen=CITIZEN,
    represents=None,
    place="Montpellier",
    fund="CPAM sûre",
    bodies={"fund": KNOWN["sure"], "hdh": KNOWN["hdh-dpd"]},
    lines={"fund": ("1 PLACE DE L EXEMPLE", "34934 MONTPELLIER"), "hdh": ("75015 PARIS",)},
    grounds=(),
    statements=(),
    references={"fund": "7K3M-Q4XD", "hdh": "ACDE-FGHJ"},
    today=TODAY,
)


def test_each_body_gets_its_letter_with_its_reference():
    written = requests.write(ANSWERS)
    assert [(one.name, one.letter.key, one.reference, one.body.key) for one in written] == [
        ("fund", "fund-objection", "7K3M-Q4XD", "sure"),
        ("hdh", "hdh-objection", "ACDE-FGHJ", "hdh-dpd"),
    ]
    assert list(KEYS) == [one.name for one in written]


def test_a_letter_bears_the_confirmed_address_not_the_directorys():
    fund, hub = requests.write(ANSWERS)
    assert "34934 MONTPELLIER\n" in fund.letter.text
    assert "34934 MONTPELLIER CEDEX" not in fund.letter.text
    assert "GEORGES PITARD" not in hub.letter.text


def test_both_letters_name_the_fund():
    assert all(
        "Organisme d’assurance maladie\u00a0: CPAM sûre" in one.letter.text
        for one in requests.write(ANSWERS)
    )


def test_without_a_choice_no_fact_is_argued_with():
    assert [one.letter.statements for one in requests.write(ANSWERS)] == [(), ()]


def test_a_fact_chosen_is_printed_by_the_letters_that_offer_it_and_by_no_other():
    chosen = replace(ANSWERS, statements=("ce-444937", "azure-2019"))
    assert [one.letter.statements for one in requests.write(chosen)] == [
        ("azure-2019",),
        ("ce-444937", "azure-2019"),
    ]


def test_reasons_are_printed_in_both():
    told = replace(ANSWERS, grounds=("Mon métier est rare.",))
    assert all("Mon métier est rare." in one.letter.text for one in requests.write(told))


def test_for_a_child_the_letter_names_both():
    fund, _ = requests.write(replace(ANSWERS, represents=CHILD))
    assert "Noé" in fund.letter.text
    assert "mère, titulaire de l’autorité parentale" in fund.letter.text
    assert "l’assuré dont dépend l’enfant" in fund.letter.text


def test_the_short_form_is_a_request_by_itself():
    assert all(
        len(one.short) <= 1200 and "R. 1461-9" in one.short.replace("\u00a0", " ")
        for one in requests.write(ANSWERS)
    )


def test_the_longest_names_still_have_a_short_form():
    long = {"given_names": "Z" * 80, "birth_name": "Y" * 80, "birth_place": "X" * 80}
    citizen = {**CITIZEN, **long, "address": ["W" * 80] * 6}
    written = requests.write(replace(ANSWERS, citizen=citizen, represents={**CHILD, **long}))
    assert max(len(one.short) for one in written) <= 1200


@pytest.mark.parametrize(
    ("changed", "name", "fact"),
    [
        ({"fund": "X" * 81}, "fund", "fund"),
        ({"citizen": {**CITIZEN, "birth_date": "2030-01-01"}}, "fund", "citizen.birth_date"),
        (
            {"lines": {**ANSWERS.lines, "hdh": ("x" * 80,) * 6}},
            "hdh",
            "addressee.address",
        ),
    ],
)
def test_what_the_press_refuses_is_told_with_its_letter_and_its_fact(changed, name, fact):
    with pytest.raises(LetterError) as error:
        requests.write(replace(ANSWERS, **changed))
    assert (error.value.name, error.value.fact) == (name, fact)
    assert str(error.value) == f"{name}: {fact}"


def test_the_facts_hold_nothing_that_was_not_answered():
    assert requests.raw(ANSWERS, "fund") == {
        "citizen": CITIZEN,
        "addressee": {
            "name": "CPAM SURE",
            "service": "DELEGUE A LA PROTECTION DES DONNEES",
            "address": ["1 PLACE DE L EXEMPLE", "34934 MONTPELLIER"],
        },
        "place": "Montpellier",
        "date": "2026-11-23",
        "reference": "7K3M-Q4XD",
        "fund": "CPAM sûre",
        "grounds": [],
        "statements": [],
    }


def test_a_letter_knows_what_it_was_made_from_and_what_goes_with_it():
    fund, child = requests.write(ANSWERS)[0], requests.write(replace(ANSWERS, represents=CHILD))[0]
    assert fund.facts == requests.raw(ANSWERS, "fund")
    assert (fund.enclosures, child.enclosures) == (
        (),
        ("Copie d’un document établissant ma qualité pour agir",),
    )


def test_a_print_under_fictive_dates_bears_the_word_and_its_text_does_not():
    first, _second = requests.write(ANSWERS)
    marked = requests.stamped(first, "Essai")
    assert marked.letter.sheet.count("Essai") == 1
    assert marked.letter.text == first.letter.text
    assert requests.stamped(first, "") is first
