"""Links proposed among many statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from articles.linking.candidates import Index
from articles.linking.comparing import WEIGHTS, compare, compare_wordings, promising, relate, same_speaker
from articles.linking.figures import figures
from articles.linking.wording import shared_wording
from articles.records import Comparison, ProposedLink, Reason, Span, StatementRecord

Pair = tuple[int, int]


def propose(
    statements: Iterable[StatementRecord],
    among: Iterable[StatementRecord] | None = None,
    near: Mapping[int, Sequence[StatementRecord]] | None = None,
) -> Iterator[ProposedLink]:
    """Pairs of statements of different articles that report one utterance, each pair once.

    Every one of `statements` is compared with its candidates `among` the others, or among themselves if that is not
    given; `near` has the candidates of each, by its id, where they are found already. Quotes go with quotes and claims
    with claims; a claim inside a quote of its article is left to the quote, and a rejected statement is left out. What
    was judged before is the caller's to know.
    """
    new = list(statements)
    known = {one.id: one for one in new}
    if near is None:
        archive = new if among is None else list(among)
        spoken = _spoken((*new, *archive))
        index = Index(one for one in archive if _eligible(one, spoken))
        near = {one.id: index.near(one) for one in new if _eligible(one, spoken)}
    known.update((other.id, other) for others in near.values() for other in others)
    compared: dict[Pair, Comparison] = {}
    seen: set[Pair] = set()
    for one in new:
        for other in near.get(one.id, ()):
            pair = min(one.id, other.id), max(one.id, other.id)
            a, b = known[pair[0]], known[pair[1]]
            if pair not in seen and promising(a, b, shared := shared_wording(a, b)):
                compared[pair] = compare_wordings(a, b, shared)
            seen.add(pair)
    sure = {pair: found for pair, found in compared.items() if found.relation}
    for pair, found in (sure | _in_company(compared, sure, known)).items():
        yield ProposedLink(*pair, found)


def eligible(statements: Iterable[StatementRecord]) -> list[StatementRecord]:
    """Those that are compared with others at all; the quotes of their articles must be among them."""
    found = list(statements)
    spoken = _spoken(found)
    return [one for one in found if _eligible(one, spoken)]


def nearest(
    statement: StatementRecord, among: Iterable[StatementRecord], limit: int = 20
) -> list[tuple[StatementRecord, Comparison]]:
    """The statements of other articles nearest to one, best first, whether or not they would be proposed."""
    found = [(other, compare(statement, other)) for other in Index(among).near(statement)]
    return sorted(found, key=lambda pair: -pair[1].score)[:limit]


def _spoken(statements: Iterable[StatementRecord]) -> dict[int, list[Span]]:
    """By article, the spans of its quotes."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for one in statements:
        if one.type == "quote" and one.status != "rejected" and one.placed:
            spans[one.article].append(Span(one.start, one.end))
    return spans


def _eligible(one: StatementRecord, spoken: dict[int, list[Span]]) -> bool:
    inside = (
        one.type == "claim"
        and one.placed
        and any(Span(one.start, one.end).overlaps(span) for span in spoken[one.article])
    )
    return one.status != "rejected" and not inside


def _in_company(
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
                relation=relate(a, b, shared_wording(a, b), found.conflicts),
                score=round(found.score + (1 - found.score) * WEIGHTS.same_reports, 4),
                reasons=(*found.reasons, Reason("same_reports", str(reports))),
            )
    return kept


def _count_alike(a: StatementRecord, b: StatementRecord) -> bool:
    one, other = figures(a.text, a.language), figures(b.text, b.language)
    return bool(one.figures and other.figures) or bool(one.days and other.days)


def _articles(a: StatementRecord, b: StatementRecord) -> Pair:
    return min(a.article, b.article), max(a.article, b.article)
