"""How the index is read: one state of it, all its segments as one, straight from their arrays."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from whoosh.filedb.filestore import FileStorage

from articles.search.arrays import Array
from articles.search.columns import ARTICLE, TYPES, joined
from articles.search.found import Found
from articles.search.indexing import BODY, PLAIN, SAID, SPEAKER, TITLE, scope_of
from articles.search.matching import match
from articles.search.plan import Leaf, Plan
from articles.search.postings import Postings
from articles.search.scoring import Posted
from articles.search.whoosh_codec import Contents, contents, file_of, forget_all_but, identity
from articles.search.whoosh_writer import alive
from articles.text.terms import fold

ROOM = 128 * 2**20
"""Bytes of what was found that are kept for the next time."""
SIMILAR = 82
"""Of 100: words less alike than this are no suggestion."""
MOST_SIMILAR = 20
MOST_KNOWN = 50_000
"""Terms whose frequency is remembered, some 10 MB."""


class WhooshView:
    """See `articles.search.engine.View` and `articles.search.scoring.Index`."""

    def __init__(self, build: Path) -> None:
        self.build = build
        self.index = FileStorage(str(build)).open_index()
        self.generation = self.index.latest_generation()
        segments = self.index._segments()
        self.parts: list[tuple[int, Contents]] = []
        self.columns = joined([contents(build, one.segment_id()).columns for one in segments])
        before = 0
        self.files = [file_of(build, one.segment_id()) for one in segments]
        self.identities = [*map(identity, self.files)]
        for one in segments:
            self.parts.append((before, contents(build, one.segment_id())))
            before += one.doc_count_all()
        forget_all_but(self.files)
        self.live = np.concatenate([np.empty(0, bool), *map(alive, segments)])
        self.is_article = self.columns.type == TYPES.index(ARTICLE)
        self.owner = np.maximum.accumulate(np.where(self.is_article, np.arange(len(self.columns)), 0))
        self.articles = int(np.count_nonzero(self.live & self.is_article))
        self.statements = int(np.count_nonzero(self.live)) - self.articles
        self.known = Kept(ROOM)
        self.known_lengths: dict[str, tuple[Array, float]] = {}
        self.frequencies: dict[tuple[str, str], int] = {}

    def is_of(self, build: Path) -> bool:
        """Whether this is still the state of the live build."""
        return self.build == build and bool(self.generation == self.index.latest_generation())

    def is_untouched(self) -> bool:
        """Whether the files that are read are still as they were; a file that was cut off must not be looked into."""
        return all(
            not file.exists() or identity(file) == known
            for file, known in zip(self.files, self.identities, strict=True)
        )

    @cached_property
    def languages(self) -> frozenset[str]:
        return frozenset(self.columns.facets["language"].values)

    def match(self, plan: Plan, *, statements: bool) -> Found:
        return match(self, plan, quotes=statements)

    def values(self, facet: str) -> list[str]:
        return self.columns.facets[facet].values

    def frequency(self, field: str, term: str) -> int:
        known = self.frequencies.get((field, term))
        if known is None:
            encoded = term.encode()
            known = sum(postings.frequency(encoded) for _, postings in self._field(field))
            if len(self.frequencies) >= MOST_KNOWN:
                self.frequencies.clear()
            self.frequencies[field, term] = known
        return known

    def has(self, field: str, term: str) -> bool:
        return self.frequency(field, term) > 0

    def starting_with(self, field: str, prefix: str) -> list[str]:
        encoded = prefix.encode()
        found: set[bytes] = set()
        for _, postings in self._field(field):
            found.update(postings.some_terms(*postings.starting_with(encoded)))
        return sorted(term.decode() for term in found)

    def similar(self, word: str, most: int = MOST_SIMILAR) -> list[str]:
        """Words of articles spelled much like this one, the most similar first; they begin with the same letter."""
        word = fold(word)
        known = self.starting_with(PLAIN, word[:1])
        found = process.extract(word, known, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=most)
        return [term for term, _, _ in found]

    def total(self, field: str) -> int:
        scope = scope_of(field)
        if scope in (BODY, TITLE):
            return max(self.articles, 1)
        return max(self.statements, 1) if scope in (SAID, SPEAKER) else max(self.articles + self.statements, 1)

    def posted(self, field: str, term: str) -> Posted:
        encoded = term.encode()
        documents, frequencies = [np.empty(0, np.int64)], [np.empty(0, np.uint8)]
        for before, postings in self._field(field):
            number = postings.find(encoded)
            if number is not None:
                here = postings.slice(number, number + 1)
                documents.append(postings.documents[here].astype(np.int64) + before)
                frequencies.append(postings.frequencies[here])
        return Posted(np.concatenate(documents), np.concatenate(frequencies))

    def posted_beginning(self, field: str, prefix: str) -> Posted:
        encoded = prefix.encode()
        documents, frequencies = [np.empty(0, np.int64)], [np.empty(0, np.uint8)]
        for before, postings in self._field(field):
            here = postings.slice(*postings.starting_with(encoded))
            documents.append(postings.documents[here].astype(np.int64) + before)
            frequencies.append(postings.frequencies[here])
        return Posted(np.concatenate(documents), np.concatenate(frequencies))

    def places(self, field: str, term: str) -> Array:
        encoded = term.encode()
        found = [np.empty(0, np.uint8)]
        for _, postings in self._field(field):
            number = postings.find(encoded)
            if number is not None:
                found.append(postings.places_of(number))
        return np.concatenate(found)

    def lengths(self, field: str) -> tuple[Array, float]:
        known = self.known_lengths.get(field)
        if known is None:
            lengths = np.concatenate([np.empty(0, np.uint16), *(one.lengths for _, one in self._field(field))])
            known = lengths, float(lengths.sum(dtype=np.int64)) / max(int(np.count_nonzero(lengths)), 1) or 1.0
            self.known_lengths[field] = known
        return known

    def kept(self, leaf: Leaf) -> Found | None:
        return self.known.get(leaf)

    def keep(self, leaf: Leaf, found: Found) -> None:
        self.known.add(leaf, found)

    def _field(self, field: str) -> Iterator[tuple[int, Postings]]:
        """The postings of a field in each segment, and how many documents stand in the segments before."""
        for before, whole in self.parts:
            yield before, whole.postings[field]


class Kept:
    """What was found last, up to so many bytes; for several threads."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.used = 0
        self.found: OrderedDict[Leaf, Found] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, leaf: Leaf) -> Found | None:
        with self.lock:
            if leaf in self.found:
                self.found.move_to_end(leaf)
            return self.found.get(leaf)

    def add(self, leaf: Leaf, found: Found) -> None:
        with self.lock:
            if leaf not in self.found:
                self.found[leaf] = found
                self.used += _bytes(found)
            while self.used > self.room:
                self.used -= _bytes(self.found.popitem(last=False)[1])


def _bytes(found: Found) -> int:
    return int(found.documents.nbytes + found.scores.nbytes)
