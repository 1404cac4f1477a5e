"""Facts for the tests: the files of tests/cases/facts, and a case for any letter on any day."""

import json
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

from letters import compose, reading, samples

FOLDER = Path(__file__).parents[1] / "cases" / "facts"
FILES = {file.stem: file for file in sorted(FOLDER.glob("*.json"))}
KEYS = (
    "cnil-complaint-refusal",
    "cnil-complaint-silence",
    "cnil-report",
    "fund-objection",
    "hdh-objection",
    "open-letter",
    "reminder-1",
    "reminder-2",
)
SAMPLE = {key: names[0] for key, names in samples.PROOFS.items()} | {
    "fund-objection": "adult-with-everything",
    "hdh-objection": "child",
    "open-letter": "adult-with-everything",
}
DATES = {
    "date",
    "sent_on",
    "received_on",
    "due_on",
    "birth_date",
}


def from_file(name):
    """The JSON of one file."""
    return json.loads(FILES[name].read_text(encoding="utf-8"))


def raw(key):
    """Facts that suffice for a letter, with all that it can say."""
    return samples.raw(SAMPLE[key])


def on(key, day):
    """The same facts, every date moved so that the letter is dated `day`."""
    facts = raw(key)
    return moved(facts, date.fromisoformat(day) - date.fromisoformat(facts["date"]))


def moved(facts, by):
    """A copy whose dates are all later by a `timedelta`."""
    if isinstance(facts, list):
        return [moved(item, by) for item in facts]
    if not isinstance(facts, dict):
        return facts
    return {
        name: (date.fromisoformat(value) + by).isoformat() if name in DATES else moved(value, by)
        for name, value in facts.items()
    }


def with_at(facts, path, value):
    """A copy of the facts with another value at a path such as `earlier.0.due_on`."""
    facts = deepcopy(facts)
    *way, last = path.split(".")
    place = facts
    for name in way:
        place = place[int(name) if isinstance(place, list) else name]
    place[int(last) if isinstance(place, list) else last] = value
    return facts


def without(facts, path):
    """A copy of the facts without what lies at a path."""
    facts = deepcopy(facts)
    *way, last = path.split(".")
    place = facts
    for name in way:
        place = place[int(name) if isinstance(place, list) else name]
    del place[last]
    return facts


def letter(key, facts=None):
    """The letter composed from raw facts."""
    return compose.letter(key, reading.parse(raw(key) if facts is None else facts))


def day_after(day, days):
    """An ISO date so many days later."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def simple(text):
    """The same text with simple spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def said(key, facts=None, **changes):
    """The words of a letter, with simple spaces."""
    return simple(letter(key, {**(raw(key) if facts is None else facts), **changes}).text)


def absent(text, *phrases):
    """Those of the phrases that a text does not hold."""
    return [phrase for phrase in phrases if phrase not in text]
