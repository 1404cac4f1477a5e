"""The files give addressees one can write to, and nothing personal nor meant for another office."""

import re
from datetime import date

import pytest

from opposition.directory import postcodes, shipped, tables
from opposition.models.addressee import Addressee, Kind, Regime

MAILBOX = re.compile(r"([\w.+-]+)@[\w-]+\.[\w.-]+")


@pytest.fixture(scope="module")
def shelf():
    return {addressee.key: addressee for addressee in shipped.addressees()}


def texts(addressee):
    """Every text a record holds."""
    values = [getattr(addressee, field.name) for field in Addressee._meta.concrete_fields]
    flat = [value if isinstance(value, list) else [value] for value in values]
    return [str(value) for values in flat for value in values if value]


def test_the_general_regime_has_107_funds(shelf):
    general = [one for one in shelf.values() if one.regime == Regime.GENERAL]
    assert len(general) == 107
    assert {one.kind for one in general} == {Kind.FUND}


def test_each_scheme_has_its_funds(shelf):
    counts = {
        regime: sum(one.regime == regime for one in shelf.values())
        for regime in [*Regime.values, ""]
    }
    assert counts == {"general": 107, "agricultural": 37, "special": 9, "": 3}


def test_a_line_of_the_files_that_is_no_body_is_left_out(shelf):
    keys = {row["fund_id"] for row in tables.rows("funds.csv")}
    keys |= {row["id"] for row in tables.rows("recipients_national.csv")}
    assert len(shipped.addressees()) == len(shelf)
    assert keys - set(shelf) == {"cpam-own", "caisse-des-francais-assemblee-nationale-"}


def test_a_general_fund_has_the_departments_of_its_line(shelf):
    several = {}
    for one in shelf.values():
        if one.regime == Regime.GENERAL:
            for code in one.departments:
                several.setdefault(code, []).append(one.key)
    counts = {code: len(keys) for code, keys in several.items() if len(keys) > 1}
    assert counts == {"59": 4, "62": 2, "64": 2, "76": 2}
    assert set(several) <= set(postcodes.departments())


def test_an_address_ends_with_its_postcode_line_and_no_other_line_looks_like_one(shelf):
    for one in shelf.values():
        looks = [re.fullmatch(r"\d{5} [A-Z][A-Z0-9 ]+", line) is not None for line in one.lines]
        assert looks == [False] * (len(looks) - 1) + [True] * bool(looks), one.key


def test_the_envelope_holds_six_lines_of_38_plain_capitals(shelf):
    for one in shelf.values():
        envelope = [one.letter_name, one.letter_service, *one.lines]
        assert len(envelope) <= 6, one.key
        assert [line for line in envelope if len(line) > 38] == [], one.key
        wrong = [line for line in envelope if not re.fullmatch(r"[A-Z0-9 '(),-]*", line)]
        assert wrong == [], one.key
        assert one.letter_name


def test_a_body_is_named_in_full_on_the_page_and_briefly_on_the_envelope(shelf):
    hub = shelf["hdh-dpd"]
    assert hub.name == "Plateforme des données de santé (Health Data Hub)"
    assert hub.letter_name == "PLATEFORME DES DONNEES DE SANTE (HDH)"
    assert shelf["cpam-de-l-ain"].name == "CPAM de l’Ain"


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("cpam-de-l-ain", "1 PLACE DE LA GRENOUILLERE / 01015 BOURG EN BRESSE CEDEX"),
        # the file's line for the name and the service is not said twice
        ("cpam-de-maine-et-loire", "32 RUE LOUIS GAIN / 49937 ANGERS CEDEX 9"),
        # a street of 43 characters is abbreviated
        (
            "cpam-de-la-haute-marne",
            "18 BD MARECHAL DE LATTRE DE TASSIGNY / BP 2028 / 52915 CHAUMONT CEDEX 9",
        ),
        (
            "cpam-de-la-corse-du-sud",
            "QUARTIER LES PADULES / BOULEVARD ABBE RECCO / BP 910 / 20702 AJACCIO CEDEX 9",
        ),
        ("cpam-du-gard", "30921 NIMES CEDEX 9"),
        ("cnil-plaintes", "3 PLACE DE FONTENOY / TSA 80715 / 75334 PARIS CEDEX 07"),
        ("cpam-des-flandres", ""),
        ("cnam-dpo", ""),
    ],
)
def test_an_address_keeps_the_order_of_the_norm(shelf, key, lines):
    assert " / ".join(shelf[key].lines) == lines


