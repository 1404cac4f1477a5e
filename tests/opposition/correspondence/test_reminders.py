"""A calendar that any program opens, with whole days, and nothing of the person."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from opposition.correspondence import reminders
from opposition.correspondence.dates import Expected
from opposition.domain import deadlines

NOW = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("Europe/Paris"))
EXPECTED = [
    Expected("fund", "7K3M-Q4XD", deadlines.for_controller(date(2026, 11, 23), seat="34")),
    Expected("hdh", "ACDE-FGHJ", deadlines.for_controller(date(2026, 11, 23), seat="75")),
]


def events(expected=EXPECTED):
    return Calendar.from_ical(reminders.calendar(expected, NOW)).walk("VEVENT")


def test_there_is_a_day_to_note_the_receipt_and_one_to_look_for_each_answer():
    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events()] == [
        (date(2026, 12, 3), "Santé\u202f: noter la date de réception de mes courriers"),
        (date(2026, 12, 24), "Santé\u202f: réponse de ma caisse\u202f?"),
        (date(2026, 12, 24), "Santé\u202f: réponse du Health Data Hub\u202f?"),
    ]


def test_each_event_lasts_its_day_and_keeps_it_free():
    assert {(e.decoded("dtend") - e.decoded("dtstart")).days for e in events()} == {1}
    assert {str(event["transp"]) for event in events()} == {"TRANSPARENT"}


def test_an_event_asks_and_never_affirms_a_silence():
    words = str(events()[1]["description"])
    assert words.startswith(
        "Avez-vous reçu quelque chose\u202f: courrier, message ameli, mail\u202f?"
    )
    assert "Date supposée" in words
    assert "7K3M-Q4XD a été reçue le 23 novembre 2026" in words


def test_no_two_events_share_an_identifier_even_between_two_files():
    uids = [str(event["uid"]) for event in [*events(), *events()]]
    assert len(set(uids)) == 6


def test_the_stamp_is_the_moment_in_universal_time():
    assert {e["dtstamp"].to_ical() for e in events()} == {b"20261123T223000Z"}


def test_lines_are_folded_and_end_as_the_norm_says():
    made = reminders.calendar(EXPECTED, NOW)
    lines = made.split(b"\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert {str(event["action"]) for event in Calendar.from_ical(made).walk("VALARM")} == {
        "DISPLAY"
    }
