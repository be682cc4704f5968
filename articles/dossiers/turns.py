"""What a person said again, said otherwise later, and what contradicts it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Length

from articles.dossiers.lifelines import UNREAD
from articles.models import Link, Statement
from articles.models.statements import StatementQuerySet, Type

MOST = 50
"""Of each kind that are shown, the latest."""
APART = timedelta(days=7)
"""Reports of one utterance that are further apart than this tell that the words were said again."""
SHORTEST = 20
"""Characters of words that are held for said again where nobody has linked them: a short word is said by everybody."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day on which words were said, by a statement that reports them."""

    day: date
    statement: Statement


@dataclass(frozen=True, slots=True)
class Turn:
    """A link between what was said earlier and later; `own_earlier`, `own_later` tell whose words they are."""

    link: Link
    earlier: Statement
    later: Statement
    earlier_day: date | None
    later_day: date | None
    own_earlier: bool
    own_later: bool

    @property
    def is_own(self) -> bool:
        """Whether the person stands on both sides."""
        return self.own_earlier and self.own_later


def repeated(said: StatementQuerySet) -> list[list[Occasion]]:
    """What was said on several days, the latest first: reports of one utterance that are more than a week apart, and
    the very same words in several utterances. `said` is that of `lifelines.said_by`."""
    acts = [(last, act) for act, first, last in _on_days(said.exclude(utterance=None), "act") if last - first > APART]
    several = said.annotate(length=Length("text")).filter(length__gte=SHORTEST)
    words = [(last, text) for text, _first, last in _on_days(several, "text", acts=2)]
    latest = sorted([(last, "act", act) for last, act in acts] + [(last, "text", text) for last, text in words],
                    key=lambda one: one[0], reverse=True)[:MOST]  # fmt: skip
    acts_of = [value for _last, name, value in latest if name == "act"]
    texts_of = [value for _last, name, value in latest if name == "text"]
    found: dict[object, dict[date, int]] = {}
    rows = said.exclude(day=None).filter(Q(utterance__in=acts_of) | Q(text__in=texts_of)).order_by("day", "pk")
    for act, text, day, pk in rows.values_list("act", "text", "day", "pk"):
        for value in (act, text):
            found.setdefault(value, {}).setdefault(day, pk)
    statements = Statement.objects.select_related("article__outlet").defer(*UNREAD)
    read = statements.in_bulk({pk for days in found.values() for pk in days.values()})
    return [[Occasion(day, read[pk]) for day, pk in found[value].items()] for _last, _name, value in latest]


def _on_days(said: StatementQuerySet, field: str, acts: int = 1) -> QuerySet:
    """The values of a field that statements of several days have, with the first and last of these days."""
    days = said.values(field).annotate(first=Min("day"), last=Max("day"), number=Count("act", distinct=True))
    return days.filter(first__lt=F("last"), number__gte=acts).values_list(field, "first", "last")


def turns(people: Collection[int], relation: str) -> list[Turn]:
    """The links of a relation (updates, contradicts) that touch what is credited to the person, the latest first."""
    links = Link.objects.visible().filter(relation=relation).with_texts()
    links = links.annotate(own_a=_credited(people, "a"), own_b=_credited(people, "b")).filter(
        Q(own_a=True) | Q(own_b=True)
    )
    unread = [f"{end}__{name}" for end in "ab" for name in UNREAD]
    found = links.defer(*unread).order_by("-pk")[:MOST]
    return sorted(map(_turn, found), key=lambda one: one.later_day or date.min, reverse=True)


def _credited(people: Collection[int], end: str) -> Exists:
    """Whether one end of a link is a statement of the person, or a claim inside of a quote of the person."""
    quotes = Statement.objects.visible().quotes().filter(
        speaker__in=people, article=OuterRef("article"), start__lte=OuterRef("start"), end__gte=OuterRef("end")
    )  # fmt: skip
    own = Q(speaker__in=people) | Q(Exists(quotes), type=Type.CLAIM)
    return Exists(Statement.objects.filter(own, pk=OuterRef(end)))


def _turn(link: Link) -> Turn:
    """The earlier side first; where a link has a direction or no days, `a` is what came later."""
    sides = [(_day(link.b), link.b, link.own_b), (_day(link.a), link.a, link.own_a)]
    if link.relation != "updates" and all(day for day, _statement, _own in sides):
        sides.sort(key=lambda side: side[0])
    (earlier_day, earlier, own_earlier), (later_day, later, own_later) = sides
    return Turn(link, earlier, later, earlier_day, later_day, own_earlier, own_later)


def _day(statement: Statement) -> date | None:
    return statement.said_on or statement.article.published
