"""Web pages as browsers save them in one file, MHTML: the page itself is read, pictures and styles are not."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from email import policy

from articles.importing import html
from articles.importing.documents import RawDocument
from articles.records import Evidence, UnreadableFile
from articles.records import Notice as _


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the first HTML part of the file; where it was saved from is its address."""
    message = email.message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        page = part.get_payload(decode=True)
        if isinstance(page, bytes) and page.strip():
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
            saved = (Evidence("url", address, "header"),) if address.startswith("http") else ()
            for document in html.read(name, page):
                yield replace(document, hints=(*document.hints, *saved))
            return
    raise UnreadableFile(
        _("%(file)s: no web page was found in this web archive. Save the page again as .html.", file=name)
    )
