"""What a search was widened to, and why a result was found: other spellings of names, words in translation."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.search import Piece, SearchQuery, Widened
from articles.search.query import Term
from articles.views.narrowing import address

FEW = 8
"""Words that are shown at once."""
FEWEST = 3
"""The same for each word of a long query."""


@dataclass(frozen=True, slots=True)
class Other:
    """A word that was looked for, too."""

    text: str
    language: str = ""
    """Its code; "" where a word is of any language, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Widening:
    """One way in which a search can be widened, and a switch for it."""

    how: str
    """`name` or `translation`."""
    is_on: bool
    switch: str
    """The address of the same search with this switched on or off."""
    words: Sequence[tuple[str, Sequence[Other]]]
    """The words of the query that were widened, each with what else was looked for."""

    @property
    def few(self) -> Sequence[tuple[str, Sequence[Other]]]:
        return [(word, others[: self._most]) for word, others in self.words]

    @property
    def has_more(self) -> bool:
        return any(len(others) > self._most for _, others in self.words)

    @property
    def _most(self) -> int:
        return max(FEWEST, FEW // max(len(self.words), 1))


@dataclass(frozen=True, slots=True)
class Reason:
    """The words by which an article was found that nobody typed."""

    how: str
    words: Sequence[str]


def widenings(query: SearchQuery, widened: Sequence[Widened]) -> list[Widening]:
    """What the search was widened to, by the way it was done; also a way that is switched off."""
    names = [(one.word, _names(one.names)) for one in widened if one.names]
    translations = [(one.word, _translations(one)) for one in widened if one.translations]
    can_widen = any(isinstance(part, Term) for part in query.wanted)
    ways = [
        Widening("name", query.names, address(query, names=not query.names), names),
        Widening("translation", query.translated, address(query, translated=not query.translated), translations),
    ]
    return [way for way in ways if way.words or (can_widen and not way.is_on)]


def reasons(pieces: Iterable[Piece]) -> Iterator[Reason]:
    """The words that stand in a result for words of the query that it does not have in any form."""
    hits = [piece for piece in pieces if piece.hit]
    obvious = {piece.word for piece in hits if piece.how == "form"}
    for how in ("name", "translation"):
        found: dict[str, str] = {}
        for piece in hits:
            if piece.how == how and not obvious.issuperset(piece.word.split()):
                found.setdefault(piece.text.casefold(), piece.text)
        if found:
            yield Reason(how, list(found.values())[:FEW])


def _translations(one: Widened) -> list[Other]:
    """Each once: Indonesian and Malay have many words in common."""
    written: dict[str, Other] = {}
    for language, text in one.translations:
        written.setdefault(text.casefold(), Other(text, language))
    return list(written.values())


def _names(names: Iterable[str]) -> list[Other]:
    """The index knows names in small letters, and without their accents, too: each is shown once, with them."""
    written: dict[str, str] = {}
    for name in sorted(names, key=lambda name: name != _bare(name), reverse=True):
        written.setdefault(_bare(name), name)
    return [Other(name[:1].upper() + name[1:]) for name in written.values()]


def _bare(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
