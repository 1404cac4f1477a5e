"""Debian's Chromium, and the demonstration it looks at: a process of its own, on its own data."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ABSENT = f"{CHROMIUM} is not here: no page was looked at (apt-get install chromium)"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter):
    """A skipped browser is said aloud, in the last lines that one reads."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(ABSENT in str(report.longrepr) for report in skipped):
        terminalreporter.section("BROWSER TESTS SKIPPED", red=True)
        terminalreporter.line(ABSENT)


@pytest.fixture(scope="package")
def chromium():
    """One browser for the folder; package scope, since Playwright's loop forbids the ORM."""
    if not CHROMIUM.exists():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ABSENT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    """The address of a running demonstration with the pages of tests/portal/urls.py."""
    var = tmp_path_factory.mktemp("site")
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "DATABASE_URL": f"sqlite:///{var}/site.sqlite3",
        "VAR_DIR": str(var),
        "POSTS_PER_MINUTE": "100000",
        "DEMO": "true",
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
    }
    command = [sys.executable, "manage.py", "demo", "--port", "0"]
    with (
        (var / "errors.txt").open("wb") as errors,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        try:
            ready = re.search(r"http://[\w.]+:\d+", process.stdout.readline())
            if not ready:
                pytest.fail(f"the site did not start: {(var / 'errors.txt').read_text()}")
            yield ready.group()
        finally:
            process.terminate()


@pytest.fixture
def look(chromium, site):
    """Opens a visit in a fresh window; closes all of them, and none may have asked elsewhere."""
    contexts, strangers = [], []

    def look(visit, *, width=1280, **options):
        options = {"bypass_csp": True, **options}  # axe and style sheets are put in from outside
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith(site) or strangers.append(r.url))
        page.goto(site + visit.path)
        visit.act(page)
        return page

    yield look
    for context in contexts:
        context.close()
    assert strangers == []
