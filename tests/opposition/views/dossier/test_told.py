"""Each kind of line in plain words; codes, numbers and quotes where the journal has them."""

import pytest

from opposition.domain.events import Event
from opposition.domain.vocabulary import (
    AnswerCode,
    Channel,
    Evidence,
    Kind,
    Outcome,
    Party,
    Scope,
    StepKind,
    Track,
)
from opposition.views.dossier import told
from opposition.views.dossier.told import Said
from tests.opposition.domain.journal import day, said_by
from tests.opposition.followed import plain

HUB = frozenset({Scope.HDH})
LINES = [
    (Kind.PREPARED, {}, "Lettre préparée"),
    (Kind.SENT, {"channel": Channel.POST}, "Lettre envoyée (courrier postal)"),
    (Kind.SENT, {}, "Lettre envoyée"),
    (Kind.RECEIVED, {"evidence": Evidence.TRACKING}, "Arrivée du courrier (suivi postal)"),
    (Kind.RECEIVED, {}, "Arrivée du courrier (date estimée)"),
    (Kind.ID_ASKED, {"reasoned": True}, "On vous demande des précisions sur votre identité"),
    (
        *(Kind.ID_ASKED, {"reasoned": False}),
        "On vous demande des précisions sur votre identité (sans dire pourquoi)",
    ),
    (Kind.EXTENDED, {"reasoned": True}, "On vous annonce deux mois de plus"),
    (Kind.EXTENDED, {"reasoned": False}, "On vous annonce deux mois de plus (sans raisons)"),
    (
        *(Kind.ANSWERED, {"code": AnswerCode.REGISTERED_SNDS}),
        "Opposition enregistrée (inscription auprès de la caisse)",
    ),
    (
        *(Kind.ANSWERED, {"code": AnswerCode.REFUSED_EXCESSIVE}),
        "Refus : demande jugée excessive",
    ),
    (
        *(Kind.INCOMPLETE, {"scopes": HUB}),
        (
            "Vous avez dit qu’une partie reste sans réponse (Plateforme des données "
            "de santé (Health Data Hub))"
        ),
    ),
    (Kind.INCOMPLETE, {}, "Vous avez dit qu’une partie reste sans réponse"),
    (Kind.REMINDER_SENT, {"channel": Channel.AMELI}, "Rappel envoyé (message ameli)"),
    (
        *(Kind.CNIL_OUTCOME, {"outcome": Outcome.REFUSED}),
        "Décision de la CNIL : refusée",
    ),
    (Kind.CNIL_OUTCOME, {}, "Décision de la CNIL"),
    (
        *(Kind.NOTIFIED, {"step": StepKind.ASK_SILENCE}),
        "Le portail a demandé si quelque chose est arrivé",
    ),
    (Kind.NOTIFIED, {}, "Étape du portail"),
]


def said(kind, *, by=None, track=Track.REQUEST, private=None, **facts):
    event = Event(kind, day("Mon 2026-11-23"), 1, by or said_by(kind), facts)
    return Said(event, track, private or {})


@pytest.mark.parametrize(("kind", "facts", "words"), LINES)
def test_a_line_is_told_with_its_facts(kind, facts, words):
    assert plain(told.words(said(kind, **facts))) == words


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_line_has_words(kind):
    assert plain(told.words(said(kind)))[:1].isupper()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.PREPARED, "Plainte préparée, et gardée en attente"),
        (Kind.SENT, "Plainte envoyée"),
    ],
)
def test_a_complaint_is_no_letter_to_a_body(kind, words):
    assert plain(told.words(said(kind, track=Track.COMPLAINT))) == words


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (Party.CITIZEN, "Vous avez arrêté le suivi"),
        (Party.PORTAL, "Suivi clos par le portail"),
    ],
)
def test_whoever_stopped_is_named(by, words):
    assert plain(told.words(said(Kind.CLOSED, by=by))) == words


@pytest.mark.parametrize(
    ("kind", "by", "words"),
    [
        (Kind.SENT, Party.CITIZEN, "noté par vous"),
        (Kind.ANSWERED, Party.ADDRESSEE, "écrit par l’organisme"),
        (Kind.CORRECTED, Party.REVIEWER, "noté par l’équipe du portail"),
        (Kind.NOTHING_CAME, Party.CITIZEN, ""),
        (Kind.NOTIFIED, Party.PORTAL, ""),
    ],
)
def test_by_whom_is_said_once(kind, by, words):
    assert plain(told.by(said(kind, by=by))) == words


@pytest.mark.parametrize(
    ("private", "beside"),
    [
        ({}, []),
        ({"number": "1A 234 567 8901 2"}, ["numéro 1A 234 567 8901 2"]),
        ({"how": "au guichet"}, ["connu par : au guichet"]),
        (
            {"quote": "Votre demande est rejetée.", "missing": "complaint remedy"},
            [
                "« Votre demande est rejetée. »",
                (
                    "il y manque : la possibilité de saisir la CNIL, la possibilité d’un recours "
                    "devant un juge"
                ),
            ],
        ),
        ({"quote": "", "autre": "jamais montré"}, []),
        ({"quote": "100 % des %s"}, ["« 100 % des %s »"]),
    ],
)
def test_what_is_sealed_stands_beside_its_line(private, beside):
    assert [plain(one) for one in told.beside(said(Kind.ANSWERED, private=private))] == beside
