"""A person to whom a mail is due: `python -m tests.bin.seeding MAILBOX`."""

import sys

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()
    from opposition import clock
    from tests.opposition.engine import followed

    call_command("migrate", interactive=False, verbosity=0)
    now = clock.now().strftime("%a %Y-%m-%d %H:%M")
    followed.queued(followed.dossier(email=sys.argv[1], opened=now), "link", now=now)
