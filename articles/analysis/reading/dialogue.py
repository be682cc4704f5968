"""Speech that is led in by a dash, and what the author puts between dashes into somebody's speech.

    — Вырыл колодец, а там пыль, — рассказывает X, фермер. — Придёт вода — посажу заново.
    —El humo llegó —relata X, segundo maquinista—. Íbamos con la mano en el hombro.
    «Мы обязались, — продолжил X, — открыть шлюз».

Each piece of speech becomes a passage of its own, so that it is credited like words in marks; what the author says
stands between them. A dash with no cue behind it belongs to the speech.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from articles.analysis.reading.frame import Frame
from articles.analysis.reading.incises import without_incises
from articles.analysis.reading.lexicon import word_set
from articles.analysis.reading.marks import Passage
from articles.records import Span

_DASH = re.compile(r"[—–―]+|(?<=\s)-{1,2}(?=[^\d\W]|\s)|(?<=\w)-{1,2}(?=[\s.,;:])")
_LED_IN = re.compile(r"(?:[—–―]+\s*|--?\s+)(?=[\w\"'«“„‘‹¿¡(\[…])")
_BEFORE_SPEECH = re.compile(r"(?:[—–―]+|--?(?=\s))[.,:;]*\s*")
_START = attrgetter("start")
_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "inverted"})
_LEAD = 4
"""Words from a dash to the cue of an insert, at most."""
_SHORTEST = 4
"""Words of a paragraph that is speech by its dash and what stands around it."""
_BEFORE_INSERT = ',.!?…»”"'
_BEHIND_INSERT = ",.:;!?…"
_FINAL = '.!?…»”"'


def with_dialogue(frame: Frame) -> tuple[Passage, ...]:
    """The passages of a frame and the speech of its paragraphs that begin with a dash, authors' inserts cut out."""
    if not (frame.language.speech.dialogue_dashes or frame.language.speech.incises):
        return frame.passages
    spoken = dict(_dialogue(frame))
    found = [_passage(frame, piece) for pieces in spoken.values() for piece in pieces]
    for one in frame.passages:
        paragraph = frame.paragraph_at(one.outer.start)
        if not _within(spoken.get(paragraph, ()), one.outer):
            found.extend(_cut(frame, one))
    return tuple(sorted((one for one in found if len(one.inner)), key=lambda one: one.outer))


def _within(pieces: tuple[Span, ...], passage: Span) -> bool:
    """Whether one of the pieces, which are in order, overlaps a passage."""
    at = bisect_left(pieces, passage.end, key=_START) - 1
    return at >= 0 and pieces[at].overlaps(passage)


def _dialogue(frame: Frame) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Each paragraph of dialogue with the pieces of it that are speech."""
    led_in = [bool(_LED_IN.match(frame.text, one.start, one.end)) for one in frame.paragraphs]
    pieces = [tuple(_speeches(frame, one)) if led else () for one, led in zip(frame.paragraphs, led_in, strict=True)]
    broken = [found not in ((), (one,)) for one, found in zip(frame.paragraphs, pieces, strict=True)]
    for index, paragraph in enumerate(frame.paragraphs):
        beside = range(max(0, index - 1), min(len(broken), index + 2))
        announced = index > 0 and frame.text[frame.paragraphs[index - 1].end - 1] == ":"
        listed = any(led_in[at] for at in beside if at != index)
        if broken[index]:
            yield paragraph, pieces[index]
        elif led_in[index] and (any(broken[at] for at in beside) or (announced and not listed)):
            words = frame.words_in(paragraph.start, paragraph.end)
            if len(words) >= _SHORTEST and not words[0].text[0].islower() and frame.text[paragraph.end - 1] in _FINAL:
                yield paragraph, (paragraph,)


def _speeches(frame: Frame, span: Span) -> Iterator[Span]:
    """The stretches of speech between the author's inserts, each with the dash before it."""
    for speech in _between_dashes(frame, span):
        yield from without_incises(frame, speech)


