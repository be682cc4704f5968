"""Web pages, read by trafilatura from the file alone: nothing is fetched."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html.parser import HTMLParser

from trafilatura import bare_extraction

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.records import Evidence, UnreadableFile
from articles.records import Notice as _

# Its log would hold parts of the pages, and an admin learns of a failure from the message of the import.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "div",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head", "form"])
_DEEPEST = 5000
_FALLBACK = _("No article was recognised in the web page; all its text was taken.")


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the page's main text, with title, outlet, author and day from its metadata.

    Where the page's main part cannot be told, all of its text is taken and a warning says so.
    """
    source, warnings = decode(name, data)
    try:
        page = bare_extraction(source, with_metadata=True, include_comments=False, include_tables=False)
        if page is not None and page.text:
            said = {"title": page.title, "outlet": page.sitename, "author": page.author, "published": page.date}
            hints = tuple(Evidence(field, value, "meta") for field, value in said.items() if value)
            yield RawDocument(page.text, hints, warnings)
            return
        text = _all_text(name, source)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            _("%(file)s: the web page cannot be parsed. Save its text as .txt instead.", file=name)
        ) from error
    if not text.strip():
        raise UnreadableFile(
            _("%(file)s: no text was found in this web page. Save its text as .txt instead.", file=name)
        )
    yield RawDocument(text, warnings=(*warnings, _FALLBACK))


class _AllText(HTMLParser):
    """All text of a page, however deep; a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.depth = self.deepest = self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        self.hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")
            self.depth -= 1
        self.hidden = max(0, self.hidden - (tag in _HIDDEN))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(" ".join(data.split()) + " ")


def _all_text(name: str, source: str) -> str:
    parser = _AllText()
    parser.feed(source)
    parser.close()
    if parser.deepest > _DEEPEST:
        raise UnreadableFile(
            _("%(file)s: the web page is nested too deeply. Save its text as .txt instead.", file=name)
        )
    return "".join(parser.pieces)
