"""A corrected day keeps its place among the days that are known."""

import pytest

from opposition.correspondence import followed
from opposition.domain.vocabulary import AnswerCode, Channel, Kind
from opposition.dossiers import acts
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import LATE, RECEIVED, SENT

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MONDAY, FRIDAY = made.day("Mon 2026-11-23"), made.day("Fri 2026-11-27")
ASKED, GIVEN = made.day("Tue 2026-12-01"), made.day("Thu 2026-12-03")


@pytest.fixture
def dossier():
    found = made.confirmed()
    made.received(found)
    return found


def fault(dossier, kind, on, *, name="hdh", today=LATE):
    """What is wrong with moving the last line of that kind there; empty where nothing is."""
    case = made.cases(dossier, today)[name]
    ordinal = [line.event.ordinal for line in case.lines if line.event.kind is kind][-1]
    try:
        made.act(dossier, name, acts.corrected, today=today, line_ordinal=ordinal, on=on)
    except acts.ActError as error:
        return error.sentence
    return ""


@pytest.mark.parametrize(
    ("kind", "on", "sentence"),
    [
        (Kind.SENT, MONDAY, ""),
        (Kind.SENT, RECEIVED, ""),
        (Kind.SENT, FRIDAY, "cette date est après ce qui a suivi, le 26 novembre 2026."),
        (Kind.RECEIVED, SENT, ""),
        (Kind.RECEIVED, MONDAY, "cette date est avant celle de l’envoi, le 24 novembre 2026."),
        (Kind.RECEIVED, made.day("Wed 2026-12-30"), "cette date est dans le futur."),
    ],
)
def test_a_letter_leaves_before_it_arrives(dossier, kind, on, sentence):
    assert fault(dossier, kind, on) == sentence


@pytest.mark.parametrize(
    ("kind", "on", "sentence"),
    [
        (Kind.ID_ASKED, RECEIVED, ""),
        (Kind.ID_ASKED, GIVEN, ""),
        (Kind.ID_ASKED, LATE, "cette date est après ce qui a suivi, le 3 décembre 2026."),
        (Kind.ID_GIVEN, ASKED, ""),
        (
            Kind.ID_GIVEN,
            FRIDAY,
            "elles ne peuvent pas être données avant d’être demandées, le 1er décembre 2026.",
        ),
    ],
)
def test_what_is_asked_comes_before_what_is_given(dossier, kind, on, sentence):
    made.act(dossier, "hdh", acts.identity_asked, today=LATE, on=ASKED, doubted=True)
    made.act(dossier, "hdh", acts.identity_given, today=LATE, on=GIVEN)
    assert fault(dossier, kind, on) == sentence


def test_an_answer_may_be_moved_after_the_sending_alone(dossier):
    made.act(dossier, "hdh", acts.answered, today=LATE, on=ASKED, code=AnswerCode.OTHER)
    assert fault(dossier, Kind.ANSWERED, MONDAY) != ""
    assert fault(dossier, Kind.ANSWERED, SENT) == ""


def test_a_letter_is_not_moved_before_the_date_printed_on_it():
    dossier = made.confirmed()
    cases = list(made.cases(dossier).values())
    demand = made.cases(dossier)["hdh"].demand
    written = followed.compose(dossier, cases, demand, "hdh-objection", today=SENT)
    letter = followed.freeze(dossier, demand, written, at=made.at("Tue 2026-11-24"))
    told = {"on": RECEIVED, "channel": Channel.POST, "letter": letter.id}
    made.act(dossier, "hdh", acts.posted, today=LATE, **told)
    assert fault(dossier, Kind.SENT, MONDAY) == (
        "ce courrier est daté du 24 novembre 2026 : il n’a pas pu partir avant."
    )
    assert fault(dossier, Kind.SENT, SENT) == ""


@pytest.mark.parametrize(
    ("kind", "on", "sentence"),
    [
        (Kind.FILED, made.day("Wed 2026-12-30"), ""),
        (
            Kind.FILED,
            made.day("Tue 2027-01-12"),
            "cette date est après ce qui a suivi, le 5 janvier 2027.",
        ),
        (Kind.CNIL_NEWS, LATE, ""),
        (
            Kind.CNIL_NEWS,
            made.day("Mon 2026-12-28"),
            "cette date est avant celle du dépôt de la plainte, le 29 décembre 2026.",
        ),
    ],
)
def test_the_cnil_answers_after_it_was_asked(dossier, kind, on, sentence):
    made.act(dossier, "hdh", acts.nothing_came, today=LATE)
    hub, today = made.cases(dossier, LATE)["hdh"], made.day("Fri 2027-01-15")
    told = {"cases": [hub], "on": LATE, "online": True}
    made.act(dossier, "cnil-hdh", acts.filed, today=LATE, **told)
    news = made.day("Tue 2027-01-05")
    made.act(dossier, "cnil-hdh", acts.cnil_news, today=today, on=news)
    assert fault(dossier, kind, on, name="cnil-hdh", today=today) == sentence
