"""Facts and a text make a letter: HTML, words, short form. An unknown fact is an error."""

from dataclasses import dataclass

from markupsafe import Markup

from letters import catalogue, needs, plain, repertoire, statements, typography, words
from letters.facts import Facts, FactsError
from letters.templates import HTML, TEXT
from letters.window import window

SHORT_MOST = 1200  # characters: the message box of an ameli account (rule 8)


@dataclass(frozen=True)
class Letter:
    """A composed letter: what is shown (`article`), what is printed (`sheet`), what it rests on."""

    key: str
    version: str
    title: str
    article: str
    sheet: str
    statements: tuple[str, ...]
    defects: tuple[str, ...]

    @property
    def text(self) -> str:
        """The same words, as plain text."""
        return plain.text(self.article)


def letter(key: str, facts: Facts) -> Letter:
    """One letter of the catalogue; raises `UnknownLetterError` or `FactsError`, never a blank."""
    text = catalogue.get(key)
    needs.check(text, facts)
    said = _statements(text, facts)
    frame = window(facts.addressee)
    said_here = words.of(text, facts, said, frame.lines)
    body = HTML.get_template(f"{key}/body.html")
    article = body.render(**said_here, tight=frame.tight, number_field=False)
    if absent := repertoire.sentence(plain.text(article)):  # statements may come from elsewhere
        raise FactsError(key, absent)
    printed = body.render(**said_here, tight=frame.tight, number_field=text.number_line)
    title = f"{typography.french(text.subject)} – {facts.reference}"
    page = HTML.get_template("sheet/page.html")
    return Letter(
        key=key,
        version=text.version,
        title=title,
        article=article,
        sheet=page.render(title=title, article=Markup(printed)),  # noqa: S704 - escaped above
        statements=tuple(statement.id for statement in said),
        defects=frame.defects,
    )


def stamped(sheet: str, word: str) -> str:
    """The same sheet with a word above each page: a print that is no real letter says so."""
    mark = Markup('<p class="specimen">{}</p>').format(word)
    return sheet.replace("<body>", f"<body>\n{mark}", 1)


def _statements(text: catalogue.Text, facts: Facts) -> list[statements.Statement]:
    """Those chosen or offered that hold; none in a letter that has no place for them."""
    said = statements.choose(facts.statements, text.statements, facts.date)
    return said if text.statements else []


def short(key: str, facts: Facts) -> str:
    """The short form of a request or reminder, at most `SHORT_MOST` characters (rule 8)."""
    text = catalogue.get(key)
    if not text.short:
        raise FactsError(key, "ce courrier n’a pas de forme courte.")
    needs.check(text, facts)
    template, named = TEXT.get_template(f"{key}/short.txt"), words.of(text, facts, [], ())
    for brief in range(3):  # very long names: without the place of birth, then the street
        told = template.render(**named, brief=brief).strip() + "\n"
        if len(told) <= SHORT_MOST:
            return told
    raise FactsError(
        "earlier", f"la forme courte dépasse {SHORT_MOST} caractères\u202f: prenez la longue."
    )
