"""`manage.py deadline`: what it prints for a machine and for a person, and what it refuses."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from opposition.management.commands.deadline import Command

ROOT = Path(__file__).parents[4]
CASES = ROOT / "tests" / "cases" / "deadlines.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


def printed(*arguments):
    out = io.StringIO()
    call_command("deadline", *arguments, stdout=out)
    return out.getvalue()


def as_json(*arguments):
    return json.loads(printed(*arguments, "--json"))


def options(row):
    """The row of a case as one would type it."""
    names = ("received", "seat", "extended_on", "id_asked", "id_given")
    typed = [
        word for name in names if row[name] for word in (f"--{name.replace('_', '-')}", row[name])
    ]
    return [*typed, "--authority"] if row["authority"] else typed


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_each_case_given_is_found(row):
    found = as_json(*options(row))
    assert found["due"] == (row["due"] or None)
    assert found["overdue_from"] == (row["overdue_from"] or None)
    assert found["suspended"] == (not row["due"])
    assert (found["act_before"] is not None) == bool(row["authority"])


def test_the_json_has_these_keys_and_no_other():
    assert as_json("--received", "2026-12-15", "--seat", "2a", "--extended-on", "2027-01-10") == {
        "received": "2026-12-15",
        "seat": "2A",
        "due": "2027-03-15",
        "overdue_from": "2027-03-16",
        "suspended": False,
        "extended": True,
        "act_before": None,
        "steps": [
            (
                "Demande reçue le mardi 15 décembre 2026 ; un mois : le 15 janvier 2027, un "
                "vendredi (RGPD, art. 12, § 3 ; règlement 1182/71, art. 3)."
            ),
            (
                "Prolongation annoncée le dimanche 10 janvier 2027, à temps : elle compte ; depuis "
                "la réception, trois mois : le 15 mars 2027, un lundi (RGPD, art. 12, § 3)."
            ),
            "Le délai est dépassé à partir du mardi 16 mars 2027.",
        ],
    }


def test_a_seat_not_given_is_null_and_the_latest_calendar_is_used():
    found = as_json("--received", "2028-03-14")
    assert (found["seat"], found["due"]) == (None, "2028-04-18")


def test_extension_and_identity_together_are_counted():
    dates = ("--id-asked", "2027-01-20", "--id-given", "2027-01-29", "--extended-on", "2027-02-22")
    assert as_json("--received", "2027-01-11", "--seat", "75", *dates)["due"] == "2027-04-20"


def test_a_person_reads_the_dates_then_the_steps():
    assert printed("--received", "2026-11-23", "--seat", "75") == (
        "Échéance : mercredi 23 décembre 2026\n"
        "Délai dépassé à partir du : jeudi 24 décembre 2026\n"
        "\n"
        "Le calcul :\n"
        "- Demande reçue le lundi 23 novembre 2026 ; un mois : le 23 décembre 2026, un mercredi "
        "(RGPD, art. 12, § 3 ; règlement 1182/71, art. 3).\n"
        "- Le délai est dépassé à partir du jeudi 24 décembre 2026.\n"
    )


def test_a_person_reads_that_the_delay_is_suspended():
    text = printed("--received", "2027-01-11", "--seat", "75", "--id-asked", "2027-01-20")
    assert text.splitlines()[0] == "Échéance : aucune pour l’instant, le délai est suspendu"


def test_a_person_reads_the_way_to_court_as_information():
    text = printed("--received", "2027-02-15", "--seat", "75", "--authority")
    assert text.splitlines()[2] == "Recours, pour information : avant le 15 juillet 2027"


REFUSALS = [
    ([], "--received : cette option est nécessaire (l’aide : manage.py deadline --help)."),
    (
        ["--received", "23/11/2026"],
        "--received : écrivez « 23/11/2026 » sous la forme AAAA-MM-JJ, comme 2026-11-23.",
    ),
    (
        ["--received", "20261123"],
        "--received : écrivez « 20261123 » sous la forme AAAA-MM-JJ, comme 2026-11-23.",
    ),
    (
        ["--received", "2027-02-29"],
        "--received : le calendrier n’a pas de 2027-02-29, vérifiez ce jour.",
    ),
    (
        ["--received", "0027-01-11"],
        "--received : l’année 27 est hors du calendrier, vérifiez cette date.",
    ),
    (
        ["--received", "2027-01-11", "--seat", "99"],
        (
            "--seat : le siège « 99 » n’est pas le code d’un département ; donnez par exemple 75, "
            "67, 2A ou 971, ou rien s’il n’est pas connu."
        ),
    ),
    (
        ["--received", "2027-01-11", "--extended-on", "2027-01-10"],
        "--extended-on : cette date ne peut pas précéder la réception, le 11 janvier 2027.",
    ),
    (
        ["--received", "2027-01-11", "--extended-on", ""],
        "--extended-on : écrivez «  » sous la forme AAAA-MM-JJ, comme 2026-11-23.",
    ),
    (
        ["--received", "2027-01-11", "--id-asked", "2027-01-10"],
        "--id-asked : cette date ne peut pas précéder la réception, le 11 janvier 2027.",
    ),
    (
        ["--received", "2027-01-11", "--id-given", "2027-01-20"],
        "--id-given : indiquez aussi le jour où ces précisions d’identité ont été demandées.",
    ),
    (
        ["--received", "2027-01-11", "--id-asked", "2027-01-20", "--id-given", "2027-01-19"],
        (
            "--id-given : ces précisions d’identité ne peuvent pas être données avant d’être "
            "demandées, le 20 janvier 2027."
        ),
    ),
    (
        ["--received", "2027-01-11", "--authority", "--extended-on", "2027-01-20"],
        "--extended-on : cette option ne va pas avec --authority.",
    ),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSALS, ids=[said for _, said in REFUSALS])
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_what_cannot_be_used_is_refused_in_one_sentence(arguments, sentence, form, capsys):
    with pytest.raises(SystemExit) as end:
        Command().run_from_argv(["manage.py", "deadline", *arguments, *form])
    said = capsys.readouterr()
    assert (end.value.code, said.out, said.err) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("arguments", "status", "first_line"),
    [
        (["--received", "2027-01-31"], 0, "Échéance : lundi 1er mars 2027"),
        (["--received", "2027-01-31", "--seat", "99"], 2, ""),
    ],
)
def test_a_shell_sees_the_exit_status(arguments, status, first_line):
    ended = subprocess.run(
        [sys.executable, "manage.py", "deadline", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stdout.partition("\n")[0]) == (status, first_line)
