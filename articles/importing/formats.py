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
    Format(".txt .text", "text", plain.read),
    Format(".html .htm .xhtml .shtml", "html text", html.read),
    Format(".mht .mhtml", "mail", mhtml.read, 50 * _MB),
    Format(".md .markdown", "text", markdown.read),
    Format(".pdf", "pdf", pdf.read, 50 * _MB, seconds=120.0),
    Format(".docx", "docx", docx.read, 50 * _MB),
    Format(".odt", "odt", odt.read, 50 * _MB),
    Format(".rtf", "rtf", rtf.read),
    Format(".eml", "mail text", mail.read, 50 * _MB),
    Format(".mbox", "mbox", mail.read_box, 50 * _MB),
    Format(".csv .tsv .tab", "text html", tables.read, columns=tables.columns),
    Format(".xlsx", "xlsx", sheets.read, 50 * _MB, columns=sheets.columns),
    Format(".json .jsonl .ndjson", "json text", crawled.read),
    Format(".rss .atom .xml", "feed", feeds.read),
    Format(".zip", "zip", archives.read, 50 * _MB),
    Format(".tar .tar.gz .tgz .tar.bz2 .tbz2 .tar.xz .txz", "tar gzip bzip2 xz", tarballs.read, 50 * _MB),
    Format(".warc .warc.gz", "warc gzip", webarchives.read, 50 * _MB),
    Format(".gz", "gzip", tarballs.read_gzip, 50 * _MB),
)
"""One line for each; a new format is one more file and one more line."""

_BY_ENDING = {ending: one for one in FORMATS for ending in one.endings.split()}
ENDINGS = tuple(_BY_ENDING)
"""The endings of names that can be read."""
_BY_CONTENT = {"html": ".html", "mhtml": ".mhtml", "warc": ".warc", "tar": ".tar", "mbox": ".mbox"}
"""What a file without an ending is read as, where that is not the one kind of file that holds such content."""
_ANY_NAME = ("html",)
"""Content that is read as what it is under the name of plain text or a feed."""


def ending_of(name: str) -> str:
    """The ending by which a file is known, the longest that fits; one that is not known as it is."""
    lower = name.lower()
    known = [ending for ending in ENDINGS if lower.endswith(ending) and len(lower) > len(ending)]
    if known:
        return max(known, key=len)
    dot = lower.rfind(".")
    return lower[dot:] if dot > 0 and " " not in lower[dot:] else ""


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
    found = _BY_ENDING[ending or _BY_CONTENT.get(content) or _holding(content)]
    if content in found.contents.split():
        return found
    if content in _ANY_NAME and found.contents in ("text", "feed"):
        return _BY_ENDING[".html"]
    if content in ("json", "mail", "mbox", "feed") and found.contents in ("text", "html text", "text html"):
        return found
    raise UnreadableFile(
        _(
            "%(file)s: this is %(content)s, not what its name says. Save its text as .txt, or rename it.",
            file=name,
            content=NAMES.get(content, content),
        )
    )


def _holding(content: str) -> str:
    """The first ending of the format that holds such content; plain text for what none holds."""
    found = next((one for one in FORMATS if content in one.contents.split()), FORMATS[0])
    return found.endings.split()[0]
