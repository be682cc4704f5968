"""Where a reported clause begins in languages whose verb stands first in its clause, or last."""

from __future__ import annotations

from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.records import Span

_REACH = 24
"""Words between a verb and the complementiser behind its subject, at most."""
_REPORTING = frozenset({"verbs", "that_verbs", "adding_verbs"})
_NAME = 4
"""Words of a name in marks, at most."""


def behind_that(frame: Frame, sentence: Span, following: range) -> int | None:
    """Behind the complementiser that follows the subject of a verb; names in marks may stand between."""
    code = frame.language.code
    complementisers, relatives = word_set(code, "speech", "complementisers"), word_set(code, "speech", "relatives")
    if not following:
        return None
    near = following[:_REACH]
    cues = frame.cues_in(frame.words[near.start].start, frame.words[near.stop - 1].end)
    reporting = {cue.first for cue in cues if cue.kinds & _REPORTING}
    quoted = 0
    for index in near:
        word = frame.words[index]
        quoted = quoted + 1 if frame.quoted[index] else 0
        if word.folded in complementisers and not quoted:
            rest = frame.words_in(word.end, sentence.end)
            return rest[0].start if rest else None
        parted = ":" in frame.between(index - 1, index)
        if quoted > _NAME or parted or word.folded in relatives or (index in reporting and not quoted):
            return None
    return None


def behind_verb(frame: Frame, sentence: Span, cue: Cue, following: range) -> int | None:
    """Right behind a verb that ends its clause, or behind the complementiser there."""
    code = frame.language.code
    if not following:
        return None
    first = frame.words[following.start]
    gap = frame.text[cue.end : first.start].strip()
    if gap not in ("", ",") or frame.quoted[following.start]:
        return None
    if first.folded in word_set(code, "speech", "complementisers"):
        rest = frame.words_in(first.end, sentence.end)
        return rest[0].start if rest else None
    if gap or "that_verbs" in cue.kinds or first.folded in word_set(code, "speech", "conjunctions"):
        return None
    return first.start
