"""From a query to the plan that an index carries out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.search.indexing import BODY, PLACE, PLAIN, SAID, SPEAKER, TITLE
from articles.search.plan import AnyOf, Beginning, Choice, Every, Having, InARow, InQuotes, Plan, Published, Some
from articles.search.query import (
    All,
    Dated,
    Either,
    Excluded,
    Part,
    Phrase,
    Placed,
    Prefix,
    Quoted,
    SaidBy,
    SearchQuery,
    Similar,
    Term,
    Titled,
    Valued,
    Word,
)
from articles.search.ways import Vocabulary, Ways
from articles.text.terms import fold

LONGEST_CONCEPT = 4
"""Words of a query that may name one concept together."""
LAST_DAY = 10**7


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for one index."""

    ways: Ways

    def plan(self, query: SearchQuery, *, quotes: bool | None = None) -> Plan:
        """The plan of a query; `quotes` where others are searched than it asks for."""
        return self._all(query.parts, SAID if (query.said if quotes is None else quotes) else BODY)

    def _all(self, parts: Sequence[Part], scope: str) -> Every:
        wanted = [part for part in parts if not isinstance(part, Excluded)]
        quoted = [part for part in wanted if _is_of_a_quote(part)]
        rest = [part for part in wanted if not _is_of_a_quote(part)]
        plans = [*self._adjacent(rest, scope)]
        if quoted:
            plans.append(InQuotes(Every(tuple(self._in_quote(part) for part in quoted))))
        without = tuple(self._part(part.part, scope) for part in parts if isinstance(part, Excluded))
        return Every(tuple(plans), without)

    def _adjacent(self, parts: Sequence[Part], scope: str) -> Iterator[Plan]:
        """The plans of parts side by side: words that name a concept together are also found by its names."""
        at = 0
        while at < len(parts):
            sizes = (size for size in range(LONGEST_CONCEPT, 1, -1) if self._is_concept(parts[at : at + size], size))
            size = next(sizes, 1)
            each = Every(tuple(self._part(part, scope) for part in parts[at : at + size]))
            if size > 1:
                words = [part.text for part in parts[at : at + size] if isinstance(part, Term)]
                yield Some((each, *self.ways.translations(words, scope)))
            else:
                yield from each.parts
            at += size

    def _is_concept(self, parts: Sequence[Part], size: int) -> bool:
        words = [part.text for part in parts if isinstance(part, Term)]
        return len(words) == size and bool(self.ways.meanings(words))

    def _in_quote(self, part: Part) -> Plan:
        match part:
            case SaidBy():
                return self._part(part.part, SPEAKER)
            case Quoted():
                return self._part(part.part, SAID)
            case Either():
                return Some(tuple(self._in_quote(one) for one in part.parts))
        raise TypeError(part)

    def _part(self, part: Part, scope: str) -> Plan:
        match part:
            case Term() | Phrase() | Prefix() | Similar():
                return self._word(part, scope)
            case Titled():
                return self._part(part.part, TITLE)
            case Placed():
                return self._part(part.part, PLACE)
            case Quoted() | SaidBy():
                return InQuotes(self._in_quote(part))
            case Valued():
                return Having(part.facet, tuple(_values(part, self.ways.index)))
            case Dated():
                first, last = part.first, part.last
                return Published(first.toordinal() if first else 1, last.toordinal() if last else LAST_DAY)
            case Excluded():
                return Every((), (self._part(part.part, scope),))
            case All():
                return self._all(part.parts, scope)
            case Either():
                return Some(tuple(self._part(one, scope) for one in part.parts))

    def _word(self, part: Word, scope: str) -> Plan:
        match part:
            case Term():
                own = AnyOf(tuple(self.ways.choices(part.text, scope)))
                translations = [*self.ways.translations([part.text], scope)]
                return Some((own, *translations)) if translations else own
            case Phrase():
                words = tuple((fold(word),) for word in part.words)
                if len(words) == 1:
                    return AnyOf((Choice(scope + PLAIN, words[0][0], 1.0),))
                return InARow(scope + PLAIN, words, part.distance)
            case Prefix():
                return Beginning(scope + PLAIN, fold(part.text))
            case Similar():
                found = dict.fromkeys((fold(part.text), *self.ways.index.similar(part.text)))
                return AnyOf(tuple(Choice(scope + PLAIN, word, 1.0) for word in found))


def _is_of_a_quote(part: Part) -> bool:
    return isinstance(part, Quoted | SaidBy) or (isinstance(part, Either) and all(map(_is_of_a_quote, part.parts)))


def _values(part: Valued, index: Vocabulary) -> Iterator[str]:
    """The values of a facet that are meant: of an outlet or a tag those that have all the words typed."""
    if part.facet in ("language", "status"):
        yield part.value
        return
    wanted = set(fold(part.value).split())
    for value in index.values(part.facet):
        if wanted <= set(fold(value).split()):
            yield value
