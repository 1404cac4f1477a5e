"""The directory of addressees: whom a person writes to, and how far the address is sure."""

from opposition.directory.loading import Counts, load, upsert
from opposition.directory.postcodes import communes_of, department_of
from opposition.directory.reading import (
    agricultural_funds,
    funds_for,
    other_schemes,
    why_no_fund,
)
from opposition.directory.verifying import NothingToVerifyError, is_reachable, verify

__all__ = [
    "Counts",
    "NothingToVerifyError",
    "agricultural_funds",
    "communes_of",
    "department_of",
    "funds_for",
    "is_reachable",
    "load",
    "other_schemes",
    "upsert",
    "verify",
    "why_no_fund",
]
