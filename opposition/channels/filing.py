"""How a complaint leaves: the CNIL's own form, of which little is known, or the post."""

import functools

from opposition.channels import ways
from opposition.channels.ways import Way

FILE = ways.FILE.with_name("filing.toml")


@functools.cache
def online() -> Way:
    """The CNIL's form, as far as somebody looked."""
    return ways.read(FILE)[0]["cnil"]
