"""The queue's settings, its beat, and what a worker refuses to start with or to say."""

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from celery import current_app

from opposition import tasks
from portal import celery

ROOT = Path(__file__).resolve().parents[2]
WORKER = [sys.executable, "-m", "celery", "--app", "portal", "worker", "--queues", "mail"]
BEAT = [sys.executable, "-m", "celery", "--app", "portal", "beat"]
PASSWORD = "kept-out-of-logs"


def test_views_and_workers_use_the_same_app():
    assert current_app._get_current_object() is celery.app


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accept_content", ["json"]),
        ("task_serializer", "json"),
        ("result_backend", None),
        ("task_ignore_result", True),
        ("task_acks_late", True),
        ("task_reject_on_worker_lost", True),
        ("worker_prefetch_multiplier", 1),
        ("task_time_limit", 90),
        ("task_soft_time_limit", 60),
        ("visibility_timeout", 300),
        ("broker_connection_retry_on_startup", True),
        ("worker_enable_remote_control", False),
        ("worker_hijack_root_logger", False),
        ("timezone", "Europe/Paris"),
        ("enable_utc", True),
    ],
)
def test_what_is_delivered_twice_or_late_is_decided_here(name, value):
    assert celery.app.conf[name] == value


@pytest.mark.parametrize(
    ("task", "queue"),
    [(tasks.tick, "timeline"), (tasks.sweep, "timeline"), (tasks.deliver, "mail")],
)
def test_each_task_has_its_queue(task, queue):
    assert celery.app.amqp.router.route({}, task.name)["queue"].name == queue
    assert queue in celery.QUEUES


def test_a_queue_that_nobody_reads_is_an_error():
    with pytest.raises(Exception, match="nowhere"):
        celery.app.amqp.router.route({"queue": "nowhere"}, "mail.deliver")


def test_every_task_of_the_beat_exists_and_none_waits_for_a_date():
    entries = celery.app.conf.beat_schedule.values()
    assert [(entry["task"], entry["schedule"]) for entry in entries] == [
        ("timeline.tick", 60),
        ("timeline.sweep", 3600),
    ]
    assert {entry["task"] for entry in entries} <= set(celery.app.tasks)


@pytest.fixture
def beat():
    """The beat over a queue in memory; gives what it has just sent to the clock's worker."""
    scheduler = celery.Metronome(celery.app)
    with celery.app.connection_for_read() as connection:
        channel = connection.default_channel
        celery.app.amqp.queues["timeline"].bind(channel).declare()
        channel.queue_purge("timeline")

        def ticks(now):
            waits = []
            while not waits or waits[-1] == 0:
                waits.append(scheduler.tick(now))
            sent = []
            while message := channel.basic_get("timeline", no_ack=True):
                sent.append(message.headers["task"].removeprefix("timeline."))
            return sorted(sent), waits[-1]

        yield ticks


def test_the_beat_ticks_at_its_start_and_every_minute_after(beat):
    assert beat(1000.0) == (["sweep", "tick"], 60.0)
    assert beat(1030.0) == ([], 30.0)
    assert beat(1060.0) == (["tick"], 60.0)
    assert beat(9000.0) == (["sweep", "tick"], 60.0)  # however late it is: once


def test_the_beat_is_deaf_to_a_clock_that_is_set_back(beat, time_machine):
    time_machine.move_to("2026-11-22T12:00:00+00:00")
    beat(1000.0)
    time_machine.move_to("2026-11-22T10:00:00+00:00")
    assert beat(1060.0) == (["tick"], 60.0)


def environment(tmp_path, **more):
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
        "VAR_DIR": str(tmp_path),
        "HOME": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
        **more,
    }


@pytest.mark.parametrize("command", [WORKER, BEAT])
def test_no_process_starts_with_what_the_pages_refuse(tmp_path, command):
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(tmp_path, DEMO="true", SECRET_KEY=""),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "portal.E001 SECRET_KEY manque" in done.stderr


def test_a_worker_without_its_broker_waits_and_tells_no_address(tmp_path):
    broker = f"redis://:{PASSWORD}@127.0.0.1:1/0"
    with subprocess.Popen(
        WORKER,
        cwd=ROOT,
        env=environment(tmp_path, DEMO="true", REDIS_URL=broker),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as worker:
        told = []
        for line in worker.stderr:
            told.append(line)
            if "Cannot connect" in line:
                break
        worker.send_signal(signal.SIGKILL)
        told += worker.stderr.readlines()
    assert [line for line in told if PASSWORD in line or "127.0.0.1" in line] == []
    assert list(tmp_path.glob(".*")) == []


def test_redis_is_told_how_long_to_wait_for_an_answer(tmp_path):
    asked = "from portal.celery import app; print(app.conf.broker_transport_options)"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=environment(tmp_path, REDIS_URL="redis://127.0.0.1:1/0"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ast.literal_eval(done.stdout) == {
        "visibility_timeout": 300,
        "socket_connect_timeout": 5,
        "socket_timeout": 30,
        "socket_keepalive": True,
    }
    assert celery.app.conf.result_backend_transport_options == {"visibility_timeout": 300}
