"""Which statements are worth comparing: found through an index by what they share, never all pairs.

A statement is written under `keys` and looked for by `asked`. In any language two reports of one thing share concepts,
figures, dates and names, and those of one speaker at one time few others: such keys hold for a span of days. In one
language they share words that stand side by side, or a MinHash of all of them, at whatever time.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import islice, pairwise
from math import log2
from zlib import crc32

from articles.linking.tokens import Tokens, speaker_tokens, tokens
from articles.records import StatementRecord
from articles.text.concepts import Glossary

COMMON = 64
"""Statements under one key, beyond which it takes no more: what is under it then is that of many, and the rest of
these is found through the first."""
ALWAYS = 3
"""Keys that take a statement even if they are full: it may have no others."""
CANDIDATES = 12
"""How many statements are compared with one, best first."""
WORTH = 1.25
"""What the shared keys must weigh together for a pair to be worth comparing. One that no third statement has weighs 1,
one that COMMON have next to nothing."""
NEXT = 0.1
"""Share of the weight of the best below which another is not worth comparing."""
DAYS = 10
"""Publications no further apart than this have a span of days in common; beyond two of them they have none."""
BANDS, ROWS = 4, 2
"""Of the MinHash. With 4 bands of 2 values, statements that share half of their words (Jaccard) meet with a probability
of 1 - (1 - 0.5^2)^4 = 0.68, such as share 0.7 with 0.93, such as share 0.2 with 0.15."""
LASTING = 3
"""Of what a speaker names, how much is found at any time: by the least hash, so that others have the same."""
FEW = 5
"""Telling words of a statement so short that a word put between two of them would leave nothing of its pairs."""
UNDATED = ""
_UNPACK = struct.Struct(f"<{BANDS * ROWS}I").unpack


class Postings:
    """The statements under each key, by their ids."""

    def __init__(self, known: Mapping[int, Sequence[int]] | None = None) -> None:
        """`known` are those of the archive under the keys that will be asked for."""
        self._under: defaultdict[int, list[int]] = defaultdict(list)
        for key, statements in (known or {}).items():
            self._under[key] = list(statements)

    def add(self, statement: int, keys: Sequence[int]) -> list[int]:
        """Puts a statement under its keys; returns those that took it."""
        free = [key for key in keys if len(self._under[key]) < COMMON]
        if len(free) < ALWAYS:
            full = sorted(set(keys).difference(free), key=lambda key: (len(self._under[key]), key))
            free += full[: ALWAYS - len(free)]
        for key in free:
            self._under[key].append(statement)
        return free

    def near(self, keys: Iterable[int], without: Collection[int]) -> list[int]:
        """The statements under these keys that are worth comparing, those that share most first, but for some."""
        shared: defaultdict[int, float] = defaultdict(float)
        for key in keys:
            others = self._under.get(key, ())
            weight = _weight(len(others))
            for other in others:
                shared[other] += weight
        for other in without:
            shared.pop(other, None)
        least = max(WORTH, NEXT * max(shared.values(), default=0.0))
        found = sorted((-weight, other) for other, weight in shared.items() if weight >= least)
        return [other for _weight, other in found]


@lru_cache(maxsize=1024)
def _weight(statements: int) -> float:
    """Of a key that so many have, the one that asks perhaps among them."""
    return max(0.0, 1 - log2(max(1, statements - 1)) / log2(2 * COMMON))


class Index:
    """Statements in memory, by their keys."""

    def __init__(self, statements: Iterable[StatementRecord], glossary: Glossary | None = None) -> None:
        self._statements: dict[int, StatementRecord] = {}
        self._postings = Postings()
        self._glossary = glossary
        for statement in statements:
            self._statements[statement.id] = statement
            self._postings.add(statement.id, keys(statement, glossary))

    def near(self, statement: StatementRecord) -> list[StatementRecord]:
        """Statements of other articles that are worth comparing with one, best first."""
        near = self._postings.near(asked(statement, self._glossary), {statement.id})
        found = (self._statements[other] for other in near)
        return list(islice((other for other in found if other.article != statement.article), CANDIDATES))


def keys(statement: StatementRecord, glossary: Glossary | None = None, told: Tokens | None = None) -> tuple[int, ...]:
    """What a statement is found by: hashes (32 bits, signed), each once; `told` are its tokens, if they are known.

    Statements of different types have no key in common. What the shipped glossary calls a thing, or another that is
    given, is a part of them: a changed one makes other keys.
    """
    return _keys(statement, [_span(statement.published)], glossary, told)


def asked(statement: StatementRecord, glossary: Glossary | None = None) -> tuple[int, ...]:
    """The keys of the statements that are to be compared with one: its own, and those of the days before and after."""
    span = _span(statement.published)
    spans = [UNDATED] if span == UNDATED else [span, str(int(span) - 1), str(int(span) + 1), UNDATED]
    return _keys(statement, spans, glossary)


def _span(published: date | None) -> str:
    return UNDATED if published is None else str(published.toordinal() // DAYS)


def _keys(
    statement: StatementRecord, spans: Iterable[str], glossary: Glossary | None, told: Tokens | None = None
) -> tuple[int, ...]:
    told = told or tokens(statement.text, statement.language, glossary)
    who = () if statement.anonymous else speaker_tokens(statement.speaker, statement.language, glossary)
    said = [f"{one} {fact}" for one in who for fact in told.facts]
    passing = [*told.facts, *told.names, *(f"said {one}" for one in who), *said]
    if statement.person is not None:
        passing.append(f"person {statement.person}")
    lasting = [*_bands(told.words), *_pairs(told.words), *sorted(said, key=_hashed)[:LASTING]]
    named = [*lasting, *(f"{span} {one}" for span in spans for one in passing)]
    return tuple(dict.fromkeys(_hashed(f"{statement.type} {one}") for one in named))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    """Neighbouring words in whatever order; of a few words those, too, with one between."""
    yield from (" ".join(sorted(pair)) for pair in pairwise(words))
    if len(words) <= FEW:
        yield from (" ".join(sorted(pair)) for pair in zip(words, words[2:], strict=False))


def _bands(words: Sequence[str]) -> Iterator[str]:
    """The bands of the MinHash of all words."""
    if words:
        least = [str(min(values)) for values in zip(*map(_permuted, words), strict=True)]
        yield from (f"{at} {' '.join(least[at : at + ROWS])}" for at in range(0, BANDS * ROWS, ROWS))


@lru_cache(maxsize=100_000)
def _permuted(word: str) -> tuple[int, ...]:
    """The place of a word in each of the MinHash's permutations."""
    return _UNPACK(blake2b(word.encode(), digest_size=4 * BANDS * ROWS).digest())


def _hashed(key: str) -> int:
    return crc32(key.encode()) - 2**31
