"""What files give: documents, files inside them, flaws; and why their fields say what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from articles.records.texts import Notice, Removal


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field of an article says what it says."""

    field: str
    """One of EVIDENT_FIELDS."""
    value: str
    source: str
    """One of EVIDENCE_SOURCES."""
    text: str = ""
    """The words it was read from, as the file has them; empty where they are the value itself."""


EVIDENT_FIELDS = ("title", "outlet", "author", "dateline", "standfirst", "published", "language", "url")
EVIDENCE_SOURCES = (
    *("json-ld", "opengraph", "meta", "page", "properties", "header", "column", "feed", "record", "moon"),
    *("masthead", "heading", "byline", "dateline", "date line", "signature", "footer", "domain", "file name"),
    *("body", "recipe", "editor"),
)
"""Where a field was read: metadata of a web page (json-ld, opengraph, meta, page: its own title and tags), properties
of an office document or PDF, header of a mail, column of a table, a feed's or crawler's record, a lunar date (moon),
which may be a day or two away; lines of the page itself; the address (domain) or name of the file; the language of the
body; what an editor taught (recipe) or typed (editor)."""


FIGURE = r"\d++(?:[.,٫٬]\d++)*+"
"""What a # of a recipe stands for, as a regular expression: digits of any script, however they are grouped."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What editors taught about the files of one outlet. Its patterns are literal text, # stands for any figure."""

    outlet: str
    names: tuple[str, ...] = ()
    """Other names by which its files call the outlet."""
    title: str = ""
    """How its files print a title, "" if plainly: literal text around {title}, as "{title} | Warta Selat"; or whole
    lines above or below it, which may hold {day}, {month}, {year}, {weekday} and {author}."""
    published: str = ""
    """How its files print the day of publication: literal text around {day}, {month} and {year}, as
    "Diterbitkan {weekday}, {day}/{month}/{year}"."""
    litter: tuple[str, ...] = ()
    """Lines that are no part of any article; one that begins with … is a passage inside of a line."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: of an archive, a mail, a web archive."""

    name: str
    """As the archive calls it, with folders; not to be trusted as a path."""
    data: bytes
    url: str = ""
    """Where it was captured, if it was."""


COLUMN_FIELDS = ("text", "title", "outlet", "author", "published", "standfirst", "url", "language")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table whose rows are articles, and what each is taken for."""

    names: tuple[str, ...]
    fields: tuple[str, ...]
    """For each column one of COLUMN_FIELDS, or "" where it is not used."""
    samples: tuple[tuple[str, ...], ...] = ()
    """The first rows, cells cut to 200 characters."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in a file could not be read; the rest of the file could."""

    notice: Notice
    name: str = ""
    """The member it is about, if it is about one."""
    slight: bool = False
    """Whether nothing that could be an article is missing: the file is whole all the same."""


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """One clean article as a file gives it, before anything is stored."""

    file: str
    """The name of the original file, without its folder."""
    part: int
    """Counts the documents inside one file, from 0."""
    text: str
    """From the dateline to the last sentence; paragraphs are parted by line feeds."""
    language: str
    """ISO 639-1 code."""
    title: str = ""
    outlet: str = ""
    author: str = ""
    dateline: str = ""
    standfirst: str = ""
    published: date | None = None
    removed: tuple[Removal, ...] = ()
    warnings: tuple[Notice, ...] = ()
    url: str = ""
    """Where it was published or captured, if the file tells."""
    evidence: tuple[Evidence, ...] = ()
