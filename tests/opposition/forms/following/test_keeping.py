"""How to be reached, and the consents: none is ticked beforehand, none is taken for granted."""

import pytest

from opposition.forms.following.keeping import CONSENT, KeepingForm
from opposition.models import Dossier
from tests.opposition.typed import query

BY_MAIL = {"by": "courriel", "follow_email": "zoe@exemple.net", "consent": "on"}
ON_SCREEN = {"by": "fiche", "follow_email": "", "consent": "on"}


def judged(data, **options):
    form = KeepingForm(query(data), **{"grounds": False, **options})
    form.is_valid()
    return form


def errors(form):
    return {name: list(sentences) for name, sentences in form.errors.items()}


@pytest.mark.parametrize("grounds", [True, False])
@pytest.mark.parametrize("email", ["", "zoe@exemple.net"])
def test_no_consent_is_ticked_beforehand(email, grounds):
    form = KeepingForm(email=email, grounds=grounds)
    ticks = [name for name in ("consent", "grounds_kept") if name in form.fields]
    assert [form[name].value() for name in ticks] == [None] * len(ticks)
    assert ("grounds_kept" in form.fields) is grounds


def test_an_address_given_for_the_letters_is_proposed_and_mail_with_it():
    form = KeepingForm(email="zoe@exemple.net", grounds=False)
    assert (form["by"].value(), form["follow_email"].value()) == ("courriel", "zoe@exemple.net")
    empty = KeepingForm(grounds=False)
    assert (empty["by"].value(), empty["follow_email"].value()) == (None, None)


def test_by_mail_and_without():
    assert (judged(BY_MAIL).by_mail, judged(BY_MAIL).email) == (True, "zoe@exemple.net")
    assert (judged(ON_SCREEN).by_mail, judged(ON_SCREEN).email) == (False, "")


def test_an_address_typed_then_left_for_the_slip_is_forgotten():
    form = judged({**ON_SCREEN, "follow_email": "not an address"})
    assert (errors(form), form.email) == ({}, "")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        ({"consent": "on"}, "by", "choisissez le courriel, ou la fiche à imprimer."),
        ({**ON_SCREEN, "by": "pigeon"}, "by", None),
        ({**BY_MAIL, "follow_email": ""}, "follow_email", "indiquez une adresse que vous lisez."),
        ({"by": "fiche"}, "consent", "cochez cette case, ou continuez sans suivi."),
    ],
)
def test_what_lacks_has_its_sentence(data, name, sentence):
    found = errors(judged(data))
    assert list(found) == [name]
    assert sentence is None or found[name] == [sentence]


def test_own_reasons_are_kept_with_a_consent_of_their_own_alone():
    assert list(errors(judged(ON_SCREEN, grounds=True))) == ["grounds_kept"]
    assert errors(judged({**ON_SCREEN, "grounds_kept": "on"}, grounds=True)) == {}


def test_the_summary_names_each_field():
    form = judged({}, grounds=True)
    assert [(fault.target, str(fault.label)) for fault in form.faults] == [
        ("id_by_0", "Votre choix"),
        ("id_consent", "Votre accord"),
        ("id_grounds_kept", "Vos raisons"),
    ]


# What was agreed to under each version; the last one is the page's. Other words: another version.
AGREED = {
    "2026-11": (
        "J’accepte que le portail garde mon dossier pour suivre mes demandes",
        "J’accepte que mes raisons, qui peuvent toucher à ma santé, y soient gardées",
    )
}


def test_the_words_agreed_to_are_those_of_the_version_stored():
    fields = KeepingForm(grounds=True).fields
    words = (str(fields["consent"].label), str(fields["grounds_kept"].label))
    assert (CONSENT, words) == list(AGREED.items())[-1]


def test_the_version_of_the_words_fits_its_column():
    assert len(CONSENT) <= Dossier._meta.get_field("consent_version").max_length
