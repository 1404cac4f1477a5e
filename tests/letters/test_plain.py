"""A letter's HTML as plain text: a paragraph a line, lists with their marks, drawings silent."""

import pytest

from letters import plain
from tests.letters import cases


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("<p>Un</p><p>Deux</p>", "Un\nDeux\n"),
        ("<p>Un\n   seul   <b>mot</b> .</p>", "Un seul mot .\n"),
        ("<p>a</p><h2>Titre</h2><p>b</p>", "a\n\nTitre\n\nb\n"),
        ("<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>", "1. a\n2. b\n\n1. c\n"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b\n"),
        ('<ul class="facts"><li><span>Nom :</span> Œuvrard</li></ul>', "Nom : Œuvrard\n"),
        ("<p>a</p><svg><title>Code</title><path/></svg><p>b</p>", "a\nb\n"),
        ("<p>R&amp;D &lt;x&gt; &#233;</p>", "R&D <x> é\n"),
        ("<p>1\u202f000\u00a0€</p>", "1\u202f000\u00a0€\n"),
        ("<blockquote><p>Dit</p></blockquote><p>b</p>", "Dit\n\nb\n"),
        ("<p></p><div></div>", "\n"),
        ("<li>seul</li>", "seul\n"),
    ],
)
def test_words_without_markup(article, text):
    assert plain.text(article) == text


@pytest.mark.parametrize("key", cases.KEYS)
def test_a_letter_has_no_blank_line_twice_and_no_mark_up(key):
    text = cases.letter(key).text
    assert "\n\n\n" not in text
    assert [sign for sign in ("<", ">", "&", "  ", "{", "}") if sign in text] == []
    assert [line for line in text.splitlines() if line != line.strip()] == []
