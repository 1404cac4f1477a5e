"""Followed dossiers as a test opens them: two requests, a complaint about each, and their lines."""

from datetime import UTC, datetime
from uuid import uuid4

from opposition import records, vault
from opposition.correspondence import followed
from opposition.correspondence.answers import Answers
from opposition.correspondence.resuming import authority
from opposition.domain.vocabulary import Evidence, Kind, Track
from opposition.models import Addressee, Demand, Dossier
from opposition.records import Entry
from tests.opposition import typed
from tests.opposition.domain.journal import day, said_by

AT = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
BODIES = {"fund": "sure", "hdh": "hdh-dpd"}
REFERENCES = {"fund": "7K3M-Q4XD", "hdh": "ACDE-FGHJ"}
COMPLAINTS = {"fund": "PQRT-VWXY", "hdh": "MNPQ-3467"}
CITIZEN = {
    "given_names": "Zoé Łucja",
    "birth_name": "D’Aubigné-Nguyễn",
    "usual_name": "",
    "birth_date": "1979-02-28",
    "birth_place": "Saint-Étienne (42)",
    "address": ["12 BIS RUE DE L EGLISE", "34000 MONTPELLIER"],
    "email": "",
}
CHILD = {
    "capacity": "mother",
    "given_names": "Noé",
    "birth_name": "Lefèvre",
    "usual_name": "",
    "birth_date": "2019-03-05",
    "birth_place": "Montpellier (34)",
}
SLIP = Evidence.SIGNED_RETURN_SLIP


def answers(**changed) -> Answers:
    """What the form gives for both bodies of the small directory."""
    known = typed.directory()
    usual = {
        "citizen": CITIZEN,
        "represents": None,
        "place": "Montpellier",
        "fund": "CPAM sûre",
        "bodies": {"fund": known["sure"], "hdh": known["hdh-dpd"]},
        "lines": {name: tuple(known[key].lines) for name, key in BODIES.items()},
        "grounds": (),
        "statements": (),
        "references": REFERENCES,
        "today": day("Thu 2026-11-19"),
    }
    return Answers(**{**usual, **changed})


def opened(**changed) -> Dossier:
    """A dossier just opened: identity and bodies sealed, a line in no journal yet."""
    if not Addressee.objects.exists():
        typed.load()
        authority.record().save()
    told, own = answers(**changed), uuid4()
    wrapped = vault.new_key(own)
    key = vault.unwrap(wrapped, own)
    identity = followed.identity_of(told)
    dossier = Dossier.objects.create(
        id=own,
        key=wrapped,
        identity=followed.seal_identity(identity, key, own),
        person_index=vault.blind("person", *identity.person),
        submission=uuid4(),
        consent_version="1",
        opened_at=AT,
        confirmed_at=AT,
    )
    for name, body in told.bodies.items():
        _demand(dossier, name, body, told.lines[name])
    return dossier


def _demand(dossier, name, body, lines):
    request = Demand(
        dossier=dossier,
        reference=REFERENCES[name],
        track=Track.REQUEST,
        kind=name,
        addressee=body if body.pk else None,
        seat=body.seat,
    )
    key = key_of(dossier)
    request.body = followed.seal_body(body, lines, key, request.id)
    request.save()
    Demand.objects.create(
        dossier=dossier,
        reference=COMPLAINTS[name],
        track=Track.COMPLAINT,
        kind="cnil",
        addressee=authority.record(),
        about=request,
    )


def request(dossier, name="hdh") -> Demand:
    return dossier.demands.get(track=Track.REQUEST, kind=name)


def complaint(dossier, name="hdh") -> Demand:
    return dossier.demands.get(track=Track.COMPLAINT, about__kind=name)


def note(demand, on, kind, *, letter=None, private=None, **facts):
    """One line, recorded on the day it speaks of: « Fri 2026-11-20 »."""
    noted = {"letter": str(letter.id)} if letter else {}
    entry = Entry(kind, day(on), said_by(kind), facts, noted, private or {})
    return records.record(demand, entry, today=day(on))


def received(demand, evidence=SLIP, on="Mon 2026-11-23", **private):
    """Posted on a Friday, received on the Monday: due on Wed 2026-12-23."""
    note(demand, "Fri 2026-11-20", Kind.SENT)
    note(demand, on, Kind.RECEIVED, evidence=evidence, private=private)


def silent(demand, on="Thu 2026-12-24", **told):
    """The same; on that day the person says that nothing came."""
    received(demand, **told)
    note(demand, on, Kind.NOTHING_CAME)


def key_of(dossier) -> bytes:
    """The dossier's key, unwrapped."""
    return vault.unwrap(dossier.key, dossier.id)


def cases(dossier, today):
    return records.cases(dossier, day(today))


def case(dossier, today, name="hdh"):
    (found,) = [one for one in cases(dossier, today) if one.demand == request(dossier, name)]
    return found


def composed(dossier, demand, letter, today, **told):
    """The letter of that day, as what is known then makes it."""
    judged = cases(dossier, today)
    return followed.compose(dossier, judged, demand, letter, today=day(today), **told)


def words(request):
    """The text of a letter, with plain spaces."""
    return request.letter.text.replace("\u202f", " ").replace("\u00a0", " ")
