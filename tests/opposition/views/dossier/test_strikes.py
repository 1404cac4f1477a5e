"""What was struck: told again on its right day, or simply struck; a correction corrected."""

import pytest

from opposition.domain.vocabulary import Kind
from opposition.dossiers import acts
from opposition.views.dossier import strikes
from tests.opposition.domain.journal import day
from tests.opposition.dossiers.made import LATE, act, cases
from tests.opposition.followed import case, corrected, plain, silent

pytestmark = pytest.mark.django_db


def struck(found):
    """By kind: what is said of each struck line."""
    kinds = {line.event.ordinal: line.event.kind for line in found.lines}
    return [(kinds[n], plain(why)) for n, why in strikes.of(found).items()]


def test_a_journal_without_corrections_has_no_struck_line():
    assert strikes.of(case("silent")) == {}


def test_a_corrected_day_says_the_right_one():
    assert struck(case("corrected")) == [(Kind.RECEIVED, "corrigé : c’était le 27 novembre 2026")]


def test_a_word_said_by_mistake_is_only_struck():
    dossier = silent()
    found = cases(dossier, LATE)["fund"]
    assert found.lines[-1].event.kind is Kind.NOTHING_CAME
    found = act(dossier, "fund", acts.struck, today=LATE, line_ordinal=found.last)
    assert struck(found) == [(Kind.NOTHING_CAME, "barré")]


def test_a_correction_may_itself_be_corrected():
    dossier = corrected()
    found = cases(dossier)["fund"]
    told = {"line_ordinal": found.last, "on": day("Wed 2026-11-25")}
    found = act(dossier, "fund", acts.corrected, today=day("Tue 2026-12-01"), **told)
    assert struck(found) == [
        (Kind.RECEIVED, "corrigé : c’était le 27 novembre 2026"),
        (Kind.RECEIVED, "corrigé : c’était le 25 novembre 2026"),
    ]
