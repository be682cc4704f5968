"""What a person said over time: each act of speech once with its reports, by month, and in which roles, by whom told.

The database counts; of thousands of statements only those of one page are read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, Count, F, Max, Min, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, Substr

from articles import search
from articles.models import Statement
from articles.models.statements import StatementQuerySet

MOST_ROLES = 40
MOST_FOUND = 1000
"""Statements that the index is asked for by words; those that hold the very letters are found besides."""
UNREAD = [f"article__{name}" for name in ("text", "removed", "evidence", "warnings")]
"""What no list of statements shows, and what is long."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a lifeline is narrowed to; empty fields narrow nothing."""

    outlet: int = 0
    language: str = ""
    words: str = ""
    month: str = ""
    """ISO: 2021-10."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act of speech, by the first of the person's statements that report it."""

    statement: Statement
    day: date | None
    """When it was said, as far as it is told; else when it was published first."""
    reports: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A value that a person's statements have, in how many of them, and the first and the last day."""

    value: Any
    number: int
    first: date | None
    last: date | None


def said_by(people: Collection[int]) -> StatementQuerySet:
    """The visible statements of an identity. `day` is when each was said or else published, `act` the same number for
    all reports of one utterance, a negative one for a statement that stands alone."""
    act = Coalesce("utterance", -F("pk"), output_field=BigIntegerField())
    statements = Statement.objects.visible().filter(speaker__in=people).order_by()
    return statements.annotate(day=Coalesce("said_on", "article__published"), act=act)


def narrowed(said: StatementQuerySet, to: Narrowed, person: int) -> StatementQuerySet:
    """What is left of an identity's statements, `person` being the id under which the index knows it; all months."""
    if to.outlet:
        said = said.filter(article__outlet=to.outlet)
    if to.language:
        said = said.filter(article__language=to.language)
    return said.filter(_holding(to.words, person)) if to.words else said


def in_month(said: StatementQuerySet, month: str) -> StatementQuerySet:
    return said.filter(day__range=_days(month)) if month else said


def month_of(text: str) -> str:
    """A month as an address gives it; empty for what is none."""
    return text if re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", text, re.ASCII) else ""


def _days(month: str) -> tuple[date, date]:
    year, number = map(int, month.split("-"))
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def _holding(words: str, person: int) -> Q:
    """Statements that have the words: in any form and in translation, as the index finds them, or to the letter."""
    letters = Q()
    for word in words.split()[: search.asking.grammar.MOST_PARTS]:
        letters &= Q(text__icontains=word)
    results = search.find(search.parse(words, said=True, speaker=str(person), limit=MOST_FOUND))
    return letters | Q(pk__in=[one for hit in results.hits for one in hit.statements])


def acts(said: StatementQuerySet) -> QuerySet[Any, tuple[int, date | None]]:
    """Each act of speech with the day it was said, the latest first, undated ones last."""
    dated = said.values("act").annotate(first=Min("day"))
    return dated.order_by(F("first").desc(nulls_last=True), "-act").values_list("act", "first")


def told(said: StatementQuerySet, page: Sequence[tuple[int, date | None]]) -> list[Told]:
    """The acts of one page, each with all its reports counted, also those of other people's names."""
    utterances = [act for act, _day in page if act > 0]
    own = said.filter(Q(utterance__in=utterances) | Q(pk__in=[-act for act, _day in page if act < 0]))
    earliest: dict[int, tuple[date, int]] = {}
    for act, day, pk in own.values_list("act", "day", "pk"):
        earliest[act] = min(earliest.get(act, (date.max, pk)), (day or date.max, pk))
    outlets: dict[int, list[str]] = defaultdict(list)
    reports = Statement.objects.visible().filter(utterance__in=utterances).order_by("article__published", "pk")
    for act, outlet in reports.values_list("utterance", "article__outlet__name"):
        outlets[act].append(outlet or "")
    read = Statement.objects.select_related("article__outlet").defer(*UNREAD)
    rows = read.in_bulk([pk for _day, pk in earliest.values()])
    return [
        Told(rows[earliest[act][1]], day, len(outlets[act]) or 1, tuple(dict.fromkeys(filter(None, outlets[act]))))
        for act, day in page
        if act in earliest
    ]


def months(said: StatementQuerySet) -> list[tuple[str, int]]:
    """The statements of each month that has any, in order; a month is ISO: 2021-10. Undated ones are left out."""
    counted = said.exclude(day=None).values(month=Substr(Cast("day", CharField()), 1, 7)).annotate(number=Count("pk"))
    return list(counted.order_by("month").values_list("month", "number"))


def roles(said: StatementQuerySet) -> list[Span]:
    """As what the person is named, in the order in which it begins; of very many the most frequent."""
    found = _spans(said.exclude(role=""), "role")[:MOST_ROLES]
    return sorted(found, key=lambda one: (one.first or date.max, one.value))


def outlets(said: StatementQuerySet) -> list[Span]:
    """The outlets that quote the person, by id and name, the most frequent first."""
    return _spans(said.exclude(article__outlet=None), "article__outlet", "article__outlet__name")


def languages(said: StatementQuerySet) -> list[Span]:
    return _spans(said, "article__language")


def _spans(said: StatementQuerySet, *fields: str) -> list[Span]:
    counted = said.values(*fields).annotate(number=Count("pk"), first=Min("day"), last=Max("day"))
    rows = counted.order_by("-number", fields[-1]).values_list(*fields, "number", "first", "last")
    return [Span(row[0] if len(fields) == 1 else row[: len(fields)], *row[len(fields) :]) for row in rows]
