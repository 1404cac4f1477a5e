"""No-break spaces where French wants them, and dates as letters write them."""

from datetime import date

import pytest

from letters import typography

NB, NNB = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("vraiment ? oui ! donc ; voilà", f"vraiment{NNB}? oui{NNB}! donc{NNB}; voilà"),
        ("Textes : « voilà »", f"Textes{NB}: «{NB}voilà{NB}»"),
        ("art. R. 1461-9, II", f"art.{NB}R.{NB}1461-9, II"),
        ("articles L. 114-2", f"articles L.{NB}114-2"),
        ("loi n° 78-17, N° 3", f"loi n°{NB}78-17, N°{NB}3"),
        ("art. 12, § 3 et le § 4", f"art.{NB}12, §{NB}3 et le §{NB}4"),
        ("§ 3", f"§{NB}3"),
        ("https://example.org?a=b;c", "https://example.org?a=b;c"),
        ("dé part. Non", "dé part. Non"),
        ("M. Dupont", "M. Dupont"),
    ],
)
def test_spaces_that_may_not_break(typed, set_):
    assert typography.french(typed) == set_


def test_setting_twice_changes_nothing():
    once = typography.french("« art. R. 1461-9 », n° 3 : § 4 ; oui ?")
    assert typography.french(once) == once


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2027, 3, 1), "1er mars 2027"),
        (date(2026, 11, 21), "21 novembre 2026"),
        (date(1962, 8, 11), "11 août 1962"),
        (date(2028, 2, 29), "29 février 2028"),
    ],
)
def test_a_day_is_written(value, written):
    assert typography.day(value) == written


def test_there_are_twelve_months():
    assert len(set(typography.MONTHS)) == 12
