"""Web pages, read by trafilatura from the file alone: nothing is fetched."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html.parser import HTMLParser

from lxml.etree import LxmlError
from lxml.html import HtmlElement, document_fromstring
from lxml.html import HTMLParser as TreeParser
from trafilatura import extract

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.elements import BLOCKS, EMPTY, HIDDEN
from articles.importing.metadata import read_metadata
from articles.records import Notice as _
from articles.records import UnreadableFile

# Its log would hold parts of the pages, and an admin learns of a failure from the message of the import.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

DEEPEST = 200
"""Elements inside elements beyond which the main part of a page is not looked for: parsers stop at 256."""
_HOPELESS = 5000
_MOST_ATTRIBUTES = 5000
_FALLBACK = _("No article was recognised in the web page; all its text was taken.")
_DEEP = _("The web page is nested very deeply; all its text was taken.")


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the page's main text, with what the page says of itself.

    `RawDocument.page` is all of its visible text, so that what was left out stays on record. Where the page's main
    part cannot be told, all of its text is taken and a warning says so.
    """
    source, warnings = decode(name, data)
    page = _VisibleText.of(name, source)
    if not page.text.strip():
        raise UnreadableFile(
            _("%(file)s: no text was found in this web page. Save its text as .txt instead.", file=name)
        )
    if page.deepest > DEEPEST:
        yield RawDocument(page.text, warnings=(*warnings, _DEEP))
        return
    try:
        tree = _tree(source)
        hints = read_metadata(tree)
        text = extract(tree, include_comments=False, include_tables=False, deduplicate=False) or ""
    except (ValueError, RecursionError, LxmlError) as error:
        raise UnreadableFile(
            _("%(file)s: the web page cannot be parsed. Save its text as .txt instead.", file=name)
        ) from error
    if text.strip():
        yield RawDocument(text, hints, warnings, page=page.text)
    else:
        yield RawDocument(page.text, hints, (*warnings, _FALLBACK))


def text_of(fragment: str) -> str:
    """The visible text of a piece of HTML, a line for each block; plain text stays as it is."""
    return _VisibleText.of("", fragment).text.strip() if "<" in fragment or "&" in fragment else fragment


def _tree(source: str) -> HtmlElement:
    # Text that is declared to be in another encoding than the one it was decoded from must not be decoded again.
    return document_fromstring(source.encode("utf-8", "replace"), TreeParser(encoding="utf-8", remove_comments=True))


class _VisibleText(HTMLParser):
    """All text that a reader of the page would see, however deep; a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.depth = self.deepest = self.hidden = self.attributes = 0

    @classmethod
    def of(cls, name: str, source: str) -> _VisibleText:
        """Raises `UnreadableFile` for a page that is built to break its reader."""
        parser = cls()
        try:
            parser.feed(source)
            parser.close()
        except (AssertionError, ValueError) as error:
            raise UnreadableFile(
                _("%(file)s: the web page cannot be parsed. Save its text as .txt instead.", file=name)
            ) from error
        if parser.deepest > _HOPELESS or parser.attributes > _MOST_ATTRIBUTES:
            raise UnreadableFile(
                _("%(file)s: the web page is nested too deeply. Save its text as .txt instead.", file=name)
            )
        return parser

    @property
    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\n"))
        return "\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = max(self.attributes, len(attrs))
        if tag in BLOCKS:
            self.pieces.append("\n")
        if tag not in EMPTY:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
            self.hidden += tag in HIDDEN

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = max(self.attributes, len(attrs))
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")
        if tag not in EMPTY:
            self.depth = max(0, self.depth - 1)
            self.hidden = max(0, self.hidden - (tag in HIDDEN))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data.replace("\n", " "))
