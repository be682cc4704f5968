"""Phrases of the language files looked up in the folded words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from articles.text.terms import fold, words

Phrases = dict[tuple[str, ...], int]
"""The folded words of each phrase, and what it stands for."""
LONGEST = 3
"""Words."""


def phrase(text: str) -> tuple[str, ...]:
    """A phrase as it is looked up: its words, folded."""
    return tuple(fold(word.text) for word in words(text))


def numbered(groups: Iterable[Iterable[str]], first: int = 0) -> Phrases:
    """The phrases of each group, standing for the place of their group."""
    return {phrase(form): at for at, forms in enumerate(groups, first) for form in forms}


def valued(values: Mapping[str, int]) -> Phrases:
    """Phrases that stand for a value."""
    return {phrase(form): value for form, value in values.items()}


def find(phrases: Phrases, folded: Sequence[str], at: int) -> tuple[int | None, int]:
    """What the longest phrase that begins at a word stands for, and how many words it has; None and 0 if none."""
    for size in range(min(LONGEST, len(folded) - at), 0, -1):
        value = phrases.get(tuple(folded[at : at + size]))
        if value is not None:
            return value, size
    return None, 0


def begins(phrases: Phrases, folded: Sequence[str], at: int) -> bool:
    """Whether a phrase begins at a word."""
    return find(phrases, folded, at)[0] is not None
