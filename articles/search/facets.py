"""Filters and counts over the facts that an index keeps of each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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


def passes(row: Row, filters: Mapping[str, str | int]) -> bool:
    """Whether the row has every value that is filtered for."""
    return all(str(value) in getattr(row, name) for name, value in filters.items())


def count(found: Iterable[Row], filters: Mapping[str, str | int]) -> dict[str, tuple[FacetValue, ...]]:
    """How often each value occurs, by facet: most frequent first, each facet with its own filter left aside."""
    counters: dict[str, Counter[str]] = {name: Counter() for name in FILTERS}
    for row in found:
        failed = [name for name, value in filters.items() if str(value) not in getattr(row, name)]
        if not failed:
            for name, counter in counters.items():
                counter.update(getattr(row, name))
        elif len(failed) == 1:
            counters[failed[0]].update(getattr(row, failed[0]))
    return {name: _values(counter) for name, counter in counters.items()}


def _values(counter: Counter[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(*pair) for pair in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
