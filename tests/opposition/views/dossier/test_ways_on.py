"""What is asked first, and the ways to answer: letters to prepare, acts to tell."""

import pytest

from opposition.views.dossier import ways_on
from tests.opposition.followed import plain, told

pytestmark = pytest.mark.django_db
LATE = "Avez-vous reçu quelque chose : courrier, message ameli, mail ?"
NEXT = "Que souhaitez-vous faire : un rappel, une plainte, attendre ?"
NEXT_WAYS = ["Préparer un rappel", "Préparer la plainte", "J’ai envoyé un rappel"]
POSTED = ["Lire, télécharger, envoyer", "Je l’ai envoyé"]
AGAIN = ["Lire, télécharger, envoyer", "Je l’ai renvoyé"]
COVERS = ["Oui, elle couvre tout", "Il en manque une partie", "Je la conteste"]
SENT = "Avez-vous envoyé ce courrier ?"
ARRIVED = "Savez-vous si ce courrier est arrivé, et quel jour ?"
ENOUGH = "Cette réponse couvre-t-elle tout ce que vous avez demandé ?"
CAME = ["Non, rien reçu", "J’ai reçu une réponse", "On me demande qui je suis"]
TASKS = [
    ("fresh", [("Votre caisse", SENT, POSTED), ("Le Health Data Hub", SENT, POSTED)]),
    ("received", []),
    (
        "unproved",
        [
            ("Votre caisse", ARRIVED, ["Il est arrivé : voici quel jour"]),
            ("Le Health Data Hub", ARRIVED, ["Il est arrivé : voici quel jour"]),
        ],
    ),
    ("overdue", [("Votre caisse", LATE, CAME), ("Le Health Data Hub", LATE, CAME)]),
    (
        "silent",
        [
            ("Votre caisse", NEXT, [*NEXT_WAYS, "Je me passe de rappel"]),
            ("Le Health Data Hub", LATE, CAME),
        ],
    ),
    ("answered", [("Votre caisse", ENOUGH, COVERS)]),
    (
        "refused",
        [
            ("Votre caisse", ENOUGH, COVERS),
            (
                "La CNIL",
                "Souhaitez-vous déposer cette plainte ?",
                ["Préparer la plainte", "J’ai déposé la plainte"],
            ),
        ],
    ),
    (
        "returned",
        [
            ("Votre caisse", SENT, POSTED),
            (
                "Le Health Data Hub",
                "Par quel moyen souhaitez-vous renvoyer ce courrier ?",
                AGAIN,
            ),
        ],
    ),
    ("filed", []),
    ("closed", []),
]


@pytest.mark.parametrize(("state", "asked"), TASKS)
def test_what_is_asked_comes_with_a_few_ways_to_answer(state, asked):
    _dossier, cases, today = told(state)
    found = ways_on.tasks(list(cases.values()), today)
    assert [
        (plain(task.body), plain(task.question), [plain(link.words) for link in task.links])
        for task in found
    ] == asked


@pytest.mark.parametrize(
    ("state", "more", "called"),
    [
        ("fresh", False, "Autre chose"),
        ("overdue", True, "Autre chose"),
        ("unproved", True, "Je ne sais pas : trois façons d’avancer"),
    ],
)
def test_what_does_not_fit_is_one_link_to_the_card(state, more, called):
    _dossier, cases, today = told(state)
    task = ways_on.tasks(list(cases.values()), today)[0]
    assert (task.more, plain(task.elsewhere)) == (more, called)
    assert task.anchor == cases["fund"].demand.reference


def test_a_letter_to_prepare_stands_out_and_an_answer_leans_nowhere():
    def first(state):
        _dossier, cases, today = told(state)
        return [link.first for link in ways_on.tasks(list(cases.values()), today)[0].links]

    assert first("fresh") == [True, False]
    assert first("overdue") == [False, False, False]


@pytest.mark.parametrize(
    ("state", "demand", "answers", "others"),
    [
        ("fresh", "fund", ["poste"], ["deja-ecrit"]),
        ("fresh", "cnil-fund", [], []),
        (
            *("received", "fund", []),
            ["repondu", "identite", "delai", "renvoi", "recu", "revenu"],
        ),
        ("overdue", "fund", ["rien", "repondu", "identite", "delai", "renvoi"], ["recu", "revenu"]),
        ("closed", "fund", [], []),
    ],
)
def test_acts_that_answer_come_apart_from_what_else_may_have_happened(
    state, demand, answers, others
):
    _dossier, cases, today = told(state)
    case = cases[demand]

    def urls(names):
        return [f"/dossier/{case.demand.reference}/{name}/" for name in names]

    assert [link.url for link in ways_on.answers(case, today)] == urls(answers)
    assert [link.url for link in ways_on.others(case, today)] == urls(others)


def test_one_complaint_names_all_that_are_late():
    _dossier, cases, _today = told("both silent")
    everyone = list(cases.values())
    carriers = {ways_on.complaint(cases[name], everyone).demand for name in ("fund", "hdh")}
    assert len(carriers) == 1


def test_a_complaint_of_which_nothing_is_open_is_carried_by_none():
    _dossier, cases, _today = told("received")
    assert ways_on.complaint(cases["fund"], list(cases.values())) is None


@pytest.mark.parametrize(
    ("demand", "key"), [("fund", "fund-objection"), ("cnil-fund", "cnil-complaint-refusal")]
)
def test_each_demand_is_made_by_one_letter(demand, key):
    _dossier, cases, _today = told("refused")
    case = cases[demand]
    assert ways_on.first(case) == key
    assert ways_on.letter(case, key) == f"/dossier/{case.demand.reference}/courrier/{key}/"
    assert ways_on.act(case, "poste") == f"/dossier/{case.demand.reference}/poste/"
