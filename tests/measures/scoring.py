"""Compares what analysis finds with what a reader found: counts for each article, figures for each language.

A proposal and a gold quote are one if they share at least half of the characters that either has. Pieces of an
interrupted quote count together; proposals that hit single pieces find it when these are half of it. Speech in marks
(direct, mixed) and reported speech are told apart, except that a mixed quote may be proposed as either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.analysis import analyse
from articles.records import FoundQuote, Span
from tests.measures.gold import ENOUGH_SHARED, GoldArticle, GoldQuote, overlap

TARGETS = {"direct": 95, "speaker": 90, "indirect": 65, "left out": 95, "said when": 85, "on behalf": None}
"""What each figure should reach, in per cent. "left out": of the words in marks that nobody says."""
_REPORTED = "indirect"


@dataclass(slots=True)
class Score:
    """What one article or many came to: counts, and a line for each error."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.counts.update(other.counts)
        self.errors += other.errors

    def figures(self) -> dict[str, float]:
        """Per cent by the names of TARGETS, those left out of which the gold has nothing."""
        found = {"direct": self._f1("direct"), "indirect": self._f1("indirect")}
        found |= {name: self._share(name) for name in ("speaker", "left out", "said when", "on behalf")}
        return {name: round(100 * found[name], 1) for name in TARGETS if self.counts[f"{name} gold"]}

    def precision(self, kind: str) -> float:
        return self.counts[f"{kind} right"] / max(1, self.counts[f"{kind} proposed"])

    def recall(self, kind: str) -> float:
        return self.counts[f"{kind} found"] / max(1, self.counts[f"{kind} gold"])

    def _f1(self, kind: str) -> float:
        precision, recall = self.precision(kind), self.recall(kind)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def _share(self, name: str) -> float:
        return self.counts[f"{name} right"] / max(1, self.counts[f"{name} gold"])


def by_language(articles: Iterable[GoldArticle]) -> dict[str, Score]:
    """The scores of all articles of each language."""
    scores: dict[str, Score] = {}
    for article in articles:
        scores.setdefault(article.language, Score()).add(scored(article))
    return dict(sorted(scores.items()))


def scored(article: GoldArticle) -> Score:
    """How right the findings in one article are."""
    proposed = analyse(article.text, article.language, article.published).quotes
    hits, found = _matched(article.quotes, proposed)
    score = Score()
    for index, gold in enumerate(article.quotes):
        kind = _class(gold.kind)
        score.counts[f"{kind} gold"] += 1
        score.counts[f"{kind} found"] += index in found
        if index in found:
            score.add(_credited(article, gold, proposed[found[index]]))
        else:
            score.errors.append(f"{article.name}: MISSED {gold.kind} of {gold.speaker}: {gold.text}")
    for index, quote in enumerate(proposed):
        kind = _class(quote.kind)
        score.counts[f"{kind} proposed"] += 1
        score.counts[f"{kind} right"] += index in hits
        if index not in hits:
            score.errors.append(f"{article.name}: EXTRA {quote.kind} of {quote.speaker} ({quote.cue}): {quote.text}")
    extra = [quote for index, quote in enumerate(proposed) if index not in hits]
    for places in article.not_quotes:
        said = any(overlap((place,), quote.parts) >= ENOUGH_SHARED for place in places for quote in extra)
        score.counts["left out gold"] += 1
        score.counts["left out right"] += not said
    return score


def _credited(article: GoldArticle, gold: GoldQuote, quote: FoundQuote) -> Score:
    """Whether the speaker, the day and whoever is spoken for are right, as far as the gold tells them."""
    said_on = quote.circumstances.said_on
    asked = [("speaker", gold.speaker, quote.speaker, _same(gold.speaker, quote.speaker))]
    if gold.said_on:
        asked.append(("said when", gold.said_on.isoformat(), str(said_on), said_on == gold.said_on))
    if gold.on_behalf_of:
        fits = bool(_words(gold.on_behalf_of) & _words(quote.on_behalf_of)) and _within(gold, quote)
        asked.append(("on behalf", gold.on_behalf_of, quote.on_behalf_of, fits))
    score = Score()
    for name, wanted, got, right in asked:
        score.counts[f"{name} gold"] += 1
        score.counts[f"{name} right"] += right
        if not right:
            score.errors.append(f"{article.name}: {name.upper()} {got!r}, not {wanted!r}: {quote.text}")
    return score


def _within(gold: GoldQuote, quote: FoundQuote) -> bool:
    a, b = _words(gold.on_behalf_of), _words(quote.on_behalf_of)
    return a <= b or b <= a


def _same(a: str | None, b: str | None) -> bool:
    return (a or "").casefold().split() == (b or "").casefold().split()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _class(kind: str) -> str:
    return _REPORTED if kind == _REPORTED else "direct"


def _matched(wanted: tuple[GoldQuote, ...], proposed: tuple[FoundQuote, ...]) -> tuple[set[int], dict[int, int]]:
    """Which proposals hit a gold quote, and for each gold quote that is found the proposal that fits it best."""
    hits: set[int] = set()
    best: dict[int, int] = {}
    covered: dict[int, set[int]] = {}
    whole: set[int] = set()
    for _, gold, piece, index in sorted(_pairs(wanted, proposed), key=lambda one: (-one[0], one[1:])):
        if index in hits or gold in whole or (piece < 0 and gold in covered) or piece in covered.get(gold, ()):
            continue
        if piece < 0:
            whole.add(gold)
        else:
            covered.setdefault(gold, set()).add(piece)
        hits.add(index)
        best.setdefault(gold, index)
    for gold, pieces in covered.items():
        parts = wanted[gold].parts
        if sum(len(parts[piece]) for piece in pieces) < ENOUGH_SHARED * sum(map(len, parts)):
            del best[gold]
    return hits, best


def _pairs(wanted: tuple[GoldQuote, ...], proposed: tuple[FoundQuote, ...]) -> Iterator[tuple[float, int, int, int]]:
    """Likeness, gold quote, its piece (-1 for all of it) and proposal, of those that are alike."""
    for gold, one in enumerate(wanted):
        hull = (Span(one.parts[0].start, one.parts[-1].end),)
        for index, quote in enumerate(proposed):
            if "mixed" not in (one.kind, quote.kind) and one.kind != quote.kind:
                continue
            whole = max(overlap(one.parts, quote.parts), overlap(hull, quote.parts))
            if whole >= ENOUGH_SHARED:
                yield whole, gold, -1, index
            for piece, part in enumerate(one.parts if len(one.parts) > 1 else ()):
                if (alike := overlap((part,), quote.parts)) >= ENOUGH_SHARED:
                    yield alike, gold, piece, index
