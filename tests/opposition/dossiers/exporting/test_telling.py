"""Everything personal, readable, in French; and the journal such that it can be folded again."""

from datetime import date

import pytest

from opposition import records
from opposition.domain import events, machine
from opposition.domain.events import Event
from opposition.domain.vocabulary import Kind, Party, Scope, State
from opposition.dossiers import acts
from opposition.dossiers.exporting import papers, telling
from tests.opposition import typed
from tests.opposition.dossiers import made
from tests.opposition.dossiers.exporting import led
from tests.opposition.dossiers.made import MORNING, RECEIVED

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def told(dossier, today=RECEIVED):
    return telling.of(dossier, records.cases(dossier, today), papers.of(dossier))


@pytest.fixture
def dossier():
    return led.led()


def test_the_dossier_says_whose_it_is_and_since_when(dossier):
    said = told(dossier)["dossier"]
    assert (said["ouvert_le"], said["confirme_le"]) == (MORNING.isoformat(), MORNING.isoformat())
    assert (said["courriel"], said["courriel_en_attente"]) == (made.ADDRESS, "neuve@exemple.fr")
    assert said["signataire"] == {
        "prenoms": "Zoé Łucja",
        "nom_de_naissance": "D’Aubigné-Nguyễn",
        "nom_d_usage": "",
        "date_de_naissance": "1979-02-28",
        "lieu_de_naissance": "Saint-Étienne (42)",
        "adresse": said["signataire"]["adresse"],
        "courriel": "",
    }
    assert said["personne_representee"] is None
    assert (said["caisse"], said["fait_a"]) == ("Caisse des bergers", "Montpellier")


def test_a_represented_person_is_told_with_the_capacity():
    dossier = made.confirmed(told=made.answers(person=typed.PARENT))
    said = told(dossier)["dossier"]["personne_representee"]
    assert (said["prenoms"], said["qualite"]) == ("Noé", "mother")


def test_each_demand_says_where_it_stands_and_to_whom(dossier):
    fund = told(dossier)["demandes"][0]
    assert (fund["nature"], fund["voie"], fund["etat"]) == (
        "caisse d’assurance maladie",
        "demande",
        State.RECEIVED.label,
    )
    assert fund["destinataire"]["nom"] == "Caisse des bergers"
    assert fund["calcul_du_delai"][0].startswith("Demande reçue le jeudi 26 novembre 2026")
    complaints = told(dossier)["demandes"][2:]
    requests = [one["reference"] for one in told(dossier)["demandes"][:2]]
    assert sorted(one["au_sujet_de"] for one in complaints) == sorted(requests)


def test_a_line_of_the_journal_is_readable_and_opens_what_is_sealed(dossier):
    line = told(dossier)["demandes"][0]["journal"][2]
    assert {name: line[name] for name in ("numero", "date", "fait", "libelle", "dit_par")} == {
        "numero": 3,
        "date": "2026-11-24",
        "fait": "sent",
        "libelle": "courrier envoyé",
        "dit_par": "la personne",
    }
    assert line["en_clair"] == ["moyen\u202f: courrier postal"]
    assert line["scelle"] == {"number": "1A 234 567"}
    assert line["faits"].keys() == {"channel", "letter"}


def test_the_journal_can_be_folded_again_elsewhere(dossier):
    made.act(dossier, "fund", acts.answered, today=RECEIVED, on=RECEIVED, code="OTHER")
    scopes = frozenset({Scope.HDH, Scope.FUND})
    made.act(dossier, "fund", acts.incomplete, today=RECEIVED, scopes=scopes)
    for case, said in zip(records.cases(dossier, RECEIVED), told(dossier)["demandes"], strict=True):
        journal = [
            Event(
                Kind(line["fait"]),
                date.fromisoformat(line["date"]),
                line["numero"],
                Party(line["par"]),
                events.read_facts(line["faits"]),
            )
            for line in said["journal"]
        ]
        assert machine.fold(journal, case.standing.track) == case.standing


def test_several_words_and_yes_or_no_are_said_in_french(dossier):
    made.act(dossier, "fund", acts.extended, today=RECEIVED, on=RECEIVED, reasoned=True)
    made.act(dossier, "fund", acts.answered, today=RECEIVED, on=RECEIVED, code="OTHER")
    scopes = frozenset({Scope.HDH, Scope.FUND})
    made.act(dossier, "fund", acts.incomplete, today=RECEIVED, scopes=scopes)
    *_, extended, _, incomplete = told(dossier)["demandes"][0]["journal"]
    assert extended["en_clair"] == ["motivé\u202f: oui"]
    both = "Plateforme des données de santé (Health Data Hub), inscription auprès de la caisse"
    assert incomplete["en_clair"] == [f"porte sur\u202f: {both}"]


def test_letters_mails_and_links_are_listed_without_any_secret(dossier):
    said = told(dossier)
    (letter,) = said["courriers"]
    assert (letter["courrier"], letter["pdf_introuvable"], len(letter["fichiers"])) == (
        "fund-objection",
        False,
        3,
    )
    assert sorted(row["motif"] for row in said["avis"]) == [
        "confirmer le suivi",
        "confirmer une nouvelle adresse",
        "étape du suivi",
    ]
    assert [link["usage"] for link in said["liens"]] == ["ouvrir le dossier, depuis un courriel"]
    assert said["liens"][0].keys() == {"usage", "fait_le", "expire_le", "revoque_le"}


def test_every_fact_of_a_line_has_a_french_name():
    assert telling.FACTS.keys() == events.Facts.__annotations__.keys()
