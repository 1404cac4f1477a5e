"""What is learned of what comes in."""

from datetime import date

import pytest

from opposition.domain.standing import Answer
from opposition.domain.vocabulary import ASKED, AnswerCode, Evidence, Kind, Outcome, Scope, Track
from tests.opposition.domain.journal import Journal, received


def test_rule_1_a_matched_message_waits_until_a_line_says_what_it_is():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.REPLY_MATCHED, reply="b2")

    assert journal.standing().pending == {"b2": date(2026, 12, 14)}

    journal.add("Tue 2026-12-15", Kind.ACKNOWLEDGED, reply="b2")

    assert journal.standing().pending == {}


def test_a_message_set_aside_waits_no_more_and_the_other_still_does():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.REPLY_MATCHED, reply="b2")
    journal.add("Mon 2026-12-14", Kind.REPLY_MATCHED, reply="b3")
    journal.add("Tue 2026-12-15", Kind.REPLY_SET_ASIDE, reply="b2")

    assert journal.standing().pending == {"b3": date(2026, 12, 14)}


def test_rule_6_the_seeds_answer_is_two_one_per_scope():
    journal = received(Evidence.TRACKING)
    journal.add("Thu 2026-12-17", Kind.ANSWERED, code=AnswerCode.REGISTERED_SNDS, reply="b2")
    journal.add("Thu 2026-12-17", Kind.REDIRECTED, reply="b2")

    assert journal.standing().answers == {
        Scope.FUND: Answer(AnswerCode.REGISTERED_SNDS, date(2026, 12, 17)),
        Scope.HDH: Answer(AnswerCode.REDIRECT, date(2026, 12, 17)),
    }
    assert journal.standing().judged is False


def test_rule_6_a_limited_refusal_is_kept_on_what_the_law_reserves():
    journal = received(Evidence.TRACKING)
    journal.add("Thu 2026-12-17", Kind.ANSWERED, code=AnswerCode.REFUSED_PERMANENT)

    standing = journal.standing()

    assert list(standing.answers) == [Scope.RESERVED]
    assert standing.sending.limited_on == date(2026, 12, 17)
    assert standing.answered_on is None


def test_a_new_answer_waits_again_for_the_persons_word():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.ANSWERED)
    journal.add("Tue 2026-12-15", Kind.CONTESTED).add("Wed 2026-12-16", Kind.ANSWERED)

    assert (journal.standing().judged, journal.standing().contested_on) == (
        False,
        date(2026, 12, 15),
    )


@pytest.mark.parametrize("word", [Kind.COVERED, Kind.INCOMPLETE, Kind.CONTESTED])
def test_rule_6_an_answer_is_judged_by_any_word_of_the_person_on_it(word):
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.ANSWERED)

    assert journal.add("Tue 2026-12-15", word).standing().judged is True


def test_rule_6_the_person_says_which_scopes_are_missing():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.ANSWERED)
    journal.add("Tue 2026-12-15", Kind.INCOMPLETE, scopes=frozenset({Scope.HDH}))

    assert journal.standing().missing == {Scope.HDH}


def test_without_more_words_everything_asked_is_missing_and_covered_means_nothing_is():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-14", Kind.ANSWERED)
    journal.add("Tue 2026-12-15", Kind.INCOMPLETE)

    assert journal.standing().missing == ASKED

    journal.add("Wed 2026-12-16", Kind.ANSWERED).add("Wed 2026-12-16", Kind.COVERED)

    assert (journal.standing().missing, journal.standing().covered) == (frozenset(), True)


def test_the_first_filing_is_the_one_that_counts():
    journal = received(Evidence.TRACKING).add("Mon 2026-12-28", Kind.FILED)

    assert journal.add("Mon 2027-01-11", Kind.FILED).standing().filed_on == date(2026, 12, 28)


def test_the_cnil_registers_gives_news_and_decides():
    journal = Journal(Track.COMPLAINT).add("Mon 2027-01-11", Kind.CNIL_REGISTERED)
    journal.add("Mon 2027-02-15", Kind.CNIL_NEWS)
    journal.add("Mon 2027-03-15", Kind.CNIL_OUTCOME, outcome=Outcome.ACCEPTED)

    standing = journal.standing()

    assert standing.filed_on == date(2027, 1, 11)
    assert standing.cnil_news == (date(2027, 2, 15),)
    assert standing.cnil_outcome is Outcome.ACCEPTED
