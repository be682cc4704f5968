"""PDF files with a text layer, read by pypdf; scripts, attachments and links in them do nothing."""

from __future__ import annotations

import logging
import re
import resource
from collections.abc import Iterator, Sequence
from io import BytesIO
from time import process_time

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from articles.importing.documents import RawDocument
from articles.importing.paragraphs import paragraphs, running_lines
from articles.importing.pdflines import PdfLine, page_lines
from articles.importing.pdfproperties import properties
from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

SECONDS, A_PAGE, AT_MOST = 20.0, 0.1, 120.0
"""Processor time for a file: some, more for each page, and no more than that."""
_SPARE = 2.0
"""Seconds before the limit of its process at which a reader stops by itself, so that what it has is kept."""
_MOST_PAGES = 20_000
_MOST_TEXT = 20_000_000
_BYTES_A_SECOND = 500_000
"""A page is not begun that is so large that it could not be finished in time: nothing can stop pypdf inside of it."""
_BROKEN = (
    *(PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError),
    *(TypeError, ValueError),
)
_ONLY_LAST = "ةى،؛؟"
"""Letters that end a word in Arabic script, and marks that end a clause: they begin none."""
_WRONG_WAY = _(
    "The PDF stores its text from right to left in the order in which it is seen; check the order of its words."
)


class _TooLong(Exception):
    pass


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the text of all pages that could be read in time, paragraphs put together again.

    `RawDocument.page` has the running heads, feet and page numbers too, which the text leaves out.
    """
    started = process_time()
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise UnreadableFile(_("%(file)s: the PDF is protected by a password. Save a copy without it.", file=name))
        count = reader.get_num_pages()
        claimed = max(count, _claimed(reader))
        if claimed > _MOST_PAGES:
            raise UnreadableFile(_("%(file)s: the PDF claims %(pages)s pages. Split it.", file=name, pages=claimed))
        if not count:
            raise UnreadableFile(_broken(name))
        pages, warnings = _pages(name, reader, count, _until(started, count))
        blocks = list(paragraphs(pages, running_lines(pages)))
        text = "\n".join(block for block, is_text in blocks if is_text)
        hints = tuple(properties(reader, [block for block, _is_text in blocks]))
    except UnreadableFile:
        raise
    except _BROKEN as error:
        raise UnreadableFile(_broken(name)) from error
    if not text:
        raise UnreadableFile(
            _(
                "%(file)s: the PDF holds pictures of pages and no text. It needs OCR before it can be imported.",
                file=name,
            )
        )
    if _is_wrong_way(text):
        warnings.append(_WRONG_WAY)
    whole = "\n".join(block for block, _is_text in blocks)
    yield RawDocument(text, hints, tuple(warnings), page=whole if whole != text else "")


def _broken(name: str) -> Notice:
    return _("%(file)s: the PDF is damaged and cannot be read. Save or export it again.", file=name)


def _claimed(reader: PdfReader) -> int:
    """The number of pages that the file says it has; pypdf counts those that are there."""
    pages = reader.root_object["/Pages"].get_object()
    count = pages.get("/Count") if isinstance(pages, DictionaryObject) else None
    return int(count) if isinstance(count, int) else 0


def _until(started: float, pages: int) -> float:
    """The processor time at which to stop: that of the file, or shortly before the limit of the process."""
    limit, _hard = resource.getrlimit(resource.RLIMIT_CPU)
    own = started + min(SECONDS + A_PAGE * pages, AT_MOST)
    return own if limit == resource.RLIM_INFINITY else min(own, limit - _SPARE)


def _pages(name: str, reader: PdfReader, count: int, until: float) -> tuple[list[list[PdfLine]], list[Notice]]:
    """The lines of each page, and what is missing."""
    pages: list[list[PdfLine]] = []
    lost: list[int] = []
    pictures: list[int] = []
    size = 0

    def check(ahead: float = 0.0) -> None:
        if process_time() + ahead > until or size > _MOST_TEXT:
            raise _TooLong

    for number in range(count):
        try:
            check()
            page = reader.pages[number]
            check(_weight(page) / _BYTES_A_SECOND)
            pages.append([line for line in page_lines(page, check) if line.text])
            size += sum(len(line.text) for line in pages[-1])
            if not pages[-1] and _is_picture(page):
                pictures.append(number + 1)
        except _TooLong:
            if not any(pages):
                raise UnreadableFile(_slow(name)) from None
            missing = _("The PDF took too long: pages %(first)s to %(last)s are missing.", first=number + 1, last=count)
            return pages, [missing, *_lost(lost), *_without_text(pictures)]
        except _BROKEN:
            lost.append(number + 1)
    if lost and not any(pages):
        raise UnreadableFile(_broken(name))
    return pages, [*_lost(lost), *_without_text(pictures)]


def _weight(page: PageObject) -> int:
    """Bytes of what is drawn on the page."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    streams = contents if isinstance(contents, list) else [contents]
    data = (one.get_object() for one in streams if one is not None)
    return sum(len(one.get_data()) for one in data if isinstance(one, StreamObject))


def _is_picture(page: PageObject) -> bool:
    objects = page.get("/Resources", DictionaryObject()).get_object().get("/XObject", DictionaryObject()).get_object()
    return any(one.get_object().get("/Subtype") == "/Image" for one in objects.values())


def _slow(name: str) -> Notice:
    return _("%(file)s: reading the first pages of the PDF took too long. Export it again, or split it.", file=name)


def _lost(pages: Sequence[int]) -> list[Notice]:
    if not pages:
        return []
    return [_("Pages of the PDF that could not be read are missing: %(pages)s.", pages=_listed(pages))]


def _without_text(pages: Sequence[int]) -> list[Notice]:
    if not pages:
        return []
    return [_("Pages of the PDF that are pictures are missing, they need OCR: %(pages)s.", pages=_listed(pages))]


def _listed(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (" …" if len(pages) > 20 else "")


def _is_wrong_way(text: str) -> bool:
    """More words begin than end with what can only end them."""
    begin = len(re.findall(rf"(?:^|\s)[{_ONLY_LAST}](?=\w)", text))
    end = len(re.findall(rf"(?<=\w)[{_ONLY_LAST}](?:\s|$)", text))
    return begin > end
