"""Phrases of the language files looked up in the folded words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from articles.text.terms import fold, words

LONGEST = 4
"""Words."""


class Phrases(dict[tuple[str, ...], int]):
    """The folded words of each phrase, and what it stands for."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], int]]) -> None:
        super().__init__(phrases)
        self.firsts = frozenset(words[0] for words in self if words)
        self.lasts = frozenset(words[-1] for words in self if words)


def phrase(text: str) -> tuple[str, ...]:
    """A phrase as it is looked up: its words, folded."""
    return tuple(fold(word.text) for word in words(text))


def numbered(groups: Iterable[Iterable[str]], first: int = 0) -> Phrases:
    """The phrases of each group, standing for the place of their group."""
    return Phrases((phrase(form), at) for at, forms in enumerate(groups, first) for form in forms)


def valued(values: Mapping[str, Iterable[str]]) -> Phrases:
    """The phrases of each value, standing for it."""
    return Phrases((phrase(form), int(value)) for value, forms in values.items() for form in forms)


def find(phrases: Phrases, folded: Sequence[str], at: int) -> tuple[int | None, int]:
    """What the longest phrase that begins at a word stands for, and how many words it has; None and 0 if none."""
    if at >= len(folded) or folded[at] not in phrases.firsts:
        return None, 0
    for size in range(min(LONGEST, len(folded) - at), 0, -1):
        value = phrases.get(tuple(folded[at : at + size]))
        if value is not None:
            return value, size
    return None, 0


def begins(phrases: Phrases, folded: Sequence[str], at: int) -> bool:
    """Whether a phrase begins at a word."""
    return find(phrases, folded, at)[0] is not None


def ends(phrases: Phrases, folded: Sequence[str], end: int) -> bool:
    """Whether a phrase ends right before a word."""
    return find_before(phrases, folded, end)[1] > 0


def find_before(phrases: Phrases, folded: Sequence[str], end: int) -> tuple[int | None, int]:
    """What the longest phrase that ends right before a word stands for, and how many words it has."""
    if end < 1 or folded[end - 1] not in phrases.lasts:
        return None, 0
    for size in range(min(LONGEST, end), 0, -1):
        value = phrases.get(tuple(folded[end - size : end]))
        if value is not None:
            return value, size
    return None, 0
