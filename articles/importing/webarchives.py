"""Web archives (WARC), by warcio: every captured page is a file of its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from articles.importing.archives import MOST_BYTES, MOST_MEMBERS
from articles.importing.naming import base_name
from articles.records import Flaw, Member, Notice, UnreadableFile
from articles.records import Notice as _

_LARGEST = 20 * 1024 * 1024
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
}
"""The kinds of captures that can be articles."""


def read(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The captured pages with their addresses; other captures are counted."""
    pages = others = size = 0
    records = iter(ArchiveIterator(BytesIO(data), no_record_parse=False, arc2warc=True))
    try:
        for record in records:
            if record.rec_type not in ("response", "resource"):
                continue
            piece = _captured(name, record)
            if piece is None:
                others += 1
                continue
            pages += isinstance(piece, Member)
            size += len(piece.data) if isinstance(piece, Member) else 0
            if size > MOST_BYTES or pages > MOST_MEMBERS:
                raise UnreadableFile(_("%(file)s: it unpacks to far more than it may. Split it.", file=name))
            yield piece
            if isinstance(piece, Member) and _is_cut_off(record, piece):
                yield Flaw(_cut_off(name), piece.name)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, AttributeError) as error:
        if not pages:
            raise UnreadableFile(_("%(file)s: the web archive is damaged. Make it again.", file=name)) from error
        yield Flaw(_cut_off(name))
    if others:
        yield Flaw(_("%(count)s captures that hold no articles, such as pictures, were passed over.", count=others))
    if not pages and not others:
        yield Flaw(_("%(file)s: the web archive holds no captured page. Make it again.", file=name))


def _cut_off(name: str) -> Notice:
    return _("%(file)s: the web archive breaks off; what stood behind that is missing.", file=name)


def _captured(name: str, record: Any) -> Member | Flaw | None:
    headers = record.http_headers
    kind = str((headers or record.rec_headers).get_header("Content-Type") or "").partition(";")[0].strip().lower()
    status = str(headers.get_statuscode()) if headers else "200"
    if kind not in _ENDINGS or status[:1] != "2":
        return None
    address = record.rec_headers.get_header("WARC-Target-URI")
    if not address:
        return Flaw(_("%(file)s: a captured page has no address and was refused.", file=name))
    try:
        content = record.content_stream().read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error, ValueError):
        return Flaw(_("%(file)s: a captured page is damaged: %(url)s", file=name, url=address[:200]))
    if len(content) > _LARGEST:
        return Flaw(_("%(file)s: a captured page unpacks to more than 20 MB: %(url)s", file=name, url=address[:200]))
    return Member(_name(address, _ENDINGS[kind]), content, address.strip("<>"))


def _name(address: str, ending: str) -> str:
    path = unquote(urlsplit(address.strip("<>")).path)
    last = base_name(path.rstrip("/").rpartition("/")[2] or "index")
    return last if last.lower().endswith((ending, ".htm")) else f"{last}{ending}"


def _is_cut_off(record: Any, piece: Member) -> bool:
    """Whether the record says that it is longer than what came of it."""
    claimed = record.rec_headers.get_header("Content-Length") or "0"
    return bool(claimed.isdigit() and int(claimed) > MOST_BYTES)
