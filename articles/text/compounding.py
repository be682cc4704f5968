"""Compounds: words that begin with another word, where a language joins its nouns into one."""

from __future__ import annotations

from collections.abc import Iterator

from articles.languages import load
from articles.text.folding import fold
from articles.text.segmenting import is_unparted
from articles.text.stemming import GUESS

SHORTEST_HEAD = 5
"""Letters of a word from which on it opens a compound: shorter ones begin too many other words."""
SHORTEST_REST = 4
"""Letters of what follows: the second word and what links it, "srat" in "Sicherheitsrat".

One more, where the first word has lost its e or the second begins with a vowel: "Massaker", "Diplomatie".
"""
_VOWELS = frozenset("aeiouy")


def opens(typed: str, other: str, language: str) -> bool:
    """Whether `other`, a folded word or its stem, is a compound that begins with the word typed.

    "Wasser" opens "Wasserversorgung", "Regierung" "Regierungssprecher" with an s between; no ending makes a compound.
    A lone sign of a script that parts no words opens each pair that it is the first of. `other` always begins with
    what `opening` gives. A guessed stem is no word.
    """
    head = opening(typed, language)
    if not head or not other.startswith(head) or other.endswith(GUESS):
        return False
    rest = other[len(head) :]
    if len(head) == 1:
        return len(rest) > 0
    shortened = len(head) < len(fold(typed)) and not rest.startswith("n")
    shortest = SHORTEST_REST + (shortened or rest[:1] in _VOWELS)
    if len(rest) < shortest or _VOWELS.isdisjoint(rest):
        return False
    return not any(_is_ending(part, language) for part in _parts(rest, language))


def opening(typed: str, language: str) -> str:
    """What all compounds begin with that the word opens, so that an index can be asked; "" if it opens none."""
    folded = fold(typed)
    if len(folded) == 1 and is_unparted(folded):
        return folded
    if not load(language).words.compounding or len(folded) < SHORTEST_HEAD:
        return ""
    # "Schule" opens "Schulbehörde", and "Waffe" "Waffenruhe" with an n between.
    return folded.removesuffix("e")


def _parts(rest: str, language: str) -> Iterator[str]:
    """What may be the second word: what follows the first at once, or behind a link."""
    yield rest
    for link in load(language).words.links:
        if rest.startswith(link):
            yield rest.removeprefix(link)


def _is_ending(part: str, language: str) -> bool:
    """Whether this only makes another word of the first, with a letter between at most: "tation" in "Konsultation"."""
    return any(part.endswith(one) and len(part) <= len(one) + 1 for one in load(language).words.derivations)
