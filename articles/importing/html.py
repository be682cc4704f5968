"""Web pages, read by trafilatura from the file alone: nothing is fetched."""

from __future__ import annotations

import logging
from datetime import date

from trafilatura import bare_extraction, html2txt

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.headings import Hints
from articles.records import UnreadableFile

# Its log would hold parts of the pages, and an admin learns of a failure from the message of the import.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_FALLBACK = "No article was recognised in the web page; all its text was taken."


def read(name: str, data: bytes) -> list[RawDocument]:
    """One document: the page's main text, with title, outlet, author and day from its metadata.

    Where the page's main part cannot be told, all of its text is taken and a warning says so.
    """
    source, warnings = decode(name, data)
    try:
        page = bare_extraction(source, with_metadata=True, include_comments=False, include_tables=False)
        if page is not None and page.text:
            hints = Hints(page.title or "", page.sitename or "", page.author or "", _day(page.date))
            return [RawDocument(page.text, hints, warnings)]
        text = html2txt(source)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{name}: the web page cannot be parsed. Save its text as .txt instead.") from error
    if not text.strip():
        raise UnreadableFile(f"{name}: no text was found in this web page. Save its text as .txt instead.")
    return [RawDocument(text, warnings=(*warnings, _FALLBACK))]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
