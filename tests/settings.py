"""The portal's settings as the tests see them: throw-away keys, a private database."""

import atexit
import os
import shutil
import tempfile

if "VAR_DIR" not in os.environ:  # nothing of a demonstration beside the code is read or written
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="opposition-tests-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
os.environ["SECRET_KEY"] = "only-for-tests-" + "x" * 50
os.environ["VAULT_KEYS"] = "1:" + "v" * 43
os.environ["INDEX_KEY"] = "i" * 43
os.environ["DEMO"] = "true"
os.environ["POSTS_PER_MINUTE"] = "100000"  # the limit has tests of its own
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")

from portal.settings import *  # noqa: F403
