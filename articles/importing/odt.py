"""OpenDocument texts, by odfpy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from odf import dc, meta, office, style, text
from odf.element import Element
from odf.opendocument import load

from articles.importing.documents import RawDocument
from articles.importing.office import DAMAGED, left_out, properties
from articles.importing.xml import prove_package_harmless
from articles.records import Evidence, UnreadableFile
from articles.records import Notice as _

_GONE = ("text:tracked-changes", "office:annotation", "text:note-citation", "text:table-of-content")
_SPACES = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
_PARAGRAPHS = ("text:p", "text:h")
_HEADS_AND_FEET = (style.Header, style.HeaderLeft, style.Footer, style.FooterLeft)


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: paragraphs, cells and text boxes in their order, notes at the end; deleted text is left out."""
    prove_package_harmless(name, data)
    try:
        # It prints the parts that it cannot read, and nobody's text belongs on a console.
        with redirect_stdout(StringIO()):
            document = load(BytesIO(data))
        notes: list[Any] = []
        lines = list(_lines(document.text, notes))
        lines += [line for note in notes for line in _lines(note, [])]
        comments = len(document.text.getElementsByType(office.Annotation))
        warnings = left_out(list(_furniture(document)), comments)
        hints = tuple(_hints(document))
    except DAMAGED as error:
        raise UnreadableFile(
            _("%(file)s: the text document cannot be read. Save it again as .odt or .txt.", file=name)
        ) from error
    yield RawDocument("\n".join(lines), hints, warnings)


def _lines(element: Any, notes: list[Any]) -> Iterator[str]:
    """The lines of a body, cell or text box; a table's row is one, unless all that it has is one cell."""
    for node in element.childNodes:
        name = getattr(node, "tagName", "")
        if name in _PARAGRAPHS:
            yield from _paragraph(node, notes)
        elif name == "table:table-row":
            cells = [lines for cell in node.childNodes if (lines := list(_lines(cell, notes)))]
            yield from cells[0] if len(cells) == 1 else [" | ".join(" ".join(cell) for cell in cells)]
        elif isinstance(node, Element) and name not in _GONE:
            yield from _lines(node, notes)


def _paragraph(node: Any, notes: list[Any]) -> Iterator[str]:
    """Its lines, and behind them those of text boxes that hang on it."""
    boxes: list[Any] = []
    for line in "".join(_words(node, boxes, notes)).split("\n"):
        if words := " ".join(line.split()):
            yield words
    for box in boxes:
        yield from _lines(box, notes)


def _words(node: Any, boxes: list[Any], notes: list[Any]) -> Iterator[str]:
    for one in node.childNodes:
        name = getattr(one, "tagName", "")
        if name in _SPACES:
            yield _SPACES[name]
        elif name == "draw:text-box":
            boxes.append(one)
        elif name == "text:note":
            notes.append(one)
        elif isinstance(one, Element):
            if name not in _GONE:
                yield from _words(one, boxes, notes)
        else:
            # White space in the file is one space; breaks have elements of their own.
            yield " ".join(str(one.data).split("\n"))


def _furniture(document: Any) -> Iterator[str]:
    for kind in _HEADS_AND_FEET:
        for one in document.masterstyles.getElementsByType(kind):
            yield from _lines(one, [])


def _hints(document: Any) -> Iterator[Evidence]:
    titles = _named_title(document)
    for one in (*document.text.getElementsByType(text.P), *document.text.getElementsByType(text.H)):
        words = list(_paragraph(one, []))
        if words and one.getAttribute("stylename") in titles:
            yield Evidence("title", " ".join(words), "heading")
            break
    title, author, created = (
        next((str(one) for one in document.meta.getElementsByType(kind)), None)
        for kind in (dc.Title, meta.InitialCreator, meta.CreationDate)
    )
    yield from properties(title, author, _day(created or ""))


def _named_title(document: Any) -> set[str]:
    """The style of titles, and those that an editor's changes made of it."""
    own = document.automaticstyles.getElementsByType(style.Style)
    return {"Title", *(one.getAttribute("name") for one in own if one.getAttribute("parentstylename") == "Title")}


def _day(created: str) -> date | None:
    try:
        return date.fromisoformat(created[:10])
    except ValueError:
        return None
