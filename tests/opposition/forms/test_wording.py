"""Step 3: an unverified address is confirmed or corrected; words are the person's own, and free."""

from datetime import date

import pytest

from letters import statements
from opposition.forms.wording import SOURCES, WordingForm, offered, unchecked
from tests.opposition.typed import TODAY, UNSURE, WORDING, directory, query

KNOWN = directory()
WINDOW = "cette adresse ne tient pas dans la fenêtre de l’enveloppe (9 lignes de 42 caractères)."
BOTH = {"fund": KNOWN["unsure"], "hdh": KNOWN["hdh-dpd"]}
SURE = {"fund": KNOWN["sure"]}


def judged(data, bodies=BOTH):
    form = WordingForm(query(data), bodies=bodies, today=TODAY)
    form.is_valid()
    return form


def errors(form):
    return {name: list(sentences) for name, sentences in form.errors.items()}


def test_a_verified_address_asks_nothing():
    form = judged({"grounds": ""}, SURE)
    assert errors(form) == {}
    assert form.lines == {"fund": ("1 PLACE DE L EXEMPLE", "34934 MONTPELLIER CEDEX 9")}
    assert [shown.lines for shown in form.addresses] == [None]


def test_an_unverified_one_is_shown_and_must_be_compared():
    form = WordingForm(bodies=BOTH, today=TODAY)
    assert form["fund_lines"].value() == "1 PLACE DU DOUTE\n34000 MONTPELLIER"
    assert errors(judged({**UNSURE, "fund_checked": ""})) == {
        "fund_checked": ["comparez l’adresse, puis cochez cette case."]
    }
    assert form.fields["fund_checked"].initial is None
    assert set(SOURCES) == set(BOTH)


def test_a_corrected_address_is_the_one_printed():
    form = judged({**UNSURE, "fund_lines": "9 rue Sûre\r\n34000 Montpellier"})
    assert errors(form) == {}
    assert form.lines == {
        "fund": ("9 rue Sûre", "34000 Montpellier"),
        "hdh": ("9 RUE GEORGES PITARD", "75015 PARIS"),
    }


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("", "recopiez l’adresse depuis un courrier de l’organisme."),
        (
            "1\n2\n3\n4\n5",
            "quatre lignes au plus\u202f: le nom et le service en prennent déjà deux.",
        ),
        (
            "\n".join(["x" * 80] * 4),
            WINDOW,
        ),
    ],
)
def test_an_address_that_no_envelope_can_bear_is_refused(lines, sentence):
    assert errors(judged({**UNSURE, "fund_lines": lines})) == {"fund_lines": [sentence]}


def test_an_unknown_address_is_asked_for():
    form = WordingForm(bodies={"fund": KNOWN["msa"]}, today=TODAY)
    assert form["fund_lines"].value() == ""
    assert form.warnings["fund_lines"] == ""


def test_a_long_line_of_the_directory_is_noticed_at_once():
    body = directory()["unsure"]
    body.lines = ["18 BOULEVARD DU MARECHAL DE LATTRE DE TASSIGNY", "52000 CHAUMONT"]
    form = WordingForm(bodies={"fund": body}, today=TODAY)
    assert form.warnings["fund_lines"].endswith("dépasse 38 caractères.")


def test_an_address_given_for_another_fund_is_not_taken_for_this_ones():
    stale = {**UNSURE, "fund_for": "other-fund", "fund_lines": "AILLEURS\n75001 PARIS"}
    form = WordingForm(bodies=BOTH, today=TODAY)
    form.remember(query(stale))
    assert form["fund_lines"].value() == "1 PLACE DU DOUTE\n34000 MONTPELLIER"
    assert form["fund_checked"].value() is False
    assert list(errors(judged(stale))) == ["fund_lines", "fund_checked"]


def test_a_typed_body_is_not_compared_with_a_directory_that_does_not_know_it():
    typed = directory()["unsure"]
    typed.key = ""
    assert unchecked({"fund": typed, "hdh": KNOWN["hdh-dpd"]}) == {"hdh": KNOWN["hdh-dpd"]}


def test_no_reason_is_needed():
    form = judged(UNSURE)
    assert (errors(form), form.cleaned_data["grounds"]) == ({}, ())


def test_reasons_are_printed_only_with_an_explicit_consent():
    told = {**UNSURE, "grounds": "Je suis connue.\r\n\r\nMon métier est rare."}
    assert errors(judged(told)) == {
        "grounds_consent": [
            "cochez cette case, ou effacez vos raisons\u202f: elles sont facultatives."
        ]
    }
    form = judged({**told, "grounds_consent": "on"})
    assert form.cleaned_data["grounds"] == ("Je suis connue.", "Mon métier est rare.")


def test_no_box_is_ticked_beforehand():
    form = WordingForm(bodies=BOTH, today=TODAY)
    boxes = ("fund_checked", "hdh_checked", "grounds_consent", "statements")
    assert [form[name].value() for name in boxes] == [None] * 4


def test_the_facts_offered_are_those_of_the_letters_chosen_that_still_hold():
    ids = [statement.id for statement in offered(("fund", "hdh"), TODAY)]
    assert ids == ["azure-2019", "cnam-council-2021", "scaleway-2026", "ce-444937"]
    assert [one.id for one in offered(("hdh",), date(2020, 1, 1))] == ["azure-2019"]
    assert all(one.kind != statements.Kind.NEVER for one in offered(("fund", "hdh"), TODAY))


@pytest.mark.parametrize("forged", ["hosted-by-microsoft", "schrems-2", "unknown"])
def test_a_fact_that_is_not_offered_cannot_be_chosen(forged):
    assert list(errors(judged({**UNSURE, "statements": ["azure-2019", forged]}))) == ["statements"]


def test_the_questions_stand_in_the_order_of_the_page():
    form = judged({**WORDING, "grounds": "Oui."}, BOTH)
    assert [(fault.target, str(fault.label)) for fault in form.faults] == [
        ("id_fund_lines", "CPAM incertaine"),
        ("id_fund_checked", "CPAM incertaine"),
        ("id_grounds_consent", "Vos raisons"),
    ]
