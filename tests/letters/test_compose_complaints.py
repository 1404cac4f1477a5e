"""Complaints, report and reminders: whom they accuse, of what, and what they leave alone."""

import pytest

from letters import needs, samples
from letters.facts import FactsError
from tests.letters import cases
from tests.letters.cases import absent, said

COMPLAINTS = ("cnil-complaint-silence", "cnil-complaint-refusal")
REMINDERS = ("reminder-1", "reminder-2")


@pytest.mark.parametrize("key", COMPLAINTS)
def test_a_complaint_says_by_what_right_and_what_it_asks(key):
    assert (
        absent(
            said(key),
            "RGPD, art. 77",
            "l’article 8, I, 2°, d, de la loi n° 78-17",
            "d’ordonner qu’il soit répondu à la demande et que l’opposition soit enregistrée",
            "dans les trois mois (RGPD, art. 77, § 2, et 78, § 2 ; décret n° 2019-536, art. 10)",
            "La demande ne portait ni sur la constitution de la base principale du SNDS, ni sur",
            "les organismes à accès permanent, que cet article exclut.",
        )
        == []
    )


@pytest.mark.parametrize("key", COMPLAINTS)
def test_a_complaint_prints_its_chronology(key):
    accused, _, others = said(key).partition("suit son cours")
    assert (
        absent(
            accused,
            f"Organisme : {samples.HDH['name']}",
            f"Adresse : {', '.join(samples.HDH['address'])}",
            "Demande envoyée le : 8 janvier 2027",
            "Demande reçue le : 11 janvier 2027",
            "Preuve de la réception : avis de réception signé",
            "Échéance du délai de réponse : 11 février 2027",
            "Calcul de l’échéance : reçue le lundi 11 janvier 2027 ; un mois : jeudi 11 février",
        )
        == []
    )
    assert samples.RUNNING["addressee"] not in accused
    assert samples.RUNNING["addressee"] in others
    assert "Échéance" not in others


@pytest.mark.parametrize("key", [*COMPLAINTS, *REMINDERS])
def test_a_date_known_from_the_person_alone_is_called_declared(key):
    facts = cases.with_at(cases.raw(key), "earlier.0.evidence", "declared")
    assert "Preuve de la réception : date déclarée" in said(key, facts)
    assert "Preuve de sa réception" not in said(key, facts)


TOLD = "mon identité soit communiquée à l’organisme en cause."


@pytest.mark.parametrize("key", COMPLAINTS)
@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        (
            "disclose_identity",
            {
                True: f"J’accepte que {TOLD}",
                False: f"Je ne souhaite pas que {TOLD}",
            },
        ),
        (
            "court_seized",
            {
                True: "Une juridiction est saisie de cette affaire.",
                False: "Aucune juridiction n’est saisie de cette affaire.",
            },
        ),
    ],
)
def test_what_is_not_said_is_left_to_tick(key, name, sentences):
    for value in (True, False):
        lines = said(key, **{name: value}).splitlines()
        assert [lines.count(sentences[v]) for v in (True, False)] == [value, not value]
        assert [line for line in lines if line.endswith(sentences[not value])] == []
    lines = said(key, **{name: None}).splitlines()
    assert [lines.count(f"☐ {sentences[v]}") for v in (True, False)] == [1, 1]


REBUTTALS = {
    "REFUSED_PUBLIC_TASK": "n’en exclut que la constitution de la base principale et les accès",
    "REFUSED_UNIDENTIFIABLE": "n’écarte que les articles 15 à 20, non l’article 21",
    "REFUSED_EXCESSIVE": "La charge de le démontrer lui revient (RGPD, art. 12, § 5)",
    "NOT_CONTROLLER": "dit ne pas être responsable du traitement",
    "NO_DATA": "transmettre la demande à l’organisme compétent",
    "REGISTERED_PARTIAL": "n’est enregistrée que pour une partie",
    "OTHER": "ne confirme ni l’enregistrement de l’opposition, ni son étendue",
}


