"""What a reader of one format hands over: documents, the files inside a file, and what it could not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.records import Evidence, Flaw, Member, Notice


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document of a file before it is normalised and cleaned."""

    text: str
    hints: tuple[Evidence, ...] = ()
    """What the format says about it outside its text, what is trusted most first; a date as ISO where that is known."""
    warnings: tuple[Notice, ...] = ()
    clean: bool = False
    """Whether the format itself parts article from furniture, as the columns of a table do: nothing is cut then."""
    page: str = ""
    """All that can be seen around and in the text, where the format shows more than `text`; "" where it does not."""


Piece = RawDocument | Member | Flaw
Reader = Callable[[str, bytes], Iterator[Piece]]
"""Takes a file's name and content and yields what is in it, in its order, as it goes: what came before a failure is
kept. Raises `records.UnreadableFile` with a sentence for its user."""
