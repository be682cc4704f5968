"""Which documents have which term, how often and where: the arrays of one field of one segment."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from zlib import crc32

import numpy as np

from articles.search.arrays import Array, packed, ranges, small, sums, unpacked

LONGEST_FIELD = 65_535
"""Terms of a field that count as its length; ranking sees no difference beyond."""
_PARTS = ("letters", "ends", "hashes", "hashed", "starts", "documents", "frequencies", "placed", "places", "lengths")


@dataclass(frozen=True, slots=True)
class Postings:
    """The terms of a field in order, and for each the documents that have it, in order."""

    letters: Array
    """The terms, UTF-8, one behind the other."""
    ends: Array
    """Where each term ends in `letters`; before the first stands 0."""
    hashes: Array
    """The checksums of the terms (CRC-32) in order, by which one is found sooner than by its letters."""
    hashed: Array
    """The number of the term that has each of these."""
    starts: Array
    """Where the postings of each term begin; behind the last stands their number."""
    documents: Array
    """The document of each posting, by its number in the segment."""
    frequencies: Array
    """How often the document has the term."""
    placed: Array
    """Where the places of each term begin; behind the last stands their number. All 0 where none are kept."""
    places: Array
    """At which words of the field, posting after posting; a place may have several terms."""
    lengths: Array
    """How many terms each document of the segment has in this field."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def term(self, number: int) -> bytes:
        return self.letters[int(self.ends[number]) : int(self.ends[number + 1])].tobytes()

    def terms(self) -> list[bytes]:
        return self.some_terms(0, len(self))

    def some_terms(self, first: int, behind: int) -> list[bytes]:
        """The terms with the numbers from `first` to before `behind`."""
        return unpacked(self.letters, self.ends[first : behind + 1])

    def place_of(self, term: bytes) -> int:
        """The number of the first term that is not before this one."""
        return bisect_left(range(len(self)), term, key=self.term)

    def find(self, term: bytes) -> int | None:
        """The number of the term."""
        checksum = np.uint32(crc32(term))
        at = int(self.hashes.searchsorted(checksum))
        while at < len(self.hashes) and self.hashes[at] == checksum:
            number = int(self.hashed[at])
            if self.term(number) == term:
                return number
            at += 1
        return None

    def frequency(self, term: bytes) -> int:
        """How many documents have the term."""
        number = self.find(term)
        return 0 if number is None else int(self.starts[number + 1]) - int(self.starts[number])

    def starting_with(self, prefix: bytes) -> tuple[int, int]:
        """The numbers of the terms that begin so: the first, and the one behind the last."""
        # Behind all of them stands what begins with the highest byte, which UTF-8 never has.
        return self.place_of(prefix), self.place_of(prefix + b"\xff")

    def slice(self, first: int, behind: int) -> slice:
        """The postings of the terms with these numbers."""
        return slice(int(self.starts[first]), int(self.starts[behind]))

    def places_of(self, number: int) -> Array:
        """The places of a term, posting after posting."""
        return self.places[int(self.placed[number]) : int(self.placed[number + 1])]

    def arrays(self, name: str) -> dict[str, Array]:
        """For a file: each array by the name of the field and its own."""
        return {f"{name}.{part}": getattr(self, part) for part in _PARTS}

    @classmethod
    def of(cls, name: str, arrays: Mapping[str, Array]) -> Postings:
        """The opposite. Raises `KeyError`."""
        return cls(*(arrays[f"{name}.{part}"] for part in _PARTS))


