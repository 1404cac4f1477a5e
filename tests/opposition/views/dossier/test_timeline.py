"""All that happened: in the order of the world, one act told once, corrections kept in sight."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from opposition.domain.vocabulary import AnswerCode, Channel, Kind, Party
from opposition.dossiers import acts, changing
from opposition.records import Entry, record
from opposition.views.dossier import timeline
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import SENT, act
from tests.opposition.followed import fresh, plain, received, told

pytestmark = pytest.mark.django_db
BEGINNING = [
    ("Mon 23 Nov", "Lettre préparée", ["Votre caisse", "Le Health Data Hub"]),
    ("Mon 23 Nov", "Plainte préparée, et gardée en attente", ["La CNIL"]),
    ("Mon 23 Nov", "Vous avez confirmé le suivi", []),
]
LEFT = ("Tue 24 Nov", "Lettre envoyée (courrier postal)")
SLIP = ("Thu 26 Nov", "Arrivée du courrier (avis de réception signé)")


def moments(dossier, today=SENT):
    return timeline.moments(dossier, list(made.cases(dossier, today).values()))


def lines(dossier, today=SENT):
    return [
        (f"{one.on:%a %d %b}", plain(one.words), [plain(body) for body in one.bodies])
        for one in moments(dossier, today)
    ]


def test_what_was_written_in_several_journals_is_told_once():
    assert lines(fresh()) == BEGINNING


def test_the_facts_of_each_body_come_in_the_order_of_the_world():
    dossier, _cases, today = told("received")
    assert lines(dossier, today) == [
        *BEGINNING,
        (*LEFT, ["Votre caisse"]),
        (*LEFT, ["Le Health Data Hub"]),
        (*SLIP, ["Votre caisse"]),
    ]


def test_a_complaint_filed_is_one_line_for_all_that_it_touches():
    dossier, _cases, today = told("filed")
    assert lines(dossier, today)[-1] == (
        *("Wed 30 Dec", "Plainte déposée"),
        ["Le Health Data Hub", "La CNIL"],
    )
    assert moments(dossier, today)[-1].beside == ("numéro 25-012345",)


def test_what_concerns_the_whole_dossier_names_no_body():
    dossier = fresh(email=made.ADDRESS)
    changing.mute(dossier, at=made.at("Tue 2026-11-24"))
    assert lines(dossier)[-1] == ("Tue 24 Nov", "Avis par courriel arrêtés", [])


def test_what_was_done_twice_is_told_twice():
    dossier = fresh(email=made.ADDRESS)
    for said in (changing.mute, changing.unmute, changing.mute):
        said(dossier, at=made.at("Tue 2026-11-24"))
        dossier.refresh_from_db()
    assert [words for _on, words, _bodies in lines(dossier)[-3:]] == [
        "Avis par courriel arrêtés",
        "Avis par courriel repris",
        "Avis par courriel arrêtés",
    ]


def test_a_struck_line_stays_with_its_correction_and_can_no_more_be_corrected():
    dossier, _cases, today = told("corrected")
    found = [one for one in moments(dossier, today) if "Arrivée" in one.words]
    assert [(f"{one.on:%d %b}", plain(one.struck), bool(one.mend)) for one in found] == [
        ("26 Nov", "corrigé : c’était le 27 novembre 2026", False),
        ("27 Nov", "", True),
    ]


def test_a_dated_line_is_corrected_a_word_is_only_struck():
    dossier, cases, today = told("silent")
    links = {plain(one.words): (one.mend, plain(one.mending)) for one in moments(dossier, today)}
    page = f"/dossier/{cases['fund'].demand.reference}"
    assert links["Vous avez dit n’avoir rien reçu"] == (
        f"{page}/annuler/?ligne={cases['fund'].last}",
        "c’est une erreur",
    )
    assert links["Vous avez confirmé le suivi"] == ("", "")
    assert plain(moments(dossier, today)[-2].mending) == "corriger"


def test_what_is_sealed_is_shown_to_the_person():
    dossier, _cases, today = told("declared")
    assert [one.beside for one in moments(dossier, today) if one.beside] == [
        ("connu par\u202f: on me l’a dit au guichet",)
    ]


def test_a_fact_noted_later_says_when():
    dossier = fresh()
    told_ = {"on": made.MORNING.date(), "channel": Channel.POST}
    act(dossier, "hdh", acts.posted, **told_)
    (case,) = [one for name, one in made.cases(dossier).items() if name == "hdh"]
    line = case.lines[-1]
    noted = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # the 25th in Paris
    assert _noted(case, line, noted).noted == "25 novembre 2026"
    assert _noted(case, line, datetime(2026, 11, 23, 9, tzinfo=UTC)).noted == ""
    # A demonstration's days run ahead of the clock that notes them.
    assert _noted(case, line, datetime(2026, 10, 1, 9, tzinfo=UTC)).noted == ""


def _noted(case, line, at):
    """The last moment of a journal of which one line was noted at that time."""
    alone = replace(case, lines=(replace(line, recorded_at=at),))
    return timeline.moments(case.demand.dossier, [alone])[-1]


def test_a_line_that_fitted_nowhere_is_kept_and_says_so():
    dossier = fresh()
    demand = made.cases(dossier)["hdh"].demand
    record(demand, Entry(Kind.ID_GIVEN, SENT, Party.CITIZEN), today=SENT)
    assert [one.still for one in moments(dossier)] == [False, False, False, True]


def test_a_late_answer_is_no_oddity():
    dossier = received()
    on = day("Mon 2026-11-30")
    told_ = {"on": on, "code": AnswerCode.ACK, "scopes": frozenset()}
    act(dossier, "fund", acts.answered, today=on, **told_)
    assert {one.still for one in moments(dossier, on)} == {False}
