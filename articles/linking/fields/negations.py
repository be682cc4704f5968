"""What one report denies and the other does not: by its verb, or by the cue of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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
"""Length of the shorter report as a share of the longer, in words that tell something or in letters, whichever is
more, from which neither lacks a part in which the other could deny something."""
FULL = 0.75
"""The same where both deny something: each denial stands in a clause of its own, which the other may lack."""
WORD = 1
"""Words by which two languages may differ in telling the same, however short it is: "there is", "gibt"."""
_CLAUSE = re.compile(r"(?:(?<!\d)\.|[,،!?؟…;؛:—–])(?=\s|$)")


def negation_conflicts(a: StatementRecord, b: StatementRecord, shared: Overlap) -> Iterator[Conflict]:
    """Whether one report denies more often than the other can, in what both say.

    A verb with a denial in it ("rejects") may stand for a "not" where the other report has none such. Where their
    wordings can be compared, what the longer has beyond the shorter is left out; else a denial counts that only the
    shorter one has, or one of two reports about as long as each other.
    """
    contained = shared.weight > 0 and shared.shorter >= CONTAINED
    not_a = _denials(a, shared.span_a if contained and shared.a < shared.b else None)
    not_b = _denials(b, shared.span_b if contained and shared.b < shared.a else None)
    unlike = abs(not_a.implicit - not_b.implicit)
    for more, fewer, one, other in ((not_a, not_b, a, b), (not_b, not_a, b, a)):
        share = FULL if fewer.most else AS_LONG
        if more.least > fewer.most + unlike and (contained or _lacks_nothing(other, one, share)):
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
        return Denials(1, told.most + 1, told.implicit, cue)
    return replace(told, least=told.least - 1, most=told.most + 1) if statement.kind == "indirect" else told


@lru_cache(maxsize=10_000)
def _denying_cue(cue: str, language: str) -> str:
    """The word of a cue that denies what was reported."""
    found = list(words(cue))
    folded = [fold(word.text) for word in found]
    return next((found[at].text for at in range(len(found)) if begins(_cues(language), folded, at)), "")


@cache
def _cues(language: str) -> Phrases:
    return numbered([load(language).negation.denials], 1)


def _lacks_nothing(one: StatementRecord, other: StatementRecord, share: float) -> bool:
    """Whether a report is so long that the other says nothing beyond it, and has about as many clauses: of two or more
    up to half, as one may part by commas what the other does not."""
    length, longer = _telling(one.text, one.language), _telling(other.text, other.language)
    portion = max(length / max(1, longer), len(one.text) / max(1, len(other.text)))
    own, needed = _clauses(one.text, one.language)[1], _clauses(other.text, other.language)[0]
    told = own >= needed or (own > 1 and own * 2 >= needed)
    return told and (length + WORD >= longer or portion >= share)


@lru_cache(maxsize=50_000)
def _clauses(text: str, language: str) -> tuple[int, int]:
    """The least and the most clauses that the signs of a text part: before a word that leads in a subordinate clause
    some languages have a comma."""
    parts = [[fold(word.text) for word in words(part)] for part in _CLAUSE.split(text)]
    told = [part for part in parts if part]
    return sum(part[0] not in _subordinating(language) for part in told), len(told)


@cache
def _subordinating(language: str) -> frozenset[str]:
    speech = load(language).speech
    leading = (*speech.subordinators, *speech.complementisers, *speech.relatives, *load(language).negation.conditions)
    return frozenset(fold(word) for word in leading)


@lru_cache(maxsize=50_000)
def _telling(text: str, language: str) -> int:
    """The words of a text that tell something; that it denies is told by the denials themselves."""
    small = stop_words(language) | _negating(language)
    return sum(fold(word.text) not in small for word in words(text))


@cache
def _negating(language: str) -> frozenset[str]:
    data = load(language).negation
    return frozenset(map(fold, (*data.words, *data.concord)))
