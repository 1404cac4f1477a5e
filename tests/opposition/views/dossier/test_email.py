"""Another mailbox: asked for here, confirmed there; nothing changes before."""

import pytest

from opposition.domain.vocabulary import Kind
from opposition.dossiers import links, mailboxes
from opposition.models import AccessLink, Dispatch, Dossier, moment
from opposition.models.dossier import Purpose
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.dossiers import made
from tests.opposition.views.dossier.insider import Insider, done, errors, everything, plain, text

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PATH, NEW = "/dossier/courriel/", "zoe.nouvelle@exemple.net"


def one(client, email=made.ADDRESS):
    return Insider(client, followed.fresh(email=email), day("Tue 2026-11-24"))


def asked():
    return list(Dispatch.objects.filter(occasion="email").values_list("status", flat=True))


def kept(me):
    dossier = Dossier.objects.get(id=me.dossier.id)
    return mailboxes.of(dossier), mailboxes.waiting(dossier)


def test_the_page_says_where_the_notices_go(client):
    assert f"<strong>{made.ADDRESS}</strong>" in text(one(client).get(PATH))
    client.cookies.clear()
    assert "Ce dossier est suivi sans e-mail." in text(one(client, email="").get(PATH))


@pytest.mark.parametrize("email", [made.ADDRESS, ""])
def test_a_mail_goes_to_the_new_address_and_nothing_changes_yet(client, email):
    me = one(client, email)
    answer = me.post(PATH, {"follow_email": NEW})
    assert done(answer, "courriel")
    assert NEW not in answer["Location"]
    assert (kept(me), asked()) == ((email, NEW), ["due"])
    assert f"<strong>{NEW}</strong> attend encore votre confirmation." in text(me.get(PATH))


def test_pressed_too_often_the_answer_is_the_same_and_no_mail_leaves(client):
    me = one(client)
    answers = [me.post(PATH, {"follow_email": NEW}) for _ in range(4)]
    assert [done(answer, "courriel") for answer in answers] == [True] * 4
    assert len(asked()) == 1


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("", "indiquez une adresse que vous lisez."),
        ("zoe@", "cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr."),
        (
            "dpo@cnil.fr",
            "c’est l’adresse d’un organisme à qui vous écrivez : donnez la vôtre.",
        ),
    ],
)
def test_an_address_that_nobody_reads_is_told_beside_its_field(client, email, said):
    me = one(client)
    before = everything()
    answer = me.post(PATH, {"follow_email": email})
    assert (answer.status_code, errors(answer)) == (200, {"follow_email": said})
    assert "<title>À corriger : " in plain(text(answer))
    assert everything() == before


def test_without_a_slip_the_last_way_back_is_not_taken_away(client):
    me = one(client)
    before = everything()
    page = text(me.post(PATH, {"faire": "retirer"}))
    assert "Faites d’abord une fiche." in page
    assert 'href="/dossier/fiche/"' in page
    assert everything() == before


def test_with_a_slip_the_address_goes_and_what_was_mailed_opens_nothing(client):
    me = one(client)
    slip = links.mint(me.dossier, Purpose.PRINTED)
    me.post(PATH, {"follow_email": NEW})
    for _ in range(2):
        assert done(me.post(PATH, {"faire": "retirer"}), "courriel")
    assert (kept(me), asked()) == (("", ""), ["dropped"])
    assert me.lines("fund") == [(Kind.EMAIL_CHANGED, me.day, {})]
    assert links.entry(slip) is not None
    assert AccessLink.objects.live(at=moment.now()).filter(id=me.link.id).count() == 0
    assert me.get("/dossier/").status_code == 200
    assert "Retirer mon adresse" not in text(me.get(PATH))
