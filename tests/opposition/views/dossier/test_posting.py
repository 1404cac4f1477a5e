"""A letter that has left is noted with its frozen words, and its file kept: once, and for good."""

from datetime import date

import pytest

from letters import press
from letters.press import client as press_client
from opposition.correspondence import followed as letters
from opposition.domain.vocabulary import Kind
from opposition.models import Letter
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.views.dossier.insider import Insider, done, errors, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
OPENED, NEXT, WED = day("Mon 2026-11-23"), day("Tue 2026-11-24"), day("Wed 2026-12-30")
BY_POST = {"channel": "post"}
ONLINE = {"online": "en-ligne"}


@pytest.fixture(scope="module", autouse=True)
def _press():
    yield
    press.close()


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def noted(me, name="fund"):
    """The letter that the last line of a journal names, or None."""
    letter = me.case(name).lines[-1].noted.get("letter")
    return Letter.objects.get(id=letter) if letter else None


def downloaded(me, name, key):
    """The letter as the person has taken it from its page."""
    path = f"/dossier/{me.case(name).demand.reference}/courrier/{key}/"
    answer = me.post(path, {"faire": "pdf", "court": "", "disclose": ""})
    assert answer["Content-Type"] == "application/pdf"
    return Letter.objects.get(demand=me.case(name).demand, key=key), answer.content


def test_the_letter_that_was_downloaded_is_the_one_that_left(client, var):
    me = Insider(client, followed.fresh(), OPENED)
    letter, pdf = downloaded(me, "fund", "fund-objection")
    me.day = NEXT
    me.say("fund", "poste", on="24/11/2026", **BY_POST)
    assert noted(me) == letter
    kept = noted(me)
    assert (kept.dated, kept.first_pdf == kept.kept_pdf) == (OPENED, True)
    assert (var / "letters" / str(letter.id)).exists()
    assert letters.pdf(kept) == pdf


def test_without_a_download_the_words_of_that_day_are_frozen_and_kept(client, var):
    """Copied by hand, or printed from the form's last page: the same request, the same words."""
    me = Insider(client, followed.fresh(), day("Thu 2026-11-26"))
    me.say("fund", "poste", on="24/11/2026", **BY_POST)
    letter = noted(me)
    assert (letter.key, letter.dated, letter.first_pdf) == ("fund-objection", NEXT, "")
    assert letter.kept_pdf
    assert [file.name for file in (var / "letters").iterdir()] == [str(letter.id)]


def test_a_double_click_freezes_one_letter(client):
    me = Insider(client, followed.fresh(), NEXT)
    form = me.open("fund", "poste") | BY_POST | {"on": "24/11/2026"}
    for _ in range(3):
        answer = me.post(me.path("fund", "poste"), form)
        assert done(answer, "poste", me.case("fund").demand.reference)
    assert Letter.objects.count() == 1
    assert me.count("fund") == 3


@pytest.mark.parametrize(("other", "on"), [("on", "24/11/2026"), ("", "22/11/2026")])
def test_other_words_or_words_before_the_dossier_are_no_letter_of_ours(client, other, on):
    me = Insider(client, followed.fresh(), NEXT)
    answer = me.say("fund", "poste", on=on, other=other, **BY_POST)
    assert done(answer, "poste", me.case("fund").demand.reference)
    assert (noted(me), Letter.objects.count()) == (None, 0)


def test_a_letter_does_not_leave_before_the_day_printed_on_it(client):
    me = Insider(client, followed.fresh(), NEXT)
    letter, _pdf = downloaded(me, "fund", "fund-objection")
    answer = me.say("fund", "poste", on="23/11/2026", **BY_POST)
    assert errors(answer) == {
        "on": "ce courrier est daté du 24 novembre 2026 : il n’a pas pu partir avant."
    }
    assert f'name="courrier" value="{letter.id}"' in text(answer)
    # The way out that the page offers: it was another copy.
    again = me.say("fund", "poste", on="23/11/2026", other="on", **BY_POST)
    assert done(again, "poste", me.case("fund").demand.reference)
    assert noted(me) is None


def test_a_letter_made_again_meanwhile_is_to_be_read_again(client):
    me = Insider(client, followed.fresh(), NEXT)
    downloaded(me, "fund", "fund-objection")
    form = me.open("fund", "poste") | BY_POST | {"on": "24/11/2026"}
    letters.unfreeze(me.case("fund").demand)
    answer = me.post(me.path("fund", "poste"), form)
    assert errors(answer) == {"": "Ce courrier a changé depuis : relisez-le, puis recommencez."}
    assert me.count("fund") == 2


