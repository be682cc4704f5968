"""Which reader takes which file: what its name and its first bytes say must agree."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from articles.importing import html, plain
from articles.importing.documents import Reader
from articles.records import Notice as _
from articles.records import UnreadableFile

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
"""One line for each ending; a new format is one more file and one more line."""

_SIGNATURES = (
    (b"%PDF-", _("a PDF")),
    (b"PK\x03\x04", _("a zip archive or an office document")),
    (b"PK\x05\x06", _("an empty zip archive")),
    (b"\xd0\xcf\x11\xe0", _("an old office document")),
    (b"{\\rtf", _("an RTF document")),
    (b"\x1f\x8b", _("a gzip archive")),
    (b"BZh", _("a bzip2 archive")),
    (b"7z\xbc\xaf", _("a 7-Zip archive")),
    (b"Rar!", _("a RAR archive")),
    (b"GIF8", _("a GIF picture")),
    (b"\x89PNG", _("a PNG picture")),
    (b"\xff\xd8\xff", _("a JPEG picture")),
    (b"RIFF", _("a sound, film or picture")),
    (b"ID3", _("a sound")),
    (b"OggS", _("a sound or film")),
    (b"SQLite format 3", _("a database")),
    (b"\x7fELF", _("a program")),
    (b"MZ\x90", _("a program")),
)
_PDF_WITHIN = 1024
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BINARY = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 27})
_MOST_CONTROLS = 0.05
_MARKUP = re.compile(
    rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)


def reader_for(name: str, data: bytes) -> Reader:
    """The reader for a file of this name and content; a page of HTML is one whatever it is called.

    Raises `UnreadableFile` with what the file is and what to do about it.
    """
    ending = PurePosixPath(name).suffix.lower()
    known = ", ".join(sorted(READERS))
    if ending and ending not in READERS:
        raise UnreadableFile(
            _(
                "%(file)s: %(ending)s files cannot be read. Save it as one of %(known)s.",
                file=name,
                ending=ending,
                known=known,
            )
        )
    kind = _signature(data)
    if kind:
        raise UnreadableFile(
            _(
                "%(file)s: this is %(kind)s, not text. Save its text as one of %(known)s.",
                file=name,
                kind=kind,
                known=known,
            )
        )
    if _is_binary(data):
        raise UnreadableFile(
            _("%(file)s: this is no text but binary data. Save its text as one of %(known)s.", file=name, known=known)
        )
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")[:8192]):
        return html.read
    return plain.read if b"<" not in data else READERS.get(ending, plain.read)


def _signature(data: bytes) -> str:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "a PDF"
    return next((what for mark, what in _SIGNATURES if data.startswith(mark)), "")


def _is_binary(data: bytes) -> bool:
    if data.startswith(_WIDE_MARKS):
        return False
    sample = data[:65_536]
    nulls = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _BINARY))
    return nulls + controls > max(8, _MOST_CONTROLS * len(sample)) or nulls > 0.3 * len(sample)
