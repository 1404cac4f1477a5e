"""The engine's alarm clocks: Celery's tasks, the demonstration's threads, and what views call.

A message is an id and nothing else. Whatever is lost or repeated here is harmless: what is due
stands in the database, and the next beat finds it (design §4.1).
"""

from opposition.tasks.jobs import deliver, sweep, tick
from opposition.tasks.waking import wake

__all__ = ["deliver", "sweep", "tick", "wake"]
