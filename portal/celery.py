"""The Celery app: it wakes the engine up and spreads its work; what is due stands in the database.

Three workers and one beat: `celery --app portal worker --queues timeline` (then mail, letters) and
`celery --app portal beat`. Redis may be emptied at any moment: the next beat makes up for it.
"""

import os
from time import monotonic
from typing import Any

from celery import Celery, signals
from celery.beat import Scheduler
from django.conf import settings

from portal import starting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

QUEUES = ("timeline", "mail", "letters")
VISIBILITY = (
    300  # seconds after which Redis hands an unanswered message out again; tasks: 90 at most
)


class Metronome(Scheduler):  # type: ignore[misc]
    """A beat that counts its own seconds and keeps no file.

    Celery's compares dates: a clock set back two hours silences it for two hours, and the hours
    that come or go with summer time have stopped it (celery #6438, #10107).
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        self.due: dict[str, float] = {}  # each entry's next second; one that is absent is due
        super().__init__(*args, **options)

    def tick(self, now: float | None = None) -> float:
        """Send what is due; the seconds until the next entry is."""
        now = monotonic() if now is None else now
        for name, entry in self.schedule.items():
            if self.due.get(name, now) <= now:
                self.due[name] = now + entry.schedule.seconds
                self.apply_entry(entry, producer=self.producer)
        return max(0.0, min(self.due.values()) - now)


app = Celery("portal")
app.conf.update(
    broker_url=settings.REDIS_URL or "memory://here",
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,  # for ever: the broker comes back some day
    broker_transport_options={
        "visibility_timeout": VISIBILITY,
        "socket_connect_timeout": 5,
        "socket_timeout": 30,  # a broker that vanished without a word must not hold beat for ever
        "socket_keepalive": True,
    }
    if settings.REDIS_URL
    else {"polling_interval": 0.2},
    # The same number wherever kombu reads it: the shortest one wins.
    result_backend_transport_options={"visibility_timeout": VISIBILITY},
    visibility_timeout=VISIBILITY,
    accept_content=["json"],
    task_serializer="json",
    result_backend=None,
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,  # no endless loop: the engine counts attempts in the database
    task_time_limit=90,
    task_soft_time_limit=60,
    worker_prefetch_multiplier=1,
    task_create_missing_queues=False,  # a route that leads nowhere is an error
    task_queues={name: {} for name in QUEUES},
    task_default_queue="timeline",
    task_routes={
        "timeline.*": {"queue": "timeline"},
        "mail.*": {"queue": "mail"},
        "letters.*": {"queue": "letters"},
    },
    beat_scheduler=Metronome,
    beat_schedule={
        "tick": {"task": "timeline.tick", "schedule": 60},
        "sweep": {"task": "timeline.sweep", "schedule": 3600},
    },
    timezone="Europe/Paris",
    enable_utc=True,
    # Nobody asks a worker anything over the broker, so nobody can order it anything either.
    worker_enable_remote_control=False,
    worker_send_task_events=False,
    worker_hijack_root_logger=False,
    worker_redirect_stdouts=False,
)
app.autodiscover_tasks()


def keep_the_house_logs(**_: object) -> None:
    """Its mere presence keeps Celery from logging arguments: portal.logs.Bare has been set up."""


def refuse_to_start(**_: object) -> None:
    """A worker sends letters: it starts with nothing that the pages refuse to start with."""
    starting.prepare()


signals.setup_logging.connect(keep_the_house_logs)
signals.worker_init.connect(refuse_to_start)
signals.beat_init.connect(refuse_to_start)
