"""Complaints that wait: why, until when at the earliest, and one line for the same reason."""

import pytest

from opposition.dossiers import acts
from opposition.views.dossier import holding
from tests.opposition.domain.journal import day
from tests.opposition.dossiers.made import act, cases
from tests.opposition.followed import both_silent, plain, told

pytestmark = pytest.mark.django_db
BOTH = ["Votre caisse", "Le Health Data Hub"]
TUESDAY = "mardi 29 décembre 2026"
HELD = [
    ("fresh", [(BOTH, False, "Pas encore. Le courrier n’est pas encore parti.", "")]),
    (
        "received",
        [
            (
                *(["Votre caisse"], False),
                "Pas encore. L’organisme peut répondre jusqu’au lundi 28 décembre 2026 inclus.",
                TUESDAY,
            ),
            (
                *(["Le Health Data Hub"], False),
                (
                    "Pas encore. Rien ne montre encore que le courrier est arrivé : "
                    "le délai n’a pas commencé."
                ),
                "",
            ),
        ],
    ),
    ("both silent", [(BOTH, True, "", TUESDAY)]),
    ("closed", []),
]


@pytest.mark.parametrize(("state", "lines"), HELD)
def test_each_lock_says_why_and_from_when(state, lines):
    _dossier, found, today = told(state)
    held = holding.of(list(found.values()), today)
    assert [
        ([plain(body) for body in one.bodies], one.open, plain(one.because), one.lawful_from)
        for one in held
    ] == lines


def test_an_open_complaint_leads_to_its_letter_and_to_what_was_done_with_it():
    _dossier, found, today = told("silent")
    (open_,) = [one for one in holding.of(list(found.values()), today) if one.open]
    reference = found["cnil-fund"].demand.reference
    assert open_.anchor == reference
    assert open_.url == f"/dossier/{reference}/courrier/cnil-complaint-silence/"
    assert [link.url for link in open_.links] == [f"/dossier/{reference}/depose/"]


def test_a_request_that_another_complaint_has_named_says_so():
    dossier, on = both_silent(), day("Wed 2026-12-30")
    named = [cases(dossier, on)[name] for name in ("fund", "hdh")]
    act(dossier, "cnil-fund", acts.filed, today=on, cases=named, on=on, online=True)
    (left,) = holding.of(list(cases(dossier, on).values()), on)
    assert [plain(body) for body in left.bodies] == ["Le Health Data Hub"]
    assert (left.open, plain(left.because)) == (False, "Déjà dans la plainte du 30 décembre 2026.")
