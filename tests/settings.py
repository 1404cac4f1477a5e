"""The portal's settings as the tests see them: a throw-away key, a private database."""

import os

os.environ["SECRET_KEY"] = "only-for-tests-" + "x" * 50
os.environ["DEMO"] = "true"
os.environ["POSTS_PER_MINUTE"] = "100000"  # the limit has tests of its own
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")

from portal.settings import *  # noqa: F403
