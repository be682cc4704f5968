"""Word documents, by python-docx; templates and pictures that they point to are not fetched."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml

from articles.importing.documents import RawDocument
from articles.importing.office import DAMAGED, left_out, properties
from articles.importing.xml import prove_package_harmless
from articles.records import Evidence, UnreadableFile
from articles.records import Notice as _

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = (f"{_WORD}del", f"{_WORD}moveFrom", f"{_COMPATIBLE}Fallback")
"""What a tracked change deleted or moved away, and what stands for a text box in older programs."""
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_NOTES = ("/footnotes", "/endnotes")
_TITLE, _TOP = "Title", "Heading 1"
"""The names that Word gives the styles of a title and of a first heading in every language."""
_TITLED_WITHIN = 50


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: paragraphs, cells and text boxes in their order, notes at the end."""
    prove_package_harmless(name, data)
    try:
        document = Document(BytesIO(data))
        lines = [*_lines(document.element.body), *_notes(document)]
        warnings = left_out(list(_furniture(document)), len(list(document.comments)))
        about = document.core_properties
        hints = (*_titled(document), *properties(about.title, about.author, about.created, about.language))
    except (OpcError, *DAMAGED) as error:
        raise UnreadableFile(
            _("%(file)s: the Word document cannot be read. Save it again as .docx or .txt.", file=name)
        ) from error
    yield RawDocument("\n".join(lines), hints, warnings)


def _titled(document: Any) -> Iterator[Evidence]:
    """What the writer marked as the title, or as the only heading of the first rank."""
    first = document.paragraphs[:_TITLED_WITHIN]
    marked = {style: [one for one in first if one.style.name == style] for style in (_TITLE, _TOP)}
    found = marked[_TITLE][:1] or marked[_TOP]
    if len(found) == 1 and (title := " ".join(found[0].text.split())):
        yield Evidence("title", title, "heading")


def _lines(block: Any) -> Iterator[str]:
    """The lines of a body, cell or text box; a table's row is one, unless all that it has is one cell."""
    for one in block:
        if one.tag == f"{_WORD}p":
            yield from _paragraph(one)
        elif one.tag == f"{_WORD}tr":
            cells = [lines for cell in one.iter(f"{_WORD}tc") if _row_of(cell) is one and (lines := list(_lines(cell)))]
            yield from cells[0] if len(cells) == 1 else [" | ".join(" ".join(cell) for cell in cells)]
        elif one.tag not in _GONE:
            yield from _lines(one)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_WORD}tr"))


def _paragraph(paragraph: Any) -> Iterator[str]:
    """Its lines, and behind them those of text boxes that hang on it; cells and blocks without words give none."""
    boxes: list[Any] = []
    for line in "".join(_words(paragraph, boxes)).split("\n"):
        if words := " ".join(line.split()):
            yield words
    for box in boxes:
        yield from _lines(box)


def _words(element: Any, boxes: list[Any]) -> Iterator[str]:
    for one in element:
        name = str(one.tag).removeprefix(_WORD)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(one)
        elif one.tag not in _GONE:
            yield from _words(one, boxes)


def _notes(document: Any) -> Iterator[str]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_NOTES) and not relation.is_external:
            for note in parse_xml(relation.target_part.blob):
                yield from _lines(note)


def _furniture(document: Any) -> Iterator[str]:
    for section in document.sections:
        heads = (section.header, section.first_page_header, section.even_page_header)
        feet = (section.footer, section.first_page_footer, section.even_page_footer)
        for part in (*heads, *feet):
            if not part.is_linked_to_previous:
                yield from _lines(part._element)
