"""Every act through HTTP: asked by a page, said by its button, noted once."""

from datetime import date

import pytest

from opposition.domain.vocabulary import AnswerCode, Channel, Evidence, Kind, Outcome, Scope
from opposition.models import Event
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers.made import LATE, SLIP, words
from tests.opposition.views.dossier.insider import Insider, done, errors, plain, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]

WED = day("Wed 2026-12-30")
FRI = day("Fri 2026-12-18")
ON = {"on": "30/12/2026"}
OWN = {"other": "on"}  # without a letter: test_posting.py looks at them


def at(kind, on=WED, **facts):
    return (kind, on, facts)


# What is said: in which state, of which demand, by which act, how; and the lines that come of it.
SAID = {
    "poste": (
        *(followed.fresh, "fund", ON | OWN | {"channel": "post", "number": "1A 123 456 7890 1"}),
        at(Kind.SENT, channel=Channel.POST),
    ),
    "deja-ecrit": (
        *(followed.fresh, "hdh"),
        {
            "on": "02/11/2026",
            "channel": "email_own",
            "evidence": "declared",
            "received_on": "03/11/2026",
            "how": "réponse automatique du 3",
        },
        at(Kind.SENT, date(2026, 11, 2), channel=Channel.EMAIL_OWN),
        at(Kind.RECEIVED, date(2026, 11, 3), evidence=Evidence.DECLARED),
    ),
    "revenu": (followed.posted, "hdh", ON, at(Kind.RETURNED, of=3)),
    "recu": (
        *(followed.posted, "fund", ON | {"evidence": "signed_return_slip"}),
        at(Kind.RECEIVED, evidence=SLIP),
    ),
    "accuse": (followed.posted, "fund", ON, at(Kind.PROOF_ASKED)),
    "rien": (followed.overdue, "fund", {}, at(Kind.NOTHING_CAME)),
    "repondu": (
        *(followed.overdue, "fund"),
        {
            **ON,
            "code": "REGISTERED_PARTIAL",
            "scopes": ["fund", "hdh"],
            "missing": "remedy",
            "quote": "C’est noté.",
            "redirected": "on",
        },
        at(
            Kind.ANSWERED,
            code=AnswerCode.REGISTERED_PARTIAL,
            scopes=frozenset({Scope.FUND, Scope.HDH}),
        ),
        at(Kind.REDIRECTED),
    ),
    "identite": (
        *(followed.overdue, "fund", ON | {"doubted": "no"}),
        at(Kind.ID_ASKED, reasoned=False),
    ),
    "identite-donnee": (followed.asked_who, "fund", ON, at(Kind.ID_GIVEN)),
    "delai": (
        *(followed.overdue, "fund", ON | {"reasoned": "yes"}),
        at(Kind.EXTENDED, reasoned=True),
    ),
    "renvoi": (followed.overdue, "fund", ON, at(Kind.REDIRECTED)),
    "couvre": (followed.answered, "fund", {"verdict": "couvre"}, at(Kind.COVERED)),
    "incomplet": (
        *(followed.answered, "fund", {"verdict": "incomplet", "scopes": ["hdh", "projects"]}),
        at(Kind.INCOMPLETE, scopes=frozenset({Scope.HDH, Scope.PROJECTS})),
    ),
    "conteste": (followed.answered, "fund", {"verdict": "conteste"}, at(Kind.CONTESTED)),
    "rappel": (
        *(followed.silent, "fund", ON | OWN | {"channel": "ameli"}),
        at(Kind.REMINDER_SENT, channel=Channel.AMELI),
    ),
    "sans-rappel": (followed.silent, "fund", {}, at(Kind.REMINDER_SKIPPED)),
    "depose": (
        *(followed.silent, "cnil-fund", ON | OWN | {"online": "en-ligne", "number": "25-012345"}),
        at(Kind.FILED),
    ),
    "cnil-enregistre": (
        *(followed.filed, "cnil-hdh", ON | {"number": "25-012345"}),
        at(Kind.CNIL_REGISTERED),
    ),
    "cnil-nouvelles": (followed.filed, "cnil-hdh", ON, at(Kind.CNIL_NEWS)),
    "cnil-decision": (
        *(followed.filed, "cnil-hdh", ON | {"outcome": "partial"}),
        at(Kind.CNIL_OUTCOME, outcome=Outcome.PARTIAL),
    ),
}
every_act = pytest.mark.parametrize("word", SAID)


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def one_who_says(client, word):
    make, name, data, *lines = SAID[word]
    return Insider(client, make(), WED), name, data, lines


