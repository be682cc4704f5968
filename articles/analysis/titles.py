"""What in marks is a name or a title, and what is sure to be speech."""

from __future__ import annotations

from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import word_set
from articles.analysis.marks import Passage
from articles.analysis.runs import is_capital
from articles.records import Span

_TITLE = 5
"""Words of a name in marks, at most."""
_NEAR = 8
"""Words before a name in marks in which a verb of naming would make it a quote."""
_LONG = 4
"""Letters of a word that titles write with a capital."""
_CLAUSE = 3
"""Fewer words in marks are no clause."""
_NAMING = frozenset({"naming_verbs"})


def names_in_marks(frame: Frame, passages: tuple[Passage, ...]) -> tuple[Span, ...]:
    """The insides of passages that only name something: a few words from a capital on, right behind its noun."""
    if not frame.language.people.capital_nouns:
        return ()
    return tuple(one.inner for one in passages if _only_names(frame, one))


def _only_names(frame: Frame, passage: Passage) -> bool:
    text, code = frame.text, frame.language.code
    inside = frame.indexes(passage.inner.start, passage.inner.end)
    if passage.unclosed or passage.unopened or not 0 < len(inside) <= _TITLE or inside.start == 0:
        return False
    if not is_capital(frame.words[inside.start].text) or text[passage.inner.end - 1] in ",.!?":
        return False
    before = frame.words[inside.start - 1]
    if text[before.end : passage.outer.start] != " ":
        return False
    if frame.is_cue(inside.start - 1) and text[: before.start].rstrip()[-1:] in tuple(',“”"«»'):
        return True
    spoken = any(cue.kinds & _NAMING for cue in _near(frame, inside.start))
    if before.text[:1].isupper():
        return not spoken
    leads = word_set(code, "people", "definite", "prepositions") | word_set(code, "speech", "sources")
    adjective = before.folded.endswith(tuple(frame.language.people.adjective_endings))
    return (before.folded in leads and not spoken) or (adjective and not _near(frame, inside.start))


def _near(frame: Frame, index: int) -> tuple[Cue, ...]:
    return frame.cues_in(frame.words[max(0, index - _NEAR)].start, frame.words[index].start)


def is_title(frame: Frame, passage: Passage) -> bool:
    """Whether every longer word begins with a capital, as in titles and headings of some languages."""
    long = [word for word in frame.words_in(passage.inner.start, passage.inner.end) if len(word.text) >= _LONG]
    cased = [word for word in long if word.text[:1].lower() != word.text[:1].upper()]
    return len(cased) > 1 and all(word.text[:1].isupper() for word in cased)


def led_by_that(frame: Frame, passage: Passage) -> bool:
    """Whether a complementiser stands before speech whose first letter cannot tell that it is whole: "أن «...»"."""
    index = frame.indexes(passage.outer.start, passage.outer.end).start
    if frame.cased or index == 0 or len(frame.indexes(passage.inner.start, passage.inner.end)) <= _CLAUSE:
        return False
    return frame.words[index - 1].folded in word_set(frame.language.code, "speech", "complementisers")