def _between_dashes(frame: Frame, span: Span) -> Iterator[Span]:
    begin, glued = span.start, False
    speech = True
    for dash in _DASH.finditer(frame.text, span.start, span.end):
        if speech and dash.start() > span.start and _opens_insert(frame, dash, span.end):
            yield Span(begin, dash.start())
            speech, glued = False, not frame.text[dash.end()].isspace()
        elif not speech and _closes_insert(frame.text, dash, glued):
            begin, speech = dash.start(), True
    if speech:
        yield Span(begin, span.end)


def _opens_insert(frame: Frame, dash: re.Match[str], end: int) -> bool:
    """Whether the author speaks behind this dash: a cue soon, or behind a comma a small word and then somebody."""
    text = frame.text
    words = frame.words_in(dash.end(), end, _LEAD) if dash.end() < end else ()
    if not words or not words[0].text[0].islower() or text[dash.end() : words[0].start].strip():
        return False
    before = text[dash.start() - 1]
    finished = _before(text, dash.start()) in _BEFORE_INSERT or (before.isspace() and not text[dash.end()].isspace())
    if not finished and not _credits_at_once(frame, dash.end(), end):
        return False
    if any(cue.kinds & _CREDITING for cue in frame.cues_in(dash.end(), words[-1].end)):
        return True
    pronouns = word_set(frame.language.code, "people", "pronouns")
    fillers = word_set(frame.language.code, "speech", "fillers")
    words = words[1:] if words[0].folded in fillers else words
    named = len(words) > 1 and (words[1].text[0].isupper() or words[1].folded in pronouns)
    return named and text[words[0].end : words[1].start] == " "


def _credits_at_once(frame: Frame, start: int, end: int) -> bool:
    """Whether a cue stands first and somebody right behind it, so that no comma is needed before the dash."""
    cue = next(iter(frame.cues_in(start, end)), None)
    if cue is None or frame.words_in(start, cue.start) or not cue.kinds & _CREDITING:
        return False
    following = frame.words_in(cue.end, end)[:1]
    people = word_set(frame.language.code, "people", "offices", "persons", "ranks", "pronouns")
    return bool(following) and (following[0].text[0].isupper() or following[0].folded in people)


def _closes_insert(text: str, dash: re.Match[str], glued: bool) -> bool:
    """Whether speech goes on behind this dash; in "—relata X—." the dash hangs on the word before it."""
    if glued:
        following = text[dash.end() : dash.end() + 1]
        return not text[dash.start() - 1].isspace() and (following in _BEHIND_INSERT or following.isspace())
    return _before(text, dash.start()) in _BEHIND_INSERT


def _before(text: str, at: int) -> str:
    """The sign before this place, space left out."""
    return text[max(0, at - 3) : at].rstrip()[-1:] or " "


def _passage(frame: Frame, piece: Span) -> Passage:
    inner = _inner(frame.text, piece)
    return Passage(inner, Span(piece.start, max(piece.start, inner.end)), parts=(inner,), dashed=True)


def _inner(text: str, piece: Span) -> Span:
    """A piece of speech without the dash before it and what ends the insert: "—. ", "- "."""
    start, end = piece.start, piece.end
    if dash := _BEFORE_SPEECH.match(text, start, end):
        start = dash.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(frame: Frame, passage: Passage) -> Iterator[Passage]:
    """A passage in marks as the pieces that authors' inserts leave of it: «..., — said X, — ...»"""
    pieces: list[list[Span]] = [[]]
    for part in passage.parts or (passage.inner,):
        speeches = list(_speeches(frame, part))
        pieces[-1].extend(speeches[:1])
        pieces.extend([one] for one in speeches[1:])
        if speeches and speeches[-1].end < part.end:
            pieces.append([])
    kept = [group for group in pieces if group]
    if len(kept) == 1 and kept[0][-1].end == passage.inner.end:
        yield passage
        return
    for index, group in enumerate(kept):
        parts = tuple(_inner(frame.text, one) for one in group)
        first, last = index == 0, group[-1].end == passage.inner.end
        yield replace(
            passage,
            inner=Span(parts[0].start, parts[-1].end),
            outer=Span(passage.outer.start if first else group[0].start, passage.outer.end if last else parts[-1].end),
            unopened=passage.unopened and first,
            unclosed=passage.unclosed and last,
            parts=parts,
            dashed=index > 0,
        )
