"""Which reader takes which file: what its name and its first bytes say must agree."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from articles.importing import html, plain
from articles.importing.documents import Reader
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
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"GIF8", "a GIF picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
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
        raise UnreadableFile(f"{name}: {ending} files cannot be read. Save it as one of {known}.")
    kind = _signature(data)
    if kind:
        raise UnreadableFile(f"{name}: this is {kind}, not text. Save its text as one of {known}.")
    if _is_binary(data):
        raise UnreadableFile(f"{name}: this is no text but binary data. Save its text as one of {known}.")
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
