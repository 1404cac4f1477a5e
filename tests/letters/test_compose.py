"""Letters put together: whole or refused, short within 1,200 characters, values at line ends."""

import dataclasses
import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from letters import catalogue, compose, reading, samples
from letters.facts import FactsError
from tests.letters import cases

SHORT = ("fund-objection", "hdh-objection", "reminder-1", "reminder-2")


@pytest.mark.parametrize("key", cases.KEYS)
def test_a_letter_says_what_it_is_and_what_it_rests_on(key):
    letter = cases.letter(key)
    text = catalogue.get(key)
    assert (letter.key, letter.version, letter.defects) == (key, text.version, ())
    assert letter.title.endswith(" – 7K3M-Q2XD")
    assert f"Texte «\u00a0{key}\u00a0», version {text.version}," in letter.text
    assert f"<title>{letter.title}</title>" in letter.sheet


@pytest.mark.parametrize("key", cases.KEYS)
@pytest.mark.parametrize("name", cases.FILES)
def test_no_letter_has_a_blank_or_a_name_of_the_machine(key, name):
    try:
        text = cases.letter(key, cases.from_file(name)).text
    except FactsError:
        return
    assert [w for w in ("None", "True", "False", "{{", "}}", "()", "[]", "_") if w in text] == []


def test_what_a_person_types_is_never_markup():
    facts = samples.raw("adult")
    facts["citizen"]["birth_name"] = "<script>&'\""
    letter = cases.letter("fund-objection", facts)
    assert "<script>&'\"" in letter.text
    assert letter.sheet.count("<script") == 0
    facts["citizen"]["birth_name"] = "{{ 7 * 7 }}"
    assert "{{ 7 * 7 }}" in cases.letter("fund-objection", facts).text


def test_defects_of_the_address_are_reported():
    facts = samples.raw("adult")
    facts["addressee"]["name"] = "X" * 39
    assert cases.letter("fund-objection", facts).defects == (
        f"la ligne «\u202f{'X' * 39}\u202f» dépasse 38 caractères.",
    )


def test_a_character_that_came_by_another_way_is_refused_too():
    facts = dataclasses.replace(samples.facts("adult"), place="😀")
    with pytest.raises(FactsError) as refusal:
        compose.letter("fund-objection", facts)
    assert (refusal.value.key, "U+1F600" in refusal.value.message) == ("fund-objection", True)


@pytest.mark.parametrize("act", [compose.letter, compose.short])
def test_an_unknown_letter_is_refused(act):
    with pytest.raises(catalogue.UnknownLetterError):
        act("love-letter", samples.facts("adult"))


def test_only_the_printed_sheet_has_the_field():
    letter = cases.letter("fund-objection")
    assert (letter.article.count("<input"), letter.sheet.count("<input")) == (0, 1)


def short(key, facts):
    return compose.short(key, reading.parse(facts))


@pytest.mark.parametrize("key", SHORT)
def test_a_short_form_stands_by_itself(key):
    said = short(key, samples.raw("late-after-a-reminder")).replace("\u00a0", " ")
    wanted = (
        "Bonjour,",
        "R. 1461-9, II",
        "RGPD, art. 21",
        "ni la base principale du SNDS, ni les accès permanents, que la loi exclut",
        "RGPD, art. 12, § 3",
        "mois",
        "par écrit",
        "Zoé Łucja Lefèvre, naissance le 28 février 1979, Saint-Étienne (42).",
        "APPARTEMENT 12, 12 BIS RUE DE L EGLISE, 34000 MONTPELLIER.",
        "Référence : 7K3M-Q2XD",
    )
    assert [words for words in wanted if words not in said] == []
    assert len(said) <= 1200


def test_a_short_form_for_a_child_names_both():
    said = short("hdh-objection", samples.raw("child"))
    assert "Personne concernée\u00a0: Noé Lefèvre, naissance le 5 mars 2019, Montpellier" in said
    assert "Zoé Łucja Lefèvre (mère, titulaire de l’autorité parentale)." in said
    assert "ses données" in said


def longest(key, line):
    """Every name of 80 characters, every address line of `line`, for oneself and for a child."""
    facts = {**samples.raw("late-after-a-reminder"), "reference": "W" * 20}
    person = dict.fromkeys(("given_names", "birth_name", "usual_name", "birth_place"), "W" * 80)
    facts["citizen"] |= {**person, "address": ["W" * line] * 6}
    child = {**samples.CHILD, **person, "capacity": "guardian"}
    return [facts, {**facts, "represents": child}]


@pytest.mark.parametrize("key", SHORT)
@pytest.mark.parametrize("line", [38, 80])
def test_the_longest_facts_still_have_a_short_form_that_names_the_person(key, line):
    for facts in longest(key, line):
        said = short(key, facts)
        assert len(said) <= 1200
        assert said.count("W" * 80) >= 2
        assert "R.\u00a01461-9, II" in said


