"""What the columns of a table, or the keys of a crawler's record, stand for: by their names, else by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from articles.importing.days import Days
from articles.languages.loading import all_languages
from articles.records import COLUMN_FIELDS, Columns
from articles.text.terms import fold

_SCHEMA = {
    name: field
    for field, names in {
        "text": "articlebody maintext contentencoded contenthtml bodyhtml bodytext plaintext cleantext",
        "title": "headline titletext pagetitle webtitle",
        "published": "datepublished publishedat pubdate datecreated firstpublished webpublicationdate datetimepub",
        "outlet": "sourcename publishername sourcedomain sourcehostname sitename feedtitle sourcetitle",
        "author": "authorname creatorname authorsname bylineoriginal",
        "standfirst": "trailtext leadparagraph metadescription",
        "url": "sourceurl finalurl requestedurl mainentityofpage weburl",
        "language": "inlanguage detectedlanguage langcode",
    }.items()
    for name in names.split()
}
"""Names that schema.org and crawlers give; without marks between their words."""
_OF_THE_ARTICLE = re.compile(r"^(?:post|article|news|item|entry|story|doc|document|page|field) (?=.)")
"""What a program puts before the name of a field to say whose it is: post_title, article_url."""
CELL = 200
"""Characters of a cell that a sample shows."""
SAMPLES = 3
_TEXT_LENGTH = 80
"""Characters that the cells of an unnamed column have at least, on average, to be taken for articles."""
_TITLE_LENGTHS = range(15, 160)
_MOST = 0.8
"""Share of the filled cells of a column that tell what it holds."""


def field_of(name: str) -> str:
    """The field of COLUMN_FIELDS that a column or key of this name holds, or ""."""
    words = _words(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    for said in (words, _OF_THE_ARTICLE.sub("", words)):
        field = _names().get(said) or _SCHEMA.get(said.replace(" ", ""), "")
        if field:
            return field
    return ""


def _words(name: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(name)).strip()


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in all_languages():
        for field in COLUMN_FIELDS:
            for name in getattr(language.files, field):
                found.setdefault(_words(name), field)
    return found


def known(row: Sequence[str]) -> int:
    """How many cells of a row are names of columns; 0 where one is as long as an article."""
    return 0 if any(len(cell) >= _TEXT_LENGTH for cell in row) else sum(bool(field_of(cell)) for cell in row)


def propose(names: Sequence[str], rows: Sequence[Sequence[str]], named: bool = True) -> Columns:
    """What each column is taken for. Of several for one field the first is, for the text the one that holds most.

    A field that no name tells goes to the column that looks like it; title and outlet only in a table without names.
    """
    cells = [[row[at].strip() for row in rows if at < len(row) and row[at].strip()] for at in range(len(names))]
    lengths = [sum(map(len, column)) / max(1, len(column)) for column in cells]
    fields = [field_of(name) if named else "" for name in names]
    texts = [at for at, field in enumerate(fields) if field == "text"]
    longest = max(texts or range(len(names)), key=lambda at: lengths[at], default=-1)
    if longest >= 0 and (texts or lengths[longest] >= _TEXT_LENGTH):
        fields[longest] = "text"
    seen = {""}
    for at, field in enumerate(fields):
        if field in seen or (field == "text" and at != longest):
            fields[at] = ""
        seen.add(fields[at])
    text = " ".join(cells[longest][:3]) if longest >= 0 else ""
    for field, looks in _LOOKS if named else (*_LOOKS, *_LOOKS_UNNAMED):
        unknown = (at for at, one in enumerate(fields) if not one and cells[at] and looks(cells[at], text))
        if field not in seen and (likely := next(unknown, None)) is not None:
            fields[likely] = field
    samples = tuple(tuple(cell[:CELL] for cell in row) for row in rows[:SAMPLES])
    return Columns(tuple(names), tuple(fields), samples)


def _mostly(cells: Sequence[str], holds: Callable[[str], object]) -> bool:
    return sum(bool(holds(cell)) for cell in cells) >= _MOST * len(cells)


def _urls(cells: Sequence[str], _text: str) -> bool:
    return _mostly(cells, re.compile(r"https?://\S+$").match)


def _days(cells: Sequence[str], text: str) -> bool:
    days = Days(cells)
    return _mostly(cells, lambda cell: len(cell) < 60 and not cell.isdecimal() and days.iso(cell, text))


def _languages(cells: Sequence[str], _text: str) -> bool:
    codes = {language.code for language in all_languages()}
    return _mostly(cells, lambda cell: cell.casefold() in codes)


def _titles(cells: Sequence[str], _text: str) -> bool:
    several = len(set(cells)) > _MOST * len(cells)
    return several and _mostly(cells, lambda cell: len(cell) in _TITLE_LENGTHS and " " in cell and "//" not in cell)


def _outlets(cells: Sequence[str], _text: str) -> bool:
    again = len(set(cells)) * 2 <= len(cells)
    return again and _mostly(cells, lambda cell: len(cell) < 60 and len(re.findall(r"[^\W\d_]", cell)) > 3)


_LOOKS: tuple[tuple[str, Callable[[Sequence[str], str], bool]], ...] = (
    ("url", _urls),
    ("published", _days),
    ("language", _languages),
)
_LOOKS_UNNAMED = (("title", _titles), ("outlet", _outlets))
