"""Words that tell of two by their form alone, as Arabic ones do: "ساعتين", two hours."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from articles.records import Figure
from articles.text.measures import Measures, bound_before
from articles.text.terms import Word
from articles.text.vocabulary import find


def duals(
    text: str, found: Sequence[Word], folded: Sequence[str], words: Measures, taken: Collection[int]
) -> Iterator[Figure]:
    """The figures that such words are, those `taken` by dates left out."""
    for at, word in enumerate(found):
        value, size = (None, 0) if at in taken else find(words.duals, folded, at)
        if value is not None:
            end = found[at + size - 1].end
            yield Figure(
                start=word.start,
                end=end,
                text=text[word.start : end],
                value=Decimal(2),
                unit=words.pairs[value],
                bound=bound_before(words, folded, at),
            )
