"""Pairs quotation marks, whatever is wrong with them: marked(text) gives the passages that stand in marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.records import Notice, Span
from articles.records import Notice as _
from articles.text.normalising import TURN
from articles.text.sentences import paragraphs

_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟\"«»‹›「」『』＂]+|[‘’‚‛'`]")
_SIGN = re.compile("[“”„‟\"«»‹›「」『』＂‘’‚‛'`]")
"""Where a mark may stand: one class of signs is found more quickly than many forms."""
_OPENING = "“„‟«‹「『`‘‚‛"
_CLOSING = "”»›」』’"
_SINGLE = "‘’‚‛'`‹›"
_CORNERED = "«»"
_TWO_SINGLES = ("``", "''", "‘‘", "’’")
_LEADING = "([{-–—/:¿¡"
_UNSEEN = f"\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff{TURN}"
_TRAILING = ")]}-–—/:;,.…!?؟،؛۔"
_DEEPEST = 8
"""Pairs inside one another, at most: no writer's go deeper."""
_MOST_WARNINGS = 20
"""Marks without a partner that are named one by one; more are only counted."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in marks. `inner` leaves the marks out, `outer` takes them in."""

    inner: Span
    outer: Span
    unopened: bool = False
    """The opening mark is missing: the passage begins with its paragraph."""
    unclosed: bool = False
    """The closing mark is missing: the passage reaches to the end of its paragraph, at most."""
    parts: tuple[Span, ...] = ()
    """The paragraphs of a passage that each of them opens anew; one otherwise."""
    dashed: bool = False
    """A dash leads it in, with or without marks: a piece of dialogue, which is speech however short."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool | None
    """None where neither the sign nor its neighbours tell; then it closes what is open."""
    family: str


def marked(text: str) -> tuple[tuple[Passage, ...], tuple[Notice, ...]]:
    """The outermost passages in marks, in order, and a warning for each mark that has no partner.

    Nested passages are part of the one that holds them. Apostrophes are no marks. No flaw reaches beyond its
    paragraph, except that a paragraph left open and a next one that opens anew are one passage.
    """
    found: list[Passage] = []
    warnings: list[Notice] = []
    waiting: list[Passage] = []
    for paragraph in paragraphs(text):
        passages = list(_in_paragraph(text, paragraph))
        if waiting and passages and passages[0].outer.start == paragraph.start and not passages[0].unopened:
            waiting.append(passages.pop(0))
            if waiting[-1].unclosed and not passages:
                continue
        if waiting:
            found.append(_joined(waiting))
        found += passages
        waiting = [found.pop()] if found and passages and passages[-1].unclosed else []
    found += [_joined(waiting)] if waiting else []
    for passage in found:
        if passage.unclosed:
            warnings.append(_("A quotation mark at %(place)s is never closed.", place=passage.outer.start))
        if passage.unopened:
            warnings.append(_("A quotation mark at %(place)s is never opened.", place=passage.outer.end - 1))
    if len(warnings) > _MOST_WARNINGS:
        warnings = [_("%(count)s quotation marks have no partner.", count=len(warnings))]
    return tuple(found), tuple(warnings)


def _joined(pieces: list[Passage]) -> Passage:
    first, last = pieces[0], pieces[-1]
    return replace(
        last,
        inner=Span(first.inner.start, last.inner.end),
        outer=Span(first.outer.start, last.outer.end),
        parts=tuple(part for piece in pieces for part in piece.parts or (piece.inner,)),
    )


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Passage]:
    marks = _without_plurals(text, list(_marks(text, paragraph)))
    stack: list[_Mark] = []
    seen = paragraph.start
    for index, mark in enumerate(marks):
        if mark.opens or (mark.opens is None and not stack):
            same = stack and stack[0].family == mark.family
            if same and not _nested(marks, index):
                if passage := _passage(text, stack[0], Span(mark.start, mark.start), unclosed=True):
                    yield passage
                stack.clear()
            if not stack or (mark.family != "single" and len(stack) < _DEEPEST):
                stack.append(mark)
            continue
        if not stack:
            if seen == paragraph.start and mark.family != "single":
                inner = _trimmed(text, seen, mark.start)
                if len(inner):
                    yield Passage(inner, Span(inner.start, mark.end), unopened=True)
            seen = mark.end
            continue
        opener = stack[0]
        _close(stack, mark)
        if not stack:
            if passage := _passage(text, opener, Span(mark.start, mark.end)):
                yield passage
            seen = mark.end
    end = Span(paragraph.end, paragraph.end)
    if stack and (passage := _passage(text, stack[0], end, unclosed=True)):
        yield passage


def _without_plurals(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Leaves out a single mark behind a letter, where one behind a comma or stop closes the pair: dogs’ collars,’"""
    kept: list[_Mark] = []
    closed = False
    for mark in reversed(marks):
        if mark.family == "single":
            after_point = text[mark.start - 1 : mark.start] in tuple(",.!?")
            if not mark.opens and not after_point and closed:
                continue
            closed = not mark.opens and (closed or after_point)
        kept.append(mark)
    return kept[::-1]


