"""Zip archives. Nothing is ever unpacked to a disk, and no size that an archive tells is trusted."""

from __future__ import annotations

import re
import stat
import struct
import sys
import zipfile
from collections.abc import Iterator
from copy import copy
from io import BytesIO

from articles.importing.naming import base_name
from articles.importing.unpacking import BROKEN, CHUNK, LARGEST_MEMBER, MOST_MEMBERS, Account, too_many
from articles.records import Flaw, Member, Notice, UnreadableFile
from articles.records import Notice as _

_UNREADABLE = (*BROKEN, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, LookupError, struct.error)
_ENTRY = b"PK\x01\x02"
_LOCAL = struct.Struct("<18xIIHH")
"""The header before a packed file: its packed and unpacked size, length of its name and of its extras."""
_UNKNOWN_YET, _ZIP64 = 0x8, 0xFFFFFFFF
_LINKS = (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK)
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_CYRILLIC_WORD = re.compile(r"[А-яЁё]{2}")
_MIXED_WORD = re.compile(r"[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]|[\u2500-\u259f]")


def read(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The files of a zip archive; all of it is looked through before the first one is handed on."""
    if data.count(_ENTRY) > MOST_MEMBERS:
        raise UnreadableFile(too_many(name))
    account = Account(name, len(data))
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _UNREADABLE as error:
        raise UnreadableFile(
            _("%(file)s: the archive is damaged or of an unknown kind. Make it again as .zip.", file=name)
        ) from error
    with archive:
        _check(account, archive, data)
        files = [one for one in archive.infolist() if not one.filename.endswith("/")]
        flaws = [_flaw(account, archive, one) for one in files]
        for one, flaw in zip(files, flaws, strict=True):
            if account.is_wanted(path := _path(one)):
                yield Flaw(flaw, path) if flaw else Member(path, archive.read(one))
    yield from account.closing()


def _check(account: Account, archive: zipfile.ZipFile, data: bytes) -> None:
    """What the directory of the archive gives away, before anything is unpacked."""
    end = 0
    for one in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
        account.enter(one.orig_filename, one.filename.endswith("/"))
        if one.flag_bits & 0x1:
            raise UnreadableFile(_("%(file)s: the archive is encrypted. Unpack it first.", file=account.name))
        if stat.S_IFMT(one.external_attr >> 16) in _LINKS:
            raise UnreadableFile(
                _("%(file)s: it holds links or devices. Make it again without them.", file=account.name)
            )
        if one.header_offset < end:
            raise UnreadableFile(_overlapping(account.name))
        end = one.header_offset + _extent(account, one, data)
    if end > archive.start_dir:
        raise UnreadableFile(_overlapping(account.name))


def _extent(account: Account, one: zipfile.ZipInfo, data: bytes) -> int:
    """How many bytes of the archive belong to a file. Its two headers must tell the same sizes."""
    try:
        packed, size, name, extra = _LOCAL.unpack_from(data, one.header_offset)
    except struct.error:
        return 0
    tells = not one.flag_bits & _UNKNOWN_YET and _ZIP64 not in (packed, size)
    if tells and (packed, size) != (one.compress_size, one.file_size):
        raise UnreadableFile(_lying(account.name))
    return _LOCAL.size + int(name) + int(extra) + one.compress_size


def _overlapping(name: str) -> Notice:
    return _("%(file)s: files in it overlap, which can be an attack. Make it again.", file=name)


def _lying(name: str) -> Notice:
    return _("%(file)s: a file in it has another size than it says, which can be an attack. Make it again.", file=name)


def _flaw(account: Account, archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> Notice | None:
    """Unpacks a file to see how large it really is, and whether it is whole; says what is wrong with it."""
    if one.compress_type not in _PACKINGS:
        return _(
            "%(file)s: it is packed in a way that cannot be read. Make the archive again as .zip.",
            file=base_name(_path(one)),
        )
    endless, size = copy(one), 0
    endless.file_size = sys.maxsize
    try:
        with archive.open(endless) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                account.unpack(len(chunk))
                account.weigh(size, one.compress_size)
    except UnreadableFile:
        raise
    except _UNREADABLE:
        return _("%(file)s: it is damaged inside the archive. Get it again.", file=base_name(_path(one)))
    if size != one.file_size:
        raise UnreadableFile(_lying(account.name))
    return (
        _("%(file)s: it is larger than 50 MB. Split it.", file=base_name(_path(one))) if size > LARGEST_MEMBER else None
    )


def _path(one: zipfile.ZipInfo) -> str:
    """The name as its maker meant it: many write UTF-8, or the letters of their system, without saying so."""
    if one.flag_bits & 0x800:
        return one.filename
    try:
        raw = one.filename.encode("cp437")
    except UnicodeError:
        return one.filename
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        cyrillic = raw.decode("cp866")
    fits = _CYRILLIC_WORD.search(cyrillic) and not _MIXED_WORD.search(cyrillic)
    return cyrillic if fits else one.filename
