"""Web pages, read by trafilatura from the file alone: nothing is fetched."""

from __future__ import annotations

from datetime import date

from trafilatura import bare_extraction

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.headings import Hints
from articles.records import UnreadableFile


def read(name: str, data: bytes) -> list[RawDocument]:
    """One document: the page's main text, with title, outlet, author and day from its metadata."""
    source, warnings = decode(name, data)
    try:
        page = bare_extraction(source, with_metadata=True, include_comments=False, include_tables=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{name}: the web page cannot be parsed. Save its text as .txt instead.") from error
    if page is None or not page.text:
        raise UnreadableFile(f"{name}: no article was found in this web page. Save its text as .txt instead.")
    hints = Hints(page.title or "", page.sitename or "", page.author or "", _day(page.date))
    return [RawDocument(page.text, hints, warnings)]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
