"""What in marks is a name or a title, and what is sure to be speech."""

from __future__ import annotations

from articles.analysis.people.runs import is_capital
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import noun_tail, phrases, word_set
from articles.analysis.reading.marks import Passage
from articles.records import Span

_TITLE = 5
"""Words of a name in marks, at most."""
_NEAR = 8
"""Words before a name in marks in which a verb of naming would make it a quote."""
_LONG = 4
"""Letters of a word that titles write with a capital."""
_CLAUSE = 3
"""Fewer words in marks are no clause."""
_INTRODUCTION = 3
"""Words of a phrase that leads in somebody's words, at most."""
_NAMING = frozenset({"naming_verbs"})


def names_in_marks(frame: Frame, passages: tuple[Passage, ...]) -> tuple[Span, ...]:
    """The insides of passages that only name something: a few words from a capital on, right behind its noun."""
    if not frame.language.people.capital_nouns:
        return ()
    return tuple(one.inner for one in passages if _only_names(frame, one))


def _only_names(frame: Frame, passage: Passage) -> bool:
    text = frame.text
    inside = frame.indexes(passage.inner.start, passage.inner.end)
    if passage.unclosed or passage.unopened or not 0 < len(inside) <= _TITLE:
        return False
    if not is_capital(frame.words[inside.start].text) or text[passage.inner.end - 1] in ",.!?":
        return False
    if _opens_sentence(frame, passage):
        behind = text[passage.outer.end : passage.outer.end + 2]
        return behind[:1] == " " and behind[1:].islower()
    before = frame.words[inside.start - 1]
    beside = text[before.end : passage.outer.start] == " " and not introduced(frame, inside.start)
    return beside and _led_in(frame, inside)


def _opens_sentence(frame: Frame, passage: Passage) -> bool:
    before = frame.text[max(0, passage.outer.start - 2) : passage.outer.start].rstrip(" ")
    return passage.outer.start == 0 or before[-1:] in (".", "!", "?", "\n")


def _led_in(frame: Frame, inside: range) -> bool:
    """Whether the word before a passage is one that names stand behind: a noun, an article, a preposition."""
    code = frame.language.code
    before = frame.words[inside.start - 1]
    if noun_tail(code, before.folded) in word_set(code, "people", "bodies"):
        return True
    near = _near(frame, inside.start)
    spoken = any(cue.kinds & _NAMING for cue in near)
    leads = word_set(code, "people", "definite", "quantifiers", "prepositions") | word_set(code, "speech", "sources")
    large = all(is_capital(frame.words[index].text) for index in inside)
    if before.text[:1].isupper() or before.folded in leads or (large and before.folded not in _indefinite(code)):
        return not spoken
    return before.folded.endswith(tuple(frame.language.people.adjective_endings)) and not near


def _indefinite(code: str) -> frozenset[str]:
    return word_set(code, "people", "indefinite")


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


def introduced(frame: Frame, index: int) -> bool:
    """Whether a phrase that leads in somebody's words stands right before a word: "mit den Worten"."""
    lexicon = phrases(frame.language.code, "speech", "introductions")
    for first in range(max(0, index - _INTRODUCTION), index):
        hit = lexicon.at(frame.words, first, frame.text)
        if hit and first + hit[0] == index:
            return True
    return False
