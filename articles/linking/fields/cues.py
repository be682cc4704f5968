"""Words that weaken or strengthen: what one report calls a threat and the other plain speech."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from articles.languages import load
from articles.records import Conflict, StatementRecord
from articles.text.terms import fold, words
from articles.text.vocabulary import Phrases, find, numbered

STEPS = 2
"""How far apart two cues must be: a threat is no warning, and a warning not just said, but "suggested" may be."""
_FORCE = (0, -1, 2, 4, 0, 0)
_TRUST = (0, 0, 0, 0, -1, 1)
"""The grades of no group, then of the groups of `Force` in their order."""


def cue_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """The cues, where one is so much stronger, or vouches so much more for what was said, that it is no synonym."""
    if not a.cue or not b.cue:
        return
    grades = zip(_grades(a.cue, a.language), _grades(b.cue, b.language), strict=True)
    if any(abs(one - other) >= STEPS for one, other in grades):
        yield Conflict("wording", a.cue, b.cue)


@lru_cache(maxsize=10_000)
def _grades(cue: str, language: str) -> tuple[int, int]:
    """How strong a cue is, and how much it vouches for what was said."""
    folded = [fold(word.text) for word in words(cue)]
    group = next((found for at in range(len(folded)) if (found := find(_groups(language), folded, at)[0])), 0)
    return _FORCE[group], _TRUST[group]


@cache
def _groups(language: str) -> Phrases:
    force = load(language).force
    return numbered((force.suggested, force.warned, force.threatened, force.claimed, force.confirmed), 1)
