"""The order of the dates of one request, apart from any form."""

from datetime import date

import pytest

from opposition.forms.resuming import order

TOLD = {"sent_on": date(2026, 11, 20), "reminder_1": None, "reminder_2": None}


def test_dates_that_follow_each_other_pass():
    order.check({**TOLD, "received_on": date(2026, 11, 20), "reminder_1": date(2026, 12, 24)})


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({"received_on": date(2026, 11, 19)}, "received_on"),
        ({"reminder_2": date(2026, 12, 24)}, "reminder_1"),
        ({"received_on": date(2026, 11, 23), "id_asked": date(2026, 11, 21)}, "id_asked"),
        ({"id_given": date(2026, 11, 21)}, "id_given"),
        ({"sent_on": date(1582, 1, 1)}, "received_on"),
    ],
)
def test_the_first_that_cannot_be_is_named(told, key):
    with pytest.raises(order.OrderError) as caught:
        order.check({**TOLD, **told})
    assert caught.value.key == key
    assert str(caught.value.sentence)
