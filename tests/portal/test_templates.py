"""Every page of the house: ready for translation, and set as French is set."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))
TRANSLATED = re.compile(
    r"{%\s*blocktranslate\b.*?{%\s*endblocktranslate\s*%}|{%\s*translate\b.*?%}", re.DOTALL
)
SPOKEN = re.compile(
    r"(?:alt|aria-label|content|placeholder|title|value)=\"([^\"{]*[a-zà-ÿ]{3}[^\"{]*)\""
)
UNSEEN = re.compile(r"(<button\b[^>]*?) value=\"[^\"]*\"")  # a browser shows a button's words
TECHNICAL = re.compile(r"light dark|width=device-width.*|#[0-9a-f]{6}")
CLASSES = re.compile(r"{% block main_class %}.*?{% endblock %}")
# A plain or no-break space where the narrow one belongs; a straight apostrophe between letters.
MISPRINTS = re.compile(
    r"[ \u00a0][;:!?»](?=[\s<\"]|$)|«[ \u00a0]|(?<=[A-Za-zà-ÿ])'(?=[A-Za-zà-ÿ])", re.MULTILINE
)


def source(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.sub(r"{#.*?#}|<!--.*?-->", "", text)


def untranslated(text):
    """The words a person reads outside any translation mark."""
    rest = UNSEEN.sub(r"\1", TRANSLATED.sub("", CLASSES.sub("", text)))
    spoken = [words for words in SPOKEN.findall(rest) if not TECHNICAL.fullmatch(words)]
    rest = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", rest, flags=re.DOTALL)
    return [*spoken, *re.findall(r"[A-Za-zà-ÿ]{2,}", rest)]


def misprints(text):
    words = re.sub(r"{%(?!\s*(?:block)?translate\b).*?%}", "", text, flags=re.DOTALL)
    return MISPRINTS.findall(words)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_is_ready_for_translation(name):
    assert untranslated(source(name)) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_french_is_set_with_its_narrow_spaces_and_apostrophes(name):
    assert misprints(source(name)) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_trusts_a_value_or_styles_a_line(name):
    assert (
        re.findall(r"\|\s*safe\b|autoescape off|<script|<style|\sstyle=|\son\w+=", source(name))
        == []
    )


@pytest.mark.parametrize(
    "planted", ["<p>Bonjour</p>", '<a aria-label="Retour">x</a>', "{% if a %}oui{% endif %}"]
)
def test_a_forgotten_mark_is_seen(planted):
    assert untranslated(planted) != []


@pytest.mark.parametrize("planted", ["Attention !", "« oui»", "l'essentiel", "Nom : x"])
def test_a_misprint_is_seen(planted):
    assert misprints(f'{{% translate "{planted}" %}}') != []
