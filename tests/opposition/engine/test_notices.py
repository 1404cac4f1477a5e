"""The four mails: to the right mailbox, with links of their own that open, and nothing more."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from opposition import vault
from opposition.domain.vocabulary import Kind, Party
from opposition.dossiers import links
from opposition.engine import notices
from opposition.models import AccessLink, Dossier
from opposition.models.dossier import Purpose
from tests.opposition.engine.followed import EMAIL, at, demand, dossier, note, queued

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SITE = "https://portail.example"
ADDRESS = re.compile(r"https?://\S+")


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = f"{SITE}/"


def said(of, step, number=1, day=None):
    return {"demand": str(of.id), "step": step, "round": number, "day": day}


def timeline(of, *steps):
    return queued(of, "timeline", {"steps": list(steps)})


def secrets(text, path):
    return re.findall(f"^{SITE}/{path}/([A-Za-z0-9_-]+)/$", text, re.MULTILINE)


CONFIRM = """\
Bonjour,

Sur https://portail.example, quelqu’un, sans doute vous, a demandé que ses courriers d’opposition \
soient suivis, et a donné cette adresse.

Si c’est vous, ouvrez cette page, puis confirmez\u202f:

https://portail.example/confirmer/…/

Vous avez jusqu’au samedi 21 novembre 2026 à 17\u00a0h\u00a000. Ensuite, ou si vous ne faites \
rien, tout ce qui a été écrit est effacé.

Si ce n’est pas vous, ne faites rien\u202f: rien n’est parti, rien ne partira.

--\x20
Message automatique. Personne ne lit les réponses à cette adresse.
"""


def test_the_first_mail_asks_to_confirm_and_says_what_happens_otherwise():
    one = dossier(confirmed=False)
    parcel = notices.parcel(queued(one))
    (secret,) = secrets(parcel.text, "confirmer")
    assert parcel.text.replace(secret, "…") == CONFIRM
    assert (parcel.to, parcel.subject) == (EMAIL, "Confirmez votre demande de suivi")
    assert parcel.unsubscribe == ""
    assert links.find(secret, Purpose.CONFIRM).dossier == one


def test_the_time_told_is_the_time_kept():
    assert links.LIVES[Purpose.CONFIRM] == notices.UNCONFIRMED


TIMELINE = """\
Bonjour,

Voici où en est votre suivi. Tout se passe sur votre page\u202f: rien ne part sans vous.

À votre caisse, référence FUND
Votre lettre est-elle partie\u202f? Si oui, dites quel jour et par quel moyen\u202f: sans cela, \
aucun délai ne peut être compté.

Au Health Data Hub, référence HUB
Une réponse était attendue au plus tard le mercredi 23 décembre 2026. Avez-vous reçu quelque \
chose\u202f: courrier, message ameli, mail\u202f? Regardez partout, puis dites-le, que ce soit oui \
ou non\u202f: la suite en dépend, et rien ne part sans vous. Nous vous l’avons déjà demandé \
il y a quelques jours\u202f; nous ne le redemanderons pas.

Votre page\u202f:

https://portail.example/dossier/…/

Ce lien ouvre votre dossier pendant 60 jours\u202f: ne le transmettez à personne. Chaque avis en \
apporte un nouveau.

Pour ne plus recevoir ces avis, le suivi continuant sur votre page\u202f:

https://portail.example/silence/…/

