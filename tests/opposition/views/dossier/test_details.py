"""A new address, a typo: the next letters say it, those that have left stay as they left."""

import pytest

from letters import nir, press
from opposition import vault
from opposition.correspondence import followed as letters
from opposition.domain.vocabulary import Kind
from opposition.models import Dossier, Letter
from tests.opposition import followed, traces
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.typed import PARENT
from tests.opposition.views.dossier.insider import Insider, done, errors, everything, plain, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, NEXT = "/dossier/coordonnees/", day("Tue 2026-11-24")
NIR = "2 95 10 99 126 111 93"


@pytest.fixture(scope="module", autouse=True)
def _press():
    yield
    press.close()


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def one(client, **told):
    return Insider(client, followed.fresh(**told), NEXT)


def lines_of(me, name):
    return f"lignes_{me.case(name).demand.reference}"


def typed(me, **changed):
    """The page's own values, as it shows them, but for these."""
    given = {
        "given_names": "Zoé Łucja",
        "birth_name": "D’Aubigné-Nguyễn",
        "usual_name": "",
        "birth_date": "28/02/1979",
        "birth_place": "Saint-Étienne (42)",
        "address": "12 bis rue de l’Église\r\n34000 Montpellier",
        "email": "",
        lines_of(me, "fund"): "1 PLACE DE L EXEMPLE\r\n34934 MONTPELLIER CEDEX 9",
        lines_of(me, "hdh"): "9 RUE GEORGES PITARD\r\n75015 PARIS",
    }
    return given | changed


def identity(me):
    return letters.read_identity(Dossier.objects.get(id=me.dossier.id))


def address(me, name):
    demand = me.case(name).demand
    key = vault.unwrap(me.dossier.key, me.dossier.id)
    return list(letters.body_of(demand, key).lines)


def test_the_page_shows_what_the_letters_say(client):
    me = one(client)
    page = text(me.get(PATH))
    assert 'value="D’Aubigné-Nguyễn"' in page
    assert 'value="28/02/1979"' in page
    assert "\n12 bis rue de l’Église\n34000 Montpellier</textarea>" in page
    assert "<legend>CPAM sûre</legend>" in page
    assert "restent tels quels" in page
    assert "Adresse vérifiée par le portail le 01/11/2026." in page


def test_what_is_sent_as_it_was_shown_changes_nothing(client):
    me = one(client)
    before = everything()
    assert done(me.post(PATH, typed(me)), "coordonnees")
    assert everything() == before


def test_a_typo_and_a_new_address_are_for_the_next_letters(client):
    me = one(client)
    told = {
        "birth_name": "D’Aubigné",
        "address": "3 allée des Tilleuls\r\n69003 Lyon Cedex 03",
        "email": "zoe@exemple.net",
    }
    before = identity(me)
    assert done(me.post(PATH, typed(me, **told)), "coordonnees")
    after = identity(me)
    assert after.citizen == {
        **before.citizen,
        "birth_name": "D’Aubigné",
        "address": ["3 allée des Tilleuls", "69003 Lyon Cedex 03"],
        "email": "zoe@exemple.net",
    }
    assert (before.place, after.place) == ("Montpellier", "Lyon")
    for name in ("fund", "hdh", "cnil-fund", "cnil-hdh"):
        assert me.lines(name) == [(Kind.MENDED, NEXT, {})]
    letter = text(me.get(f"/dossier/{reference(me, 'fund')}/courrier/fund-objection/"))
    assert "3 allée des Tilleuls" in letter


def test_a_bodys_address_concerns_its_own_demand_alone(client):
    me = one(client)
    lines = "2 RUE NEUVE\r\n34000 MONTPELLIER"
    assert done(me.post(PATH, typed(me, **{lines_of(me, "fund"): lines})), "coordonnees")
    assert address(me, "fund") == ["2 RUE NEUVE", "34000 MONTPELLIER"]
    assert me.lines("fund") == [(Kind.MENDED, NEXT, {})]
    assert [me.lines(name)[0][0] for name in ("hdh", "cnil-fund")] == [Kind.CONFIRMED] * 2