@pytest.mark.parametrize("code", needs.CONTESTABLE)
def test_each_answer_has_its_own_rebuttal(code):
    facts = cases.with_at(cases.raw("cnil-complaint-refusal"), "earlier.0.answer.code", code)
    text = said("cnil-complaint-refusal", facts)
    others = [words for name, words in REBUTTALS.items() if name != code]
    assert absent(text, REBUTTALS[code], *others) == others
    assert "Réponse du : 1er février 2027" in text
    assert "Motif cité : « Vos données étant pseudonymisées, nous ne pouvons" in text


def test_a_complaint_contests_nothing_that_the_law_excludes():
    facts = cases.raw("cnil-complaint-refusal")
    limited = {
        **samples.LATE,
        "addressee": "AUTRE",
        "answer": {"code": "REFUSED_MAIN_DB", "date": "2027-02-01"},
        "due_on": "2027-03-20",
    }
    text = said("cnil-complaint-refusal", {**facts, "earlier": [*facts["earlier"], limited]})
    accused, _, others = text.partition("suivent leur cours")
    assert ("AUTRE" in accused, "AUTRE" in others) == (False, True)
    with pytest.raises(FactsError) as refusal:
        cases.letter("cnil-complaint-refusal", {**facts, "earlier": [limited]})
    assert refusal.value.key == "earlier[0].answer.code"


DEFECTS = {
    "reasons": "les motifs du refus",
    "complaint": "la possibilité de saisir la CNIL",
    "remedy": "la possibilité d’un recours devant le juge",
}


@pytest.mark.parametrize(
    ("missing", "listed"),
    [
        ([], []),
        (["reasons"], ["les motifs du refus."]),
        (
            ["complaint", "remedy"],
            ["la possibilité de saisir la CNIL ;", "la possibilité d’un recours devant le juge."],
        ),
    ],
)
def test_what_a_refusal_lacks_is_listed(missing, listed):
    facts = cases.with_at(cases.raw("cnil-complaint-refusal"), "earlier.0.answer.missing", missing)
    _, heading, below = said("cnil-complaint-refusal", facts).partition(
        "La réponse ne comporte pas ce que l’article 12, § 4, du RGPD exige d’un refus :\n"
    )
    found, _, _ = below.partition("\n\n")
    assert bool(heading) == bool(missing)
    assert found.splitlines() == [f"- {line}" for line in listed]


def test_the_report_is_no_complaint():
    text = said("cnil-report")
    assert (
        absent(
            text,
            "signalement ; ce courrier n’est pas une plainte",
            "n’affirme aucun dépassement de délai et ne demande aucune mesure individuelle",
            "ont été envoyées et suivent leur cours",
            "RGPD, art. 21, § 4",
            "l’article R. 1461-9, I, du code de la santé publique",
            "RGPD, art. 32",
        )
        == []
    )
    assert "Échéance" not in text


def test_the_reminders_are_courteous_and_restart_nothing():
    first, last = said("reminder-1"), said("reminder-2")
    assert (
        absent(
            first,
            "Sauf erreur de ma part",
            "sous quinze jours",
            "Ce rappel n’ouvre pas un nouveau délai légal",
            "en cas de refus, le § 4",
        )
        == []
    )
    assert (
        absent(
            last,
            "Premier rappel envoyé le : 15 février 2027",
            "sous huit jours",
            "le manquement est établi",
            "art. L. 114-2",
        )
        == []
    )


def test_a_second_complaint_says_that_it_completes_the_first():
    facts = cases.raw("cnil-complaint-silence")
    first = {"key": "cnil-complaint-refusal", "addressee": "CNIL", "sent_on": "2027-02-20"}
    text = said("cnil-complaint-silence", {**facts, "earlier": [*facts["earlier"], first]})
    assert (
        absent(
            text,
            "La présente plainte complète celle qui vous a déjà été adressée :",
            "Plainte envoyée le : 20 février 2027",
        )
        == []
    )


def test_several_running_requests_are_told_in_the_plural():
    facts = cases.raw("cnil-complaint-silence")
    other = {**samples.RUNNING, "addressee": "UNE AUTRE CAISSE"}
    text = said(
        "cnil-complaint-silence", {**facts, "earlier": [samples.LATE, samples.RUNNING, other]}
    )
    assert absent(text, "Ces autres démarches suivent leur cours", "UNE AUTRE CAISSE") == []
