"""Where a reminder goes, when nobody has verified the address (rule 9)."""

from typing import Any

from django.http import QueryDict

from opposition.forms.wording import WordingForm


class AddressForm(WordingForm):
    """The same comparison as for the first letter, without the words of one's own."""

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name in self.base_fields:
            del self.fields[name]
