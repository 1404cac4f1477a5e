"""A demand taken up again from dates that the person retypes: nothing is stored (rule 3)."""

from opposition.correspondence.resuming.cases import Case, read
from opposition.correspondence.resuming.histories import History, Reply
from opposition.correspondence.resuming.options import Option, options
from opposition.correspondence.resuming.writing import Draft, enclosures, write

__all__ = [
    "Case",
    "Draft",
    "History",
    "Option",
    "Reply",
    "enclosures",
    "options",
    "read",
    "write",
]
