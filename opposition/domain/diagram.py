"""The page STATES.md, written from the tables of `machine`: a drawing that cannot lie."""

from collections.abc import Iterable, Iterator, Mapping

from opposition.domain import machine
from opposition.domain.machine import Rules
from opposition.domain.vocabulary import (
    ABOUT_LINES,
    ONLY_THE_PERSON,
    OPEN,
    PURE_FACTS,
    Kind,
    Question,
    State,
    StepKind,
    Word,
)

_OPENING = """\
# Les états d’une demande

Page écrite par `manage.py states` à partir de `machine.py`\u202f: on ne la modifie pas à la main,
`manage.py states --check` refuse toute différence.

Un état n’est jamais posé\u202f: il est ce que le journal de la demande raconte. Les lignes sont
lues dans l’ordre des dates du monde, puis de leur numéro. Une ligne que l’état atteint ne connaît
pas est gardée comme un fait et ne déplace rien. Être en retard, prolongée, rappelée ou proposée
n’est pas un état\u202f: ce sont les dates qui le disent (`plan`).
"""
_HIDDEN = frozenset({State.DRAFT, State.READY, State.UNDELIVERED})  # drawn from « envoyée » only


def page() -> str:
    """The whole page, in French, ending with a line break."""
    blocks = (
        _OPENING,
        *_track("Demande à un organisme", machine.RULES),
        *_track("Plainte ou signalement à la CNIL", machine.CNIL_RULES),
        "## États\n",
        _table(("état", "nom", "sens", "à qui de jouer"), map(_state_row, State)),
        "## Lignes du journal\n",
        _table(("ligne", "nom", "effet"), map(_kind_row, Kind)),
        "## Étapes du portail\n",
        "Chacune est faite une fois, à 6\u202fh (heure de Paris), puis écrite au journal.\n",
        _table(("étape", "ce que fait le portail"), map(_word_row, StepKind)),
        "## Questions ouvertes\n",
        _table(("question", "ce qui est demandé"), map(_word_row, Question)),
    )
    return "\n".join(blocks)


def _track(title: str, rules: Rules) -> Iterator[str]:
    ends = from_everywhere()
    yield f"## {title}\n"
    yield (
        f"De tout état ouvert, «\u202f{_names(ends)}\u202f» clôt la demande.\n"
        "Le dessin laisse de côté ces lignes, celles qui ne changent pas l’état, et celles qui, "
        "avant tout\nenvoi connu ou après un retour, mènent là où elles mènent depuis "
        f"«\u202f{State.SENT.label}\u202f»\u202f;\nle tableau dit tout.\n"
    )
    yield _drawing(rules, ends)
    yield _table(("état", "ligne du journal", "devient"), _rows(rules, ends))


def from_everywhere() -> frozenset[Kind]:
    """The kinds that close from every open state of every table: said once, not drawn."""
    closing = [
        {kind for kind, target in moves.items() if target is State.CLOSED}
        for rules in machine.TABLES.values()
        for state, moves in rules.items()
        if state in OPEN
    ]
    return frozenset(set.intersection(*closing))


def _drawing(rules: Rules, ends: frozenset[Kind]) -> str:
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f"    {state} : {state.label}" for state in rules]
    lines.append(f"    [*] --> {State.DRAFT}")
    for state in rules:
        shown = _moves(rules, state, ends | _same_as_sent(rules, state))
        lines += [
            f"    {state} --> {target} : {_names(kinds)}"
            for target, kinds in shown.items()
            if target is not state
        ]
    lines += [f"    {State.CLOSED} --> [*]", "```\n"]
    return "\n".join(lines)


def _same_as_sent(rules: Rules, state: State) -> frozenset[Kind]:
    """What leads on from a letter not known to have left as from one that has."""
    if state not in _HIDDEN:
        return frozenset()
    sent = rules[State.SENT]
    moves = rules[state].items()
    return frozenset(kind for kind, to in moves if to is not State.SENT and sent.get(kind) is to)


def _moves(rules: Rules, state: State, left_out: frozenset[Kind]) -> Mapping[State, list[Kind]]:
    """One arrow per pair of states, however many kinds of lines take it."""
    arrows: dict[State, list[Kind]] = {}
    for kind, target in rules[state].items():
        if kind not in left_out:
            arrows.setdefault(target, []).append(kind)
    return arrows


def _rows(rules: Rules, ends: frozenset[Kind]) -> Iterator[tuple[str, ...]]:
    for state in rules:
        for target, kinds in _moves(rules, state, ends).items():
            yield state.label, _names(kinds), target.label


def _state_row(state: State) -> tuple[str, ...]:
    turn = machine.WAITS_ON[state]
    return f"`{state}`", state.label, state.meaning, turn.label if turn else "personne"


def _kind_row(kind: Kind) -> tuple[str, ...]:
    return f"`{kind}`", kind.label, _effect(kind)


def _effect(kind: Kind) -> str:
    if kind in ABOUT_LINES:
        return "porte sur d’autres lignes"
    effect = "fait, ne déplace rien" if kind in PURE_FACTS else "déplace la demande"
    return f"{effect}\u202f; seule la personne peut le dire" if kind in ONLY_THE_PERSON else effect


def _word_row(word: Word) -> tuple[str, ...]:
    return f"`{word}`", word.label


def _names(kinds: Iterable[Kind]) -> str:
    return " · ".join(kind.label for kind in sorted(kinds, key=list(Kind).index))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
