"""What a reader of one format hands over: a document's raw text and what its format says about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from articles.importing.headings import Hints
from articles.records import Notice


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document of a file before it is normalised and cleaned."""

    text: str
    hints: Hints = field(default_factory=Hints)
    warnings: tuple[Notice, ...] = ()


Reader = Callable[[str, bytes], list[RawDocument]]
"""Takes a file's name and content; raises `records.UnreadableFile` with a sentence for its user."""
