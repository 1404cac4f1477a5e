"""Fields whose values a letter may print: cleaned, printable, without a social-security number."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from letters import nir, reader
from letters.facts import FactsError
from opposition.directory import postcodes
from opposition.forms import mailboxes

Text = str | Promise
LINE, ADDRESS_LINES = 80, 6
_DAY = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")  # what a browser fills in by itself
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/. -][0-9]{1,2}[/. -][0-9]{2}")
_NO_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def printed(value: str, *, most: int) -> str:
    """The text as a letter prints it; a ValidationError says what a letter cannot print."""
    try:
        return reader.printable(value, "", most=most)
    except FactsError as error:
        raise ValidationError(error.message, code="letter") from error


class LineField(forms.CharField):
    """One line; `why` is shown beside it."""

    def __init__(
        self, *, why: Text = "", most: int = LINE, one_of_several: bool = False, **options: Any
    ) -> None:
        super().__init__(strip=False, **options)
        self.why, self.most, self.one_of_several = why, most, one_of_several

    def to_python(self, value: Any) -> str:
        """The line, or a ValidationError."""
        return printed(super().to_python(value) or "", most=self.most)


class MailField(LineField):
    """An e-mail address that the body can answer to."""

    def to_python(self, value: Any) -> str:
        """The address as typed, spaces aside."""
        text = super().to_python(value)
        if text and (fault := mailboxes.fault(text)):
            raise ValidationError(fault, code="mailbox")
        return text


class PostalCodeField(LineField):
    """Five digits; whether the code exists decides which funds are proposed, and stops nobody."""

    def to_python(self, value: Any) -> str:
        """The digits without the spaces of a copy."""
        text = postcodes.tidy(super().to_python(value))
        if text and not postcodes.is_postal_code(text):
            raise ValidationError(
                _("un code postal français s’écrit en cinq chiffres, par exemple 75011.")
            )
        return text


class DayField(forms.Field):
    """A day typed JJ/MM/AAAA: one field is easier to fill than three, and to correct."""

    widget = forms.TextInput

    def __init__(self, *, why: Text = "", **options: Any) -> None:
        super().__init__(**options)
        self.why = why

    def to_python(self, value: Any) -> date | None:
        """The date; each way of not being one has its own sentence."""
        text = printed(value or "", most=LINE)
        if not text:
            return None
        if _SHORT_YEAR.fullmatch(text):
            raise ValidationError(
                _("écrivez l’année en quatre chiffres, par exemple 31/12/1980."), code="year"
            )
        found = _DAY.fullmatch(text) or _ISO_DAY.fullmatch(text)
        if not found:
            raise ValidationError(
                _("écrivez le jour, le mois et l’année en chiffres, par exemple 31/12/1980."),
                code="shape",
            )
        parts = [int(part) for part in found.groups()]
        return _day(*(parts if found.re is _ISO_DAY else reversed(parts)))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValidationError(
            _("le %(day)s n’existe pas : vérifiez le jour et le mois."),
            code="nowhere",
            params={"day": f"{day:02}/{month:02}/{year}"},
        ) from None


class LinesField(forms.Field):
    """The lines of a postal address, one to a line of the text area."""

    widget = forms.Textarea

    def __init__(self, *, why: Text = "", **options: Any) -> None:
        super().__init__(**options)
        self.why = why

    def to_python(self, value: Any) -> tuple[str, ...]:
        """The lines that hold something."""
        raw = value or ""
        _check_size(raw, LINE * ADDRESS_LINES)
        lines = [printed(line, most=LINE) for line in raw.splitlines()]
        _refuse_number(lines)
        return tuple(line for line in lines if line)


class ParagraphsField(forms.Field):
    """Free words, in paragraphs that a blank line parts."""

    widget = forms.Textarea

    def __init__(self, *, most: int, paragraphs: int, why: Text = "", **options: Any) -> None:
        super().__init__(**options)
        self.most, self.paragraphs, self.why = most, paragraphs, why

    def to_python(self, value: Any) -> tuple[str, ...]:
        """The paragraphs; a single line break is only a space."""
        raw = (value or "").replace("\r\n", "\n").replace("\r", "\n")
        _check_size(raw, self.most)
        found = [printed(part, most=self.most) for part in _NO_LINE.split(raw)]
        _refuse_number(found)
        kept = tuple(part for part in found if part)
        if len(kept) > self.paragraphs:
            raise ValidationError(
                _("%(most)s paragraphes au plus."), params={"most": self.paragraphs}
            )
        return kept


def _check_size(raw: str, most: int) -> None:
    """Before any work on it; a line break counts for one."""
    if len(raw) > most:
        raise ValidationError(
            _("ce texte est trop long : %(most)s caractères au plus, le vôtre en a %(count)s."),
            params={"most": most, "count": len(raw)},
        )


def _refuse_number(parts: list[str]) -> None:
    """A social-security number cut in two lines is one all the same."""
    if nir.found_in(" ".join(parts)):
        raise ValidationError(nir.REFUSAL, code="letter")
