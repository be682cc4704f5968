"""Bytes to characters: byte order marks, UTF-8, UTF-16, and the single-byte encodings of older systems."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from articles.records import Notice, UnreadableFile
from articles.records import Notice as _
from articles.text.detection import confidence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
_MOST_BROKEN = 0.02
"""Up to this share of bytes that are no UTF-8, a file is UTF-8 with damage rather than something else."""
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_IN_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])")
_EVEN = 0.02
"""Readings whose disorder differs by less are equally good to the eye of a machine; their language decides."""
_OLDER = (
    *("cp1252", "cp1254", "cp1250", "cp1251", "cp1256", "cp1253", "cp1255", "koi8_r"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""Encodings that files declare, and what they are in; browsers read them so too."""
_WESTERN = ("cp1252", "cp1254", "cp1250")


def decode(name: str, data: bytes, declared: str = "") -> tuple[str, tuple[Notice, ...]]:
    """The characters of a text file, and warnings about them.

    UTF-8 that is damaged in places keeps U+FFFD where it is; a file that is none is read in the encoding it says it
    is in (`declared`), if that is true, and one without any trace of UTF-8 in the encoding that fits it best. Raises
    `UnreadableFile` for what is no text in any encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
            return text, _broken(encoding.upper(), text.count("\ufffd"))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    if said := _as_declared(data, declared):
        return said, ()
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if broken <= max(4, _MOST_BROKEN * len(data)) and _was_utf8(data, text, broken):
        return text, _broken("UTF-8", broken)
    return _in_older_encoding(name, data)


def _as_declared(data: bytes, declared: str) -> str:
    """The text in the encoding that it says it is in; "" where that cannot be."""
    try:
        encoding = codecs.lookup(declared).name
        return data.decode(_MEANT.get(encoding, encoding))
    except (LookupError, UnicodeError, ValueError):
        return ""


def _was_utf8(data: bytes, text: str, broken: int) -> bool:
    """Some sequence of UTF-8 is whole, or the odd bytes stand where no letter of an older encoding would."""
    high = len(_HIGH.findall(data))
    whole = len(text) - broken > len(data) - high
    return whole or bool(_SURROGATE.search(data)) or len(_HIGH_IN_WORD.findall(data)) * 2 < high


def _in_older_encoding(name: str, data: bytes) -> tuple[str, tuple[Notice, ...]]:
    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(_OLDER))
    best = matches.best()
    if best is None:
        raise UnreadableFile(_("%(file)s: its characters cannot be decoded. Save the file as UTF-8 text.", file=name))
    encoding = best.encoding
    even = {match.encoding for match in matches if match.chaos - best.chaos < _EVEN}
    if even & set(_WESTERN):
        encoding = max(_WESTERN, key=lambda one: confidence(data[:_SAMPLE].decode(one, errors="replace")))
    text = data.decode(encoding, errors="replace")
    return text, (
        _(
            "The file is not UTF-8; it was read as %(encoding)s. Check its letters.",
            encoding=encoding.replace("_", "-"),
        ),
    )


def _broken(encoding: str, places: int) -> tuple[Notice, ...]:
    return (
        (_("%(places)s places were no valid %(encoding)s and show as �.", places=places, encoding=encoding),)
        if places
        else ()
    )
