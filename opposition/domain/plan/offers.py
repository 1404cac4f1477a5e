"""The letters that a person may send next, each with its lock explained (rules 1, 2, 6, 12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from opposition.domain import french
from opposition.domain.deadlines import Deadline
from opposition.domain.plan.dates import Timetable
from opposition.domain.plan.values import Body, Offer
from opposition.domain.standing import Standing
from opposition.domain.vocabulary import UNSENT, WAITING, Evidence, State, Track

SILENCE, REFUSAL = "cnil-complaint-silence", "cnil-complaint-refusal"


@dataclass(frozen=True)
class Case:
    """All that a plan looks at."""

    standing: Standing
    today: date
    body: Body
    deadline: Deadline | None
    table: Timetable | None

    @property
    def stated(self) -> bool:
        """Since it fell due, the person has said that nothing came (rule 1)."""
        said = self.standing.sending.nothing_came_on
        return bool(said and self.table and said >= self.table.overdue_from)


def reminder(case: Case) -> Offer:
    """The next reminder: the first from the day after the deadline, the second 15 days later."""
    table = case.table
    done = len(table.reminders) if table else 0
    on = (table.second_on if done else table.first_on) if table else None
    lawful = (table.second_on if done else table.overdue_from) if table else None
    because = tuple(_no_silence(case)) or tuple(_no_reminder(case))
    return Offer(f"reminder-{min(done + 1, 2)}", because, lawful, on)


def complaint(case: Case) -> Offer:
    """The complaint to the CNIL: at once after a refusal of what was asked, else after silence."""
    standing = case.standing
    letter = REFUSAL if standing.answered_on else SILENCE
    if standing.open and standing.filed_on:
        return Offer(letter, (f"Une plainte a été déposée le {french.day(standing.filed_on)}.",))
    if since := _refused_since(standing):
        return Offer(letter, tuple(_closed(standing)), since, since)
    table = case.table
    lawful = table.overdue_from if table else None
    return Offer(letter, tuple(_no_silence(case)), lawful, table.complaint_on if table else None)


def _refused_since(standing: Standing) -> date | None:
    """Since when there is an answer to complain of, whatever the clock says (rule 6)."""
    if standing.state is State.CONTESTED and standing.disputable:
        return standing.refused_core or standing.contested_on
    return standing.refused_core


def _closed(standing: Standing) -> Iterator[str]:
    if standing.track is not Track.REQUEST:
        yield "Ce courrier est lui-même adressé à la CNIL."
    elif not standing.open:
        yield "Cette demande est close."


def _no_silence(case: Case) -> Iterator[str]:
    """Why silence cannot be asserted yet: the first cause, then the two that the person lifts."""
    first = next(_causes(case), None)
    if first:
        yield first
        return
    if case.standing.pending:
        on = min(case.standing.pending.values())
        yield f"Un message arrivé le {french.day(on)} attend d’être lu\u202f: dites ce qu’il est."
    if not case.stated:
        yield (
            "Dites d’abord si vous avez reçu quelque chose depuis la fin du délai\u202f: courrier, "
            "message ameli, mail."
        )


def _causes(case: Case) -> Iterator[str]:
    yield from _closed(case.standing)
    yield from _not_received(case.standing)
    yield from _judged_otherwise(case.standing)
    yield from _not_late(case)


def _not_received(standing: Standing) -> Iterator[str]:
    """Without better evidence than an estimate no clock runs (rule 2)."""
    if standing.state in UNSENT:
        yield "Le courrier n’est pas encore parti."
    elif standing.state is State.UNDELIVERED:
        yield "L’envoi est revenu\u202f: il faut le renvoyer, et un nouveau délai commencera."
    elif standing.sending.evidence is Evidence.ESTIMATED:
        yield "La date de réception est seulement estimée\u202f: elle n’ouvre rien."
    elif not standing.sending.proved:
        yield "Rien ne montre encore que le courrier est arrivé\u202f: le délai n’a pas commencé."


def _judged_otherwise(standing: Standing) -> Iterator[str]:
    if standing.state is State.ANSWERED:
        yield (
            "Une réponse est arrivée\u202f: dites d’abord si elle couvre votre demande, s’il en "
            "manque une partie, ou si vous la contestez."
        )
    elif standing.state is State.CONTESTED and not standing.disputable:
        yield (
            "Rien de ce que vous avez demandé n’est refusé\u202f: si une partie reste sans "
            "réponse, dites laquelle, le délai continue pour elle."
        )
    elif standing.state is State.FILED:
        yield "La CNIL est saisie."


def _not_late(case: Case) -> Iterator[str]:
    due = case.deadline
    if due is None or due.due is None:
        yield "Le délai est suspendu tant que les précisions d’identité ne sont pas données."
    elif case.today <= due.due:
        yield f"L’organisme peut répondre jusqu’au {french.long_date(due.due)} inclus."


def _no_reminder(case: Case) -> Iterator[str]:
    """Why no reminder although the silence is established (rule 12)."""
    table = case.table
    if case.standing.state not in WAITING or table is None:
        yield "Un rappel n’est plus utile après une réponse contestée."
    elif len(table.reminders) >= 2:
        yield "Deux rappels sont déjà partis."
    elif table.replied:
        yield "Le premier rappel a reçu une réponse\u202f: il n’y en a pas de second."
    elif table.reminders and case.today < table.second_on:
        sent, on = french.day(table.reminders[0]), french.long_date(table.second_on)
        yield f"Le premier rappel est parti le {sent}\u202f: le second est possible dès le {on}."
