"""Plain text files."""

from __future__ import annotations

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument


def read(name: str, data: bytes) -> list[RawDocument]:
    """One document: the whole text of the file."""
    text, warnings = decode(name, data)
    return [RawDocument(text, warnings=warnings)]
