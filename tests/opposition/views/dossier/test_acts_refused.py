"""What an act's page refuses, and where it leads; what it never keeps."""

import pytest

from letters import nir
from opposition.forms.dossier import table
from tests.opposition import followed, traces
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.views.dossier.insider import (
    INSIDE,
    Insider,
    errors,
    everything,
    plain,
    text,
)

pytestmark = [pytest.mark.django_db, pytest.mark.db]
WED = day("Wed 2026-12-30")
NIR = "2 95 10 99 126 111 93"


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def pages(me):
    """Every page that changes something, as an address."""
    for name, case in made.cases(me.dossier, me.day).items():
        words = table.AT_CNIL if case.about else table.AT_BODY
        yield from (f"{me.path(name, word)}?ligne={case.last}" for word in words)
    yield from (f"/dossier/{place}/" for place in (*INSIDE, "effacer/?suite=1"))


@pytest.mark.parametrize("state", followed.STATES, ids=lambda state: state.name)
def test_looking_changes_nothing(client, state):
    me = Insider(client, state.make(), state.today)
    before = everything()
    statuses = {me.get(page).status_code for page in pages(me)}
    statuses |= {me.head(page).status_code for page in pages(me)}
    assert statuses == {200}
    assert everything() == before


def test_whoever_is_not_in_is_shown_the_ways_in(client):
    me = Insider(client, followed.overdue(), WED)
    before = everything()
    for page in pages(me):
        for ask in (client.get, client.post):
            answer = ask(page)
            assert (answer.status_code, answer["Location"]) == (303, "/retrouver/")
    assert everything() == before


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("fund", "inconnu"),
        ("fund", "depose"),
        ("fund", "cnil-nouvelles"),
        ("cnil-fund", "couvre"),
        ("cnil-fund", "repondu"),
        ("cnil-fund", "poste"),
    ],
)
def test_an_act_that_the_demand_has_not_is_no_page(client, name, word):
    me = Insider(client, followed.overdue(), WED)
    path = me.path(name, word)
    assert (me.get(path).status_code, me.post(path, {"vu": "9"}).status_code) == (404, 404)


def test_the_demand_of_another_dossier_is_no_page(client):
    other = made.cases(followed.overdue())["fund"].demand.reference
    me = Insider(client, followed.overdue(), WED)
    for reference in (other, "ZZZZ-2222"):
        path = f"/dossier/{reference}/rien/"
        assert (me.get(path).status_code, me.post(path, {"vu": "9"}).status_code) == (404, 404)


@pytest.mark.parametrize("line", ["", "0", "99", "un"])
@pytest.mark.parametrize("word", ["corriger", "annuler"])
def test_a_line_that_is_not_there_is_no_page(client, word, line):
    me = Insider(client, followed.overdue(), WED)
    path = me.path("fund", word)
    assert me.get(f"{path}?ligne={line}").status_code == 404
    assert me.post(path, {"ligne": line, "vu": "9"}).status_code == 404


WRONG = {
    ("recu", "on", "31/12/2026"): "cette date est dans le futur.",
    ("recu", "on", "30/12/26"): "écrivez l’année en quatre chiffres, par exemple 31/12/1980.",
    ("recu", "on", "24/05/2018"): "cette date est trop ancienne : vérifiez l’année.",
    ("recu", "on", "23/11/2026"): "cette date est avant celle de l’envoi, le 24 novembre 2026.",
    ("recu", "on", ""): "indiquez le jour de réception.",
    ("accuse", "on", "23/11/2026"): "cette date est avant celle de l’envoi, le 24 novembre 2026.",
    ("poste", "on", "23/11/2026"): (
        "vous aviez déjà envoyé ce courrier le 24 novembre 2026 : un nouvel envoi vient après."
    ),
    ("poste", "number", "12"): (
        "un numéro d’envoi compte de 13 à 15 signes ; vous pouvez aussi laisser vide."
    ),
    ("repondu", "quote", ""): "recopiez la phrase principale de la réponse.",
}
RIGHT = {
    "on": "30/12/2026",
    "evidence": "tracking",
    "channel": "post",
    "code": "OTHER",
    "quote": "Non.",
    "other": "on",
}


@pytest.mark.parametrize(("word", "field", "value"), WRONG)
def test_what_cannot_be_is_told_beside_its_field(client, word, field, value):
    me = Insider(client, followed.posted(), WED)
    answer = me.say("fund", word, **RIGHT | {field: value})
    assert answer.status_code == 200
    assert errors(answer) == {field: WRONG[word, field, value]}
    assert '<div class="error-summary" role="alert" tabindex="-1" autofocus>' in text(answer)
    assert "<title>À corriger : " in plain(text(answer))
    assert me.count("fund") == 3


@pytest.mark.parametrize(
    ("name", "word", "field"),
    [
        ("fund", "recu", "how"),
        ("fund", "deja-ecrit", "how"),
        ("fund", "repondu", "quote"),
        ("fund", "poste", "number"),
        ("cnil-fund", "depose", "number"),
        ("cnil-fund", "cnil-enregistre", "number"),
    ],
)
def test_a_social_security_number_is_refused_kindly_and_kept_nowhere(client, name, word, field):
    me = Insider(client, followed.posted(), WED)
    told = RIGHT | {"evidence": "declared", "received_on": "30/12/2026", "online": "courrier"}
    answer = me.say(name, word, **told | {field: NIR})
    assert errors(answer) == {field: plain(nir.REFUSAL)}
    assert traces.of(NIR) == traces.of(NIR.replace(" ", "")) == []


def test_what_is_over_is_said_to_be_over(client):
    me = Insider(client, followed.closed(), day("Tue 2027-03-02"))
    page = text(me.get(me.path("fund", "repondu")))
    assert "Cette demande est close : reprenez d’abord son suivi." in plain(page)
    assert "<form" not in page.partition("<main")[2]
    answer = me.post(me.path("fund", "renvoi"), {"on": "01/03/2027", "vu": "99"})
    assert errors(answer) == {"": "Cette demande est close : reprenez d’abord son suivi."}


def test_no_personal_word_is_in_any_address(client):
    me = Insider(client, followed.posted(), WED)
    answer = me.say("fund", "recu", on="30/12/2026", evidence="declared", how="mon voisin")
    assert answer["Location"] == f"/dossier/?fait=recu#{me.case('fund').demand.reference}"


def test_a_dossier_erased_in_another_tab_leads_to_the_ways_in(client):
    me = Insider(client, followed.posted(), WED)
    path = me.path("fund", "recu")
    me.post("/dossier/effacer/", {"sure": "on"})
    answer = me.client.post(path, RIGHT)
    assert (answer.status_code, answer["Location"]) == (303, "/retrouver/")
