"""Filters for the pages on which statements are judged: a passage in its surroundings, differing words marked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.text import surroundings

register = template.Library()


@register.filter
def by_itself(words: str) -> str:
    """A quote standing alone, without the comma that led over to its attribution."""
    return words.rstrip(" ,،、")


class Piece(Protocol):
    """What this module knows of a stretch of a compared text."""

    text: str
    changed: bool


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """A compared text; the words that only this side has are marked."""
    # Not a template: every space between the words would count.
    mark = '<mark class="differs">{}</mark>'
    return mark_safe("".join(format_html(mark, one.text) if one.changed else escape(one.text) for one in pieces))


@register.filter
def percent(score: float) -> str:
    """A score of 0..1 in per cent."""
    return f"{score:.0%}"


@register.filter
def before(statement: Any) -> str:
    """What stands before a statement in its article."""
    if not statement.is_placed:
        return str(statement.prefix)
    return _lines(surroundings.before(statement.article.text, statement.start, statement.article.language))


@register.filter
def behind(statement: Any) -> str:
    """What stands behind a statement in its article."""
    if not statement.is_placed:
        return str(statement.suffix)
    return _lines(surroundings.behind(statement.article.text, statement.end, statement.article.language))


def _lines(text: str) -> str:
    """A new line is shown as one, whether or not the file has an empty one there."""
    return re.sub(r"\s*\n\s*", "\n", text)


@register.simple_tag
def in_context(statement: Any, pieces: Iterable[Piece]) -> SafeString:
    """A compared statement where it stands: its words as `marked`, the rest muted, also what interrupts it."""
    own = "".join(_around(told) if told else marked(words) for words, told in _interrupted(statement, list(pieces)))
    return mark_safe(_around(before(statement)) + own + _around(behind(statement)))


def _around(text: str) -> str:
    return format_html('<span class="around">{}</span>', text)


@dataclass(frozen=True, slots=True)
class _Cut:
    text: str
    changed: bool


def _interrupted(statement: Any, pieces: list[Piece]) -> Iterator[tuple[list[Piece], str]]:
    """The pieces of each part of a statement's words, then what stands between it and the next part."""
    parts = statement.parts if len(statement.parts) > 1 else []
    if not parts:
        yield pieces, ""
        return
    at = 0
    for (start, end), (following, _end) in zip(parts, [*parts[1:], (None, None)], strict=True):
        yield list(_within(pieces, at, at + end - start)), ""
        if following is not None:
            yield [], statement.text[end - statement.start : following - statement.start]
        # One space joins the parts in the words.
        at += end - start + 1


def _within(pieces: list[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces from one offset in the words to another."""
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield _Cut(text, piece.changed)
        at += len(piece.text)
