"""The sentences of what cannot be, and the days just beside."""

from datetime import date
from types import SimpleNamespace

import pytest

from opposition.dossiers.acts import ActError, faults
from tests.opposition.dossiers.made import SENT

TODAY = date(2026, 11, 24)


def told(found):
    """Field and words of each."""
    return [(one.field, one.sentence) for one in found]


def case(**known):
    """A demand of which only these facts are known."""
    sending = SimpleNamespace(sent_on=known.pop("sent_on", None))
    standing = SimpleNamespace(sending=sending, **{"open": True, "filed_on": None, **known})
    return SimpleNamespace(standing=standing)


@pytest.mark.parametrize(
    ("on", "sentences"),
    [
        (date(2018, 5, 24), ["cette date est trop ancienne : vérifiez l’année."]),
        (date(2018, 5, 25), []),
        (TODAY, []),
        (date(2026, 11, 25), ["cette date est dans le futur."]),
        (date.max, ["cette date est dans le futur."]),
        (date.min, ["cette date est trop ancienne : vérifiez l’année."]),
    ],
)
def test_a_day_is_between_the_law_and_today(on, sentences):
    assert told(faults.of_day(on, TODAY)) == [("on", one) for one in sentences]


def test_the_field_may_be_another():
    assert [one.field for one in faults.of_day(date.max, TODAY, "received_on")] == ["received_on"]


@pytest.mark.parametrize(
    ("fault", "known"),
    [
        (faults.of_following, {"sent_on": SENT}),
        (faults.of_sending_again, {"sent_on": SENT}),
        (faults.of_filing, {"filed_on": SENT}),
        (faults.of_filing, {"sent_on": SENT}),
    ],
)
@pytest.mark.parametrize(("day", "count"), [(23, 1), (24, 0), (25, 0)])
def test_what_comes_after_is_not_before(fault, known, day, count):
    assert len(told(fault(case(**known), date(2026, 11, day)))) == count


@pytest.mark.parametrize("fault", [faults.of_following, faults.of_sending_again, faults.of_filing])
def test_where_no_day_is_known_none_is_too_early(fault):
    assert told(fault(case(), date(2018, 6, 1))) == []


@pytest.mark.parametrize(("day", "count"), [(23, 1), (24, 0)])
def test_a_letter_does_not_leave_before_its_date(day, count):
    letter = SimpleNamespace(dated=SENT)
    assert len(told(faults.of_leaving(date(2026, 11, day), letter))) == count
    assert told(faults.of_leaving(date(2026, 11, day), None)) == []


def test_a_closed_demand_says_what_to_do_first():
    assert told(faults.of_closed(case())) == []
    assert told(faults.of_closed(case(open=False))) == [
        ("", "cette demande est close : reprenez d’abord son suivi.")
    ]


def test_the_message_of_the_error_holds_no_day():
    assert str(ActError("on", "avant le 24 novembre 2026")) == "on"