def _nested(marks: list[_Mark], index: int) -> bool:
    """Whether a mark that opens inside an open pair of its own family is met by two closing ones."""
    following = [one for one in marks[index + 1 : index + 3] if one.family == marks[index].family]
    return len(following) == 2 and all(one.opens is False for one in following)


def _close(stack: list[_Mark], mark: _Mark) -> None:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].family == mark.family:
            del stack[depth:]
            return
    if mark.family != "single" and stack[-1].family != "single":
        stack.pop()


def _passage(text: str, opener: _Mark, closer: Span, unclosed: bool = False) -> Passage | None:
    inner = _trimmed(text, opener.end, closer.start)
    if not len(inner) or (unclosed and opener.family == "single"):
        return None
    outer = Span(opener.start, closer.end if not unclosed else inner.end)
    return Passage(inner, outer, unclosed=unclosed, parts=(inner,))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    at = paragraph.start
    while sign := _SIGN.search(text, at, paragraph.end):
        at = sign.end()
        match = _MARK.match(text, sign.start(), paragraph.end)
        if match is None:
            continue
        at = match.end()
        before = _neighbour(text, match.start() - 1, paragraph, -1)
        after = _neighbour(text, match.end(), paragraph, 1)
        signs = match[0]
        if len(signs) == 1 and signs in _SINGLE:
            if mark := _single(match, before, after):
                yield mark
            continue
        yield from _run(match, before, after)


def _neighbour(text: str, at: int, paragraph: Span, step: int) -> str:
    """The sign next to a mark; signs that only set the direction of writing do not count."""
    while paragraph.start <= at < paragraph.end and text[at] in _UNSEEN:
        at += step
    return text[at] if paragraph.start <= at < paragraph.end else " "


def _run(match: re.Match[str], before: str, after: str) -> Iterator[_Mark]:
    """One mark for a run of the same kind that opens or closes; else one for each sign."""
    signs, start, end = match[0], match.start(), match.end()
    free_before = before.isspace() or before in _LEADING or before in _SINGLE
    free_after = after.isspace() or after in _TRAILING or after in _SINGLE
    families = {_family(sign) for sign in signs}
    whole = signs in _TWO_SINGLES or (len(families) == 1 and free_before != free_after)
    if free_before and free_after and len(signs) > 1 and signs not in _TWO_SINGLES:
        return
    pieces = [(start, end, signs)] if whole else [(start + n, start + n + 1, one) for n, one in enumerate(signs)]
    for begin, finish, glyph in pieces:
        opens: bool | None = None
        if free_before != free_after and not (before in _LEADING and glyph[0] in _CLOSING):
            opens = free_before
        elif before in _SINGLE and after not in _SINGLE and len(pieces) == 1:
            opens = False
        elif glyph[0] in _OPENING or glyph[0] in _CLOSING:
            opens = glyph[0] in _OPENING
        yield _Mark(begin, finish, opens, _family(glyph[0]))


def _family(sign: str) -> str:
    return "cornered" if sign in _CORNERED else "double"


def _single(match: re.Match[str], before: str, after: str) -> _Mark | None:
    """A single mark, or None for an apostrophe: between letters, or after one where nothing was opened."""
    sign = match[0]
    free_before = before.isspace() or before in _LEADING or before in '“”"«'
    if free_before and after.isalnum() and sign != "’":
        return _Mark(match.start(), match.end(), True, "single")
    if not free_before and not after.isalnum() and sign not in "‚‛`":
        return _Mark(match.start(), match.end(), False, "single")
    if before.isspace() is False and before in ",.!?" and sign in "’'":
        return _Mark(match.start(), match.end(), False, "single")
    return None
