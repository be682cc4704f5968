"""Original files: kept byte for byte under their SHA-256, and what is told where that fails."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files import File

from articles.models import Original
from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

UPLOAD_LIMIT = 50 * 1024 * 1024
"""Bytes of one file; what is larger is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it lies on the disk, which no row names yet."""

    sha256: str
    size: int
    path: Path

    def row(self) -> Original:
        """The row that names it, made where there is none."""
        return Original.objects.get_or_create(sha256=self.sha256, defaults={"size": self.size})[0]


def keep(source: bytes | Path | File) -> Original:
    """Writes the bytes and names them in a row."""
    return write(source).row()


def write(source: bytes | Path | File) -> Written:
    """Writes the bytes under their SHA-256, so that a crash leaves a whole file or none."""
    folder = Path(settings.NEWSDESK_DATA_DIR) / "originals"
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".new-", delete=False) as copy:
        try:
            for chunk in _chunks(source):
                size += len(chunk)
                if size > UPLOAD_LIMIT:
                    limit = UPLOAD_LIMIT // (1024 * 1024)
                    raise UnreadableFile(
                        _("The file is larger than %(limit)s MB. Split it and import the parts.", limit=limit)
                    )
                digest.update(chunk)
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
            name = digest.hexdigest()
            written = Written(name, size, Original(sha256=name).path)
            written.path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(copy.name, written.path)
        except BaseException:
            Path(copy.name).unlink(missing_ok=True)
            raise
    return written


def _chunks(source: bytes | Path | File) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
    elif isinstance(source, File):
        yield from source.chunks()
    else:
        with source.open("rb") as file:
            while chunk := file.read(1 << 20):
                yield chunk


def why(error: UnreadableFile | OSError) -> Notice:
    """What a person is told about a file that could not be read or kept."""
    if isinstance(error, UnreadableFile):
        return error.notice
    cause = error.strerror or type(error).__name__
    return _("The file cannot be read or kept: %(why)s. Mend that and import it again.", why=cause)
