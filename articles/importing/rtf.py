"""RTF documents, by striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from striprtf.striprtf import rtf_to_text

from articles.importing.documents import RawDocument
from articles.importing.office import DAMAGED, left_out, properties
from articles.records import Notice as _
from articles.records import UnreadableFile

_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_DEFAULT = "cp1252"
_FONTS = re.compile(r"\{\\fonttbl")
_DELETED = re.compile(r"\\deleted(?![a-z\d])")
_FIELD = re.compile(r"\\field(?=\{)")
_FURNITURE = re.compile(r"\{\\(?:header|footer)[lrf]?(?![a-z])")
_NOTES = re.compile(r"\{\\(?:\*\\)?(?:footnote|shptxt)(?![a-z])")
_COMMENTS = re.compile(r"\{\\\*\\annotation(?![a-z])")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_MOST_GROUPS, _LONGEST_GROUP = 200, 100_000


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: its paragraphs as plain text, text boxes and notes at the end."""
    try:
        source = _prepared(data.decode("latin-1"))
        text = "\n".join([_text(source), *_texts(source, _NOTES)])
        warnings = left_out(list(_texts(source, _FURNITURE)), len(list(_groups(source, _COMMENTS))))
        title, author = (
            next(iter(_texts(source, re.compile(rf"\{{\\{kind}(?![a-z])"))), "") for kind in ("title", "author")
        )
    except DAMAGED as error:
        raise UnreadableFile(
            _("%(file)s: the RTF document cannot be read. Save it again as .rtf or .txt.", file=name)
        ) from error
    if lost := text.count("\ufffd"):
        warnings = (*warnings, _("%(lost)s characters of the document are of no code page and show as �.", lost=lost))
    yield RawDocument(text, tuple(properties(title, author, _created(source))), warnings)


def _prepared(source: str) -> str:
    """What striprtf would take for text made what it leaves out: tracked deletions, and where a link leads.

    A font of charset 0 is one of the document's own code page (ANSI), which striprtf takes for the Western one.
    """
    source = _DELETED.sub(r"\\*\\deleted", source)
    source = _FIELD.sub(r"\\field ", source)
    return re.sub(r"\\fcharset[01](?!\d)", "", source)


def _text(source: str) -> str:
    found = rtf_to_text(source, encoding=_DEFAULT, errors="replace")
    # Signs beyond the first plane are written as two halves.
    return str(found).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _texts(source: str, begin: re.Pattern[str]) -> Iterator[str]:
    """The text of groups that striprtf leaves out, read with the code page and the fonts of their document."""
    page = _CODE_PAGE.search(source[:4096])
    fonts = next(_groups(source, _FONTS), "")
    for group in _groups(source, begin):
        inner = begin.sub("{", group, count=1)
        text = " ".join(_text(rf"{{\rtf1{page[0] if page else ''} {{\fonttbl{fonts[9:]}{inner}}}").split())
        if text:
            yield text


def _groups(source: str, begin: re.Pattern[str]) -> Iterator[str]:
    """The first groups that begin like this, each with its braces."""
    at, count = 0, 0
    while count < _MOST_GROUPS and (found := begin.search(source, at)):
        at, count = _end(source, found.start()), count + 1
        yield source[found.start() : at]


def _end(source: str, start: int) -> int:
    """Where the group that begins here ends, or the part of it that is looked at."""
    depth = 0
    for brace in _BRACE.finditer(source, start, start + _LONGEST_GROUP):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return min(len(source), start + _LONGEST_GROUP)


def _created(source: str) -> date | None:
    found = _CREATED.search(source[:20_000])
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
