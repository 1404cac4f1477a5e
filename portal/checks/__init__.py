"""What the portal refuses to run with; production is everything that is not DEMO.

`manage.py check --deploy` shows the settings' faults, with `--database default` the directory's
too; `portal/wsgi.py` refuses to start with any. The demo needs its keys and a press, nothing else.
"""

import ctypes
import sys
from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from portal.checks import keys, mail

LIBRARIES = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
APT = "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
HDH = "hdh-dpd"
BOOT_ERROR = 3  # gunicorn ends its master on this status; any other would be respawned for ever


def enlist() -> None:
    """Make the checks known to `manage.py check`; those of deployment only with --deploy."""
    register(deployment, Tags.security, deploy=True)
    register(directory, Tags.database, deploy=True)
    register(dossiers, Tags.database, deploy=True)


def refuse_to_start() -> None:
    """End the process with one sentence per fault; raises SystemExit, or returns when all is well.

    Standard error rather than SystemExit's own message: runserver's reloader swallows that one.
    """
    faults = [*deployment(), *dossiers(databases=["default"])]
    if not settings.DEMO:
        # Asked only here: `check --deploy` has its place in a build, before collectstatic.
        faults += [*static_files(), *directory(databases=["default"])]
    if faults:
        for fault in faults:
            sys.stderr.write(f"{fault.id} {fault.msg} {fault.hint}\n")
        raise SystemExit(BOOT_ERROR)


def deployment(**_: object) -> list[CheckMessage]:
    """Faults of the machine and of the settings."""
    everywhere = [*keys.secret_key(), *keys.sealing_keys(), *press()]
    return (
        everywhere
        if settings.DEMO
        else [*everywhere, *debug(), *hosts(), *publisher(), *mail.faults()]
    )


def directory(databases: Iterable[str] | None = None, **_: object) -> list[CheckMessage]:
    """Faults of the directory of addressees; looked at only where a database may be asked."""
    return [] if settings.DEMO or not databases else hdh_verified()


def dossiers(databases: Iterable[str] | None = None, **_: object) -> list[CheckMessage]:
    """Dossiers that the portal's keys do not open, in the demonstration too."""
    return keys.open_what_is_stored() if databases else []


def press(libraries: Iterable[str] = LIBRARIES) -> list[CheckMessage]:
    """WeasyPrint's system libraries; without the last one PDFs differ from machine to machine."""
    absent = [name for name in libraries if not _loads(name)]
    if not absent:
        return []
    return [_fault(3, f"Il manque pour fabriquer les PDF : {', '.join(absent)}.", APT)]


def debug() -> list[CheckMessage]:
    """DEBUG shows a stranger the inside of the house."""
    if not settings.DEBUG:
        return []
    return [_fault(4, "DEBUG est activé en production.", "Retirez DEBUG, ou ajoutez DEMO=true.")]


def hosts() -> list[CheckMessage]:
    """Links would follow whatever name a stranger gives, were any name accepted."""
    names = settings.ALLOWED_HOSTS
    if names and not any("*" in name or name.startswith(".") for name in names):
        return []
    return [
        _fault(
            5,
            "ALLOWED_HOSTS doit citer chaque nom du site, sans joker.",
            "Par exemple : ALLOWED_HOSTS=portail.example",
        )
    ]


def publisher() -> list[CheckMessage]:
    """GDPR art. 13(1)(a) and rule 19: who answers for the portal stands beside the form."""
    absent = [
        f"PUBLISHER_{key.upper()}"
        for key in ("name", "contact", "host")
        if not settings.PUBLISHER[key].strip()
    ]
    if not absent:
        return []
    what = f"Qui publie et qui héberge le portail n’est pas dit : {', '.join(absent)}."
    return [_fault(6, what, "Donnez ces variables d’environnement.")]


def static_files() -> list[CheckMessage]:
    """Outside the demo pages name their style sheets by hash, from a list made beforehand."""
    if (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        return []
    return [
        _fault(
            7, "Les feuilles de style ne sont pas en place.", "manage.py collectstatic --noinput"
        )
    ]


def hdh_verified() -> list[CheckMessage]:
    """Rule 9: no address is sure; the HDH's must have been checked by staff before the start."""
    addressees = apps.get_model("opposition", "Addressee")._default_manager
    try:
        verified = addressees.filter(key=HDH, verified_on__isnull=False).exists()
    except DatabaseError:
        return [
            _fault(
                8,
                "La base de données est injoignable ou vide.",
                "Vérifiez DATABASE_URL, puis : manage.py migrate",
            )
        ]
    if verified:
        return []
    return [
        _fault(
            9,
            "L’adresse de la Plateforme des données de santé n’a pas été vérifiée.",
            f"Comparez-la à la page officielle, puis : "
            f"manage.py verify_addressee {HDH} --on DATE --by EMAIL --really",
        )
    ]


def _fault(number: int, what: str, hint: str) -> Error:
    return Error(what, hint=hint, id=f"portal.E{number:03}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
