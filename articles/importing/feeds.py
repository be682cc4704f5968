"""RSS and Atom, by feedparser, from the file alone: an entry is an article."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parseaddr
from io import BytesIO
from typing import Any

import feedparser

from articles.importing.days import Days
from articles.importing.documents import RawDocument
from articles.importing.fragments import plain
from articles.importing.office import DAMAGED
from articles.importing.xml import BrokenXml, prove_harmless
from articles.records import Evidence, Flaw, Notice, UnreadableFile
from articles.records import Notice as _

_TEASER = 500
"""Characters below which a summary is not taken for the whole article."""
_SUMMARY_ONLY = _("The feed has only a summary of this article.")
_BROKEN = _("The feed's XML is broken. What could be read of it was taken; compare it with its page.")
_PLAIN = "text/plain"


def read(name: str, data: bytes) -> Iterator[RawDocument | Flaw]:
    """A document for each entry; one that has only a summary says so."""
    broken = _broken(name, data)
    try:
        # Bytes, never a string: feedparser would fetch what looks like an address.
        feed = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except DAMAGED as error:
        raise UnreadableFile(_("%(file)s: the feed cannot be read. Save it again.", file=name)) from error
    if not feed.entries:
        raise UnreadableFile(_("%(file)s: the feed has no entries. Check that it was saved completely.", file=name))
    outlet = _words(feed.feed, "title")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _document(entry, outlet, broken) or Flaw(
                _("%(file)s: entry %(number)s of the feed has no text.", file=name, number=number)
            )
        except UnreadableFile:
            yield Flaw(
                _(
                    "%(file)s: entry %(number)s of the feed cannot be read and was passed over.",
                    file=name,
                    number=number,
                )
            )


def _broken(name: str, data: bytes) -> tuple[Notice, ...]:
    """A warning for a feed that is no strict XML, as one with the spaces of HTML in it; others are proven harmless."""
    try:
        prove_harmless(name, data)
    except BrokenXml:
        if b"<!" in data.replace(b"\0", b"").replace(b"<![CDATA[", b"").replace(b"<!--", b""):
            raise
        return (_BROKEN,)
    return ()


def _document(entry: Any, outlet: str, warnings: tuple[Notice, ...]) -> RawDocument | None:
    body = max((_visible(one) for one in entry.get("content", ())), key=len, default="")
    summary = _visible(entry.get("summary_detail") or {})
    text = max(body, summary, key=len)
    teaser = summary if summary != text else ""
    if not body and _is_teaser(text):
        warnings = (*warnings, _SUMMARY_ONLY)
    return RawDocument(text, tuple(_hints(entry, outlet, text, teaser)), warnings, clean=True) if text else None


def _is_teaser(text: str) -> bool:
    return len(text) < _TEASER or text.rstrip(" ]").endswith(("…", "..."))


def _visible(detail: Any) -> str:
    """What a reader sees of a construct of the feed, whose type tells whether it is HTML."""
    value = str(detail.get("value") or "")
    return value.strip() if detail.get("type") == _PLAIN and "</" not in value else plain(value).strip()


def _words(found: Any, key: str) -> str:
    return " ".join(_visible(found.get(f"{key}_detail") or {"value": found.get(key, "")}).split())


def _hints(entry: Any, outlet: str, text: str, teaser: str) -> Iterator[Evidence]:
    written = str(entry.get("published") or entry.get("updated") or "")
    said = {
        "title": _words(entry, "title"),
        "outlet": _words(entry.get("source") or {}, "title") or outlet,
        "author": _author(entry),
        "published": Days([written]).iso(written, text) or written,
        "standfirst": " ".join(teaser.split()),
        "url": entry.get("link") or "",
        "language": entry.get("language", "") or (entry.get("title_detail") or {}).get("language", ""),
    }
    for field, value in said.items():
        if value:
            yield Evidence(field, value, "feed", written if field == "published" and written != value else "")


def _author(entry: Any) -> str:
    """The name, without the address that RSS wants before it."""
    written = plain(entry.get("author") or "")
    if "@" in written:
        return parseaddr(written)[0]
    return plain((entry.get("author_detail") or {}).get("name") or "") or written
