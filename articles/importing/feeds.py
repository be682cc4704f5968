"""RSS and Atom, by feedparser, from the file alone: an entry is an article."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

import feedparser

from articles.importing.documents import RawDocument
from articles.importing.visible import text_of
from articles.importing.xml import prove_harmless
from articles.records import Evidence, Flaw, UnreadableFile
from articles.records import Notice as _


def read(name: str, data: bytes) -> Iterator[RawDocument | Flaw]:
    """A document for each entry; one that has only a summary says so."""
    prove_harmless(name, data)
    # Bytes, never a string: feedparser would fetch what looks like an address.
    feed = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        raise UnreadableFile(_("%(file)s: the feed has no entries. Check that it was saved completely.", file=name))
    outlet = text_of(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, 1):
        bodies = [text_of(one.get("value", "")) for one in entry.get("content", ())]
        summary = text_of(entry.get("summary", ""))
        body = max(bodies, key=len, default="")
        if not body and not summary:
            yield Flaw(_("%(file)s: entry %(number)s of the feed has no text.", file=name, number=number))
            continue
        teaser = () if body else (_("The feed has only a summary of this article."),)
        yield RawDocument(body or summary, tuple(_hints(entry, outlet)), teaser, clean=True)


def _hints(entry: Any, outlet: str) -> Iterator[Evidence]:
    source = entry.get("source") or {}
    said = {
        "title": text_of(entry.get("title", "")),
        "outlet": text_of(source.get("title", "")) or outlet,
        "author": text_of(entry.get("author", "")),
        "published": _day(entry),
        "url": entry.get("link", ""),
        "language": entry.get("language", ""),
    }
    for field, value in said.items():
        if value:
            yield Evidence(field, value, "feed", str(entry.get(field, "")) if field == "published" else "")


def _day(entry: Any) -> str:
    """The day at the offset that the feed gives; a day that it gives in no known form is left as it is written."""
    written = str(entry.get("published") or entry.get("updated") or "")
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return written
