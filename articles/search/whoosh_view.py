"""How the index is read: one state of it, matched by the terms of a plan and scored."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from whoosh import scoring
from whoosh.filedb.filestore import FileStorage
from whoosh.matching import NullMatcher
from whoosh.query import Or, Query
from whoosh.query import Phrase as WhooshPhrase
from whoosh.query import Term as WhooshTerm
from whoosh.searching import SearchContext, Searcher

from articles.search.facets import ARTICLE, Row
from articles.search.plan import NAME, PLAIN, STEM, TITLE, Concept, Plan
from articles.search.whoosh_writer import SAID, read_rows
from articles.text.terms import fold

SIMILAR = 82
"""Of 100: words less alike than this are no suggestion."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What is kept in memory of a segment, which never changes but for deletions."""

    rows: list[Row]
    languages: frozenset[str]
    articles: int


class WhooshView:
    """See `articles.search.engine.View`."""

    def __init__(self, build: Path, known: dict[str, Segment]) -> None:
        """`known` are the segments read so far in this process; those that are gone leave it."""
        # A reader holds a place in its files, so that one thread reads at a time.
        self.lock = threading.RLock()
        self.build = build
        self.index = FileStorage(str(build)).open_index()
        self.generation = self.index.latest_generation()
        self.reader = self.index.reader()
        names = [leaf.segment().segment_id() for leaf, _ in self.reader.leaf_readers() if leaf.doc_count_all()]
        segments = {name: known.get(name) or _segment(build, name) for name in names}
        known.update(segments)
        for gone in set(known) - segments.keys():
            known.pop(gone, None)
        self.rows = [row for segment in segments.values() for row in segment.rows]
        self.languages = frozenset[str]().union(*(segment.languages for segment in segments.values()))
        self.articles = max(1, sum(segment.articles for segment in segments.values()))

    def is_of(self, build: Path) -> bool:
        """Whether this is still the state of the live build."""
        return self.build == build and self.generation == self.index.latest_generation()

    def live(self) -> Iterable[int]:
        with self.lock:
            return list(self.reader.all_doc_ids())

    def has(self, field: str, term: str) -> bool:
        with self.lock:
            return (field, term) in self.reader

    def starting_with(self, field: str, prefix: str) -> list[str]:
        with self.lock:
            return [term.decode() for term in self.reader.expand_prefix(field, prefix)]

    def match(self, plan: Plan, *, statements: bool) -> dict[int, float]:
        with self.lock:
            return self._match(plan, SAID if statements else "")

    def _match(self, plan: Plan, prefix: str) -> dict[int, float]:
        if not all(concept.choices or concept.phrase for concept in plan.wanted):
            return {}
        # The rarest first: each further part is then looked up for few documents only.
        parts = sorted(plan.wanted, key=lambda concept: self._frequency(concept, prefix))
        found: dict[int, float] | None = None
        for concept in parts:
            found = self._narrow(found, concept, prefix)
            if not found:
                return {}
        found = dict.fromkeys(self.live(), 0.0) if found is None else found
        for concept in plan.unwanted:
            for number in self._narrow(found, concept, prefix):
                del found[number]
        return found

    def _narrow(self, found: dict[int, float] | None, concept: Concept, prefix: str) -> dict[int, float]:
        """Those of the documents found so far (all, if None) that have the concept, their scores added up."""
        query = _query(concept, prefix)
        searcher = Searcher(self.reader, weighting=OneWord(self._weights(concept, prefix)), closereader=False)
        context = SearchContext(weighting=searcher.weighting)
        narrowed: dict[int, float] = {}
        numbers = None if found is None else sorted(found)
        for leaf, offset in searcher.leaf_searchers():
            if numbers is None:
                matcher = query.matcher(leaf, context)
                while matcher.is_active():
                    narrowed[offset + matcher.id()] = matcher.score()
                    matcher.next()
                continue
            here = numbers[bisect_left(numbers, offset) : bisect_left(numbers, offset + leaf.doc_count_all())]
            matcher = query.matcher(leaf, context) if here else NullMatcher()
            for number in here:
                if matcher.is_active() and matcher.id() < number - offset:
                    matcher.skip_to(number - offset)
                if not matcher.is_active():
                    break
                if matcher.id() == number - offset:
                    narrowed[number] = found[number] + matcher.score()
        return narrowed

    def _frequency(self, concept: Concept, prefix: str) -> int:
        """How many documents have the concept, at most."""
        if concept.phrase:
            return min(self.reader.doc_frequency(prefix + PLAIN, word) for word in concept.phrase)
        forms = [choice for choice in concept.choices if choice.field in (STEM, NAME)]
        return sum(self.reader.doc_frequency(prefix + choice.field, choice.term) for choice in forms)

    def _weights(self, concept: Concept, prefix: str) -> dict[tuple[str, bytes], float]:
        """The rarity of the whole concept for each of its terms, times what that way to match counts."""
        rarity = log(self.articles / (min(self._frequency(concept, prefix), self.articles) + 1)) + 1
        return {(prefix + one.field, one.term.encode()): one.weight * max(rarity, 0.1) for one in concept.choices}

    def nearest(self, word: str) -> str | None:
        found = process.extractOne(fold(word), self._vocabulary, scorer=fuzz.ratio, score_cutoff=SIMILAR)
        return found[0] if found else None

    @cached_property
    def _vocabulary(self) -> list[str]:
        with self.lock:
            return [term.decode() for term in self.reader.lexicon(PLAIN)]


def _segment(build: Path, name: str) -> Segment:
    rows = read_rows(build, name)
    languages = frozenset(language for row in rows for language in row.language)
    return Segment(rows, languages, sum(row.kind == ARTICLE for row in rows))


def _query(concept: Concept, prefix: str) -> Query:
    if concept.phrase:
        field = prefix + PLAIN
        return WhooshPhrase(field, list(concept.phrase)) if concept.phrase[1:] else WhooshTerm(field, *concept.phrase)
    here = [one for one in concept.choices if not (prefix and one.field == TITLE)]
    return Or([WhooshTerm(prefix + one.field, one.term) for one in here])


class OneWord(scoring.BM25F):
    """BM25F that takes all forms of one word of the query for one word, as rare as all of them together.

    Else a word would count more in a language that the archive has little of.
    """

    def __init__(self, weights: dict[tuple[str, bytes], float]) -> None:
        super().__init__(title_B=0.3)
        self.weights = weights

    def idf(self, searcher: Any, fieldname: str, text: str | bytes) -> float:
        term = text if isinstance(text, bytes) else text.encode()
        found = self.weights.get((fieldname, term))
        return super().idf(searcher, fieldname, text) if found is None else found