@every_act
def test_what_is_said_is_noted_and_the_page_of_the_dossier_says_so(client, word):
    me, name, data, lines = one_who_says(client, word)
    answer = me.say(name, word, **data)
    assert done(answer, word, me.case(name).demand.reference)
    assert me.lines(name, len(lines)) == lines
    assert me.get(answer["Location"].partition("#")[0]).status_code == 200


@every_act
def test_a_double_click_is_one_line(client, word):
    me, name, data, _lines = one_who_says(client, word)
    form = me.open(name, word) | data
    first, second = (me.post(me.path(name, word), form) for _ in range(2))
    noted = Event.objects.count()
    assert done(second, word, me.case(name).demand.reference)
    assert first["Location"] == second["Location"]
    me.post(me.path(name, word), form)
    assert Event.objects.count() == noted


@every_act
def test_going_back_and_sending_again_is_one_line(client, word):
    me, name, data, lines = one_who_says(client, word)
    before = me.count(name)
    me.say(name, word, **data)
    fresh = {"vu": str(me.case(name).last)}  # Back asks for the page again: it has seen the line
    assert done(me.post(me.path(name, word), fresh | data), word, me.case(name).demand.reference)
    assert me.count(name) == before + len(lines)


@every_act
def test_a_page_that_something_has_overtaken_is_shown_again_with_what_was_typed(client, word):
    me, name, data, _lines = one_who_says(client, word)
    form = me.open(name, word) | data
    overtaken = me.case(name)
    other = "recu" if word != "recu" else "accuse"
    told = {"on": "29/12/2026", "evidence": "tracking"}
    assert me.say(name, other, **told).status_code == 303
    before = me.count(name)
    answer = me.post(me.path(name, word), form)
    assert answer.status_code == 409
    page = text(answer)
    assert "Entre-temps, ce dossier a changé : relisez, puis recommencez." in plain(page)
    assert f'name="vu" value="{me.case(name).last}"' in page
    assert ('value="30/12/2026"' in page) is (data.get("on") == "30/12/2026")
    assert me.count(name) == before > len(overtaken.lines)


def test_what_was_typed_on_an_overtaken_page_is_said_by_the_button_pressed_again(client):
    me = Insider(client, followed.posted(), WED)
    form = me.open("fund", "accuse") | ON
    me.say("fund", "recu", on="29/12/2026", evidence="tracking")
    stale = me.post(me.path("fund", "accuse"), form)
    assert stale.status_code == 409
    again = form | {"vu": str(me.case("fund").last)}
    assert done(me.post(me.path("fund", "accuse"), again), "accuse", reference(me, "fund"))
    assert me.lines("fund") == [at(Kind.PROOF_ASKED)]


def test_an_error_does_not_make_an_overtaken_page_fresh(client):
    """Whoever corrects a date must still be told that the dossier has changed."""
    me = Insider(client, followed.posted(), WED)
    form = me.open("fund", "accuse")
    me.say("fund", "recu", on="29/12/2026", evidence="tracking")
    wrong = me.post(me.path("fund", "accuse"), form | {"on": "31/02/2026"})
    assert errors(wrong)["on"].startswith("le 31/02/2026 n’existe pas")
    assert f'name="vu" value="{form["vu"]}"' in text(wrong)


@pytest.mark.parametrize("seen", ["", "trois", "-1", "0", "٣", "9" * 10])
def test_a_page_that_has_seen_nothing_says_nothing(client, seen):
    me = Insider(client, followed.posted(), WED)
    answer = me.post(me.path("fund", "accuse"), ON | {"vu": seen})
    assert (answer.status_code, me.count("fund")) == (409, 3)


def test_the_private_words_are_sealed_and_shown_on_the_page(client):
    me = Insider(client, followed.overdue(), LATE)
    quote = "<b>Nous</b> ne pouvons donner suite & c’est tout."
    me.say("fund", "repondu", on="29/12/2026", code="OTHER", quote=quote)
    assert words(me.dossier, me.case("fund"))[-1] == {"quote": quote}
    assert "&lt;b&gt;Nous&lt;/b&gt; ne pouvons donner suite &amp; c’est tout." in text(
        me.get("/dossier/")
    )


def reference(me, name):
    return me.case(name).demand.reference
