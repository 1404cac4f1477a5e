"""The lines of a journal that count no more: struck, or told again on another day."""

from django.utils.translation import gettext as _

from opposition.domain import french
from opposition.domain.events import standing_lines
from opposition.domain.vocabulary import Kind
from opposition.records import Case, Line


def of(case: Case) -> dict[int, str]:
    """By the number of the struck line: the word that struck it."""
    lines = {line.event.ordinal: line for line in case.lines}
    counting = standing_lines((line.event for line in case.lines), case.standing.track)
    gone = lines.keys() - {event.ordinal for event in counting}
    return {
        target: _why(lines, line)
        for line in case.lines
        if line.event.kind is Kind.CORRECTED
        and (target := line.event.facts.get("replaces", 0)) in gone
    }


def _why(lines: dict[int, Line], correction: Line) -> str:
    """The right fact, where there is one, is the line noted just after the correction."""
    struck = lines[correction.event.facts["replaces"]].event
    after = lines.get(correction.event.ordinal + 1)
    if after is None or after.event.kind is not struck.kind:
        return _("barré")
    if after.event.happened_at == struck.happened_at:
        return _("remplacé par une ligne plus juste")
    return _("corrigé : c’était le %(day)s") % {"day": french.day(after.event.happened_at)}
