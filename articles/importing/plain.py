"""Plain text files."""

from __future__ import annotations

from collections.abc import Iterator

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: the whole text of the file."""
    text, warnings = decode(name, data)
    yield RawDocument(text, warnings=warnings)
