"""`/dossier/` in every state: what is asked first, what stands, what happened; nothing changes."""

import itertools
import re
from dataclasses import replace

import pytest
from django.utils.html import escape

from opposition.dossiers import acts, changing
from opposition.views.dossier import words as closed
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import SENT, act
from tests.opposition.followed import BY_NAME, STATES, fresh, plain, told
from tests.opposition.views.dossier.looking import PAGE, at, enter, look, rows, words

pytestmark = [pytest.mark.django_db, pytest.mark.db]
every_state = pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)


def section(page, name):
    """The part of the page under that heading, as words."""
    return words(re.search(rf'id="{name}">(.*?)</section>', page, re.DOTALL)[1])


@every_state
def test_every_state_has_its_page_which_looks_and_changes_nothing(client, state):
    dossier = state.make()
    before = rows()
    response = look(client, dossier, state.today)
    assert response["Cache-Control"] == "no-store"
    assert rows() == before
    assert "<h1>Votre dossier</h1>" in response.page


@every_state
def test_headings_go_down_one_step_at_a_time_and_ids_are_there_once(client, state):
    page = look(client, state.make(), state.today).page
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert [b - a for a, b in itertools.pairwise(levels) if b - a > 1] == []
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= set(ids)


FIRST = "À faire maintenant"
TODO = [
    (
        "received",
        [
            "Rien à faire pour l’instant. Prochaine date : vendredi 4 décembre 2026 .",
            "Le Health Data Hub : sans preuve d’arrivée, nous vous proposerons trois façons",
            "d’avancer. Mettre les prochaines dates dans mon agenda",
        ],
    ),
    (
        "answered",
        [
            "Votre caisse Cette réponse couvre-t-elle tout ce que vous avez demandé ?",
            "Oui, elle couvre tout (Votre caisse) Il en manque une partie (Votre caisse)",
            "Je la conteste (Votre caisse)",
        ],
    ),
    ("closed", ["Rien à faire pour l’instant. Aucune date n’est attendue."]),
]


@pytest.mark.parametrize(("state", "todo"), TODO)
def test_what_to_do_now_comes_first(client, state, todo):
    dossier, _cases, today = told(state)
    page = look(client, dossier, today).page
    assert section(page, "a-faire") == " ".join([FIRST, *todo])
    assert page.index('id="a-faire"') < page.index('id="demandes"') < page.index('id="fil"')


def test_the_person_is_named_here_and_a_child_instead_of_its_mother(client):
    page = look(client, fresh(), SENT).page
    assert "<strong>Zoé Łucja D’Aubigné-Nguyễn</strong>" in page
    child = fresh(told=made.answers(person=made.typed.PARENT))
    assert "<strong>Noé Lefèvre</strong>" in look(client, child, SENT).page


@pytest.mark.parametrize(("word", "said"), closed.DONE.items())
def test_what_was_done_is_said_once_it_is(client, word, said):
    response = look(client, fresh(), SENT, f"{PAGE}?fait={word}")
    assert re.search(r'role="status"><p>(.*?)</p>', response.page)[1] == escape(said)


@pytest.mark.parametrize("word", ["", "inconnu", "<script>", "poste&fait=x"])
def test_nothing_else_of_the_address_is_said(client, word):
    page = look(client, fresh(), SENT, f"{PAGE}?fait={word}").page
    assert 'role="status"' not in page
    assert "<script>" not in page


def test_a_quiet_dossier_is_told_when_it_ends(client):
    dossier, _cases, today = told("warned")
    assert "Sans signe de vous, ce suivi prendra fin le jeudi 23 décembre 2027." in words(
        look(client, dossier, today).page
    )


def test_lateness_is_a_date_until_the_person_has_said_more(client):
    dossier, _cases, today = told("overdue")
    seen = section(look(client, dossier, today).page, "demandes")
    assert "Délai dépassé depuis le mardi 29 décembre 2026 aujourd’hui" in seen
    assert "silence" not in seen
    assert "Vous avez dit n’avoir rien reçu" not in seen


def test_a_date_unfolds_into_its_computation_and_is_marked_as_one(client):
    dossier, cases, today = told("received")
    page = look(client, dossier, today).page
    assert '<time datetime="2026-12-28">lundi 28 décembre 2026</time>' in page
    for step in cases["fund"].plan.deadline.steps:
        assert f"<li>{escape(step)}</li>" in page


def test_the_reminder_s_cost_is_said(client):
    dossier, _cases, today = told("silent")
    assert "Vous pouvez saisir la CNIL dès aujourd’hui ; un rappel est facultatif." in words(
        look(client, dossier, today).page
    )


def test_a_struck_line_stays_in_sight(client):
    dossier, _cases, today = told("corrected")
    page = plain(look(client, dossier, today).page)
    assert "<del>Arrivée du courrier (avis de réception signé)</del>" in page
    assert "Corrigé : c’était le 27 novembre 2026" in page


MARKUP = '"><script>alert(1)</script>{{7*7}}'


def test_markup_stays_text_wherever_the_person_wrote(client):
    person = {**made.typed.PERSON, "birth_name": "O’<script>x"}
    identity = replace(made.answers(), citizen={**made.answers().citizen, **person})
    fund = {**made.typed.TYPED_FUND, "other_name": "Caisse <script>y"}
    dossier = fresh(told=replace(identity, bodies=made.answers(fund=fund).bodies))
    made.sent(dossier, "fund")
    told_ = {"on": SENT, "evidence": "declared", "how": MARKUP}
    act(dossier, "fund", acts.received, **told_)
    page = look(client, dossier, SENT).page
    assert "<script" not in page
    assert escape(MARKUP) in page
    assert escape("Caisse <script>y") in page


@pytest.mark.parametrize(
    ("email", "muted", "shown"),
    [
        ("", False, ["Être prévenu par courriel"]),
        (
            made.ADDRESS,
            False,
            ["Changer mon adresse électronique", "Arrêter les avis par courriel"],
        ),
        (
            made.ADDRESS,
            True,
            ["Changer mon adresse électronique", "Reprendre les avis par courriel"],
        ),
    ],
)
def test_the_foot_offers_what_this_dossier_has(client, email, muted, shown):
    dossier = fresh(email=email)
    if muted:
        changing.mute(dossier, at=made.at("Tue 2026-11-24"))
    page = look(client, dossier, SENT).page
    menu = page[page.index('<nav class="dossier-menu"') : page.index("<footer")]
    links = [words(link) for link in re.findall(r"<a [^>]*>(.*?)</a>", menu)]
    assert [link for link in links if "courriel" in link or "électronique" in link] == shown
    assert "Effacer ce dossier" in links


@pytest.mark.parametrize("name", ["fresh", "both silent", "filed"])
def test_a_longer_story_costs_no_more_queries(client, name, django_assert_num_queries):
    dossier, today = BY_NAME[name].make(), BY_NAME[name].today
    with at(today):
        enter(client, dossier)
        with django_assert_num_queries(5):  # the time, the way in, demands, lines, letters
            client.get(PAGE)


def test_without_a_cookie_one_is_shown_the_ways_in(client):
    response = client.get(PAGE)
    assert (response.status_code, response["Location"]) == (303, "/retrouver/")


def test_one_sees_one_s_own_dossier_only(client):
    mine, other = fresh(), made.confirmed()
    page = look(client, mine, SENT).page
    references = {case.demand.reference for case in made.cases(other).values()}
    assert [reference for reference in references if reference in page] == []


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_another_method_is_refused(client, method):
    assert getattr(client, method)(PAGE).status_code == 405
