"""Cuts a passage whose closing mark is missing where its attribution begins."""

from __future__ import annotations

from dataclasses import replace

from articles.analysis.reading.frame import Frame
from articles.analysis.reading.marks import Passage
from articles.records import Span

_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "inverted"})
_TAIL = 12
"""Words of the attribution behind its cue, at most."""
_UNLED = 1
"""Words behind a cue that ends its sentence, at most."""


def trimmed(frame: Frame, passage: Passage) -> Passage:
    """A passage that is never closed, cut where its attribution begins: “..., he said."""
    if not passage.unclosed:
        return passage
    text, span = frame.text, passage.parts[-1]
    for cue in frame.cues_in(span.start, span.end):
        if not cue.kinds & _CREDITING:
            continue
        if frame.language.speech.verb_last and len(frame.words_in(cue.end, span.end)) <= _UNLED:
            return _cut_at(passage, Span(span.start, len(text[: cue.start].rstrip())))
        comma = max(text.rfind(sign, span.start, cue.start) for sign in ",!?")
        between = frame.words_in(comma, cue.start)
        if comma <= span.start or len(between) > 4:
            continue
        stop = min(at for at in (text.find(".", cue.end, span.end), span.end) if at >= 0)
        subject = between or frame.words_in(cue.end, stop) or cue.pronoun
        if subject and len(frame.words_in(cue.end, stop)) <= _TAIL:
            return _cut_at(passage, Span(span.start, comma + 1))
    return passage


def _cut_at(passage: Passage, last: Span) -> Passage:
    return replace(
        passage,
        inner=Span(passage.inner.start, last.end),
        outer=Span(passage.outer.start, last.end),
        parts=(*passage.parts[:-1], last),
    )
