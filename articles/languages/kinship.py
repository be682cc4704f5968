"""The keys for what a language shares with those that it is related to, and for what only looks shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.languages.words import Affixes


@dataclass(frozen=True, slots=True)
class Kinship:
    """How words become those of the related language that comes first by its code; all are compared as such.

    A listed word goes before the rules, as itself and as a stem. The rules are of stems; those of the first language
    lead to the same forms. Raises `ValueError`.
    """

    spellings: tuple[tuple[str, ...], ...] = ()
    """A word and how the first language spells it, where no rule tells: "kerusi", "kursi"."""
    words: tuple[tuple[str, ...], ...] = ()
    """A word and another that the first language has for it: "wang", "uang"."""
    misleading: tuple[tuple[str, ...], ...] = ()
    """A word that is another in the first language, and what that calls the same, if one word does: "budak", "anak"."""
    rules: tuple[Affixes, ...] = ()
    """Regular differences of beginnings and ends, tried in order before the letters: "iti" becomes "itas"."""
    letters: dict[str, str] = field(default_factory=dict)
    """The same of letters wherever they stand, in order: "z" = "s"."""

    def __post_init__(self) -> None:
        _check("spellings", self.spellings, (2,))
        _check("words", self.words, (2,))
        _check("misleading", self.misleading, (1, 2))
        own = [pair[0] for pair in (*self.spellings, *self.words, *self.misleading)]
        twice = sorted({word for word in own if own.count(word) > 1})
        if twice:
            raise ValueError(f"listed twice: {', '.join(twice)}")


def _check(key: str, pairs: Iterable[tuple[str, ...]], sizes: tuple[int, ...]) -> None:
    for pair in pairs:
        if len(pair) not in sizes or not all(word and not word.isspace() and " " not in word for word in pair):
            raise ValueError(f"{key}: a word and that of the related language are wanted, not {list(pair)}")
