"""Legal honesty: what each letter rests on, what it may not say, what each complaint prints."""

import re

import pytest

from letters import catalogue, compose, needs, samples, statements
from tests.letters import cases
from tests.letters.cases import absent, said, simple

OBJECTIONS = ("fund-objection", "hdh-objection")
REMINDERS = ("reminder-1", "reminder-2")


WITHOUT, WITH = samples.raw("adult"), samples.raw("adult-with-everything")


@pytest.mark.parametrize("facts", [WITHOUT, WITH], ids=["without grounds", "with grounds"])
@pytest.mark.parametrize("key", OBJECTIONS)
def test_an_objection_stands_on_the_national_text_first(key, facts):
    assert (
        absent(
            said(key, facts),
            "R. 1461-9, II, du code de la santé publique",
            "article 21 du règlement (UE) 2016/679",
            "article 74 de la loi n° 78-17",
            "je me fonde sur l’article R. 1461-9, II, qui ne demande aucun motif.",
            "aucun traitement mentionné à l’article L. 1461-3, I, 1°",
            "de me confirmer par écrit la date d’enregistrement de l’opposition, son étendue",
            "Ce que je ne demande pas",
            "exclut du droit d’opposition la constitution du SNDS pour les données de sa base "
            "principale (1°) et les traitements des organismes qui disposent d’un accès permanent "
            "(2°). Ma demande ne porte pas sur eux.",
            "Elle ne change rien à mes soins ni à mes remboursements.",
            "RGPD, art. 12, § 3",
            "art. 12, § 4",
            "art. 12, § 5",
            "art. 12, § 6",
            "RGPD, art. 26, § 3",
            "RGPD, art. 77",
            "art. L. 114-2",
            "art. L. 112-3",
        )
        == []
    )


@pytest.mark.parametrize("key", OBJECTIONS)
def test_only_personal_grounds_bring_in_the_particular_situation_and_the_restriction(key):
    own = (
        "article 21, paragraphes 1 et 6",
        "RGPD, art. 18, § 1, d",
        "en avertir les destinataires (art. 19)",
        samples.GROUNDS[0],
    )
    assert absent(said(key, WITH), *own) == []
    assert absent(said(key, WITHOUT), *own) == list(own)
    assert re.findall(r"art(?:\.|icles?) (?:18|19)\b", said(key, WITHOUT)) == []


def test_the_letter_to_the_hub_answers_the_usual_evasions():
    text = said("hdh-objection", {**WITHOUT, "date": "2027-03-10", "earlier": [samples.RUNNING]})
    assert (
        absent(
            text,
            "ce droit s’exerce auprès de chacun (RGPD, art. 26, § 3)",
            "l’article 11, § 2, du RGPD n’écarte que les articles 15 à 20, non l’article 21",
            "l’article 12, § 2, suppose que vous démontriez",
            "qui héberge ces données à la date de votre réponse",
            f"Organisme : {samples.FUND['name']}",
            "Demande envoyée le : 8 janvier 2027",
        )
        == []
    )
    assert "adressée à l’organisme d’assurance maladie" not in said("hdh-objection", WITHOUT)


def test_a_request_made_before_is_to_be_confirmed_not_registered_twice():
    text = said("fund-objection", WITH)
    assert (
        absent(text, "non enregistrée une seconde fois.", "Demande déjà faite le : 4 mai 2026")
        == []
    )
    assert "seconde fois" not in said("fund-objection", WITHOUT)


# What no letter says, on any day: pattern, and why.
FORBIDDEN = {
    r"\b(?:est|sont|reste|demeure)\w* (?:\w+ )?hébergé": "nobody knows who hosts today",
    r"\bhéberge (?:actuellement|aujourd|désormais|encore|la Plateforme)": "idem",
    r"\bSecNumCloud\b|\bSREN\b": "contradictory sources",
    r"illégal|illicite|jugé contraire": "no court said so",
    r"a ordonné": "the Conseil d’État rejected the requests",
    r"anonymis": "the data are pseudonymised",
    r"deux mois": "a month, by article 12(3)",
    r"78-17[^.;]{0,20}art(?:\.|icle) 56|article 56": "LIL 56 waits for a lawyer (rule 5)",
    r"(?:ne pas|plus) transférer|transfert[^.]*vers l[ea] (?:Health|Plateforme)": "excluded by law",
    r"(?:retir|supprim|effac|sort)\w*[^.]{0,60}(?:SNDS|Data Hub|base principale)": "idem",
    r"sans appel d’offres(?! spécifique)": "a catalogue purchase is one",
    r"mise en demeure|dommages": "not what the law gives here",
    r"\b[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3}\b": "no social-security number",
}
DAYS = ("2026-11-21", "2027-06-01", "2029-04-01")


def everything_said():
    """Each letter on each day, with all statements, and each short form."""
    chosen = [s.id for s in statements.shipped().values() if s.kind is not statements.Kind.NEVER]
    for key in cases.KEYS:
        for day in DAYS:
            facts = {**cases.on(key, day), "statements": chosen}
            yield said(key, facts)
            yield said(key, {**facts, "represents": cases.on("hdh-objection", day)["represents"]})
    for key in (*OBJECTIONS, *REMINDERS):
        yield simple(compose.short(key, samples.facts("late-after-a-reminder")))


