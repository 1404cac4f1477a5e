"""Where a demand stands, word for word; lateness is a date, silence is the person's word alone."""

import pytest

from opposition.domain.vocabulary import AnswerCode, Evidence, Scope
from opposition.dossiers import acts, changing
from opposition.views.dossier import situation
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import act
from tests.opposition.followed import case, filed, fresh, plain

pytestmark = pytest.mark.django_db

HELD = "La plainte est écrite, et gardée jusqu’à ce que la loi lui permette de partir."
SLIP = "Lettre reçue le 26 novembre 2026 (avis de réception signé)."
OVER = "Le délai de réponse a pris fin le 28 décembre 2026."
SITUATIONS = [
    (
        *("fresh", "fund", "prête à partir"),
        "Votre lettre est prête. Aucun délai ne court tant qu’elle n’est pas partie.",
    ),
    ("fresh", "cnil-fund", "gardée en attente", HELD),
    (
        *("posted", "hdh", "envoyée"),
        (
            "Lettre partie le 24 novembre 2026. Rien ne montre encore qu’elle est arrivée : "
            "le délai attend."
        ),
    ),
    (
        *("returned", "hdh", "revenue"),
        "L’envoi est revenu le 30 novembre 2026. Aucun délai ne court : il faut le renvoyer.",
    ),
    ("received", "fund", "reçue", SLIP),
    ("declared", "hdh", "reçue", "Lettre reçue le 26 novembre 2026 (date déclarée)."),
    ("overdue", "hdh", "délai dépassé", f"{SLIP} {OVER}"),
    (
        *("silent", "fund", "délai dépassé"),
        f"{SLIP} {OVER} Le 29 décembre 2026, vous avez dit n’avoir rien reçu.",
    ),
    (
        *("asked who", "fund", "identité demandée"),
        (
            "L’organisme a demandé le 3 décembre 2026 des précisions sur votre identité. Le délai "
            "attend que vous les donniez."
        ),
    ),
    (
        *("refused", "fund", "réponse à lire"),
        (
            "Réponse du 17 décembre 2026 (refus : mission d’intérêt public). Il reste à dire si "
            "elle couvre votre demande."
        ),
    ),
    ("filed", "hdh", "CNIL saisie", "La CNIL est saisie depuis le 30 décembre 2026."),
    ("filed", "cnil-hdh", "CNIL saisie", "La CNIL est saisie depuis le 30 décembre 2026."),
    (
        *("filed by post", "cnil-hdh", "envoyée"),
        (
            "Plainte partie le 30 décembre 2026. Rien ne montre encore qu’elle est arrivée à la "
            "CNIL."
        ),
    ),
    (
        *("granted late", "hdh", "CNIL saisie"),
        (
            "La CNIL est saisie depuis le 30 décembre 2026. Une réponse est arrivée le 11 janvier "
            "2027 (opposition enregistrée)."
        ),
    ),
    (
        *("filed", "fund", "close"),
        "Suivi clos le 18 décembre 2026. Votre opposition est enregistrée en partie.",
    ),
    ("closed", "hdh", "close", "Suivi clos le 1er mars 2027. Vous avez dit n’avoir rien reçu."),
    (
        *("closed", "cnil-hdh", "close"),
        "Suivi clos le 1er mars 2027. Issue : opposition enregistrée.",
    ),
]


@pytest.mark.parametrize(("state", "demand", "label", "sentence"), SITUATIONS)
def test_each_state_is_a_label_and_a_sentence(state, demand, label, sentence):
    found = case(state, demand)
    assert (plain(situation.label(found)), plain(situation.sentence(found))) == (label, sentence)


@pytest.mark.parametrize("state", ["overdue", "received"])
def test_nobody_is_said_to_be_silent_before_the_person_has_said_so(state):
    told = plain(situation.sentence(case(state, "hdh")))
    assert "rien reçu" not in told
    assert "silence" not in told


ON = day("Mon 2026-11-30")
BARE = "Lettre partie le 24 novembre 2026."


def contested(dossier):
    told = {"on": ON, "code": AnswerCode.NO_DATA, "scopes": frozenset({Scope.FUND})}
    act(dossier, "hdh", acts.answered, today=ON, **told)
    return act(dossier, "hdh", acts.contested, today=ON)


def wrote(dossier):
    return act(dossier, "hdh", acts.redirected, today=ON, on=ON)


def estimated(dossier):
    return act(dossier, "hdh", acts.received, today=ON, on=ON, evidence=Evidence.ESTIMATED)


def asked_too_late(dossier):
    act(dossier, "hdh", acts.received, today=ON, on=ON, evidence=made.SLIP)
    late = day("Mon 2027-01-11")
    return act(dossier, "hdh", acts.identity_asked, today=late, on=late, doubted=True)


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (
            contested,
            (
                "Vous contestez la réponse du 30 novembre 2026 (l’organisme dit n’avoir aucune "
                "donnée)."
            ),
        ),
        (
            wrote,
            "Lettre reçue le 30 novembre 2026 au plus tard : on vous a écrit ce jour-là.",
        ),
        (
            estimated,
            f"{BARE} Sa date d’arrivée n’est qu’estimée : le délai n’a pas commencé.",
        ),
        (
            asked_too_late,
            (
                "L’organisme a demandé le 11 janvier 2027 des précisions sur votre identité. "
                "Trop tard pour suspendre le délai : il continue."
            ),
        ),
    ],
)
def test_what_came_is_told_as_far_as_it_is_known(lead, sentence):
    dossier = fresh()
    made.sent(dossier)
    assert plain(situation.sentence(lead(dossier))) == sentence


def test_news_of_the_cnil_are_dated():
    dossier, on = filed(), day("Mon 2027-02-01")
    found = act(dossier, "cnil-hdh", acts.cnil_news, today=on, on=on)
    assert plain(situation.sentence(found)) == (
        "La CNIL est saisie depuis le 30 décembre 2026. Dernières nouvelles : le 1er février 2027."
    )


def test_what_was_stopped_says_so_and_that_its_end_is_unknown():
    dossier = fresh()
    changing.stop(dossier, today=ON)
    assert plain(situation.sentence(made.cases(dossier, ON)["fund"])) == (
        "Suivi clos le 30 novembre 2026. L’issue n’est pas connue."
    )
