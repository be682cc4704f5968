"""Which reader takes which file: the ending of its name and its content must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.importing import (
    archives,
    crawled,
    docx,
    feeds,
    html,
    mail,
    markdown,
    mhtml,
    odt,
    pdf,
    plain,
    rtf,
    sheets,
    tables,
    tarballs,
    webarchives,
)
from articles.importing.contents import NAMES, content_of
from articles.importing.documents import Piece
from articles.records import Columns, UnreadableFile
from articles.records import Notice as _

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    endings: str
    contents: str
    """What a file of this name may hold, as `contents.content_of` calls it."""
    read: Callable[..., Iterator[Piece]]
    """A `documents.Reader`; that of a table also takes `fields`."""
    most: int = 20 * _MB
    """Bytes."""
    seconds: float = 20.0
    """Processor time to read one."""
    columns: Callable[[str, bytes], Columns] | None = None
    """Of a table: what its columns are taken for."""


FORMATS = (
    Format(".txt .text", "text json mail mbox feed", plain.read),
    Format(".html .htm .xhtml .shtml", "html text json mail mbox feed", html.read),
    Format(".mht .mhtml", "mhtml mail", mhtml.read, 50 * _MB),
    Format(".md .markdown", "text json mail mbox feed", markdown.read),
    Format(".pdf", "pdf", pdf.read, 50 * _MB, seconds=120.0),
    Format(".docx", "docx", docx.read, 50 * _MB),
    Format(".odt", "odt", odt.read, 50 * _MB),
    Format(".rtf", "rtf", rtf.read),
    Format(".eml", "mail mhtml text", mail.read, 50 * _MB),
    Format(".mbox", "mbox", mail.read_box, 50 * _MB),
    Format(".csv .tsv .tab", "text html json mail mbox feed", tables.read, columns=tables.columns),
    Format(".xlsx", "xlsx", sheets.read, 50 * _MB, columns=sheets.columns),
    Format(".json .jsonl .ndjson", "json text", crawled.read),
    Format(".rss .atom .xml", "feed", feeds.read),
    Format(".zip", "zip", archives.read, 50 * _MB),
    Format(".tar .tar.gz .tgz .tar.bz2 .tbz2 .tar.xz .txz", "tar", tarballs.read, 50 * _MB),
    Format(".warc .warc.gz", "warc", webarchives.read, 50 * _MB),
    Format(".gz", "gzip", tarballs.read_packed, 50 * _MB),
    Format(".bz2", "bzip2", tarballs.read_packed, 50 * _MB),
    Format(".xz", "xz", tarballs.read_packed, 50 * _MB),
)
"""One line for each; a new format is one more file and one more line. Its first content is its own, others are read
under its name too."""

_BY_ENDING = {ending: one for one in FORMATS for ending in one.endings.split()}
ENDINGS = tuple(_BY_ENDING)
"""The endings of names that can be read."""
_OWN = {one.contents.split()[0]: one for one in reversed(FORMATS)}
"""The format of each content, where no name speaks against it."""
_READ_AS_IT_IS = {"html": ".txt .text .md .markdown .rss .atom .xml", "tar": ".gz .bz2 .xz", "warc": ".gz .bz2 .xz"}
"""Content that is read as what it is under names that say something vaguer or a near thing."""


def ending_of(name: str) -> str:
    """The ending by which a file is known, the longest that fits; one that is not known as it is, "" for none."""
    lower = name.lower()
    known = [ending for ending in ENDINGS if lower.endswith(ending) and len(lower) > len(ending)]
    if known:
        return max(known, key=len)
    dot = lower.rfind(".")
    ending = lower[dot:] if dot > 0 else ""
    return "" if " " in ending or ending[1:].isdecimal() else ending


def seconds_for(name: str) -> float:
    """Processor time to read a file of this name."""
    return _BY_ENDING.get(ending_of(name), FORMATS[0]).seconds


def is_table(name: str) -> bool:
    """Whether a file of this name has columns."""
    return _BY_ENDING.get(ending_of(name), FORMATS[0]).columns is not None


def format_of(name: str, data: bytes) -> Format:
    """The format of a file of this name and content.

    Raises `UnreadableFile` with what the file is and what to do about it.
    """
    ending, content = ending_of(name), content_of(data)
    if ending and ending not in _BY_ENDING:
        raise UnreadableFile(
            _(
                "%(file)s: %(ending)s files cannot be read. Save it as one of %(known)s.",
                file=name,
                ending=ending,
                known=", ".join(ENDINGS),
            )
        )
    own = _OWN.get(content)
    if not own:
        raise UnreadableFile(
            _(
                "%(file)s: this is %(content)s, which cannot be read. Save its text as .txt.",
                file=name,
                content=NAMES.get(content, content),
            )
        )
    if not ending or ending in _READ_AS_IT_IS.get(content, "").split():
        return own
    named = _BY_ENDING[ending]
    if content in named.contents.split():
        return named
    raise UnreadableFile(
        _(
            "%(file)s: this is %(content)s, but its name ends in %(ending)s. Check it; rename it to end in %(right)s.",
            file=name,
            content=NAMES[content],
            ending=ending,
            right=own.endings.split()[0],
        )
    )