def test_a_letter_that_waits_is_made_again_and_one_that_left_stays(client):
    me = one(client)
    me.say("fund", "poste", on="24/11/2026", channel="ameli")
    path = f"/dossier/{reference(me, 'hdh')}/courrier/hdh-objection/"
    me.post(path, {"faire": "pdf"})
    sent, waiting = Letter.objects.order_by("frozen_at")
    me.post(PATH, typed(me, birth_name="D’Aubigné"))
    assert list(Letter.objects.all()) == [sent]
    assert waiting.key == "hdh-objection"


def test_sent_twice_it_is_one_line(client):
    me = one(client)
    for _ in range(2):
        me.post(PATH, typed(me, usual_name="Nguyễn"))
    assert me.count("fund") == 3


def test_a_parent_corrects_the_child_and_themselves(client):
    me = one(client, told=made.answers(person=PARENT))
    page = text(me.get(PATH))
    assert 'name="represents_birth_name" value="Lefèvre"' in page
    told = {
        "represents_given_names": "Noé",
        "represents_birth_name": "Lefebvre",
        "represents_usual_name": "",
        "represents_birth_date": "05/03/2019",
        "represents_birth_place": "Montpellier (34)",
    }
    before = identity(me)
    assert done(me.post(PATH, typed(me, **told)), "coordonnees")
    assert identity(me).represents == {**before.represents, "birth_name": "Lefebvre"}
    assert identity(me).citizen == before.citizen


WRONG = {
    ("birth_name", ""): "indiquez le nom de naissance.",
    ("birth_date", "31/02/1979"): "le 31/02/1979 n’existe pas : vérifiez le jour et le mois.",
    ("birth_date", "25/11/2026"): "cette date est dans le futur.",
    ("address", ""): "indiquez votre adresse.",
    ("address", "12 rue de l’Église"): (
        "la dernière ligne doit être le code postal suivi de la commune."
    ),
    ("address", "\n".join("abcde") + "\n34000 Montpellier"): "cinq lignes au plus, sans le nom.",
    ("email", "dpd@hdh.example.fr@"): (
        "cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr."
    ),
    ("given_names", NIR): plain(nir.REFUSAL),
    ("address", f"{NIR}\n34000 Montpellier"): plain(nir.REFUSAL),
}


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_what_a_letter_cannot_print_is_told_beside_its_field(client, field, value):
    me = one(client)
    before = everything()
    answer = me.post(PATH, typed(me, **{field: value}))
    assert (answer.status_code, errors(answer)) == (200, {field: WRONG[field, value]})
    assert everything() == before
    assert traces.of(NIR) == []


TOO_WIDE = "cette adresse ne tient pas dans la fenêtre de l’enveloppe (9 lignes de 42 caractères)."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "recopiez l’adresse depuis un courrier de l’organisme."),
        (
            "\n".join("abcd") + "\n34000 MONTPELLIER",
            "quatre lignes au plus : le nom et le service en prennent déjà deux.",
        ),
        (f"{'W' * 80}\n" * 3 + "34000 MONTPELLIER", TOO_WIDE),
    ],
)
def test_an_address_that_fits_no_envelope_is_told_beside_it(client, lines, said):
    me = one(client)
    field = lines_of(me, "fund")
    answer = me.post(PATH, typed(me, **{field: lines}))
    assert errors(answer) == {field: said}
    assert "CPAM sûre : " in plain(text(answer))  # the summary says whose it is


def test_the_fields_of_another_dossier_are_nobodys(client):
    me = one(client)
    other = lines_of(Insider(client, followed.fresh(), NEXT), "fund")
    before = everything()
    assert done(me.post(PATH, typed(me, **{other: "x\n00000 X"})), "coordonnees")
    assert everything() == before


def test_a_closed_request_is_written_to_no_more(client):
    me = Insider(client, followed.closed(), day("Tue 2027-03-02"))
    assert "lignes_" not in text(me.get(PATH))


def reference(me, name):
    return me.case(name).demand.reference
