"""The engine: it does what has fallen due, and sends what waits; nothing else decides that time
has passed, and nothing else opens a channel (design §4)."""

from opposition.engine.claims import waiting
from opposition.engine.delivering import deliver
from opposition.engine.ticking import Ticked, tick

__all__ = ["Ticked", "deliver", "tick", "waiting"]
