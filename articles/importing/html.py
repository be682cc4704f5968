"""Web pages, read by trafilatura from the file alone: nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html import unescape

from lxml.etree import LxmlError, strip_elements
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import extract

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.jsonld import body_in_json_ld
from articles.importing.mainpart import key, main_part
from articles.importing.metadata import read_metadata
from articles.importing.visible import VisiblePage, text_of, visible_page
from articles.records import Evidence, Notice, UnreadableFile
from articles.records import Notice as _

# Its log would hold parts of the pages, and an admin learns of a failure from the message of the import.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

DEEPEST = 200
"""Elements inside elements beyond which the main part of a page is not looked for: parsers lose text behind them."""
_DECLARED = re.compile(rb"(?i)<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})")
_DECLARED_WITHIN = 4096
_TAG = re.compile(r"<[a-zA-Z!?/]")
_AS_WRITTEN = frozenset(("pre", "script", "style", "textarea"))
_LINE_END = re.compile(r"\s*\n\s*")
_MUCH_MORE = 1.6
"""Times the text of the main part: so much more in the data of a page shows that the page does not show the article."""
_HIDDEN = _("The web page shows a part of the article only; its text was taken from the data in the page.")
_FALLBACK = _("No article was recognised in the web page; all its text was taken.")
_DEEP = _("The web page is nested very deeply; all its text was taken.")


def read(name: str, data: bytes, encoding: str = "") -> Iterator[RawDocument]:
    """One document: the page's main text, with what the page says of itself.

    `RawDocument.page` is all of its visible text, line by line; the lines of the text are among them, so that what was
    left out stays on record. Where the page's main part cannot be told, all of its text is taken and a warning says so.
    `encoding` is what came with the page; its own word for it is tried too.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    source, warnings = decode(name, data, encoding or (declared[1].decode("ascii", "replace") if declared else ""))
    if not _TAG.search(source):
        yield RawDocument(source, warnings=warnings)
        return
    page = visible_page(name, source)
    if not key(page.text):
        raise UnreadableFile(
            _("%(file)s: no text was found in this web page. Save its text as .txt instead.", file=name)
        )
    if page.deepest > DEEPEST:
        yield RawDocument(page.text, warnings=(*warnings, _DEEP))
        return
    hints, extracted, hidden = _understood(source, page)
    if len(key(hidden)) > _MUCH_MORE * len(key(extracted)):
        yield RawDocument(hidden, hints, (*warnings, _HIDDEN), page=page.text)
        return
    if not extracted.strip():
        yield RawDocument(page.text, hints, (*warnings, _FALLBACK))
        return
    titles = {key(one.value).casefold() for one in hints if one.field == "title"}
    text, missing = main_part(page.lines, extracted, titles)
    yield RawDocument(text, hints, (*warnings, *_left_out(missing)), page=page.text)


def _left_out(paragraphs: int) -> tuple[Notice, ...]:
    if not paragraphs:
        return ()
    return (_("%(count)s paragraphs inside the article were taken for other matter and left out.", count=paragraphs),)


def _understood(source: str, page: VisiblePage) -> tuple[tuple[Evidence, ...], str, str]:
    """What the page says of itself, the text of its main part, and the text of the article in its data; nothing of
    these where it cannot be parsed."""
    hints: tuple[Evidence, ...] = ()
    hidden = ""
    try:
        tree = _tree(source)
        hints = read_metadata(tree, page)
        body = body_in_json_ld(tree)
        hidden = text_of(body) if _TAG.search(body) else unescape(body)
        return hints, _extracted(tree, include_tables=False) or _extracted(_tree(source), favor_recall=True), hidden
    except (ValueError, RecursionError, LxmlError):
        return hints, "", hidden


def _extracted(tree: HtmlElement, **options: bool) -> str:
    # Trafilatura would take the text of the article from the data of the page as if it could be seen.
    strip_elements(tree, "script", with_tail=False)
    return extract(tree, include_comments=False, deduplicate=False, **options) or ""


def _tree(source: str) -> HtmlElement:
    # Text that is declared to be in another encoding than the one it was decoded from must not be decoded again, and
    # a parser with the usual limits drops what is nested deeply, without a word.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    tree = document_fromstring(source.encode("utf-8", "replace"), parser)
    for element in tree.iter():
        # Lines of the source are none of the page, but trafilatura keeps them.
        if element.tag not in _AS_WRITTEN:
            element.text = _LINE_END.sub(" ", element.text) if element.text else element.text
        element.tail = _LINE_END.sub(" ", element.tail) if element.tail else element.tail
    return tree
