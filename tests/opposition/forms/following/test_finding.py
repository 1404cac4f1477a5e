"""The code as people copy it, and the address that asks for a link."""

import pytest

from opposition.forms.following.finding import CodeForm, MailForm
from tests.opposition.typed import query

CODE = "ACDE-FGHJ-KMNP-QRTV-WXY3-4679-ACDE"
BARE = CODE.replace("-", "")


def judged(form, data):
    made = form(query(data))
    made.is_valid()
    return made


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        BARE,
        CODE.lower(),
        CODE.replace("-", " "),
        f"\u202f{CODE} ",
        "_".join(CODE),
        "…" + BARE,
    ],
)
def test_the_signs_count_and_nothing_between_them(typed):
    form = judged(CodeForm, {"code": typed})
    assert form.errors == {}
    assert form.cleaned_data["code"] == BARE


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "recopiez le code de votre fiche."),
        (" - ", "recopiez le code de votre fiche."),
        (
            BARE[:-1],
            "le code compte 28 signes, en sept groupes de quatre\u202f; il y en a ici 27.",
        ),
        (
            BARE + "A",
            "le code compte 28 signes, en sept groupes de quatre\u202f; il y en a ici 29.",
        ),
        ("O" + BARE[1:], "la fiche ne porte jamais O\u202f: comparez signe par signe."),
        ("01IL" + BARE[4:], "la fiche ne porte jamais 0, 1, I, L\u202f: comparez signe par signe."),
        ("É" + BARE[1:], "la fiche ne porte jamais É\u202f: comparez signe par signe."),
    ],
)
def test_what_was_miscopied_is_said(typed, sentence):
    assert list(judged(CodeForm, {"code": typed}).errors["code"]) == [sentence]


def test_a_very_long_code_is_answered_at_once():
    assert list(judged(CodeForm, {"code": "A" * 200_000}).errors) == ["code"]


@pytest.mark.parametrize(
    ("email", "good"),
    [
        ("zoe@exemple.net", True),
        (" zoe@exemple.net ", True),
        ("", False),
        ("zoe", False),
        ("a@b.fr,c@d.fr", False),
        ("zoe@exemple.net\r\nBcc: x@y.fr", False),
        ("dpo@cnil.fr", False),
    ],
)
def test_an_address_is_one_or_is_not(email, good):
    assert judged(MailForm, {"email": email}).is_valid() is good
