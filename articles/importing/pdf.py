"""PDF files with a text layer, read by pypdf; scripts, attachments and links in them do nothing."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from time import process_time
from unicodedata import normalize

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from articles.importing.documents import RawDocument
from articles.records import Evidence, Notice, UnreadableFile
from articles.records import Notice as _

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

SECONDS, A_PAGE, AT_MOST = 18.0, 0.1, 110.0
"""Processor time for a file: some, more for each page, and no more than that; just below what stops its process."""
_MOST_PAGES = 20_000
_MOST_TEXT = 20_000_000
_PRESENTATION = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]+")
_EDGE = 2
"""Lines at the top and the bottom of a page among which its running head and foot are looked for."""
_NUMBERS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:…。؟۔\"”»'’)]\s*$")
_SHORT = 0.72
"""Of the usual length of a line: shorter ones end a paragraph, if they end like a sentence."""


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the text of all pages that could be read in time, paragraphs put together again."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise UnreadableFile(_("%(file)s: the PDF is protected by a password. Save a copy without it.", file=name))
        count = reader.get_num_pages()
        if count > _MOST_PAGES:
            raise UnreadableFile(_("%(file)s: the PDF claims %(pages)s pages. Split it.", file=name, pages=count))
        pages, warnings = _pages(name, reader, count)
        hints = tuple(_properties(reader))
    except UnreadableFile:
        raise
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise UnreadableFile(_broken(name)) from error
    if not any("".join(page).strip() for page in pages):
        raise UnreadableFile(
            _(
                "%(file)s: the PDF holds pictures of pages and no text. It needs OCR before it can be imported.",
                file=name,
            )
        )
    pages, running = _without_running_lines(pages)
    if running:
        warnings.append(
            _("Lines that stand on most pages of the PDF were left out: %(lines)s", lines=" | ".join(running))
        )
    yield RawDocument("\n".join(_paragraphs([line for page in pages for line in page])), hints, tuple(warnings))


def _broken(name: str) -> Notice:
    return _("%(file)s: the PDF is damaged and cannot be read. Save or export it again.", file=name)


def _pages(name: str, reader: PdfReader, count: int) -> tuple[list[list[str]], list[Notice]]:
    """The lines of each page, and what is missing."""
    until = process_time() + min(SECONDS + A_PAGE * count, AT_MOST)
    pages: list[list[str]] = []
    lost: list[int] = []
    size = 0
    for number in range(count):
        if process_time() > until or size > _MOST_TEXT:
            missing = _("The PDF took too long: pages %(first)s to %(last)s are missing.", first=number + 1, last=count)
            return pages, [missing, *_lost(lost)]
        try:
            text = _PRESENTATION.sub(lambda match: normalize("NFKC", match[0]), reader.pages[number].extract_text())
        except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            lost.append(number + 1)
            continue
        pages.append([" ".join(line.split()) for line in text.splitlines()])
        size += len(text)
    if lost and not any(map(any, pages)):
        raise UnreadableFile(_broken(name))
    return pages, _lost(lost)


def _lost(pages: Sequence[int]) -> list[Notice]:
    if not pages:
        return []
    numbers = ", ".join(map(str, pages[:20]))
    return [_("Pages of the PDF that could not be read are missing: %(pages)s.", pages=numbers)]


def _properties(reader: PdfReader) -> Iterator[Evidence]:
    about = reader.metadata
    if about is None:
        return
    for field, value in (("title", about.title), ("author", about.author)):
        if value and not re.search(r"(?i)\.(?:docx?|indd|pdf|qxd)$|^(?:microsoft|untitled|unknown)\b", str(value)):
            yield Evidence(field, str(value), "properties")
    try:
        created = about.creation_date
    except ValueError:
        created = None
    if created:
        yield Evidence("published", created.isoformat(), "properties", str(about.get("/CreationDate", "")))


def _without_running_lines(pages: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The pages without heads, feet and page numbers, and one of each of those that were left out."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(page[at]) for at in _edges(page)})
    often = {shape for shape, count in counts.items() if shape and count >= max(3, 0.6 * len(pages))}
    running: dict[str, str] = {}
    kept = []
    for page in pages:
        cut = {at for at in _edges(page) if _shape(page[at]) in often}
        running.update((_shape(page[at]), page[at]) for at in cut)
        kept.append([line for at, line in enumerate(page) if at not in cut])
    return kept, list(running.values())


def _edges(page: list[str]) -> set[int]:
    filled = [at for at, line in enumerate(page) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _shape(line: str) -> str:
    return _NUMBERS.sub("#", line)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines put together as long as they run on: a line that is short and ended, or an empty one, ends a paragraph."""
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
    paragraph = ""
    for line in lines:
        if not line:
            if paragraph and _ENDED.search(paragraph):
                yield paragraph
                paragraph = ""
            continue
        paragraph = _joined(paragraph, line)
        if len(line) < _SHORT * usual and (_ENDED.search(line) or len(paragraph) == len(line)):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _joined(before: str, line: str) -> str:
    """A hyphen at the end of a line goes where the word goes on in small letters."""
    if before.endswith("\u00ad") or (before[-2:-1].isalpha() and before.endswith("-") and line[:1].islower()):
        return before[:-1] + line
    return f"{before} {line}" if before else line
