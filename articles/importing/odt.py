"""OpenDocument texts, by odfpy."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax import SAXException

from odf import dc, meta, text
from odf.element import Element
from odf.opendocument import load

from articles.importing.documents import RawDocument
from articles.importing.office import properties
from articles.importing.xml import prove_package_harmless
from articles.records import Evidence, UnreadableFile
from articles.records import Notice as _

_LEFT_OUT = ("text:tracked-changes", "office:annotation", "text:note-citation", "text:table-of-content")
_SPACES = ("text:s", "text:tab", "text:line-break")


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: paragraphs and headings in their order; deleted text and comments are left out."""
    prove_package_harmless(name, data)
    try:
        document = load(BytesIO(data))
        lines = list(_lines(document.text))
    except (AttributeError, KeyError, LookupError, TypeError, ValueError, zipfile.BadZipFile, SAXException) as error:
        raise UnreadableFile(
            _("%(file)s: the text document cannot be read. Save it again as .odt or .txt.", file=name)
        ) from error
    yield RawDocument("\n".join(lines), tuple(_hints(document)))


def _lines(element: Any) -> Iterator[str]:
    for node in element.childNodes:
        name = getattr(node, "tagName", "")
        if name in ("text:p", "text:h"):
            yield " ".join("".join(_words(node)).split())
        elif isinstance(node, Element) and name not in _LEFT_OUT:
            yield from _lines(node)


def _words(node: Any) -> Iterator[str]:
    for one in node.childNodes:
        name = getattr(one, "tagName", "")
        if name in _SPACES:
            yield " "
        elif isinstance(one, Element):
            if name not in _LEFT_OUT:
                yield from _words(one)
        else:
            yield str(one.data)


def _hints(document: Any) -> Iterator[Evidence]:
    for one in document.getElementsByType(text.Title):
        yield Evidence("title", str(one), "heading")
    title, author, created = (
        next((str(one) for one in document.getElementsByType(kind)), None)
        for kind in (dc.Title, meta.InitialCreator, meta.CreationDate)
    )
    yield from properties(title, author)
    if created:
        yield Evidence("published", created[:10], "properties", created)
