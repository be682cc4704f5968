"""What the properties of an office document tell; programs fill them in, so they are trusted little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from articles.records import Evidence

_JUNK = re.compile(
    r"(?i)^(?:microsoft\b.*|untitled\b.*|unknown|user|admin(?:istrator)?|owner|python-docx|openpyxl|document\d*"
    r"|.*\.(?:docx?|dotx?|odt|rtf|indd))$"
)
"""What programs write where nobody wrote anything."""


def properties(
    title: str | None, author: str | None, created: datetime | None = None, language: str | None = None
) -> Iterator[Evidence]:
    """The properties that somebody may have written."""
    for field, value in (("title", title), ("author", author), ("language", language)):
        if value and value.strip() and not _JUNK.match(value.strip()):
            yield Evidence(field, value.strip(), "properties")
    # python-docx's own template is of 2013-12-23: a document without a day of its own says that.
    if created and (created.year, created.month, created.day) != (2013, 12, 23):
        yield Evidence("published", created.date().isoformat(), "properties", created.isoformat())
