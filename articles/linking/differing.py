"""The word by word difference of two texts, for pages that show them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from articles.text.terms import Word, fold, words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one text. `changed` words are only in this text; spaces and marks belong to what they join."""

    start: int
    """Offset in its own text, in code points."""
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """Both texts cut into pieces; the pieces of a side, joined, are its text again."""

    a: tuple[Piece, ...]
    b: tuple[Piece, ...]

    @property
    def any(self) -> bool:
        """Whether a word differs at all."""
        return any(piece.changed for piece in (*self.a, *self.b))


def differences(a: str, b: str) -> Differences:
    """Which words only one of two texts has. Case, accents and punctuation make no difference, but stay shown."""
    words_a, words_b = list(words(a)), list(words(b))
    changed_a, changed_b = _changed(words_a, words_b)
    return Differences(tuple(_pieces(a, words_a, changed_a)), tuple(_pieces(b, words_b, changed_b)))


def differing_from_any(text: str, others: Iterable[str]) -> tuple[Piece, ...]:
    """The text in pieces; changed are the words that at least one of the others has not."""
    own = list(words(text))
    changed = set[int]()
    for other in others:
        changed |= _changed(own, list(words(other)))[0]
    return tuple(_pieces(text, own, changed))


def _changed(one: Sequence[Word], other: Sequence[Word]) -> tuple[set[int], set[int]]:
    """The places, on either side, of the words that only this side has."""
    only_one, only_other = set[int](), set[int]()
    for step in Indel.opcodes([fold(word.text) for word in one], [fold(word.text) for word in other]):
        if step.tag != "equal":
            only_one.update(range(step.src_start, step.src_end))
            only_other.update(range(step.dest_start, step.dest_end))
    return only_one, only_other


def _pieces(text: str, found: Sequence[Word], changed: set[int]) -> Iterator[Piece]:
    start = at = 0
    state = False
    for number, word in enumerate(found):
        now = number in changed
        if now != state:
            # What stands between two words is unchanged unless both of them are changed.
            cut = word.start if now else at
            if cut > start:
                yield Piece(start, text[start:cut], state)
            start, state = cut, now
        at = word.end
    cut = at if state else len(text)
    if cut > start:
        yield Piece(start, text[start:cut], state)
    if cut < len(text):
        yield Piece(cut, text[cut:], False)
