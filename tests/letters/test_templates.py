"""The engine of the texts: nothing is blank, everything is escaped, spaces are French."""

from datetime import date

import pytest
from jinja2 import UndefinedError

from letters.templates import HTML, TEXT


@pytest.mark.parametrize("engine", [HTML, TEXT], ids=["html", "text"])
def test_an_unknown_name_is_an_error(engine):
    with pytest.raises(UndefinedError) as error:
        engine.from_string("Bonjour {{ name }}").render()
    assert str(error.value) == "'name' is undefined"


def test_pages_escape_and_messages_do_not():
    assert HTML.from_string("{{ x }}").render(x="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"
    assert TEXT.from_string("{{ x }}").render(x="<b>&'\"") == "<b>&'\""


@pytest.mark.parametrize("engine", [HTML, TEXT], ids=["html", "text"])
def test_the_filters_of_the_texts(engine):
    template = engine.from_string("{{ when|day }}, {{ 'a ; b'|french }}")
    assert template.render(when=date(2027, 3, 1)) == "1er mars 2027, a\u202f; b"


def test_the_sentences_of_a_file_are_set_in_french():
    source, _, _ = HTML.loader.get_source(HTML, "fund-objection/body.html")
    assert "en cours\u202f;" in source
    assert "art.\u00a0R.\u00a01461-1" in source


def test_a_person_s_own_words_are_left_as_typed():
    assert HTML.from_string("{{ x }}").render(x="oui ; non") == "oui ; non"
