"""What an index keeps of each document beside its terms, as columns: what it is, and what it is counted by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from articles.search.arrays import Array, packed, ranges, sums, unpacked
from articles.search.documents import ArticleDocument, StatementDocument
from articles.search.query import FILTERS

ARTICLE, QUOTE, CLAIM = "article", "quote", "claim"
TYPES = (ARTICLE, QUOTE, CLAIM)
_FACTS = {"type": np.uint8, "article": np.int64, "statement": np.int64, "fingerprint": np.uint64, "day": np.int32}


class Row(NamedTuple):
    """The facts of one document: an article, or one statement of it."""

    type: str
    article: int
    statement: int
    """0 for an article."""
    fingerprint: int
    """0 for a statement: an article's is of its statements, too."""
    day: int
    """Of publication, as `date.toordinal()` counts; 0 where unknown."""
    language: tuple[str, ...]
    outlet: tuple[str, ...]
    speaker: tuple[str, ...]
    """Ids of people."""
    month: tuple[str, ...]
    status: tuple[str, ...]
    tag: tuple[str, ...]
    kind: tuple[str, ...]
    """Of quotes how they are reported, or that it is a claim."""


def rows(document: ArticleDocument) -> list[Row]:
    """The article's row, then one for each of its statements, in their order."""
    published = document.published
    article = Row(
        type=ARTICLE,
        article=document.id,
        statement=0,
        fingerprint=document.fingerprint,
        day=published.toordinal() if published else 0,
        language=(document.language,),
        outlet=(document.outlet,) if document.outlet else (),
        speaker=_once(str(one.speaker) for one in document.statements if one.speaker),
        month=(f"{published:%Y-%m}",) if published else (),
        status=_once(one.status for one in document.statements),
        tag=_once(tag for one in document.statements for tag in one.tags),
        kind=_once(map(_kind, document.statements)),
    )
    return [
        article,
        *(
            article._replace(
                type=one.type,
                statement=one.id,
                fingerprint=0,
                speaker=(str(one.speaker),) if one.speaker else (),
                status=(one.status,),
                tag=one.tags,
                kind=(_kind(one),),
            )
            for one in document.statements
        ),
    ]


def _kind(statement: StatementDocument) -> str:
    return statement.kind or statement.type


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


@dataclass(frozen=True, slots=True)
class Facet:
    """The values that documents have of one facet: some have none, some have several."""

    values: list[str]
    codes: Array
    """Places in `values`, document after document."""
    starts: Array
    """Where the codes of each document begin; behind the last stands their number."""

    def of(self, documents: Array) -> Array:
        """The codes of these documents, one after the other."""
        starts = self.starts[documents]
        return self.codes[ranges(starts, self.starts[documents + 1] - starts)]

    def having(self, code: int) -> Array:
        """Whether each document has the value with this code."""
        found = np.searchsorted(self.starts, np.flatnonzero(self.codes == code), side="right") - 1
        has = np.zeros(len(self.starts) - 1, bool)
        has[found] = True
        return has


@dataclass(frozen=True, slots=True)
class Columns:
    """The facts of all documents of a segment, or of an index, by their number."""

    type: Array
    """Places in `TYPES`."""
    article: Array
    statement: Array
    fingerprint: Array
    day: Array
    facets: Mapping[str, Facet]

    def __len__(self) -> int:
        return len(self.type)

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Columns:
        types = {type_: code for code, type_ in enumerate(TYPES)}
        facts = [np.array(list(map(attrgetter(name), rows)), dtype) for name, dtype in list(_FACTS.items())[1:]]
        type_ = np.array([types[row.type] for row in rows], np.uint8)
        return cls(type_, *facts, {name: _facet(list(map(attrgetter(name), rows))) for name in FILTERS})

    def arrays(self) -> dict[str, Array]:
        """For a file."""
        found = {name: getattr(self, name) for name in _FACTS}
        for name, facet in self.facets.items():
            letters, ends = packed([value.encode() for value in facet.values])
            found |= {f"{name}:letters": letters, f"{name}:ends": ends}
            found |= {f"{name}:codes": facet.codes, f"{name}:starts": facet.starts}
        return found

    @classmethod
    def read(cls, arrays: Mapping[str, Array]) -> Columns:
        """The opposite. Raises `KeyError`."""
        facets = {
            name: Facet(
                [value.decode() for value in unpacked(arrays[f"{name}:letters"], arrays[f"{name}:ends"])],
                arrays[f"{name}:codes"],
                arrays[f"{name}:starts"],
            )
            for name in FILTERS
        }
        return cls(*(arrays[name] for name in _FACTS), facets)

    def kept(self, numbers: Array) -> Columns:
        """Those of some documents only."""
        facets = {
            name: Facet(facet.values, facet.of(numbers), sums(np.diff(facet.starts.astype(np.int64))[numbers]))
            for name, facet in self.facets.items()
        }
        return Columns(*(getattr(self, name)[numbers] for name in _FACTS), facets)


def joined(parts: Sequence[Columns]) -> Columns:
    """The columns of several segments, one behind the other."""
    facts = [
        np.concatenate([np.empty(0, dtype), *(getattr(one, name) for one in parts)]) for name, dtype in _FACTS.items()
    ]
    return Columns(*facts, {name: _joined([one.facets[name] for one in parts]) for name in FILTERS})


def _joined(parts: Sequence[Facet]) -> Facet:
    codes: dict[str, int] = {}
    every, counts = [np.empty(0, np.int32)], [np.empty(0, np.int64)]
    for one in parts:
        known = np.fromiter((codes.setdefault(value, len(codes)) for value in one.values), np.int32, len(one.values))
        every.append(known[one.codes])
        counts.append(np.diff(one.starts.astype(np.int64)))
    return Facet(list(codes), np.concatenate(every), sums(np.concatenate(counts)).astype(np.int64))


def _facet(values: Sequence[tuple[str, ...]]) -> Facet:
    codes: dict[str, int] = {}
    found = [codes.setdefault(value, len(codes)) for value in chain.from_iterable(values)]
    return Facet(list(codes), np.array(found, np.int32), sums([len(some) for some in values]))
