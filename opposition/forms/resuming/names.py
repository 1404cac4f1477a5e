"""The names of all questions of `/reprendre/`: what one page hands on to the next."""

from datetime import date

from opposition.forms.fund import FUND, HDH
from opposition.forms.resuming import answers, questions, replies, signer
from opposition.forms.resuming.bodies import BodiesForm, OwnFundForm
from opposition.forms.resuming.choice import ChoiceForm
from opposition.forms.wording import FIELDS
from opposition.forms.you import YouForm

_PER_BODY = (
    *questions.of_request(),
    *questions.of_delays(),
    replies.NAME,
    *answers.questions(),
)
_ALL = (
    *BodiesForm.base_fields,
    *OwnFundForm.base_fields,
    *(f"{body}_{question}" for body in (FUND, HDH) for question in _PER_BODY),
    *ChoiceForm.base_fields,
    *(f"{body}_{question}" for body in (FUND, HDH) for question in FIELDS),
    *YouForm(today=date.min).fields,
    *signer.statements(),
)
NAMES = tuple(dict.fromkeys(_ALL))  # the postal code finds the fund, then stands in the address
