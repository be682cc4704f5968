"""RTF documents, by striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from articles.importing.documents import RawDocument
from articles.importing.office import properties
from articles.records import Notice as _
from articles.records import UnreadableFile

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_PROPERTY = re.compile(r"\{\\(title|author) ([^{}\\]{1,300})\}")


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: its paragraphs as plain text."""
    page = _CODE_PAGE.search(data[:4096])
    encoding = f"cp{page[1].decode()}" if page else "cp1252"
    source = data.decode("latin-1")
    try:
        text = rtf_to_text(source, encoding=encoding, errors="replace")
    except (LookupError, UnicodeError, ValueError, IndexError, RecursionError) as error:
        raise UnreadableFile(
            _("%(file)s: the RTF document cannot be read. Save it again as .rtf or .txt.", file=name)
        ) from error
    said = {match[1]: match[2].strip() for match in _PROPERTY.finditer(source[:20_000])}
    yield RawDocument(text, tuple(properties(said.get("title"), said.get("author"))))
