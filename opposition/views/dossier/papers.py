"""The letters that a card leads to: those that left, the one to send, those that the law opens."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from opposition.correspondence import followed
from opposition.domain import french
from opposition.domain.events import standing_lines
from opposition.models import Dossier, Letter
from opposition.records import Case
from opposition.views.dossier import ways_on

Text = str | Promise
Rows = Mapping[UUID, Sequence[Letter]]

TITLES: Mapping[str, Text] = {
    "fund-objection": _("Votre lettre"),
    "hdh-objection": _("Votre lettre"),
    "reminder-1": _("Le rappel"),
    "reminder-2": _("Le second rappel"),
    "cnil-complaint-silence": _("La plainte"),
    "cnil-complaint-refusal": _("La plainte"),
}


@dataclass(frozen=True)
class Paper:
    """One letter of a card: its name, its page, where it stands."""

    title: Text
    url: str
    hint: Text


def rows(dossier: Dossier) -> Rows:
    """The frozen letters of a dossier by demand, without their content: one query."""
    found: dict[UUID, list[Letter]] = defaultdict(list)
    for letter in Letter.objects.filter(dossier=dossier).defer("content"):
        found[letter.demand_id].append(letter)
    return found


def of(case: Case, rows: Rows) -> Iterator[Paper]:
    """The letters of one demand, in the order of the procedure."""
    posted = _posted(case)
    for key in followed.letters_of(case.demand):
        own = [row for row in rows.get(case.demand.id, ()) if row.key == key]
        if own or not followed.because(case, key):
            yield Paper(TITLES[key], ways_on.letter(case, key), _hint(own, posted))


def _hint(own: Sequence[Letter], posted: Mapping[UUID, date]) -> Text:
    if not own:
        return _("à lire, à télécharger, à envoyer")
    sent = posted.get(own[-1].id)
    if sent:
        return now("envoi du %(day)s") % {"day": french.day(sent)}
    return now("à envoyer, texte daté du %(day)s") % {"day": french.day(own[-1].dated)}


def _posted(case: Case) -> dict[UUID, date]:
    """The letters that left, with the day, as the lines that still count say it."""
    lines = {line.event.ordinal: line for line in case.lines}
    counting = standing_lines((line.event for line in case.lines), case.standing.track)
    told = ((lines[event.ordinal].noted.get("letter"), event.happened_at) for event in counting)
    return {UUID(letter): on for letter, on in told if letter}
