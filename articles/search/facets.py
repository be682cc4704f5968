"""Filters and counts over the facts that an index keeps of each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from articles.search.documents import ArticleDocument
from articles.search.query import FILTERS
from articles.search.results import FacetValue

ARTICLE = "article"


class Row(NamedTuple):
    """What an index keeps of one document beside its terms: an article, or one statement of it."""

    kind: str
    """article, quote or claim."""
    article: int
    statement: int
    """0 for an article."""
    fingerprint: str
    day: int
    """Of publication, as `date.toordinal()` counts; 0 where unknown."""
    language: tuple[str, ...]
    outlet: tuple[str, ...]
    speaker: tuple[str, ...]
    """Ids of people."""
    month: tuple[str, ...]
    status: tuple[str, ...]
    tag: tuple[str, ...]


def rows(document: ArticleDocument) -> list[Row]:
    """The article's row, then one for each of its statements, in their order."""
    published = document.published
    article = Row(
        kind=ARTICLE,
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
    )
    return [
        article,
        *(
            article._replace(
                kind=one.type,
                statement=one.id,
                fingerprint="",
                speaker=(str(one.speaker),) if one.speaker else (),
                status=(one.status,),
                tag=one.tags,
            )
            for one in document.statements
        ),
    ]


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def passing(found: Iterable[int], rows: Sequence[Row], filters: Mapping[str, str | int]) -> list[int]:
    """Of these document numbers, those whose rows have every value that is filtered for."""
    wanted = [(attrgetter(name), str(value)) for name, value in filters.items()]
    return [number for number in found if all(value in values(rows[number]) for values, value in wanted)]


def count(
    found: Iterable[int], rows: Sequence[Row], filters: Mapping[str, str | int]
) -> dict[str, tuple[FacetValue, ...]]:
    """How often each value occurs, by facet: most frequent first, each facet with its own filter left aside."""
    found = list(found)
    every = passing(found, rows, filters)
    facets = {}
    for name in FILTERS:
        others = {other: value for other, value in filters.items() if other != name}
        counted = passing(found, rows, others) if name in filters else every
        values = Counter(chain.from_iterable(map(attrgetter(name), map(rows.__getitem__, counted))))
        facets[name] = tuple(FacetValue(*pair) for pair in sorted(values.items(), key=lambda pair: (-pair[1], pair[0])))
    return facets
