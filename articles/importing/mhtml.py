"""Web pages as browsers save them in one file, MHTML: the page itself is read, pictures, styles and frames are not."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import Message

from articles.importing import html
from articles.importing.documents import RawDocument
from articles.records import Evidence, Notice, UnreadableFile
from articles.records import Notice as _

_PAGES = ("text/html", "application/xhtml+xml")


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the HTML that the file names as its root, or its first; where it was saved from is its address."""
    try:
        message = email.message_from_bytes(data, policy=policy.compat32)
        part = _root(message)
        page = part.get_payload(decode=True) if part is not None else None
    except (MessageError, RecursionError, LookupError, ValueError) as error:
        raise UnreadableFile(_without_page(name)) from error
    if part is None or not isinstance(page, bytes) or not page.strip():
        raise UnreadableFile(_without_page(name))
    address = _address(part) or _address(message)
    saved = (Evidence("url", address, "header"),) if address else ()
    for document in html.read(name, page, part.get_content_charset() or ""):
        yield replace(document, hints=(*saved, *document.hints))


def _without_page(name: str) -> Notice:
    return _("%(file)s: no web page was found in this web archive. Save the page again as .html.", file=name)


def _root(message: Message) -> Message | None:
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES and part.get_payload()]
    start = message.get_param("start")
    named = (part for part in pages if start and part.get("Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _address(part: Message) -> str:
    """What the header of the part or of the file tells, if it is an address on the web."""
    told = (str(part.get(name) or "").strip() for name in ("Content-Location", "Snapshot-Content-Location"))
    return next((address for address in told if address.startswith(("http://", "https://"))), "")
