"""`manage.py deadline`: when an answer is due, by which steps; no database, no clock."""

import json
import re
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import CommandParser

from opposition.domain import deadlines, french, holidays
from opposition.management.courtesy import CourteousCommand, RefusalError

_CONTROLLER_ONLY = ("extended_on", "id_asked", "id_given")


class Command(CourteousCommand):
    """Prints the due date, the first day of lateness and how both were found."""

    help = (
        "Calcule la date à laquelle une réponse est due et explique le calcul, pas à pas. "
        "Les dates s’écrivent AAAA-MM-JJ. Code de sortie : 0, ou 2 si une option ne va pas."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The dates known of one demand."""
        add = parser.add_argument
        add("--received", required=True, metavar="DATE", help="Jour de réception par l’organisme.")
        add(
            "--seat",
            metavar="CODE",
            help="Département du siège de l’organisme (75, 67, 2A, 971…). Sans lui, les jours "
            "fériés de tous les départements sont comptés. La CNIL siège à Paris (75).",
        )
        add("--extended-on", metavar="DATE", help="Jour où la prolongation motivée a été annoncée.")
        add(
            "--id-asked",
            metavar="DATE",
            help="Jour où des précisions d’identité ont été demandées.",
        )
        add("--id-given", metavar="DATE", help="Jour où ces précisions ont été données.")
        add("--authority", action="store_true", help="Les trois mois de la CNIL sur une plainte.")
        add("--json", action="store_true", help="Écrit un objet JSON, à lire par une machine.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Computes, then prints; refuses before anything is printed."""
        seat = _seat(options["seat"])
        deadline = _deadline(options, seat)
        self.stdout.write(_as_json(deadline, seat) if options["json"] else _as_text(deadline))


def _deadline(options: dict[str, Any], seat: str | None) -> deadlines.Deadline:
    received = _date("--received", options["received"])
    dates = {
        field: _date(_option(field), options[field])
        for field in _CONTROLLER_ONLY
        if options[field] is not None
    }
    try:
        if not options["authority"]:
            return deadlines.for_controller(received, seat=seat, **dates)
        for field in dates:
            raise RefusalError(_option(field), "cette option ne va pas avec --authority.")
        return deadlines.for_authority(received, seat=seat)
    except deadlines.DateConflictError as conflict:
        raise RefusalError(_option(conflict.field), str(conflict)) from conflict


def _option(field: str) -> str:
    return f"--{field.replace('_', '-')}"


def _seat(code: str | None) -> str | None:
    try:
        return holidays.seat_code(code)
    except ValueError as unknown:
        raise RefusalError("--seat", str(unknown)) from unknown


def _date(option: str, text: str) -> date:
    """Only AAAA-MM-JJ: the other ISO forms are more often a slip than a wish."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise RefusalError(
            option, f"écrivez « {text} » sous la forme AAAA-MM-JJ, comme 2026-11-23."
        )
    try:
        return date.fromisoformat(text)
    except ValueError as absent:
        raise RefusalError(
            option, f"le calendrier n’a pas de {text}, vérifiez ce jour."
        ) from absent


def _as_json(deadline: deadlines.Deadline, seat: str | None) -> str:
    facts = {"received": deadline.received, "seat": seat} | asdict(deadline)
    return json.dumps(facts, default=str, ensure_ascii=False, indent=2)


def _as_text(deadline: deadlines.Deadline) -> str:
    """A few lines for a person: the dates first, then the steps."""
    if deadline.due and deadline.overdue_from:
        dates = [
            f"Échéance : {french.long_date(deadline.due)}",
            f"Délai dépassé à partir du : {french.long_date(deadline.overdue_from)}",
        ]
    else:
        dates = ["Échéance : aucune pour l’instant, le délai est suspendu"]
    if deadline.act_before:
        dates.append(f"Recours, pour information : avant le {french.day(deadline.act_before)}")
    return "\n".join([*dates, "", "Le calcul :", *(f"- {step}" for step in deadline.steps)])
