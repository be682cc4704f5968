"""What the pairs of two articles tell about each other: two on one event have more than one report in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from articles.linking.comparing import WEIGHTS, compare_translated, relate
from articles.linking.details import same_speaker
from articles.linking.figures import figures
from articles.linking.translating import WEIGHTS as ODDS
from articles.linking.translating import Evidence, least
from articles.linking.wording import shared_wording
from articles.records import Comparison, Reason, StatementRecord

Pair = tuple[int, int]


def in_company(
    compared: dict[Pair, Comparison], sure: dict[Pair, Comparison], known: dict[int, StatementRecord]
) -> dict[Pair, Comparison]:
    """Weaker pairs of one speaker, from articles that already have two reports in common.

    Both must name figures, or both dates: statements on one subject share words, but seldom what they count. Neither
    may have a sure or a better partner in the other article.
    """
    company: dict[Pair, int] = defaultdict(int)
    partners: dict[Pair, list[float]] = defaultdict(list)
    for pair, found in compared.items():
        a, b = (known[one] for one in pair)
        company[_articles(a, b)] += pair in sure
        score = 1.0 if pair in sure else found.score
        partners[a.id, b.article].append(score)
        partners[b.id, a.article].append(score)

    def alone(a: StatementRecord, b: StatementRecord, score: float) -> bool:
        return max(partners[a.id, b.article]) <= score and max(partners[b.id, a.article]) <= score

    kept: dict[Pair, Comparison] = {}
    for pair, found in compared.items():
        a, b = (known[one] for one in pair)
        reports = company[_articles(a, b)]
        if pair in sure or reports < 2 or found.score < WEIGHTS.enough_in_company:
            continue
        if same_speaker(a, b) and _count_alike(a, b) and alone(a, b, found.score):
            kept[pair] = replace(
                found,
                relation=relate(a, b, shared_wording(a, b).size, found.conflicts),
                score=round(found.score + (1 - found.score) * WEIGHTS.same_reports, 4),
                reasons=(*found.reasons, Reason("same_reports", str(reports))),
            )
    return kept


def _count_alike(a: StatementRecord, b: StatementRecord) -> bool:
    one, other = figures(a.text, a.language), figures(b.text, b.language)
    return bool(one.figures and other.figures) or bool(one.days and other.days)


def _articles(a: StatementRecord, b: StatementRecord) -> Pair:
    return min(a.article, b.article), max(a.article, b.article)


def likeliest(found: Mapping[Pair, Evidence], known: Mapping[int, StatementRecord]) -> dict[Pair, Comparison]:
    """The pairs in two languages that are reports of one utterance.

    A statement of one article has one report in another, as a rule: whatever makes another pair likelier makes this
    one less so. Sure pairs of two articles speak for their others, those in the same order the most.
    """
    by_articles: dict[Pair, dict[Pair, float]] = defaultdict(dict)
    for pair, evidence in found.items():
        # Each pair the statement of the same article first, so that orders can be compared.
        first, second = sorted((known[one] for one in pair), key=lambda one: one.article)
        by_articles[first.article, second.article][first.id, second.id] = evidence.odds
    chosen: dict[Pair, Comparison] = {}
    for odds in by_articles.values():
        alone = {pair: odds[pair] - ODDS.other_pair * gap for pair, gap in _gaps(odds)}
        sure = [pair for pair in odds if alone[pair] >= ODDS.sure and found[_sorted(pair)].tells]
        for pair, own in alone.items():
            a, b = _sorted(pair)
            others = [other for other in sure if not set(other) & set(pair)]
            order = sum(_same_side(pair, other, known) for other in others)
            told = ODDS.same_reports * min(len(others), ODDS.most_reports) + ODDS.same_order * max(-3, min(3, order))
            if own + told < least(known[a], known[b]):
                continue
            compared = compare_translated(known[a], known[b], found[a, b], own + told)
            if compared.relation:
                chosen[a, b] = replace(compared, reasons=(*compared.reasons, *_company(len(others), order)))
    return chosen


def _gaps(odds: Mapping[Pair, float]) -> Iterator[tuple[Pair, float]]:
    """By how much the likeliest pair of either statement is likelier than the two together, 0 for the likeliest."""
    best: dict[int, float] = {}
    for pair, own in odds.items():
        for one in pair:
            best[one] = max(own, best.get(one, own))
    for pair, own in odds.items():
        yield pair, max(best[pair[0]], best[pair[1]]) - own


def _same_side(pair: Pair, other: Pair, known: Mapping[int, StatementRecord]) -> int:
    """1 where another pair stands on the same side of this one in both articles, else -1."""
    before, after = (known[one].start < known[two].start for one, two in zip(pair, other, strict=True))
    return 1 if before == after else -1


def _company(reports: int, order: int) -> Iterator[Reason]:
    if reports:
        yield Reason("same_reports", str(reports))
    if order > 0:
        yield Reason("same_order", str(order))


def _sorted(pair: Pair) -> Pair:
    return min(pair), max(pair)
