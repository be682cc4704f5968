"""Pairs that wait for an editor: in the order in which judging is quickest, and those that one judgement settles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.linking import utterances
from articles.models import Link, Status
from articles.models.links import LinkQuerySet
from articles.records import JOINING_RELATIONS

MOST = 40
"""Pairs that are confirmed together at most, so that it can still be taken back in one step."""
Place = tuple[bool, float, int]
"""Where a pair stands among those of its utterance; the last part is its id."""
Rank = tuple[int, int]
"""Where an utterance stands: the number of links that touch it and its id, both negative."""


def as_read(links: LinkQuerySet) -> LinkQuerySet:
    """With texts and, as `touching`, how many links touch the utterance now: a judgement may make an end of it."""
    here, there = _counted(a__utterance=OuterRef("a__utterance")), _counted(b__utterance=OuterRef("a__utterance"))
    both = _counted(a__utterance=OuterRef("a__utterance"), b__utterance=OuterRef("a__utterance"))
    return links.with_texts().annotate(touching=here + there - both)


def _counted(**ends: Any) -> Coalesce:
    rows = Link.objects.filter(**ends).order_by().values(group=F(next(iter(ends))))
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField()), 0)


@dataclass(frozen=True)
class Waiting:
    """Proposed links between reports of one utterance, utterance after utterance.

    That with most links comes first, judged ones too, so that a judgement does not move it; of equal ones the newest.
    Of its pairs first those that join reports which no editor has joined yet, the likeliest first, then those that
    follow from what is confirmed already. What comes out of here knows no more than its id.
    """

    links: LinkQuerySet
    """Proposed links; those that are not inside one utterance are left out."""

    @property
    def rows(self) -> LinkQuerySet:
        return self.links.filter(a__utterance=F("b__utterance"))

    def holds(self, row: Any) -> bool:
        return isinstance(row, Link) and row.a.utterance_id is not None and row.a.utterance_id == row.b.utterance_id

    def first(self) -> Link | None:
        return self._beyond(None, 1)

    def last(self) -> Link | None:
        return self._beyond(None, -1)

    def next_to(self, row: Link, step: int) -> Link | None:
        """The nearest pair behind `row` (step 1) or before it (-1); `row` may be judged meanwhile."""
        own = _place(row, _joined(row.a.utterance_id, without=row.pk))
        places = self._places(row.a.utterance_id)
        found = [place for place in places if (place > own if step > 0 else place < own)]
        return self._row(found, step) if found else self._beyond((-row.touching, -row.a.utterance_id), step)

    def _beyond(self, own: Rank | None, step: int) -> Link | None:
        """The first pair of the utterance after this one, or the last of that before it; None is where all begins."""
        ranks = [rank for rank in self._ranks if own is None or (rank > own if step > 0 else rank < own)]
        if not ranks:
            return None
        _reports, negative = min(ranks) if step > 0 else max(ranks)
        return self._row(self._places(-negative), step)

    @cached_property
    def _ranks(self) -> list[Rank]:
        """The utterances in which pairs wait, as they stand when it is asked first."""
        counted = Link.objects.order_by().values_list("a__utterance", "b__utterance").annotate(Count("pk"))
        touching: Counter[int] = Counter()
        for one, other, number in counted:
            touching.update(dict.fromkeys((one, other), number))
        waiting = self.rows.order_by().values_list("a__utterance", flat=True).distinct()
        return [(-touching[utterance], -utterance) for utterance in waiting]

    def _places(self, utterance: int) -> list[Place]:
        joined = _joined(utterance)
        return [_place(row, joined) for row in self.rows.filter(a__utterance=utterance)]

    def _row(self, places: list[Place], step: int) -> Link | None:
        place = min(places, default=None) if step > 0 else max(places, default=None)
        return Link(pk=place[-1]) if place else None


def settled_by(row: Link) -> list[Link]:
    """The other pairs that wait and hold already when this one is confirmed: their reports are joined by it."""
    utterance = row.a.utterance_id
    if row.relation not in JOINING_RELATIONS or utterance is None or utterance != row.b.utterance_id:
        return []
    joined = _joined(utterance, also=row)
    group = joined[row.a_id]
    waiting = Link.objects.proposed().joining().filter(a__utterance=utterance).exclude(pk=row.pk).with_texts()
    return [one for one in waiting if joined.get(one.a_id) == joined.get(one.b_id) == group][:MOST]


def _place(row: Link, joined: dict[int, int]) -> Place:
    follows = row.a_id in joined and joined[row.a_id] == joined.get(row.b_id)
    return follows, -row.score, row.pk


def _joined(utterance: int, without: int = 0, also: Link | None = None) -> dict[int, int]:
    """The reports of an utterance that editors have joined, each by the group that they make of it."""
    confirmed = Link.objects.joining().filter(status=Status.CONFIRMED, a__utterance=utterance).exclude(pk=without)
    links = list(confirmed.order_by().values_list("a", "b", "relation"))
    links += [(also.a_id, also.b_id, also.relation)] if also else []
    ends = {end for a, b, _relation in links for end in (a, b)}
    return {one: number for number, group in enumerate(utterances(ends, links)) for one in group}
