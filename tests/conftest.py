"""What every test may need: the end of a test that commits, and what only PostgreSQL can show."""

import pytest
from django.conf import settings
from django.db import transaction

COMMITTING = {
    "django_db_reset_sequences",
    "django_db_serialized_rollback",
    "live_server",
    "transactional_db",
}


def pytest_configure(config):
    config.addinivalue_line("markers", "postgres: means something on PostgreSQL only")


def pytest_collection_modifyitems(config, items):
    """Left out rather than skipped elsewhere: a skip is for what is wanting on this machine."""
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        return
    left_out = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def journal_swept(request):
    """After a test that commits, the journal is emptied the one way in which its triggers let it
    be: Django's own flush, which comes next, would be refused."""
    if not _commits(request):
        yield
        return
    request.getfixturevalue("transactional_db")  # so that the flush comes after this
    yield
    from opposition.models import Chain, Event  # noqa: PLC0415 - the settings are read by then

    with transaction.atomic():
        Chain.objects.update_or_create(id=1, defaults={"pruning": True})
        Event.objects.all().delete()
        Chain.objects.all().delete()


def _commits(request):
    marker = request.node.get_closest_marker("django_db")
    asked = marker is not None and (marker.kwargs.get("transaction") or any(marker.args))
    return asked or not COMMITTING.isdisjoint(request.fixturenames)
