"""From a journal and a day to what comes next: whose turn, which question, which step, when.

`plan(standing, today, …)` moves nothing and sends nothing: the engine does the step that is due,
writes it down (NOTIFIED), and asks again. What is late, extended or proposed lives only here.
"""

from opposition.domain.plan.planning import plan
from opposition.domain.plan.values import Body, Offer, Plan, Step

__all__ = ["Body", "Offer", "Plan", "Step", "plan"]
