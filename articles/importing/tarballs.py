"""Tar archives, packed or not, and single files packed with gzip, bzip2 or xz."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from articles.importing.naming import base_name
from articles.importing.unpacking import BROKEN, CHUNK, LARGEST_MEMBER, Account, Unpacked
from articles.records import Flaw, Member, UnreadableFile
from articles.records import Notice as _

_DAMAGED = (*BROKEN, tarfile.TarError, OverflowError, ValueError)
_PACKED = (".gz", ".bz2", ".xz")


def read(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The files of a tar archive; all of it is looked through before the first one is handed on."""
    for _looked_through in _files(name, data):
        pass
    yield from _files(name, data)


def _files(name: str, data: bytes) -> Iterator[Member | Flaw]:
    account = Account(name, len(data))
    stream = Unpacked(account, data)
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for entry in archive:
                path = entry.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                account.enter(path, entry.isdir())
                if entry.issparse() or not (entry.isfile() or entry.isdir()):
                    raise UnreadableFile(
                        _("%(file)s: it holds links, devices or files with holes. Make it again without.", file=name)
                    )
                if entry.isfile() and account.is_wanted(path):
                    yield _file(archive, entry, path)
            broken = stream.broken or _breaks_off(archive)
    except UnreadableFile:
        raise
    except _DAMAGED as error:
        if not account.entries:
            raise UnreadableFile(_("%(file)s: the archive is damaged. Make it again.", file=name)) from error
        broken = True
    if broken:
        yield Flaw(_("%(file)s: the archive breaks off; files behind that are missing. Make it again.", file=name))
    yield from account.closing()


def _file(archive: tarfile.TarFile, entry: tarfile.TarInfo, path: str) -> Member | Flaw:
    if entry.size > LARGEST_MEMBER:
        return Flaw(_("%(file)s: it is larger than 50 MB. Split it.", file=base_name(path)), path)
    file = archive.extractfile(entry)
    return Member(path, file.read() if file else b"")


def _breaks_off(archive: tarfile.TarFile) -> bool:
    """Whether the blocks of zeros that end an archive are missing: tarfile takes a damaged header for its end, too."""
    stream = archive.fileobj
    if stream is None or stream.tell() <= archive.offset:
        return True
    while rest := stream.read(CHUNK):
        if rest.strip(b"\0"):
            return True
    return False


def read_packed(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The one file that gzip, bzip2 or xz packed."""
    stream = Unpacked(Account(name, len(data)), data)
    found = bytearray()
    size = 0
    while chunk := stream.read():
        size += len(chunk)
        if size <= LARGEST_MEMBER:
            found += chunk
    if size > LARGEST_MEMBER:
        raise UnreadableFile(_("%(file)s: it unpacks to more than 50 MB. Split it.", file=name))
    if not found:
        raise UnreadableFile(_("%(file)s: the archive is damaged or empty. Make it again.", file=name))
    inner = base_name(name)
    ending = next((one for one in _PACKED if inner.lower().endswith(one)), "")
    yield Member(inner[: len(inner) - len(ending)], bytes(found))
    if stream.broken:
        yield Flaw(_("%(file)s: the file breaks off; its end is missing. Get it again.", file=name))
