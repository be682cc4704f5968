"""What one report denies and the other does not: by its verb, or by the cue of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from articles.languages import load
from articles.linking.denying import Denials, denials
from articles.linking.wording import Overlap
from articles.records import Conflict, StatementRecord
from articles.text.terms import fold, stop_words, words
from articles.text.vocabulary import Phrases, begins, numbered

CONTAINED = 0.8
"""Share of the shorter report that the longer has, from which the rest of the longer is no matter of the shorter."""
AS_LONG = 0.6
"""Length of the shorter report as a share of the longer, in words that tell something, from which neither lacks a
part in which the other could deny something."""
WORD = 1
"""Words by which two languages may differ in telling the same, however short it is: "there is", "gibt"."""
_PART = re.compile(r"[.!?؟…;؛:](?=\s|$)")


def negation_conflicts(a: StatementRecord, b: StatementRecord, shared: Overlap) -> Iterator[Conflict]:
    """Whether one report denies more often than the other can, in what both say.

    Where their wordings can be compared, what the longer has beyond the shorter is left out; else a denial counts that
    only the shorter one has, or one of two reports about as long as each other.
    """
    contained = shared.weight > 0 and shared.shorter >= CONTAINED
    not_a = _denials(a, shared.span_a if contained and shared.a < shared.b else None)
    not_b = _denials(b, shared.span_b if contained and shared.b < shared.a else None)
    for more, fewer, one, other in ((not_a, not_b, a, b), (not_b, not_a, b, a)):
        if more.least > fewer.most and (contained or _lacks_nothing(other, one)):
            yield Conflict("negation", not_a.words, not_b.words)


def _denials(statement: StatementRecord, span: tuple[int, int] | None) -> Denials:
    """The denials of a statement, or of a stretch of its words, with that of its cue.

    Words in marks may deny what the cue says they do; a reported clause that denies something itself is then denied.
    """
    told = denials(statement.text, statement.language, *(span or ()))
    cue = _denying_cue(statement.cue, statement.language)
    if not cue:
        return told
    if not told.least:
        return Denials(1, told.most + 1, cue)
    return Denials(told.least - 1, told.most + (statement.kind == "indirect"), told.words)


@lru_cache(maxsize=10_000)
def _denying_cue(cue: str, language: str) -> str:
    """The word of a cue that denies what was reported."""
    found = list(words(cue))
    folded = [fold(word.text) for word in found]
    return next((found[at].text for at in range(len(found)) if begins(_cues(language), folded, at)), "")


@cache
def _cues(language: str) -> Phrases:
    return numbered([load(language).negation.denials], 1)


def _lacks_nothing(one: StatementRecord, other: StatementRecord) -> bool:
    """Whether a report is so long, and has as many sentences, that the other says nothing beyond it."""
    length, longer = _telling(one.text, one.language), _telling(other.text, other.language)
    return length + WORD >= AS_LONG * longer and _sentences(one.text) >= _sentences(other.text)


def _sentences(text: str) -> int:
    return sum(bool(part.strip()) for part in _PART.split(text))


@lru_cache(maxsize=50_000)
def _telling(text: str, language: str) -> int:
    """The words of a text that tell something."""
    return sum(fold(word.text) not in stop_words(language) for word in words(text))
