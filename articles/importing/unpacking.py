"""What packed files hold, piece by piece: counted as it comes out, whatever sizes the file tells of itself."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, RawIOBase

from articles.importing.naming import is_no_article, leaves_its_folder
from articles.records import Flaw, Notice, UnreadableFile
from articles.records import Notice as _

MOST_MEMBERS = 20_000
MOST_BYTES = 500 * 1024 * 1024
MOST_RATIO = 200
LARGEST_MEMBER = 50 * 1024 * 1024
CHUNK = 1 << 20
_SMALL = 4 * 1024 * 1024
"""Bytes that a file may unpack to, however densely they are packed."""
BROKEN = (zlib.error, lzma.LZMAError, EOFError, OSError)
"""What the unpackers of the standard library raise for a damaged file."""


@dataclass(slots=True)
class Account:
    """Counts what one file unpacks to, and refuses it where that is too much; counts also what is passed over."""

    name: str
    packed: int
    entries: int = 0
    files: int = 0
    unpacked: int = 0
    passed_over: int = 0

    def enter(self, path: str = "", folder: bool = False) -> None:
        """One more file, or folder, of this path."""
        self.entries += 1
        self.files += not folder
        if self.entries > MOST_MEMBERS:
            raise UnreadableFile(too_many(self.name))
        if leaves_its_folder(path):
            raise UnreadableFile(
                _("%(file)s: a name in it leads out of its folder, an attack. Check its source.", file=self.name)
            )

    def unpack(self, size: int) -> None:
        """So many more bytes."""
        self.unpacked += size
        if self.unpacked > MOST_BYTES:
            raise UnreadableFile(_bomb(self.name))
        self.weigh(self.unpacked, self.packed)

    def weigh(self, unpacked: int, packed: int) -> None:
        """Refuses what is packed more densely than any honest text."""
        if unpacked > max(_SMALL, MOST_RATIO * packed):
            raise UnreadableFile(_bomb(self.name))

    def is_wanted(self, path: str) -> bool:
        """Whether a file can be an article by its name; others are counted."""
        unwanted = is_no_article(path)
        self.passed_over += unwanted
        return not unwanted

    def closing(self) -> Iterator[Flaw]:
        """What was passed over; raises `UnreadableFile` for an archive without any file."""
        if not self.files:
            raise UnreadableFile(
                _("%(file)s: the archive is empty. Check that it was made completely.", file=self.name)
            )
        yield from passed_over(self.passed_over)


def passed_over(count: int) -> Iterator[Flaw]:
    if count:
        pictures = _("Passed over, as they hold no articles (pictures and the like): %(count)s.", count=count)
        yield Flaw(pictures, slight=True)


def too_many(name: str) -> Notice:
    return _("%(file)s: it holds more than %(most)s files. Split it.", file=name, most=MOST_MEMBERS)


def _bomb(name: str) -> Notice:
    return _("%(file)s: it unpacks to far more than it may, which can be an attack. Check its source.", file=name)


def packing_of(data: bytes) -> str:
    """With what a single stream of bytes is packed: gzip, bzip2 or xz; "" if it is not."""
    return next((kind for mark, kind in _PACKINGS.items() if data.startswith(mark)), "")


def first_bytes(data: bytes) -> bytes:
    """The beginning of what is packed in a stream; b"" for a damaged one."""
    try:
        return _opened(data).read(1024)
    except BROKEN:
        return b""


class Unpacked(RawIOBase):
    """A stream of what a packed file holds. Where the file is damaged the stream ends, and `broken` is true."""

    def __init__(self, account: Account, data: bytes) -> None:
        super().__init__()
        self.broken = False
        self._account = account
        self._file = _opened(data)

    def read(self, size: int = -1) -> bytes:
        if self.broken:
            return b""
        try:
            # One step of the unpacker at a time: what came before the damage is kept.
            chunk = self._file.read1(min(size, CHUNK) if size > 0 else CHUNK)
        except BROKEN:
            self.broken = True
            return b""
        self._account.unpack(len(chunk))
        return chunk


_PACKINGS = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}


def _opened(data: bytes) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile | BytesIO:
    packing = packing_of(data)
    if packing == "gzip":
        return gzip.GzipFile(fileobj=BytesIO(data))
    if packing == "bzip2":
        return bz2.BZ2File(BytesIO(data))
    return lzma.LZMAFile(BytesIO(data)) if packing == "xz" else BytesIO(data)