--\x20
Message automatique. Personne ne lit les réponses à cette adresse.
"""


def test_a_notice_tells_each_step_with_a_fresh_link_and_a_way_to_stop():
    one = dossier()
    fund, hub = demand(one), demand(one, "hdh")
    steps = said(fund, "ask_posted"), said(hub, "ask_silence", 2, "2026-12-23")
    parcel = notices.parcel(timeline(one, *steps))
    (page,), (mute,) = secrets(parcel.text, "dossier"), secrets(parcel.text, "silence")
    shown = parcel.text
    for real, word in ((page, "…"), (mute, "…"), (fund.reference, "FUND"), (hub.reference, "HUB")):
        shown = shown.replace(real, word)
    assert shown == TIMELINE
    assert (parcel.to, parcel.subject) == (EMAIL, "Votre suivi\u202f: une question vous attend")
    assert parcel.unsubscribe == f"{SITE}/silence/{mute}/"
    assert links.entry(page).dossier == links.find(mute, Purpose.MUTE).dossier == one


def test_each_mail_has_links_of_its_own_and_earlier_ones_still_open():
    one = dossier()
    row = timeline(one, said(demand(one), "ask_posted"))
    first, second = (secrets(notices.parcel(row).text, "dossier")[0] for _ in range(2))
    assert first != second
    assert links.entry(first).dossier == links.entry(second).dossier == one


def test_the_link_of_a_mail_opens_the_dossier_and_the_mail_program_s_button_stops_the_mails(client):
    one = dossier()
    row = timeline(one, said(demand(one), "ask_posted"))
    parcel = notices.parcel(row)
    (page,) = secrets(parcel.text, "dossier")
    answer = client.get(f"/dossier/{page}/")
    assert (answer.status_code, answer.url) == (303, "/dossier/")
    mute = parcel.unsubscribe.removeprefix(SITE)
    assert client.get(mute).status_code == 200
    one.refresh_from_db()
    assert one.muted_at is None
    assert client.post(mute, {"List-Unsubscribe": "One-Click"}).status_code == 200
    row.dossier.refresh_from_db()
    assert (row.dossier.muted_at is None, notices.parcel(row)) == (False, None)


def test_a_secret_is_in_the_mail_and_nowhere_else():
    one = dossier()
    parcel = notices.parcel(timeline(one, said(demand(one), "ask_posted")))
    (page,) = secrets(parcel.text, "dossier")
    stored = AccessLink.objects.get(purpose=Purpose.MAILED)
    assert bytes(stored.fingerprint) == vault.fingerprint(Purpose.MAILED, page)
    for table in (Dossier, AccessLink):
        assert [row for row in table.objects.values_list() if page in str(row)] == []


def test_a_link_that_was_asked_for_comes_alone():
    one = dossier()
    parcel = notices.parcel(queued(one, "link"))
    (page,) = secrets(parcel.text, "dossier")
    assert len(ADDRESS.findall(parcel.text)) == 2  # the site's, and the link
    assert (parcel.to, parcel.subject, parcel.unsubscribe) == (EMAIL, "Votre lien", "")
    assert links.entry(page).dossier == one


def moving(of, to="nouvelle@courriel.example"):
    """The dossier whose new address waits for its own mailbox."""
    key = vault.unwrap(of.key, of.id)
    of.next_email = vault.seal(key, to, label="dossier.next_email", owner=of.id)
    of.save()
    return of


def test_a_new_address_is_asked_itself():
    one = moving(dossier())
    parcel = notices.parcel(queued(one, "email"))
    (secret,) = secrets(parcel.text, "dossier/courriel")
    assert parcel.to == "nouvelle@courriel.example"
    assert (parcel.subject, parcel.unsubscribe) == ("Confirmez votre nouvelle adresse", "")
    assert EMAIL not in parcel.text
    assert links.find(secret, Purpose.EMAIL).dossier == one


def test_the_portal_s_address_may_end_with_a_slash_or_not(settings):
    settings.SITE_URL = SITE
    assert len(secrets(notices.parcel(queued(dossier(), "link")).text, "dossier")) == 1


def test_without_the_portal_s_address_no_mail_is_made(settings):
    settings.SITE_URL = ""
    with pytest.raises(ImproperlyConfigured):
        notices.parcel(queued(dossier(), "link"))


@pytest.mark.parametrize(
    ("occasion", "changes"),
    [
        ("confirm", {"confirmed_at": at("Thu 2026-11-19 18:00")}),
        ("confirm", {"email": None, "email_index": None}),
        ("timeline", {"muted_at": at("Thu 2026-11-19 18:00")}),
        ("timeline", {"email": None, "email_index": None}),
        ("timeline", {"confirmed_at": None}),
        ("link", {"email": None, "email_index": None}),
        ("link", {"confirmed_at": None}),
        ("email", {}),
    ],
)
def test_what_has_lost_its_reason_makes_no_mail_and_no_link(occasion, changes):
    one = dossier(confirmed=occasion != "confirm")
    steps = [said(demand(one), "ask_posted")]
    row = queued(one, occasion, {"steps": steps} if occasion == "timeline" else None)
    Dossier.objects.update(**changes)
    row.dossier.refresh_from_db()
    assert notices.parcel(row) is None
    assert not AccessLink.objects.exists()


def test_who_stopped_the_notices_still_gets_what_they_ask_for():
    one = moving(dossier())
    one.muted_at = at("Thu 2026-11-19 18:00")
    one.save()
    assert [notices.parcel(queued(one, occasion)) is None for occasion in ("link", "email")] == [
        False,
        False,
    ]


def test_of_what_was_closed_meanwhile_nothing_is_said():
    one = dossier()
    fund, hub = demand(one), demand(one, "hdh")
    note(fund, "Thu 2026-11-26", Kind.CLOSED, by=Party.CITIZEN)
    row = timeline(one, said(fund, "ask_posted"), said(hub, "ask_posted"))
    text = notices.parcel(row).text
    assert (fund.reference in text, hub.reference in text) == (False, True)
    note(hub, "Thu 2026-11-26", Kind.CLOSED, by=Party.CITIZEN)
    assert notices.parcel(row) is None


def test_a_demand_of_another_dossier_is_never_told():
    one, other = dossier(), dossier(email="autre@courriel.example")
    assert notices.parcel(timeline(one, said(demand(other), "ask_posted"))) is None
