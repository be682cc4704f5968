"""What office documents have in common: properties that programs fill in, and the ways in which they are damaged."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from xml.parsers.expat import ExpatError
from xml.sax import SAXException

from articles.records import Evidence, Notice
from articles.records import Notice as _

DAMAGED = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError),
    *(EOFError, NotImplementedError, OSError, zipfile.BadZipFile, zlib.error, ExpatError, SAXException),
)
"""What the libraries raise on documents that are no whole ones; lxml's errors are syntax errors."""
_JUNK = re.compile(
    r"(?i)^(?:microsoft\b.*|word document|(?:libre|open)office\b.*|python-docx|openpyxl|.*\btemplate\b.*"
    r"|untitled\b.*|unknown|user|admin(?:istrator)?|owner|guest|pc|home|hp|asus|acer|dell|lenovo"
    r"|(?:document|dokument?|dokumen|documento|документ|belge|مستند|سند)\s*\d*"
    r"|.*\.(?:docx?|dotx?|odt|ott|rtf|indd))$"
)
"""What programs write where nobody wrote anything."""
_LONGEST_NOTE = 300
# python-docx's own template is of this day: a document without a day of its own says that.
_TEMPLATE_DAY = date(2013, 12, 23)


def properties(
    title: str | None, author: str | None, created: date | None = None, language: str | None = None
) -> Iterator[Evidence]:
    """The properties that somebody may have written."""
    for field, value in (("title", title), ("author", author), ("language", language)):
        if value and value.strip() and not _JUNK.match(value.strip()):
            yield Evidence(field, value.strip(), "properties")
    if created:
        day = date(created.year, created.month, created.day)
        if day != _TEMPLATE_DAY:
            yield Evidence("published", day.isoformat(), "properties", created.isoformat())


def left_out(furniture: list[str], comments: int = 0) -> tuple[Notice, ...]:
    """Warnings on what an office document has beside its text."""
    notes: list[Notice] = []
    if furniture:
        lines = " | ".join(dict.fromkeys(furniture))[:_LONGEST_NOTE]
        notes.append(_("Heads and feet of the document's pages were left out: %(lines)s", lines=lines))
    if comments:
        notes.append(_("Comments in the document were left out: %(comments)s.", comments=comments))
    return tuple(notes)