@dataclass(slots=True)
class Gathered:
    """Terms as they come from texts, document after document; memory holds a few bytes of each."""

    keeps_places: bool = True
    numbers: defaultdict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))
    """Each term and its number, in order of arrival."""
    found: array[int] = field(default_factory=lambda: array("I"))
    places: array[int] = field(default_factory=lambda: array("I"))
    documents: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def add(self, document: int, terms: Sequence[str], places: Iterable[int]) -> None:
        """Documents come in order, each once."""
        numbers = self.numbers
        self.found.extend([numbers[term] for term in terms])
        if self.keeps_places:
            self.places.extend(places)
        self.documents.append(document)
        self.counts.append(len(terms))

    def sorted(self, documents: int) -> Postings:
        """The arrays; `documents` is how many the segment has."""
        terms = sorted(self.numbers)
        rank = np.empty(len(terms), np.int32)
        rank[np.fromiter((self.numbers[term] for term in terms), np.int64, len(terms))] = np.arange(len(terms))
        ranks = rank[np.frombuffer(self.found, np.uint32)] if self.found else np.empty(0, np.int32)
        order = np.argsort(ranks, kind="stable")
        ranks = ranks[order]
        owners = np.repeat(np.array(self.documents, np.uint32), self.counts)[order]
        places = np.frombuffer(self.places, np.uint32)[order] if self.places else np.empty(0, np.uint32)
        # A posting begins where the term or the document changes.
        first = np.flatnonzero(np.r_[True, (ranks[1:] != ranks[:-1]) | (owners[1:] != owners[:-1])][: len(ranks)])
        frequencies = np.diff(np.r_[first, len(ranks)])
        return _postings([term.encode() for term in terms], ranks[first], owners[first], frequencies, places, documents)


def merged(old: Sequence[tuple[Postings, Array]], documents: int) -> Postings:
    """The postings of several segments as those of one of so many documents.

    Beside each old one stands the new number of each of its documents, in order, or -1 for those that go.
    """
    lists = [postings.terms() for postings, _ in old]
    terms = sorted(set().union(*lists))
    number = {term: at for at, term in enumerate(terms)}
    ranks, owners, frequencies, begins, places = [], [], [], [], []
    shift = 0
    for (postings, renumbered), known in zip(old, lists, strict=True):
        rank = np.fromiter((number[term] for term in known), np.int64, len(known))
        owner = renumbered[postings.documents]
        kept = owner >= 0
        ranks.append(np.repeat(rank, np.diff(postings.starts))[kept])
        owners.append(owner[kept])
        frequencies.append(postings.frequencies[kept])
        begins.append(_begins(postings.frequencies)[kept] + shift)
        places.append(postings.places)
        shift += len(postings.places)
    every = np.concatenate(ranks) if ranks else np.empty(0, np.int64)
    order = np.argsort(every, kind="stable")
    frequency = np.concatenate(frequencies)[order] if frequencies else np.empty(0, np.uint32)
    everywhere = np.concatenate(places) if places else np.empty(0, np.uint32)
    if len(everywhere):
        everywhere = everywhere[ranges(np.concatenate(begins)[order], frequency)]
    owner = np.concatenate(owners)[order] if owners else np.empty(0, np.uint32)
    return _postings(terms, every[order], owner, frequency, everywhere, documents)


def _begins(frequencies: Array) -> Array:
    """Where the places of each posting begin."""
    return np.cumsum(frequencies, dtype=np.int64) - frequencies


def _postings(
    terms: Sequence[bytes], ranks: Array, owners: Array, frequencies: Array, places: Array, documents: int
) -> Postings:
    """From postings sorted by term and document; terms that none has any more are left out."""
    counts = np.bincount(ranks, minlength=len(terms))
    kept = np.flatnonzero(counts)
    if len(kept) < len(terms):
        terms = [terms[at] for at in kept.tolist()]
    lengths = np.bincount(owners, weights=frequencies, minlength=documents)
    placed = np.bincount(ranks, weights=frequencies, minlength=max(len(counts), 1))[kept] if len(places) else 0 * kept
    letters, ends = packed(terms)
    hashes = np.fromiter(map(crc32, terms), np.uint32, len(terms))
    hashed = np.argsort(hashes, kind="stable")
    return Postings(
        letters=letters,
        ends=ends,
        hashes=hashes[hashed],
        hashed=small(hashed),
        starts=sums(counts[kept]),
        documents=small(owners),
        frequencies=small(frequencies),
        placed=sums(placed),
        places=small(places),
        lengths=np.minimum(lengths, LONGEST_FIELD).astype(np.uint16),
    )
