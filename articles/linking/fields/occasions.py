"""Occasions that cannot be one."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from articles.linking.wording import comparable
from articles.records import Conflict, StatementRecord
from articles.text.terms import fold

ALIKE = 60
"""Likeness (rapidfuzz token set ratio, 0..100) from which two wordings of an occasion are one."""
VAGUE = frozenset({"statement", "ceremony"})
"""Kinds that tell little: a statement may be made on any occasion, and any be held at or after a ceremony."""
MAY_BE_ONE = frozenset(
    frozenset(pair)
    for pair in (
        ("speech", "meeting"),
        ("speech", "hearing"),
        ("phone", "interview"),
        ("phone", "meeting"),
        ("phone", "message"),
        ("interview", "message"),
    )
)
"""Kinds of which one occasion may be both: a speech to a meeting, an interview by telephone."""


def occasion_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """The occasions, by their kinds where both have one, else by their words where these can be compared."""
    one, two = a.circumstances, b.circumstances
    kinds = frozenset((one.occasion_kind, two.occasion_kind))
    if "" not in kinds:
        differ = len(kinds) == 2 and not kinds & VAGUE and kinds not in MAY_BE_ONE
    else:
        worded = bool(one.occasion and two.occasion) and comparable(a.language, b.language)
        differ = worded and fuzz.token_set_ratio(fold(one.occasion), fold(two.occasion)) < ALIKE
    if differ:
        yield Conflict("occasion", one.occasion or one.occasion_kind, two.occasion or two.occasion_kind)
