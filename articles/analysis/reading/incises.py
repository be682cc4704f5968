"""Attributions that stand inside the marks, or inside a line of dialogue, between commas.

    « Ce n’est un cadeau de personne, a prévenu X, ministre de l’Eau, c’est un droit. »
    « Ils m’aimaient bien, sourit la retraitée. Je ne parle pas un mot d’anglais. »

A cue right behind a comma, with its pronoun or its subject behind it, interrupts the words; it ends with the comma
or the full stop behind the subject and what is told of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.records import Span

_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "inverted"})
_BEFORE = ",!?…"
_STOP = re.compile(r"[,;:!?…]|\.(?=\s|\Z)|\.(?=[»”\"])")
_LONGEST = 160
"""Signs of an attribution, at most."""
_TITLE = 3
"""Words from a comma to the noun that tells who somebody is, at most."""


def without_incises(frame: Frame, speech: Span) -> Iterator[Span]:
    """The pieces of one speech that attributions inside it leave."""
    begin = speech.start
    for cue in frame.cues_in(speech.start, speech.end) if frame.language.speech.incises else ():
        if cue.start < begin or not _interrupts(frame, speech, begin, cue):
            continue
        yield Span(begin, cue.start)
        begin = _end(frame, cue, speech.end)
    if begin < speech.end:
        yield Span(begin, speech.end)


def _interrupts(frame: Frame, speech: Span, begin: int, cue: Cue) -> bool:
    before = frame.text[max(begin, cue.start - 3) : cue.start].rstrip()
    if not cue.kinds & _CREDITING or before[-1:] not in tuple(_BEFORE) or cue.start == begin:
        return False
    if cue.pronoun:
        return True
    if frame.language.speech.subjectless and frame.text[cue.end : cue.end + 1] == ",":
        return True
    return _subject_follows(frame, cue.last + 1, speech.end)


def _subject_follows(frame: Frame, index: int, end: int) -> bool:
    """Whether somebody is told of behind a cue: a name, or an article and a noun for a person or a body."""
    words, code = frame.words, frame.language.code
    fillers = word_set(code, "speech", "fillers")
    while index < len(words) and words[index].end <= end and words[index].folded in fillers:
        index += 1
    if index >= len(words) or words[index].end > end or not frame.between(index - 1, index).isspace():
        return False
    if words[index].text[0].isupper() or words[index].folded in word_set(code, "people", "ranks"):
        return True
    articles = word_set(code, "people", "definite", "indefinite")
    nouns = words[index + 1 : index + 1 + _TITLE]
    if words[index].folded not in articles or not nouns:
        return False
    named = nouns[0].text[0].isupper() and frame.between(index, index + 1).isspace()
    return named or any(word.folded in _nouns(code) for word in nouns)


def _end(frame: Frame, cue: Cue, limit: int) -> int:
    """Where the words go on: behind the comma or full stop that ends the attribution."""
    text, at = frame.text, cue.end
    while match := _STOP.search(text, at, min(limit, cue.end + _LONGEST)):
        at = match.end()
        if match[0] != "," or not _told_of(frame, at, limit):
            break
    else:
        at = limit
    while at < limit and text[at].isspace():
        at += 1
    return at


def _told_of(frame: Frame, start: int, limit: int) -> bool:
    """Whether what stands behind a comma tells who the subject is, up to the next comma or full stop."""
    code = frame.language.code
    stop = _STOP.search(frame.text, start, min(limit, start + _LONGEST))
    words = frame.words_in(start, stop.start() if stop else limit)
    if not words:
        return False
    if words[0].text.isdecimal() or all(word.text[0].isupper() for word in words):
        return True
    articles = word_set(code, "people", "definite", "indefinite")
    led = words[0].folded in articles
    head = next((at for at, word in enumerate(words[:_TITLE]) if word.folded in _nouns(code)), -1)
    if head < 0 or (head > 0 and not led and words[0].folded not in word_set(code, "people", "fields", "offices")):
        return False
    following = words[head + 1] if head + 1 < len(words) else None
    ties = word_set(code, "people", "prepositions", "fields", "places", "offices", "linking")
    return not led or following is None or following.folded in ties or following.text[0].isupper()


@cache
def _nouns(code: str) -> frozenset[str]:
    return word_set(code, "people", "offices", "persons", "bodies")
