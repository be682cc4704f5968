"""Statements that an article has from a copy of it: they are one source, of which the oldest stands for all.

Only that one is compared with others and stands under keys; the rest are linked with it for being copied.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles import linking
from articles.ingest.comparable import records
from articles.ingest.keys import groups
from articles.models import Copy, Statement
from articles.records import Comparison, ProposedLink, Reason, StatementRecord
from articles.text.copies import body_key

OLDEST = 3
"""Copies of an article in which its statements are looked for, the oldest first."""
COPIED = "copied"
"""The reason's code, see `linking.REASONS`."""

Words = tuple[int, str, str]
"""An article, and a statement's type and words in it."""


def copied(statements: Sequence[StatementRecord]) -> dict[int, tuple[StatementRecord, float]]:
    """By its id, for each that an older copy of its article has in the same words: that one, and the share of text that
    the two articles have in common."""
    older = _older({one.article for one in statements})
    if not older:
        return {}
    known: dict[Words, StatementRecord] = {}
    for one in linking.eligible(_said_in({other for found in older.values() for other in found})):
        known.setdefault(_words(one), one)
    found: dict[int, tuple[StatementRecord, float]] = {}
    for one in linking.eligible(one for one in statements if one.article in older):
        for article, share in older[one.article].items():
            if one.id not in found and (original := known.get((article, *_words(one)[1:]))):
                found[one.id] = original, share
    return found


def link(one: StatementRecord, original: StatementRecord, share: float) -> ProposedLink:
    """Both are one utterance, whatever else a comparison tells."""
    a, b = sorted((one, original), key=lambda end: end.id)
    compared = linking.compare(a, b)
    reasons = (Reason(COPIED, f"{share:.0%}".rstrip("%")), *compared.reasons)
    return ProposedLink(a.id, b.id, Comparison("same", max(share, compared.score), reasons, compared.conflicts))


def _words(one: StatementRecord) -> Words:
    return one.article, one.type, body_key(one.text)


def _said_in(articles: Iterable[int]) -> Iterator[StatementRecord]:
    for group in groups(sorted(articles)):
        yield from sorted(records(Statement.objects.visible().filter(article__in=group)), key=lambda one: one.id)


def _older(articles: set[int]) -> Mapping[int, Mapping[int, float]]:
    """For each article that is a copy of older ones the oldest of these, with the share of text in common."""
    found: dict[int, dict[int, float]] = {}
    for group in groups(sorted(articles)):
        for article, older, share in Copy.objects.filter(b__in=group).order_by("a").values_list("b", "a", "share"):
            of = found.setdefault(article, {})
            if len(of) < OLDEST:
                of[older] = share
    return found
