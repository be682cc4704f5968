"""Web archives (WARC), by warcio: every captured page is a file of its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParser

from articles.importing.naming import MEDIA_TYPES, base_name
from articles.importing.unpacking import CHUNK, LARGEST_MEMBER, Account, Unpacked, passed_over
from articles.records import Flaw, Member, UnreadableFile
from articles.records import Notice as _

_CAPTURES = ("response", "resource", "conversion")
_PACKINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_ANSWERS = StatusAndHeadersParser(["HTTP/"], verify=False)
_NEXT_RECORD = b"\r\n\r\nWARC/1."
_DAMAGED = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error)


def read(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The captured pages with their addresses; all of the archive is looked through before the first is handed on."""
    for _looked_through in _pages(name, data):
        pass
    yield from _pages(name, data)


def _pages(name: str, data: bytes) -> Iterator[Member | Flaw]:
    account = Account(name, len(data))
    stream = Unpacked(account, data)
    # The headers of an answer are parsed below: warcio fails on those of a record without an address.
    records = ArchiveIterator(stream, no_record_parse=True)
    broken = False
    try:
        for record in records:
            if record.rec_type in _CAPTURES:
                account.enter()
                yield from _captured(account, record)
                broken = broken or _is_cut_off(record)
    except UnreadableFile:
        raise
    except _DAMAGED as error:
        if not account.files:
            raise UnreadableFile(_("%(file)s: the web archive is damaged. Make it again.", file=name)) from error
        broken = True
    if broken or stream.broken or records.err_count:
        yield Flaw(_("%(file)s: the web archive breaks off; what stood behind that is missing.", file=name))
    if not account.files:
        raise UnreadableFile(_("%(file)s: the web archive holds no captured page. Make it again.", file=name))
    yield from passed_over(account.passed_over)


def _captured(account: Account, record: Any) -> Iterator[Member | Flaw]:
    """The page of one record; nothing for a capture that is no article."""
    address = record.rec_headers.get_header("WARC-Target-URI")
    if not address:
        raise UnreadableFile(
            _("%(file)s: a page in it has no address, so nobody can tell its source. Make it again.", file=account.name)
        )
    answered = record.rec_type == "response" and address.startswith(("http:", "https:"))
    headers = _ANSWERS.parse(record.raw_stream) if answered else record.rec_headers
    kind = _said(headers, "Content-Type").partition(";")[0].strip()
    if kind not in MEDIA_TYPES or (answered and not headers.statusline.startswith("2")):
        account.passed_over += 1
        return
    packing = _said(headers, "Content-Encoding") if answered else ""
    if packing not in _PACKINGS:
        yield Flaw(_("%(url)s: the page is packed as “%(kind)s”, which cannot be read.", url=address, kind=packing))
        return
    chunked = answered and _said(headers, "Transfer-Encoding") == "chunked"
    content, broken = _content(account, record, chunked, packing)
    if content is None:
        yield Flaw(_("%(url)s: the page is larger than 50 MB and was left out.", url=address))
    elif content.strip():
        yield Member(_name(address, MEDIA_TYPES[kind]), content, address)
    else:
        yield Flaw(_("%(url)s: the page was captured without any content.", url=address))
    if broken:
        yield Flaw(_("%(url)s: the page breaks off; its end is missing. Capture it again.", url=address))


def _said(headers: Any, field: str) -> str:
    return (headers.get_header(field) or "").strip().lower()


def _content(account: Account, record: Any, chunked: bool, packing: str) -> tuple[bytes | None, bool]:
    """The page without the wrappings of its transport, None for one that is too large; and whether it breaks off."""
    found = _all_of(ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream)
    if found and _is_cut_off(record):
        # A record that claims too many bytes swallows the records behind it.
        found = found.partition(_NEXT_RECORD)[0]
    if not found or packing in ("", "identity"):
        return found, False
    inner = Account(account.name, len(found))
    if packing == "deflate":
        return _all_of(BufferedReader(BytesIO(found), decomp_type="deflate"), inner), False
    # What was unpacked already when it was captured comes out as it is.
    stream = Unpacked(inner, found)
    return _all_of(stream), stream.broken


def _all_of(stream: Any, account: Account | None = None) -> bytes | None:
    """All bytes of a stream, which is read to its end in any case; None if they are too many to keep."""
    found, size = bytearray(), 0
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if account:
            account.unpack(len(chunk))
        if size <= LARGEST_MEMBER:
            found += chunk
    return bytes(found) if size <= LARGEST_MEMBER else None


def _is_cut_off(record: Any) -> bool:
    """Whether a record claims more bytes than the archive has."""
    while record.raw_stream.read(CHUNK):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def _name(address: str, endings: tuple[str, ...]) -> str:
    """The last part of the path of an address, with an ending that fits what it is."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = address
    last = base_name(unquote(path).rpartition("/")[2] or "index")
    return last if last.lower().endswith(endings) else f"{last}{endings[0]}"
