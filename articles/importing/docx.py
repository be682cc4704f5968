"""Word documents, by python-docx; templates and pictures that they point to are not fetched."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table

from articles.importing.documents import RawDocument
from articles.importing.office import properties
from articles.importing.xml import prove_package_harmless
from articles.records import Evidence, Notice, UnreadableFile
from articles.records import Notice as _

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: paragraphs and cells of tables in their order; what a tracked change deleted is left out."""
    prove_package_harmless(name, data)
    try:
        document = Document(BytesIO(data))
        lines = list(_lines(document))
        furniture = list(dict.fromkeys(_furniture(document)))
    except (OpcError, KeyError, ValueError, AttributeError) as error:
        raise UnreadableFile(
            _("%(file)s: the Word document cannot be read. Save it again as .docx or .txt.", file=name)
        ) from error
    about = document.core_properties
    warnings: tuple[Notice, ...] = ()
    if furniture:
        left_out = " | ".join(furniture)[:300]
        warnings = (_("Heads and feet of the document's pages were left out: %(lines)s", lines=left_out),)
    hints = (*_titled(document), *properties(about.title, about.author, about.created, about.language))
    yield RawDocument("\n".join(lines), hints, warnings)


def _titled(document: Any) -> Iterator[Evidence]:
    """What the writer marked as the title."""
    for paragraph in document.paragraphs[:10]:
        if paragraph.style is not None and paragraph.style.style_id in ("Title", "Titel", "Titre"):
            yield Evidence("title", _text(paragraph._p), "heading")
            return


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(_text(cell._tc) for cell in row.cells))
        else:
            yield _text(block._p)


def _furniture(document: Any) -> Iterator[str]:
    for section in document.sections:
        for part in (section.header, section.footer):
            yield from (text for paragraph in part.paragraphs if (text := paragraph.text.strip()))


def _text(element: Any) -> str:
    """The text of an element with tracked insertions, tabs and line breaks, without what was deleted."""
    pieces = []
    for one in element.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr", f"{_WORD}p"):
        if one.tag == f"{_WORD}t":
            pieces.append(one.text or "")
        elif one.tag != f"{_WORD}p" or one is not element:
            pieces.append(" ")
    return " ".join("".join(pieces).split())
