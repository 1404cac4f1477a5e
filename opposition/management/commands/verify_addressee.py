"""The command by which staff note that an addressee's address was checked (rule 9)."""

from datetime import date
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.core.validators import validate_email
from django.db import DatabaseError
from django.utils.formats import date_format

from opposition import clock, directory
from opposition.management.courtesy import CourteousCommand, RefusalError
from opposition.models import Addressee


class Command(CourteousCommand):
    """`manage.py verify_addressee KEY --on DATE --by EMAIL [--really]`; exit status 2 on error."""

    help = (
        "Note qu’une personne de l’équipe a comparé l’adresse d’un destinataire à sa page "
        "officielle. Code de sortie : 0, ou 2 si une option ne va pas."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which record, and who checked it when."""
        add = parser.add_argument
        add("key", metavar="KEY", help="Clé du destinataire, par exemple hdh-dpd.")
        add("--on", required=True, metavar="DATE", help="Jour de la vérification, AAAA-MM-JJ.")
        add("--by", required=True, metavar="EMAIL", help="Adresse de la personne qui a vérifié.")
        add("--really", action="store_true", help="Écrit ; sinon, la commande dit seulement.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Refuses before anything is printed; writes only with --really."""
        on = past_date(options["on"], today=clock.today())
        by = email(options["by"])
        addressee = found(options["key"])
        self.stdout.write(described(addressee))
        fact = f"vérifié le {date_format(on, 'j F Y')} par {by}"
        if not options["really"]:
            self.stdout.write(f"Serait noté : {fact}. Rien n’est écrit sans --really.")
            return
        directory.verify(addressee, on=on, by=by)
        self.stdout.write(f"Noté : {fact}.")


def past_date(text: str, *, today: date) -> date:
    """The civil date of `text`, not after `today`; else RefusalError."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise RefusalError(
            "--on", f"« {text} » n’est pas une date ; écrivez par exemple 2026-11-21."
        ) from None
    if day > today:
        raise RefusalError("--on", f"le {date_format(day, 'j F Y')} n’est pas encore venu.")
    return day


def email(text: str) -> str:
    """`text` if it is an e-mail address; else RefusalError."""
    try:
        validate_email(text)
    except ValidationError:
        raise RefusalError("--by", f"« {text} » n’est pas une adresse électronique.") from None
    return text


def found(key: str) -> Addressee:
    """The record of that key, if there is something in it to verify; else RefusalError."""
    directory_by_key = everyone()
    if key not in directory_by_key:
        close = get_close_matches(key, directory_by_key, n=3)
        hint = f" Peut-être : {', '.join(close)}." if close else ""
        raise RefusalError("KEY", f"aucun destinataire « {key} ».{hint}")
    if not directory.is_reachable(directory_by_key[key]):
        raise RefusalError(
            "KEY",
            f"la fiche « {key} » n’a ni adresse, ni boîte, ni formulaire en ligne : "
            "il n’y a rien à vérifier encore.",
        )
    return directory_by_key[key]


def everyone() -> dict[str, Addressee]:
    """The directory by key; RefusalError before the first load (rule 9: used before the start)."""
    try:
        everyone = Addressee.objects.in_bulk()
    except DatabaseError:
        everyone = {}
    if not everyone:
        raise RefusalError(
            "KEY",
            "l’annuaire est vide ou illisible. D’abord manage.py migrate, "
            "puis manage.py load_directory.",
        )
    return everyone


def described(addressee: Addressee) -> str:
    """What staff compare with the body's own page: address, mailbox, portal, source."""
    lines = [
        f"{addressee.name} [{addressee.key}]",
        *(f"  {line}" for line in addressee.lines),
        *(f"  {way}" for way in (addressee.mailbox, addressee.portal) if way),
        f"  Source : {addressee.source or 'aucune'}",
        f"  Vu : {addressee.seen_text or 'date inconnue'}",
    ]
    return "\n".join(lines)
