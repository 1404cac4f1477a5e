"""With CI=true nothing is skipped: what cannot run fails (`bin/test` loads this by `-p`)."""

import os

import pytest

STRICT = os.environ.get("CI") == "true"


def refused(report):
    """The same report, failed where it was skipped for want of something."""
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"CI=true : rien ne se saute. {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return refused((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return refused((yield))
