"""Pairs of statements that an editor has told apart, and the same pairs where they come up again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db.models import Q
from rapidfuzz.distance import Indel

from articles.ingest.keys import groups
from articles.models import Copy, Link, Status
from articles.models.statements import words_of
from articles.records import StatementRecord
from articles.text.terms import fold, words

ALIKE = 0.75
"""Likeness of the words (rapidfuzz Indel, 0..1) from which two statements of one article, or of two copies of it, are
one: found again after the text was cleaned anew, or changed a little by another outlet."""

Pair = tuple[StatementRecord, StatementRecord]
Kin = Mapping[int, set[int]]
"""The copies of an article, itself among them."""


class _Said(NamedTuple):
    """One end of a rejected link."""

    id: int
    article: int
    type: str
    text: str


def told_apart(pairs: Iterable[Pair]) -> set[frozenset[int]]:
    """Of these pairs, by their ids, those that were rejected, with these statements or with the same ones elsewhere:
    under another id in the same article, or in a copy of it."""
    asked = list(pairs)
    kin = _kin({one.article for pair in asked for one in pair})
    rejected = _rejected({other for found in kin.values() for other in found})
    return {
        frozenset((a.id, b.id)) for a, b in asked if any(_again(a, b, *ends, kin) for ends in _beside(a, kin, rejected))
    }


def _beside(
    one: StatementRecord, kin: Kin, rejected: Mapping[int, list[tuple[_Said, _Said]]]
) -> Iterator[tuple[_Said, _Said]]:
    """The rejected pairs of which the first may be this statement."""
    return (ends for article in kin[one.article] for ends in rejected.get(article, ()))


def _again(a: StatementRecord, b: StatementRecord, first: _Said, second: _Said, kin: Kin) -> bool:
    return second.article in kin[b.article] and _is_one(a, first) and _is_one(b, second)


def _is_one(one: StatementRecord, other: _Said) -> bool:
    """Whether two statements of one article or its copies are the same."""
    if one.id == other.id:
        return True
    return one.type == other.type and Indel.normalized_similarity(_words(one.text), _words(other.text)) >= ALIKE


def _words(text: str) -> list[str]:
    return [fold(word.text) for word in words(text)]


def _kin(articles: set[int]) -> Kin:
    found = {one: {one} for one in articles}
    for group in groups(sorted(articles)):
        for a, b in Copy.objects.filter(Q(a__in=group) | Q(b__in=group)).values_list("a", "b"):
            for one, other in ((a, b), (b, a)):
                if one in found:
                    found[one].add(other)
    return found


def _rejected(articles: set[int]) -> dict[int, list[tuple[_Said, _Said]]]:
    """By the article of its one end, every rejected pair within these articles, either way round."""
    found: dict[int, list[tuple[_Said, _Said]]] = defaultdict(list)
    columns = [f"{end}__{name}" for end in "ab" for name in ("pk", "article", "type", "text", "start", "parts")]
    for group in groups(sorted(articles)):
        for row in Link.objects.filter(status=Status.REJECTED, a__article__in=group).values_list(*columns):
            a, b = (_Said(*end[:3], words_of(*end[3:])) for end in (row[:6], row[6:]))
            if b.article in articles:
                found[a.article].append((a, b))
                found[b.article].append((b, a))
    return found
