"""The author's story on a real portal: from the form to a complaint before the CNIL."""

import re
import subprocess

import pytest

from tests.journey.stand import Stand
from tests.journey.story import Person, Story
from tests.journey.visitor import Visitor
from tests.servers import postgres, redis

PERSON = {
    "who": "self",
    "given_names": "Zoé",
    "birth_name": "D’Aubigné-Nguyễn",
    "birth_date": "28/02/1979",
    "birth_place": "Saint-Étienne (42)",
    "street": "12 bis rue de l’Église",
    "postal_code": "34000",
    "town": "Montpellier",
}


def person():
    return Person(PERSON, "zoe@example.net", {"fund": "demo-caisse"}, {"grounds": ""})


def words(pdf):
    """What a PDF says, on one line, with plain spaces."""
    command = ["pdftotext", "-raw", "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return " ".join(told.split())


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """One process, SQLite."""
    yield from _story(Stand(tmp_path_factory.mktemp("embedded") / "portal"))


@pytest.fixture(scope="module")
def separate(tmp_path_factory):
    """PostgreSQL, Redis, a process for each queue."""
    programs = postgres.programs()
    assert programs, "no PostgreSQL here: apt-get install postgresql"
    with postgres.running(programs) as database, redis.running() as broker:
        home = tmp_path_factory.mktemp("separate") / "portal"
        yield from _story(Stand(home, DATABASE_URL=database, REDIS_URL=broker))


def _story(stand):
    stand.start()
    try:
        story = Story(Visitor(stand.site), person())
        for step in story.steps():
            step()
        yield story
        assert stand.stop() == 0
    finally:
        stand.stop()


@pytest.fixture(params=["embedded", "separate"])
def story(request):
    return request.getfixturevalue(request.param)


def test_the_dossier_tells_the_whole_story(story):
    story.v.get("/dossier/")
    told = [
        "Lettre envoyée (message ameli)",
        "Le portail a demandé si quelque chose est arrivé",
        "Vous avez dit n’avoir rien reçu",
        "Rappel envoyé (message ameli)",
        "Opposition enregistrée",
        "On vous renvoie à un autre organisme",
        "Plainte déposée",
    ]
    places = [story.v.text.find(words) for words in told]
    assert (min(places) > 0, places) == (True, sorted(places))


def test_the_complaint_is_about_the_silent_hub_alone(story):
    told = words(story.pdfs["complaint"])
    assert re.findall(r"Organisme : ([A-Z ()]+?) Adresse", told) == ["HDH INVENTE (DEMO)"]
    assert "Preuve de la réception : avis de réception signé" in told


@pytest.mark.parametrize("name", ["reminder-1", "reminder-2"])
def test_each_reminder_recalls_its_request(story, name):
    assert story.refs["fund"] in words(story.pdfs[name])


def test_what_was_made_under_fictive_dates_says_so(story):
    marked = {name for name, pdf in story.pdfs.items() if "DÉMONSTRATION" in words(pdf)}
    assert marked == {"reminder-1", "reminder-2", "complaint"}


def test_each_mail_has_links_of_its_own_and_no_name(story):
    story.v.get("/demo/courriels/")
    own = [part for part in story.v.html.split("<article") if story.person.email in part]
    assert len(own) >= 5
    assert [mail for mail in own if "Aubign" in mail or "Zoé" in mail] == []
    links = re.findall(r'href="(/[a-z]+/[\w-]{22,}/)"', "".join(own))
    assert len(links) == len(set(links))


def test_the_dossier_can_be_taken_home(story):
    story.v.get("/dossier/export/")
    story.v.press("Télécharger")
    assert story.v.body.startswith(b"PK")
