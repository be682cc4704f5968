"""What is known besides two statements themselves: words of other languages, and a model of meaning if there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from articles.text.concepts import Glossary


class Model(Protocol):
    """Tells how alike two texts are in meaning, whatever their languages."""

    def likeness(self, a: str, b: str) -> float:
        """Cosine of their embeddings, -1..1."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    glossary: Glossary | None = None
    """The shipped one if None."""
    model: Model | None = None


NOTHING_MORE = Knowledge()
"""What is shipped."""
