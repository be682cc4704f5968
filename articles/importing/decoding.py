"""Bytes to characters: byte order marks, UTF-8, UTF-16, and the single-byte encodings of older systems."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from articles.records import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
_MOST_BROKEN = 0.01
"""Up to this share of bytes that are no UTF-8, a file is UTF-8 with damage rather than something else."""


def decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of a text file and warnings about them.

    UTF-8 that is damaged in places keeps U+FFFD where it is; a file without any trace of UTF-8 is read in the
    encoding that fits it best. Raises `UnreadableFile` for what is no text in any encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data, encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    has_utf8 = len(text) - broken > len(data.translate(None, bytes(range(128, 256))))
    if has_utf8 and broken <= max(1, _MOST_BROKEN * len(data)):
        return text, _broken("UTF-8", broken)
    return _in_older_encoding(name, data, text, broken)


def _with_mark(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    return text, _broken(encoding.upper(), text.count("\ufffd"))


def _in_older_encoding(name: str, data: bytes, fallback: str, broken: int) -> tuple[str, tuple[str, ...]]:
    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None:
        if broken <= _MOST_BROKEN * len(data):
            return fallback, _broken("UTF-8", broken)
        raise UnreadableFile(f"{name}: its characters cannot be decoded. Save the file as UTF-8 text.")
    text = data.decode(guess.encoding, errors="replace")
    return text, (f"The file is not UTF-8; it was read as {guess.encoding.replace('_', '-')}. Check its letters.",)


def _broken(encoding: str, places: int) -> tuple[str, ...]:
    return (f"{places} places were no valid {encoding} and show as \ufffd.",) if places else ()
