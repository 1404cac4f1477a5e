"""The ways on from a demand: the acts that answer what is asked, the letters that may leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opposition.correspondence import followed
from opposition.domain.vocabulary import Question
from opposition.dossiers import acts
from opposition.records import Case
from opposition.views.dossier import words

Text = str | Promise
MOST = 4  # ways that a question shows at once: a choice, not a wall
_MOST = {Question.PROOF: 1}  # the card has three ways, with what they need


@dataclass(frozen=True)
class Link:
    """Where a button leads, and its words."""

    words: Text
    url: str
    first: bool = False  # a letter to prepare: what a person usually starts with


@dataclass(frozen=True)
class Task:
    """A question that is the person's to answer, with the ways to answer it."""

    case: Case
    links: tuple[Link, ...]
    more: bool  # the card has others

    @property
    def anchor(self) -> str:
        """The id of the demand on the page."""
        return self.case.demand.reference

    @property
    def body(self) -> Text:
        """« Votre caisse »; for a complaint, « La CNIL »."""
        return words.called(self.case).title

    @property
    def elsewhere(self) -> Text:
        """What the other ways are called."""
        proof = self.case.plan.question is Question.PROOF
        return _("Je ne sais pas : trois façons d’avancer") if proof else _("Autre chose")

    @property
    def question(self) -> Text:
        """What is asked."""
        return words.question(self.case)


def answers(case: Case, today: date) -> list[Link]:
    """The acts that answer the open question, the most likely first."""
    return [_act(case, name) for name in _answering(case, today)]


def others(case: Case, today: date) -> list[Link]:
    """What else may have happened."""
    told = _answering(case, today)
    return [_act(case, name) for name in acts.offered(case, today) if name not in told]


def tasks(cases: Sequence[Case], today: date) -> list[Task]:
    """What is asked of the person today. That a complaint may leave is no second question where
    its demand already asks what to do next."""
    found = []
    for case in cases:
        question = words.asked(case)
        if question is None or _asked_already(case):
            continue
        links = (*_letters(case, cases, question), *answers(case, today))
        most = _MOST.get(question, MOST)
        shown = links if len(links) <= most else links[: max(most - 1, 1)]
        found.append(Task(case, shown, len(shown) < len(links)))
    return found


def letter(case: Case, key: str) -> str:
    """The address of one letter."""
    return reverse("opposition:letter", args=[case.demand.reference, key])


def act(case: Case, name: str) -> str:
    """The address of the page of one act."""
    return reverse("opposition:act", args=[case.demand.reference, name])


def first(case: Case) -> str:
    """The key of the letter that a demand is made by: the request itself, or the complaint."""
    return case.about.plan.complaint.letter if case.about else followed.letters_of(case.demand)[0]


def complaint(case: Case, cases: Sequence[Case]) -> Case | None:
    """The demand that carries the complaint about this one: one letter names all that are late,
    or all that refused, so that the first of them carries it."""
    key = case.plan.complaint.letter
    same = (one for one in cases if one.about and one.about.plan.complaint.open)
    return next((one for one in same if one.about and one.about.plan.complaint.letter == key), None)


def _asked_already(case: Case) -> bool:
    return (
        case.plan.question is Question.FILE
        and case.about is not None
        and words.asked(case.about) is Question.NEXT_MOVE
    )


def _answering(case: Case, today: date) -> tuple[str, ...]:
    return acts.answering(case, today) if words.asked(case) else ()


def _act(case: Case, name: str) -> Link:
    return Link(words.act(case, name), act(case, name))


def _letters(case: Case, cases: Sequence[Case], question: Question) -> list[Link]:
    """The letters that the question is about come before the acts that say they have left."""
    if question in {Question.POSTED, Question.RESEND}:
        return [Link(_("Lire, télécharger, envoyer"), letter(case, first(case)), first=True)]
    if question is Question.NEXT_MOVE:
        return list(_next_letters(case, cases))
    if question is Question.FILE:
        return [Link(_("Préparer la plainte"), letter(case, first(case)), first=True)]
    return []


def _next_letters(case: Case, cases: Sequence[Case]) -> Iterator[Link]:
    reminder, offer = case.plan.reminder.letter, case.plan.complaint
    if not followed.because(case, reminder):
        yield Link(_("Préparer un rappel"), letter(case, reminder), first=True)
    carrier = complaint(case, cases) if offer.open else None
    if carrier:
        yield Link(_("Préparer la plainte"), letter(carrier, offer.letter))
