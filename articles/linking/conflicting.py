"""Where two reports of one utterance disagree, field by field. Other words for the same are no conflict."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from articles.linking.fields.days import day_conflicts
from articles.linking.fields.negations import negation_conflicts
from articles.linking.fields.numbers import number_conflicts
from articles.linking.fields.occasions import occasion_conflicts
from articles.linking.fields.speakers import speaker_conflicts
from articles.linking.wording import NEAR, Overlap, shared_wording
from articles.records import Conflict, StatementRecord
from articles.text.names import spelled_alike
from articles.text.terms import fold, words

ALIKE_OCCASIONS = 60
"""Likeness (rapidfuzz token set ratio, 0..100) from which two wordings of an occasion are one."""

CONTAINED = 0.8
"""Share of the shorter report that the longer has, from which the rest of the longer is no matter of the shorter."""


def conflicts(a: StatementRecord, b: StatementRecord, shared: Overlap | None = None) -> tuple[Conflict, ...]:
    """The fields in which two reports disagree, each with both values as the articles have them.

    What one report does not say never conflicts. A negation that only one report has is given with an empty value
    for the other. `shared` is their `shared_wording`, if it is known already.
    """
    return (
        *number_conflicts(a, b),
        *day_conflicts(a, b),
        *_places(a, b),
        *occasion_conflicts(a, b),
        *negation_conflicts(a, b, shared or shared_wording(a, b)),
        *speaker_conflicts(a, b),
    )


def _places(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    one, two = a.circumstances.place, b.circumstances.place
    if one and two and not _same_place(one, two):
        yield Conflict("place", one, two)


def _same_place(a: str, b: str) -> bool:
    """Whether two places can be one: a word of one is a spelling of a word of the other ("Teheran", "Tehran")."""
    return any(
        spelled_alike(one.text, two.text) or Indel.normalized_similarity(fold(one.text), fold(two.text)) >= NEAR
        for one in words(a)
        for two in words(b)
    )
