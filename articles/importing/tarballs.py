"""Tar archives, packed or not, and single files packed with gzip."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from articles.importing.archives import LARGEST_MEMBER, Account
from articles.importing.naming import base_name
from articles.records import Flaw, Member, UnreadableFile
from articles.records import Notice as _

_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, OverflowError)


def read(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The files of a tar archive; all of it is looked through before the first one is handed on."""
    account = Account(name, len(data))
    broken_off = _check(account, data)
    if not account.members and broken_off:
        raise UnreadableFile(_("%(file)s: the archive is damaged. Make it again.", file=name))
    try:
        with tarfile.open(fileobj=BytesIO(data), mode="r:*") as archive:
            for entry in archive:
                if entry.isfile() and account.is_wanted(entry.name):
                    if entry.size > LARGEST_MEMBER:
                        yield Flaw(_("%(file)s: it is larger than 50 MB. Split it.", file=entry.name), entry.name)
                    else:
                        yield Member(entry.name, _content(archive, entry))
    except _BROKEN:
        broken_off = True
    if broken_off:
        yield Flaw(_("%(file)s: the archive breaks off; files behind that are missing. Make it again.", file=name))
    yield from account.closing()


def _check(account: Account, data: bytes) -> bool:
    """Looks through all entries; returns whether the archive breaks off before its end."""
    try:
        with tarfile.open(fileobj=BytesIO(data), mode="r:*") as archive:
            for entry in archive:
                if entry.isdir():
                    continue
                account.enter(entry.name)
                if not entry.isfile():
                    account.refuse(_("%(file)s: it holds links or devices. Make it again without.", file=account.name))
                account.unpack(entry.size)
    except _BROKEN as error:
        if isinstance(error, UnreadableFile):
            raise
        return True
    return False


def _content(archive: Any, entry: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(entry)
    content: bytes = file.read()
    if len(content) < entry.size:
        raise EOFError(entry.name)
    return content


def read_gzip(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The one file that gzip packed."""
    account = Account(name, len(data))
    found = bytearray()
    flaw = None
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as file:
            while chunk := file.read(1 << 20):
                account.unpack(len(chunk))
                found += chunk
                if len(found) > LARGEST_MEMBER:
                    raise UnreadableFile(_("%(file)s: it unpacks to more than 50 MB. Split it.", file=name))
    except (zlib.error, EOFError, OSError) as error:
        if not found:
            raise UnreadableFile(_("%(file)s: the archive is damaged. Make it again.", file=name)) from error
        flaw = Flaw(_("%(file)s: the file breaks off; its end is missing. Get it again.", file=name))
    inner = base_name(name)
    inner = inner[:-3] if inner.lower().endswith(".gz") else inner
    yield Member(inner, bytes(found))
    if flaw:
        yield flaw
