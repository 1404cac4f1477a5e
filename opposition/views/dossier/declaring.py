"""What a complaint asks of the person before it is written; nothing of it is kept until then."""

from django.http import QueryDict

from opposition.correspondence.followed import Complaint
from opposition.forms.resuming.questions import NO, YES
from opposition.forms.resuming.signer import statements
from opposition.forms.step import StepForm

COURT, DISCLOSE = "court", "disclose"


def form(data: QueryDict) -> StepForm:
    """The two questions; both may be left to the pen. Unbound until they are answered."""
    made = StepForm(data if COURT in data else None)
    made.fields |= {name: statements()[name] for name in (COURT, DISCLOSE)}
    return made


def answers(made: StepForm) -> Complaint | None:
    """None where one of them is left to the pen: the letter then has boxes to tick."""
    said = {YES: True, NO: False}
    court, disclose = (said.get(made.cleaned_data[name]) for name in (COURT, DISCLOSE))
    return None if court is None or disclose is None else Complaint(court, disclose)


def carried(made: StepForm) -> dict[str, str]:
    """The answers, for the hidden fields of the next form."""
    return {name: made.cleaned_data[name] for name in (COURT, DISCLOSE)}
