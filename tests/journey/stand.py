"""A portal as `bin/run` starts it, in a folder of its own: started, killed, started again."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from portal import keys
from tests.servers.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds for a portal to answer


class Stand:
    """One portal, its folder, its processes. `services` holds DATABASE_URL and REDIS_URL if any."""

    def __init__(self, home, **services):
        self.home, self.services, self.starts = Path(home), services, 0
        self.port, self.process = free_port(), None
        (self.home / "tmp").mkdir(parents=True)
        keys.ensure(self.home / "var")

    @property
    def site(self):
        """Its address; the same after a restart."""
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        """Returns once it says that it answers."""
        self.starts += 1
        with self._log("stdout").open("wb") as out, self._log("stderr").open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "demo", "--port", str(self.port)],
                cwd=ROOT,
                env=self.environment(),
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE
        while not re.search(rb"http://[\w.]+:\d+", self._log("stdout").read_bytes()):
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the portal did not start:\n{self.logs()}")
            time.sleep(0.02)

    def kill(self):
        """-9 for the parent and for all that it started."""
        family = [self.process.pid, *_descendants(self.process.pid)]
        for pid in family:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()

    def stop(self):
        """As Ctrl-C does; the exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(PATIENCE)

    def logs(self):
        """All that it ever wrote to its two outputs."""
        files = sorted(self.home.glob("std*.txt"))
        return "\n".join(file.read_text(errors="replace") for file in files)

    def _log(self, name):
        return self.home / f"{name}-{self.starts:03}.txt"

    def environment(self):
        """What its processes are told, and nothing of ours."""
        kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
        kept.pop("SECRET_KEY", None)
        return {
            **kept,
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATABASE_URL": f"sqlite:///{self.home}/var/portal.sqlite3",
            **self.services,
            "VAR_DIR": str(self.home / "var"),
            "TMPDIR": str(self.home / "tmp"),
            "POSTS_PER_MINUTE": "100000",
            "DEMO": "true",
            "PYTHONUTF8": "1",
        }


def _descendants(pid):
    """The children of a process, and theirs."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *_descendants(child)]
    return found