@pytest.mark.parametrize(
    ("key", "kind", "service"),
    [
        ("cnil-plaintes", Kind.CNIL, "SERVICE DES PLAINTES"),
        ("hdh-dpd", Kind.HDH, "DELEGUE A LA PROTECTION DES DONNEES"),
        ("cnam-dpo", Kind.CNAM, "DELEGUE A LA PROTECTION DES DONNEES"),
        ("cpam-du-gard", Kind.FUND, "DELEGUE A LA PROTECTION DES DONNEES"),
    ],
)
def test_a_letter_goes_to_the_service_of_its_body(shelf, key, kind, service):
    assert (shelf[key].kind, shelf[key].letter_service) == (kind, service)


@pytest.mark.parametrize(
    ("key", "seat"),
    [
        ("cpam-du-bas-rhin", "67"),
        # the CEDEX codes of these two would say 2B and 977
        ("cpam-de-la-corse-du-sud", "2A"),
        ("cgss-de-la-reunion", "974"),
        # several departments: the postal code chooses among them
        ("cgss-de-guadeloupe-et-saint-martin", "971"),
        # no address and several departments, or none: unknown
        ("msa-d-alsace", ""),
        ("cnmss", ""),
        ("cnam-dpo", ""),
        # no departments: the postal code alone, by the rule
        ("hdh-dpd", "75"),
        ("cnil-plaintes", "75"),
    ],
)
def test_the_seat_is_the_department_whose_holidays_count(shelf, key, seat):
    assert shelf[key].seat == seat


@pytest.mark.parametrize(
    ("key", "seen_on", "seen_text", "level"),
    [
        ("cpam-de-l-ain", date(2014, 8, 6), "2014-08-06", "D"),
        ("cpam-de-maine-et-loire", None, "", "A"),
        ("cpam-de-la-haute-garonne", date(2018, 12, 18), "2018-12-18", "B"),
        ("css-de-mayotte", None, "", "N"),
        ("hdh-dpd", date(2020, 11, 24), "2020-11-24 (siège) / 2021-04-26 (DPD)", "D"),
        ("cpam-de-l-eure", date(2019, 9, 21), "2019-09-21", "C"),
    ],
)
def test_an_address_says_when_it_was_seen_and_how_far_it_is_sure(
    shelf, key, seen_on, seen_text, level
):
    one = shelf[key]
    assert (one.seen_on, one.seen_text, one.level) == (seen_on, seen_text, level)


def test_an_address_always_has_its_source(shelf):
    assert [one.key for one in shelf.values() if one.lines and not one.source] == []


def test_nothing_that_ships_is_verified_or_invented(shelf):
    claims = {(one.verified_on, one.verified_by, one.invented) for one in shelf.values()}
    assert claims == {(None, "", False)}


def test_the_mailboxes_are_those_of_the_files_dpo_column(shelf):
    boxes = {one.key: one.mailbox for one in shelf.values() if one.mailbox}
    from_files = {r["fund_id"]: r["dpo_email"] for r in tables.rows("funds.csv") if r["dpo_email"]}
    assert len(from_files) == 7
    assert boxes == {**from_files, "hdh-dpd": "dpd@health-data-hub.fr"}


def test_no_mailbox_of_another_role_enters_any_field(shelf):
    others = {row["other_role_mailbox"] for row in tables.rows("funds.csv")} - {""}
    assert len(others) == 70
    everything = "\n".join(text for one in shelf.values() for text in texts(one))
    assert [box for box in others if box in everything] == []


def test_every_mailbox_in_any_field_is_a_function_and_no_person(shelf):
    boxes = {box for one in shelf.values() for text in texts(one) for box in MAILBOX.findall(text)}
    assert boxes
    assert {re.split(r"\W", box)[0] for box in boxes} == {"dpo", "dpd"}


def test_no_field_names_a_person(shelf):
    titles = re.compile(r"\b(M\.|Mme|Mlle|Monsieur|Madame|Dr)\s+[A-Z]")
    named = [one.key for one in shelf.values() if any(titles.search(text) for text in texts(one))]
    assert named == []


def test_every_record_is_valid_and_fits_its_columns(shelf):
    for one in shelf.values():
        one.clean_fields()


def test_a_portal_is_an_address_on_the_web(shelf):
    portals = {one.key: one.portal for one in shelf.values() if one.portal}
    assert portals == {"cnil-plaintes": "https://www.cnil.fr/fr/plaintes"}
