"""The event around an article: the articles that report the same acts of speech or are copies, and what joins them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from django.db.models import Count, Q

from articles.linking.ties import Tie
from articles.models import Article, Copy, Disagreement, Link, Outcome, Statement

MOST = 60
"""Articles of an event, the nearest first: a picture of more cannot be read."""
STEPS = 4
"""How far an event reaches: articles that share something with the first, those that share something with these, ..."""
BESIDE = 5
"""Articles that are offered for comparing with one."""
POOL = 5000
"""Articles whose days are looked at, those with most in common first."""
FAR = 10_000
"""Days between two of which one is unknown."""


@dataclass(frozen=True, slots=True)
class Near:
    """An article beside another one."""

    article: Article
    shared: int
    """Acts of speech that both report."""
    copied: float
    """Share of the shorter text that both have, 0..1; 0 where they are no copies."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act of speech and the articles of the event that report it, in the order of their days."""

    utterance: int
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The articles around one, in the order of their days, undated ones last."""

    articles: tuple[Article, ...]
    ties: tuple[Tie, ...]
    told: tuple[Told, ...]
    """Acts of speech that two or more of them report, those with most reports first."""
    left_out: int
    """Articles that belong to it and were too many."""
    goes_on: bool
    """Whether there are more that are further away than STEPS."""


def beside(article: Article, copied: Mapping[int, float]) -> tuple[list[Near], int]:
    """The articles nearest to one, at most BESIDE, and how many there are; one query, three where there are any.

    `copied` are its copies by their ids, each with the share of the shorter text that both have.
    """
    shared = _shared([article.pk])
    found = _nearest_first(shared, copied, article.published)
    rows = Article.objects.select_related("outlet").in_bulk(found[:BESIDE])
    return [Near(rows[one], shared[one], copied.get(one, 0.0)) for one in found[:BESIDE]], len(found)


def event(article: Article) -> Event:
    """The event around an article; at most 3 queries for each of the STEPS and 7 more, however large it is."""
    ids, left_out, goes_on = _reached(article)
    rows = Article.objects.filter(pk__in=ids).select_related("outlet").defer("removed", "evidence", "warnings")
    articles = sorted(rows, key=lambda one: (one.published or date.max, one.pk))
    reports = list(_reports(ids))
    told = _told([one.pk for one in articles], reports)
    return Event(tuple(articles), tuple(_ties(ids, told, _disputed(ids, reports))), tuple(told), left_out, goes_on)


def _reached(article: Article) -> tuple[list[int], int, bool]:
    """The articles that belong together, how many more there are of those at hand, and whether there may be others."""
    known, ring = [article.pk], [article.pk]
    for _step in range(STEPS):
        shared, copied = _shared(known), _copied(known)
        ring = _nearest_first(shared, copied, article.published)
        room = MOST - len(known)
        known += ring[:room]
        if len(ring) > room or not ring:
            return known, max(0, len(ring) - room), False
    return known, 0, bool(_shared(known) or _copied(known))


def _shared(articles: Collection[int]) -> Counter[int]:
    """By article, how many acts of speech it reports that one of these reports too; these are left out."""
    told = Statement.objects.visible().filter(article__in=articles).exclude(utterance=None)
    others = Statement.objects.visible().filter(utterance__in=told.order_by().values("utterance"))
    others = others.exclude(article__in=articles).order_by().values_list("article")
    return Counter(dict(others.annotate(Count("utterance", distinct=True))))


def _copied(articles: Collection[int]) -> dict[int, float]:
    """By article, the share of its text or of one of these that both have; these are left out."""
    found: dict[int, float] = {}
    for a, b, share in Copy.objects.filter(Q(a__in=articles) | Q(b__in=articles)).values_list("a", "b", "share"):
        for one in {a, b} - set(articles):
            found[one] = max(share, found.get(one, 0.0))
    return found


def _nearest_first(shared: Mapping[int, int], copied: Mapping[int, float], day: date | None) -> list[int]:
    """The articles with most in common first; of these the nearest in time."""

    def common(one: int) -> tuple[int, float]:
        return -shared.get(one, 0), -copied.get(one, 0.0)

    ids = sorted(shared.keys() | copied.keys(), key=lambda one: (*common(one), one))
    days = dict(Article.objects.filter(pk__in=ids[:POOL]).values_list("pk", "published"))

    def apart(one: int) -> int:
        return abs((published - day).days) if day and (published := days[one]) else FAR

    return [*sorted(days, key=lambda one: (*common(one), apart(one), one)), *ids[POOL:]]


def _reports(articles: Collection[int]) -> Iterable[tuple[int, int, int]]:
    """The statements of these that belong to utterances: each with its article and its utterance."""
    reports = Statement.objects.visible().filter(article__in=articles).exclude(utterance=None)
    return reports.order_by().values_list("pk", "article", "utterance")


def _told(articles: list[int], reports: Iterable[tuple[int, int, int]]) -> list[Told]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for _pk, article, utterance in reports:
        found[utterance].add(article)
    told = [
        Told(utterance, tuple(one for one in articles if one in by)) for utterance, by in found.items() if len(by) > 1
    ]
    return sorted(told, key=lambda one: (-len(one.articles), articles.index(one.articles[0]), one.utterance))


Pair = tuple[int, int]
"""Two articles, the lower id first."""


def _ties(articles: Collection[int], told: Iterable[Told], disputed: set[Pair]) -> Iterable[Tie]:
    """What joins two of the articles, a tie for each pair that has anything in common."""
    shared = Counter(_pair(*pair) for one in told for pair in combinations(one.articles, 2))
    copies = Copy.objects.filter(a__in=articles, b__in=articles).values_list("a", "b", "share")
    copied = {(a, b): share for a, b, share in copies}
    for pair in sorted(shared.keys() | copied.keys() | disputed):
        yield Tie(*pair, shared[pair], copied.get(pair, 0.0), pair in disputed)


def _disputed(articles: Collection[int], reports: Iterable[tuple[int, int, int]]) -> set[Pair]:
    """The articles that disagree: on different sides of a question, or with statements that contradict each other."""
    article_of = {pk: article for pk, article, _utterance in reports}
    pairs = set()
    real = Disagreement.objects.exclude(verdict__outcome__in=(Outcome.NONE, Outcome.ALL))
    told = Statement.objects.visible().filter(article__in=articles).exclude(utterance=None)
    for row in real.filter(utterance__in=told.order_by().values("utterance")):
        sides = [{article_of[one] for one in side.statements if one in article_of} for side in row.dispute.sides]
        pairs |= {_pair(a, b) for one, other in combinations(sides, 2) for a, b in product(one, other)}
    contrary = Link.objects.visible().filter(a__article__in=articles, b__article__in=articles, relation="contradicts")
    pairs |= {_pair(a, b) for a, b in contrary.order_by().values_list("a__article", "b__article")}
    return {pair for pair in pairs if pair[0] != pair[1]}


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)