def test_a_letter_of_somebody_else_is_never_noted(client):
    theirs = Insider(client, followed.fresh(), OPENED)
    letter, _pdf = downloaded(theirs, "fund", "fund-objection")
    client.cookies.clear()
    me = Insider(client, followed.fresh(), NEXT)
    form = me.open("fund", "poste") | BY_POST | {"on": "24/11/2026", "courrier": str(letter.id)}
    assert set(errors(me.post(me.path("fund", "poste"), form))) == {""}
    assert me.count("fund") == 2


def test_sent_again_with_proof_it_is_a_letter_of_its_own(client):
    me = Insider(client, followed.fresh(), NEXT)
    me.say("fund", "poste", on="24/11/2026", channel="ameli")
    first, me.day = noted(me), day("Fri 2026-12-04")
    page = text(me.get(me.path("fund", "poste")))
    assert "Vous l’aviez envoyé le 24 novembre 2026" in page
    me.say("fund", "poste", on="04/12/2026", **BY_POST)
    assert noted(me) != first
    assert [line[0] for line in me.lines("fund", 2)] == [Kind.SENT, Kind.SENT]


def test_the_press_may_fail_what_was_said_stays_said(client, monkeypatch, caplog, var):
    me = Insider(client, followed.fresh(), NEXT)
    with monkeypatch.context() as patch:
        patch.setattr(press_client, "WALL_SECONDS", 0.0)
        answer = me.say("fund", "poste", on="24/11/2026", **BY_POST)
    assert done(answer, "poste", me.case("fund").demand.reference)
    letter = noted(me)
    assert (letter.kept_pdf, (var / "letters").exists()) == ("", False)
    told = [record.getMessage() for record in caplog.records if "letter" in record.getMessage()]
    assert told == [f"letter {letter.id} has no file yet (PressError)"]


def test_a_refused_act_freezes_nothing(client):
    me = Insider(client, followed.posted(), NEXT)
    form = me.open("fund", "poste") | BY_POST | {"on": "24/11/2026", "vu": "1"}
    Letter.objects.all().delete()
    assert me.post(me.path("fund", "poste"), form).status_code == 409
    assert Letter.objects.count() == 0


def test_a_reminder_is_noted_with_its_own_letter_once(client):
    me = Insider(client, followed.silent(), WED)
    form = me.open("fund", "rappel") | {"on": "30/12/2026", "channel": "ameli"}
    for _ in range(2):
        me.post(me.path("fund", "rappel"), form)
    letter = noted(me)
    assert (letter.key, letter.dated, bool(letter.kept_pdf)) == ("reminder-1", WED, True)
    assert Letter.objects.filter(key__startswith="reminder").count() == 1


def test_a_second_reminder_never_goes_by_the_letter_of_the_first(client):
    """The first was downloaded and sent in other words; the second is another letter."""
    me = Insider(client, followed.silent(), WED)
    first, _pdf = downloaded(me, "fund", "reminder-1")
    me.say("fund", "rappel", on="30/12/2026", channel="ameli", other="on")
    me.day = date(2027, 1, 15)
    me.say("fund", "rien")
    assert "courrier" not in me.open("fund", "rappel")
    me.say("fund", "rappel", on="15/01/2027", channel="ameli")
    assert (noted(me).key, noted(me) == first) == ("reminder-2", False)


def test_a_complaint_is_filed_in_the_journal_of_each_request_that_it_names(client):
    me = Insider(client, followed.both_silent(), day("Mon 2027-01-04"))
    page = text(me.get(me.path("cnil-fund", "depose")))
    assert "Votre caisse, Le Health Data Hub." in page
    form = me.open("cnil-fund", "depose") | ONLINE | {"on": "04/01/2027"}
    for _ in range(2):
        answer = me.post(me.path("cnil-fund", "depose"), form)
        assert done(answer, "depose", me.case("cnil-fund").demand.reference)
    letter = noted(me, "cnil-fund")
    assert letter.key == "cnil-complaint-silence"
    assert set(letter.covers) == {str(me.case(name).demand.id) for name in ("fund", "hdh")}
    for name in ("fund", "hdh", "cnil-fund"):
        assert me.lines(name) == [(Kind.FILED, me.day, {})]
    assert noted(me, "hdh") == letter


def test_a_complaint_in_other_words_names_the_requests_that_the_law_opens(client):
    me = Insider(client, followed.silent(), WED)
    me.say("cnil-fund", "depose", on="30/12/2026", online="courrier", other="on")
    assert me.lines("cnil-fund") == [(Kind.SENT, WED, {"channel": "post"})]
    assert me.lines("fund") == [(Kind.FILED, WED, {})]
    assert me.lines("hdh")[0][0] is not Kind.FILED
    assert noted(me, "cnil-fund") is None


def test_the_file_is_dated_by_the_civil_clock(client):
    me = Insider(client, followed.fresh(), NEXT)
    me.say("fund", "poste", on="24/11/2026", **BY_POST)
    assert noted(me).kept_at.date() == noted(me).frozen_at.date() == NEXT
