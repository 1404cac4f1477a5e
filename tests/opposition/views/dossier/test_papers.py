"""The letters that a card leads to, and where each stands."""

import pytest

from opposition.correspondence import followed
from opposition.domain.vocabulary import Channel
from opposition.dossiers import acts
from opposition.views.dossier import papers, writing
from tests.opposition.dossiers import made
from tests.opposition.dossiers.made import SENT, act
from tests.opposition.followed import fresh, plain, told

pytestmark = [pytest.mark.django_db, pytest.mark.db]
LIVE = "à lire, à télécharger, à envoyer"


def shown(dossier, case):
    rows = papers.rows(dossier)
    return [(plain(one.title), plain(one.hint)) for one in papers.of(case, rows)]


def freeze(dossier, name="hdh", today=SENT):
    found = made.cases(dossier, today)
    case, key = found[name], followed.letters_of(found[name].demand)[0]
    desk = writing.desk(dossier, list(found.values()), case.demand.reference, key, today)
    return writing.freeze(desk, writing.live(desk, None).request, made.MORNING)


@pytest.mark.parametrize(
    ("state", "demand", "letters"),
    [
        ("fresh", "fund", [("Votre lettre", LIVE)]),
        ("received", "fund", []),
        ("silent", "fund", [("Le rappel", LIVE)]),
        ("silent", "cnil-fund", [("La plainte", LIVE)]),
        ("closed", "hdh", []),
    ],
)
def test_what_the_law_opens_is_there_to_be_read(state, demand, letters):
    dossier, cases, _today = told(state)
    assert shown(dossier, cases[demand]) == letters


def test_a_frozen_letter_says_its_date_then_the_day_it_left():
    dossier = fresh()
    letter = freeze(dossier)
    case = made.cases(dossier)["hdh"]
    assert shown(dossier, case) == [("Votre lettre", "à envoyer, texte daté du 24 novembre 2026")]
    told_ = {"on": SENT, "channel": Channel.POST, "letter": letter.id}
    case = act(dossier, "hdh", acts.posted, **told_)
    assert shown(dossier, case) == [("Votre lettre", "envoi du 24 novembre 2026")]


def test_a_posting_that_was_struck_out_is_none():
    dossier = fresh()
    told_ = {"on": SENT, "channel": Channel.POST, "letter": freeze(dossier).id}
    case = act(dossier, "hdh", acts.posted, **told_)
    case = act(dossier, "hdh", acts.struck, line_ordinal=case.last)
    assert shown(dossier, case) == [("Votre lettre", "à envoyer, texte daté du 24 novembre 2026")]


def test_all_letters_of_a_dossier_are_read_in_one_query_without_their_words(
    django_assert_num_queries,
):
    dossier = fresh()
    freeze(dossier)
    freeze(dossier, "fund")
    with django_assert_num_queries(1):
        found = papers.rows(dossier)
    assert sorted(len(letters) for letters in found.values()) == [1, 1]
    read = {name for letters in found.values() for one in letters for name in vars(one)}
    assert ("digest" in read, "content" in read) == (True, False)
