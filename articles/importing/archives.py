"""Archives: what is common to them, and zip files. Nothing is ever unpacked to a disk."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from articles.importing.naming import leaves_its_folder
from articles.records import Flaw, Member, Notice, UnreadableFile
from articles.records import Notice as _

MOST_MEMBERS = 20_000
MOST_BYTES = 500 * 1024 * 1024
MOST_RATIO = 200
_SMALL = 4 * 1024 * 1024
"""Bytes that an archive may unpack to, however densely they are packed."""
LARGEST_MEMBER = 50 * 1024 * 1024
_CHUNK = 1 << 20
_NO_ARTICLE = re.compile(
    r"(?i)(?:^|/)(?:__macosx/|\.ds_store$|thumbs\.db$|desktop\.ini$|\._)|\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|avif"
    r"|css|js|mjs|map|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|webm|ogg|wav)$"
)
"""Pictures, styles, scripts, fonts, sound, film, and what systems leave in folders."""


@dataclass(slots=True)
class Account:
    """Counts what an archive unpacks to, and refuses it where that is too much."""

    name: str
    packed: int
    members: int = 0
    unpacked: int = 0
    passed_over: list[str] = field(default_factory=list)

    def enter(self, path: str) -> None:
        """One more member of this path."""
        self.members += 1
        if self.members > MOST_MEMBERS:
            self.refuse(_("%(file)s: it holds more than %(most)s files. Split it.", file=self.name, most=MOST_MEMBERS))
        if leaves_its_folder(path):
            self.refuse(
                _("%(file)s: one of its names leads out of the archive, which can be an attack.", file=self.name)
            )

    def unpack(self, size: int) -> None:
        """So many more bytes."""
        self.unpacked += size
        if self.unpacked > MOST_BYTES or self.unpacked > max(_SMALL, MOST_RATIO * self.packed):
            self.bomb()

    def bomb(self) -> None:
        self.refuse(_("%(file)s: it unpacks to far more than it may, which can be an attack.", file=self.name))

    def refuse(self, notice: Notice) -> None:
        raise UnreadableFile(notice)

    def is_wanted(self, path: str) -> bool:
        """Whether a member can be an article at all; others are counted."""
        if _NO_ARTICLE.search(path):
            self.passed_over.append(path)
            return False
        return True

    def closing(self) -> Iterator[Flaw]:
        """What was passed over; raises `UnreadableFile` for an archive without any file."""
        if not self.members:
            self.refuse(_("%(file)s: the archive is empty. Check that it was made completely.", file=self.name))
        if self.passed_over:
            yield Flaw(
                _(
                    "%(count)s files that hold no articles, such as pictures, were passed over.",
                    count=len(self.passed_over),
                )
            )


def read(name: str, data: bytes) -> Iterator[Member | Flaw]:
    """The files of a zip archive; all of it is looked through before the first one is handed on."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, LookupError) as error:
        raise UnreadableFile(_damaged(name)) from error
    account = Account(name, len(data))
    with archive:
        entries = [one for one in archive.infolist() if not one.is_dir()]
        _check(account, entries)
        broken = {one.header_offset for one in entries if _is_broken(account, archive, one, data)}
        for one in entries:
            path = _path(one)
            if one.header_offset in broken:
                yield Flaw(_("%(file)s: it is damaged inside the archive. Get it again.", file=path), path)
            elif account.is_wanted(path):
                yield Member(path, archive.read(one))
    yield from account.closing()


def _damaged(name: str) -> Notice:
    return _("%(file)s: the archive is damaged or of an unknown kind. Make it again as .zip.", file=name)


def _check(account: Account, entries: list[zipfile.ZipInfo]) -> None:
    """What the directory of the archive gives away, before anything is unpacked."""
    end = 0
    for one in sorted(entries, key=lambda entry: entry.header_offset):
        account.enter(one.orig_filename)
        if one.flag_bits & 0x1:
            account.refuse(_("%(file)s: the archive is encrypted. Unpack it first.", file=account.name))
        if stat.S_ISLNK(one.external_attr >> 16):
            account.refuse(_("%(file)s: it holds links to other files. Make it again without.", file=account.name))
        if one.header_offset < end:
            account.refuse(_("%(file)s: its files overlap, which can be an attack.", file=account.name))
        end = one.header_offset + 30 + one.compress_size
        if one.file_size > LARGEST_MEMBER and one.file_size > MOST_RATIO * max(1, one.compress_size):
            account.refuse(
                _("%(file)s: it unpacks to far more than it may, which can be an attack.", file=account.name)
            )


def _is_broken(account: Account, archive: zipfile.ZipFile, one: zipfile.ZipInfo, data: bytes) -> bool:
    """Unpacks a file for its size and its checksum only."""
    try:
        with archive.open(one) as file:
            while chunk := file.read(_CHUNK):
                account.unpack(len(chunk))
        return one.file_size > LARGEST_MEMBER
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        if _is_longer(one, data):
            account.refuse(_("%(file)s: a file in it is larger than it says, an attack.", file=account.name))
        return True


def _is_longer(one: zipfile.ZipInfo, data: bytes) -> bool:
    """Whether a packed file goes on after the size that its entry tells."""
    start = one.header_offset + 30 + sum(data[one.header_offset + at] << (8 * (at % 2)) for at in (26, 27, 28, 29))
    if one.compress_type != zipfile.ZIP_DEFLATED:
        return one.compress_size > one.file_size and one.compress_type == zipfile.ZIP_STORED
    try:
        unpacked = zlib.decompressobj(-15).decompress(data[start:], one.file_size + 1)
    except zlib.error:
        return False
    return len(unpacked) > one.file_size


def _path(one: zipfile.ZipInfo) -> str:
    """The name as its maker meant it: many write UTF-8 without saying so."""
    if one.flag_bits & 0x800:
        return one.filename
    try:
        return one.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return one.filename
