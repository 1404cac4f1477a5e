"""Rule 2's three ways: the text to copy, its mail, the pages where the rest is told."""

import pytest

from opposition.correspondence import followed
from opposition.views.dossier import proving
from tests.opposition.dossiers import made
from tests.opposition.followed import fresh, plain, told
from tests.opposition.typed import PARENT

pytestmark = pytest.mark.django_db


def ways(state, demand="hdh"):
    dossier, cases, _today = told(state)
    case = cases[demand]
    return case, proving.ways_to(case, followed.read_identity(dossier), case.demand.addressee)


@pytest.mark.parametrize("state", ["fresh", "posted", "received", "closed"])
def test_without_the_question_there_is_no_way_to_show(state):
    assert ways(state)[1] is None


def test_the_cnil_is_asked_for_no_acknowledgement():
    assert ways("filed by post", "cnil-hdh")[1] is None


def test_the_text_names_the_request_the_law_and_the_person():
    case, proof = ways("unproved")
    assert plain(proof.text) == (
        "Madame, Monsieur, Le 24 novembre 2026, je vous ai adressé une demande d’opposition à la "
        "réutilisation de données de santé (personne concernée : Zoé Łucja D’Aubigné-Nguyễn ; "
        f"référence : {case.demand.reference}). Merci de m’en accuser réception par écrit, en "
        "indiquant le jour où vous l’avez reçue (code des relations entre le public et "
        "l’administration, art. L. 112-3). Zoé Łucja D’Aubigné-Nguyễn"
    )


def test_each_way_leads_somewhere():
    case, proof = ways("unproved")
    page = f"/dossier/{case.demand.reference}"
    assert (proof.asked, proof.declare, proof.again) == (
        f"{page}/accuse/",
        f"{page}/recu/",
        f"{page}/courrier/hdh-objection/",
    )
    assert proof.mailto.startswith("mailto:dpd@hdh.example?subject=Accus%C3%A9%20de%20r")


def test_who_signs_is_not_always_who_is_concerned():
    dossier = fresh(told=made.answers(person=PARENT))
    made.sent(dossier)
    case = made.cases(dossier)["hdh"]
    text = plain(proving.asking(case, followed.read_identity(dossier)))
    assert "personne concernée : Noé Lefèvre ;" in text
    assert text.endswith("Zoé Łucja D’Aubigné-Nguyễn")


def test_a_body_without_a_known_mailbox_gets_no_mail():
    dossier, cases, _today = told("unproved")
    body = cases["hdh"].demand.addressee
    body.mailbox = ""
    assert proving.ways_to(cases["hdh"], followed.read_identity(dossier), body).mailto == ""