@pytest.mark.parametrize(
    ("line", "for_a_child", "born_at", "streets"),
    [(38, False, 1, 5), (64, False, 1, 5), (70, False, 0, 5), (9, True, 0, 5), (38, True, 0, 0)],
)
def test_what_a_short_form_leaves_out_first(line, for_a_child, born_at, streets):
    facts = longest("fund-objection", line)[for_a_child]
    facts["citizen"]["address"] = ["RUE " + "E" * (line - 4)] * 5 + ["34000 MONTPELLIER"]
    said = short("fund-objection", facts)
    assert (len(re.findall(r"\d{4}, W{80}\.", said)), said.count("RUE")) == (born_at, streets)
    assert "34000 MONTPELLIER.\n" in said


def test_twenty_late_requests_are_too_many_for_a_short_form():
    facts = {**samples.raw("late"), "earlier": [samples.LATE] * 20}
    with pytest.raises(FactsError) as refusal:
        short("reminder-1", facts)
    assert str(refusal.value) == (
        "earlier : la forme courte dépasse 1200 caractères\u202f: prenez la longue."
    )


@pytest.mark.parametrize("key", [key for key in cases.KEYS if key not in SHORT])
def test_the_other_letters_have_no_short_form(key):
    with pytest.raises(FactsError) as refusal:
        short(key, cases.raw(key))
    assert str(refusal.value) == f"{key} : ce courrier n’a pas de forme courte."


def test_a_short_form_has_the_same_locks():
    with pytest.raises(FactsError) as refusal:
        short("reminder-1", cases.without(samples.raw("late"), "earlier.0.received_on"))
    assert refusal.value.key == "earlier[0].received_on"


class Lines(HTMLParser):
    """The lines of a letter: (names of the blocks around it, its words)."""

    def __init__(self, article):
        super().__init__()
        self.around, self.lines = [], []
        self.feed(article)

    def handle_starttag(self, tag, attrs):
        self.around.append(dict(attrs).get("class") or tag)
        if tag in {"p", "li", "h1", "h2"}:
            self.lines.append((tuple(self.around), ""))

    def handle_endtag(self, tag):
        if tag != "path":
            self.around.pop()

    def handle_startendtag(self, tag, attrs):
        """A drawing's path says nothing."""

    def handle_data(self, data):
        if self.lines and "barcode" not in self.around:
            around, words = self.lines[-1]
            self.lines[-1] = (around, " ".join(f"{words} {data}".split()))


OTHER = {
    "given_names": "Ana",
    "birth_name": "Silva",
    "usual_name": "Costa",
    "birth_place": "Porto",
    "email": "ana@example.net",
    "place": "Nice",
    "reference": "9QF4-TT7B",
    "registered_mail": "2B 987 654 3210 9",
    "fund": "MSA",
    "name": "AUTRE ORGANISME",
    "addressee": "AUTRE ORGANISME",
    "service": "BUREAU",
    "body": "UN AUTRE",
    "quote": "Non",
}


def another(facts):
    """The same options for a person who has nothing in common with the first."""
    if isinstance(facts, list):
        return [another(item) for item in facts]
    if not isinstance(facts, dict):
        return facts
    changed = {
        name: OTHER[name] if name in OTHER and isinstance(value, str) else another(value)
        for name, value in facts.items()
    }
    if "address" in changed:
        changed["address"] = [f"{i} AUTRE" for i, _ in enumerate(changed["address"])]
    if "grounds" in changed:
        changed["grounds"] = ["J’ai mes raisons."]
    if "due_why" in changed:
        changed["due_why"] = ["autrement"]
    return changed


@pytest.mark.parametrize("key", cases.KEYS)
def test_a_value_stands_alone_at_the_end_of_its_line(key):
    facts = {**cases.raw(key), "statements": ["azure-2019"]}
    facts.setdefault("registered_mail", "1A 123 456 7890 1")
    others = another(cases.moved(facts, timedelta(days=366 + 40)))
    here, there = (Lines(cases.letter(key, one).article).lines for one in (facts, others))
    assert [around for around, _ in here] == [around for around, _ in there]
    differ = [
        (around, mine, theirs)
        for (around, mine), (_, theirs) in zip(here, there, strict=True)
        if mine != theirs
    ]
    assert len(differ) >= 15
    own = {"sender", "window", "head", "facts", "summary", "signature", "blockquote", "enclosures"}
    astray = [mine for around, mine, _ in differ if not own & set(around)]
    assert astray == (["Référence : 7K3M-Q2XD"] if catalogue.get(key).reply_slip else [])
    assert [mine for _, mine, theirs in differ if last(mine) == last(theirs)] == []


def last(line):
    """The last word of a line, inside the quotation marks if any."""
    return line.rstrip(" »").split()[-1]


def test_a_print_that_is_no_real_letter_says_so_once_and_changes_nothing_else():
    sheet = cases.letter("fund-objection").sheet
    mark = '\n<p class="specimen">Essai &lt;1&gt;</p>'
    assert compose.stamped(sheet, "Essai <1>").replace(mark, "") == sheet
    assert compose.stamped(sheet, "Essai <1>").count(mark) == 1
