"""Everything personal and the whole journal, readable: what is sealed is opened for its owner."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime

from opposition import records, vault
from opposition.correspondence import followed
from opposition.domain import events
from opposition.domain.vocabulary import Word
from opposition.dossiers import mailboxes
from opposition.dossiers.exporting.papers import Paper
from opposition.models import AccessLink, Demand, Dispatch, Dossier
from opposition.records import Case, Line

PERSON: Mapping[str, str] = {
    "given_names": "prenoms",
    "birth_name": "nom_de_naissance",
    "usual_name": "nom_d_usage",
    "birth_date": "date_de_naissance",
    "birth_place": "lieu_de_naissance",
    "address": "adresse",
    "email": "courriel",
    "capacity": "qualite",
}
FACTS: Mapping[str, str] = {
    "channel": "moyen",
    "of": "ligne revenue",
    "evidence": "preuve",
    "received_on": "reçu le",
    "reply": "message",
    "reasoned": "motivé",
    "code": "réponse",
    "scopes": "porte sur",
    "step": "étape",
    "outcome": "issue",
    "replaces": "remplace la ligne",
}


def of(dossier: Dossier, cases: Sequence[Case], papers: Sequence[Paper]) -> dict[str, Any]:
    """The dossier as JSON holds it; keys and labels are French, codes are those of the database."""
    return {
        "dossier": _dossier(dossier),
        "demandes": [_demand(dossier, case) for case in cases],
        "courriers": [_paper(paper) for paper in papers],
        "avis": [_mail(row) for row in dossier.dispatches.order_by("not_before", "id")],
        "liens": [_link(link) for link in dossier.links.order_by("made_at", "id")],
    }


def _dossier(dossier: Dossier) -> dict[str, Any]:
    identity = followed.read_identity(dossier)
    return {
        "identifiant": str(dossier.id),
        "ouvert_le": _moment(dossier.opened_at),
        "confirme_le": _moment(dossier.confirmed_at),
        "version_du_consentement": dossier.consent_version,
        "courriel": mailboxes.of(dossier),
        "courriel_en_attente": mailboxes.waiting(dossier),
        "avis_arretes_le": _moment(dossier.muted_at),
        "dernier_avis": _day(dossier.noticed_on),
        "signataire": _person(identity.citizen),
        "personne_representee": _person(identity.represents) if identity.represents else None,
        "fait_a": identity.place,
        "caisse": identity.fund,
        "motifs": list(identity.grounds),
        "enonces": list(identity.statements),
    }


def _person(told: Mapping[str, Any]) -> dict[str, Any]:
    return {PERSON.get(name, name): value for name, value in told.items()}


def _demand(dossier: Dossier, case: Case) -> dict[str, Any]:
    demand = case.demand
    return {
        "reference": demand.reference,
        "nature": demand.get_kind_display(),
        "voie": case.standing.track.label,
        "procedure": demand.get_procedure_display(),
        "au_sujet_de": case.about.demand.reference if case.about else None,
        "etat": case.standing.state.label,
        "prochaine_echeance": _moment(demand.due_at),
        "departement_du_siege": demand.seat,
        "destinataire": _body(dossier, demand),
        "calcul_du_delai": list(case.plan.deadline.steps) if case.plan.deadline else [],
        "journal": [_line(dossier, line) for line in case.lines],
    }


def _body(dossier: Dossier, demand: Demand) -> dict[str, Any]:
    body = followed.body_of(demand, vault.unwrap(dossier.key, dossier.id))
    return {"nom": body.name, "service": body.letter_service, "adresse": list(body.lines)}


def _line(dossier: Dossier, line: Line) -> dict[str, Any]:
    """With the facts as stored: whoever has this file can fold the journal again."""
    event = line.event
    return {
        "numero": event.ordinal,
        "date": event.happened_at.isoformat(),
        "fait": event.kind.value,
        "libelle": event.kind.label,
        "par": event.by.value,
        "dit_par": event.by.label,
        "note_le": _moment(line.recorded_at),
        "faits": events.write_facts(event.facts) | dict(line.noted),
        "en_clair": [f"{FACTS[name]}\u202f: {_said(value)}" for name, value in event.facts.items()],
        "scelle": records.private(dossier, line),
    }


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(_said, value)))
    return value.label if isinstance(value, Word) else str(value)


def _paper(paper: Paper) -> dict[str, Any]:
    letter = paper.letter
    return {
        "identifiant": str(letter.id),
        "courrier": letter.key,
        "titre": paper.request.letter.title,
        "reference": letter.demand.reference,
        "date": letter.dated.isoformat(),
        "version_du_texte": letter.version,
        "fige_le": _moment(letter.frozen_at),
        "demandes_visees": letter.covers,
        "enonces": letter.statements,
        "faits": paper.request.facts,
        "empreinte_du_contenu": letter.digest,
        "empreinte_du_premier_pdf": letter.first_pdf,
        "empreinte_du_pdf_conserve": letter.kept_pdf,
        "pdf_conserve_le": _moment(letter.kept_at),
        "pdf_introuvable": paper.lost,
        "fichiers": list(paper.files),
    }


def _mail(row: Dispatch) -> dict[str, Any]:
    return {
        "motif": row.get_occasion_display() if row.occasion else "courrier",
        "etat": row.get_status_display(),
        "pas_avant": _moment(row.not_before),
        "remis_le": _moment(row.sent_at),
        "message_id": row.message_id,
        "contenu": records.outbox.content(row),
    }


def _link(link: AccessLink) -> dict[str, Any]:
    """Never the secret: it is not stored."""
    return {
        "usage": link.get_purpose_display(),
        "fait_le": _moment(link.made_at),
        "expire_le": _moment(link.expires_at),
        "revoque_le": _moment(link.revoked_at),
    }


def _moment(at: datetime | None) -> str | None:
    """By the clocks of Paris, with their distance from UTC."""
    return localtime(at).isoformat() if at else None


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
