"""The form of an act as its page would build it, for one demand of a dossier, on one day."""

from opposition.forms.dossier import table
from opposition.forms.dossier.subject import Subject
from tests.opposition.dossiers import made
from tests.opposition.typed import query


def subject(dossier, name, word, today, line=None):
    """What the page is about; `name` as `made.cases`, `line` a number of its journal."""
    cases = made.cases(dossier, today)
    case = cases[name]
    lines = [one for one in case.lines if one.event.ordinal == line]
    return Subject(dossier, list(cases.values()), case, today, word, lines[0] if lines else None)


def form(about, data=None):
    """Judged where something was typed."""
    made_ = table.form_of(about.case, about.word)(
        None if data is None else query(data), subject=about
    )
    made_.is_valid()
    return made_


def errors(form):
    return {name: [plain(one) for one in told] for name, told in form.errors.items()}


def plain(words):
    return str(words).replace("\u202f", " ").replace("\u00a0", " ")


def choices(form, name):
    return [value for value, _words in form.fields[name].choices]