@pytest.fixture(scope="module")
def told():
    """All of it, made once."""
    return list(everything_said())


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_letter_says(told, pattern):
    assert {match.group() for text in told for match in re.finditer(pattern, text)} == set()


@pytest.mark.parametrize(
    "phrase",
    [
        "La Plateforme est hébergée par Microsoft.",
        "Microsoft héberge actuellement ces données.",
        "le Conseil d’État a jugé illégal",
        "des données anonymisées",
        "dans un délai de deux mois",
        "loi n° 78-17, art. 56",
        "de ne pas transférer mes données vers le Health Data Hub",
        "Je demande que mes données soient retirées du SNDS.",
    ],
)
def test_what_may_not_be_said_would_be_found(phrase):
    assert [pattern for pattern in FORBIDDEN if re.search(pattern, phrase)]


def test_the_end_of_the_privacy_shield_is_never_told_without_what_came_after(told):
    lines = {line for text in told for line in text.splitlines() if "Privacy Shield" in line}
    assert [line.count("décision 2023/1795") for line in lines] == [1]


POLITICAL = ("concurrence", "extraterritorial", "souverain", "marché", "engagement")


@pytest.mark.parametrize("key", [key for key in cases.KEYS if key != "open-letter"])
def test_political_demands_stay_in_the_open_letter(key):
    assert absent(said(key, statements=[]), *POLITICAL) == list(POLITICAL)


def test_the_open_letter_exercises_no_right():
    text = said("open-letter")
    assert absent(text, "elle n’exerce aucun droit", "n’appelle aucune réponse individuelle") == []
    assert "R. 1461-9" not in text


def cited(text):
    """The articles of a text: those of codes, and the bare numbers (RGPD, loi, décret)."""
    codes = {"".join(found) for found in re.findall(r"\b([LR])\. (\d+-\d+)", text)}
    return codes | set(re.findall(r"\bart(?:\.|icle) (\d+)(?![-\d])", text))


def known(key):
    """The same, as the bases of a letter name them."""
    bases = " ".join(basis.cite for basis in catalogue.get(key).bases)
    codes = {"".join(found) for found in re.findall(r"\b([LR])\. (\d+-\d+)", bases)}
    return codes | set(re.findall(r"\b\d+\b", bases))


@pytest.mark.parametrize("key", cases.KEYS)
def test_every_article_cited_has_its_basis(key):
    text = said(key, statements=[], grounds=["Parce que."])
    assert cited(text) - known(key) == set()
    assert bool(cited(text)) == bool(known(key))


@pytest.mark.parametrize("code", needs.CONTESTABLE)
def test_every_article_of_a_rebuttal_has_its_basis(code):
    key = "cnil-complaint-refusal"
    facts = cases.with_at(cases.raw(key), "earlier.0.answer.code", code)
    assert cited(said(key, facts)) - known(key) == set()


@pytest.mark.parametrize("sample", ["adult", "child"])
@pytest.mark.parametrize("key", cases.KEYS)
def test_the_number_is_asked_by_hand_and_by_the_fund_s_letter_alone(key, sample):
    facts = {**cases.raw(key), "represents": samples.raw(sample).get("represents")}
    lines = [line for line in said(key, facts).splitlines() if "sécurité sociale" in line]
    label = {
        "adult": "N° de sécurité sociale (à compléter à la main) :",
        "child": (
            "N° de sécurité sociale de l’assuré dont dépend l’enfant (à compléter à la main) :"
        ),
    }[sample]
    assert [line.rstrip("… ") for line in lines] == [label] * (key == "fund-objection")


@pytest.mark.parametrize("key", cases.KEYS)
def test_five_lines_sum_up_the_letter_at_its_top(key):
    article = cases.letter(key).article
    (summary,) = re.findall(r'<ul class="summary">(.*?)</ul>', article, re.DOTALL)
    assert summary.count("<li>") == 5
    assert article.index("</h1>") < article.index(summary) < article.index('class="salutation"')


@pytest.mark.parametrize("key", [*OBJECTIONS, *REMINDERS])
def test_the_last_block_is_a_slip_to_tick(key):
    _, _, slip = said(key).partition("Volet-réponse, à retourner à l’adresse de l’expéditeur\n")
    assert [line.rstrip("… ") for line in slip.splitlines() if line][:7] == [
        "Référence : 7K3M-Q2XD",
        "☐ Opposition enregistrée le :",
        "☐ Bases et traitements couverts :",
        "☐ Données déjà mises à disposition, pour les projets :",
        "☐ Demande refusée, pour le motif suivant :",
        "☐ Voies et délais de recours :",
        "Service, date et signature :",
    ]


@pytest.mark.parametrize("key", cases.KEYS)
def test_the_postal_address_is_always_given_and_the_mailbox_only_if_chosen(key):
    facts = cases.raw(key)
    lines = said(key, facts).splitlines()
    assert lines[:5] == ["Zoé Łucja Lefèvre", *facts["citizen"]["address"], "zoe@example.org"]
    assert "@" not in said(key, cases.without(facts, "citizen.email"))


def test_a_child_speaks_through_a_parent():
    child = said("hdh-objection", samples.raw("child"))
    assert (
        absent(
            child,
            "Au nom de la personne concernée, j’exerce",
            "de ne mettre ses données à la disposition",
            "Qualité : mère, titulaire de l’autorité parentale",
            "Personne concernée : Noé Lefèvre",
        )
        == []
    )
