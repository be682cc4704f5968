"""A query as it was understood, in words that can be typed: reading them gives the same parts again."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from articles.search.asking.fields import OPERATORS
from articles.search.query import (
    All,
    Dated,
    Either,
    Excluded,
    Part,
    Phrase,
    Placed,
    Prefix,
    Quoted,
    SaidBy,
    SearchQuery,
    Similar,
    Term,
    Titled,
    Valued,
)

_PLAIN_VALUE = re.compile(r"\w[\w-]*")
_NAME = {Titled: "title", Quoted: "said", SaidBy: "speaker", Placed: "place"}
_FIELD = {"language": "lang"}
"""Facets whose field is called otherwise."""


def describe(query: SearchQuery) -> str:
    """What the query asks for, written in the query language; its filters are not in it."""
    return worded(query.parts)


def worded(parts: tuple[Part, ...]) -> str:
    """Parts that stand side by side."""
    if len(parts) == 1 and isinstance(parts[0], Either):
        return " OR ".join(_word(part) for part in parts[0].parts)
    return _side_by_side(parts)


def _side_by_side(parts: Iterable[Part]) -> str:
    return " ".join(_word(part) for part in parts)


def _word(part: Part) -> str:
    match part:
        case Term(text):
            return text
        case Phrase(words, distance):
            return f'"{" ".join(words)}"' + (f"~{distance}" if distance else "")
        case Prefix(text):
            return f"{text}*"
        case Similar(text):
            return f"{text}~"
        case Titled(inner) | Quoted(inner) | SaidBy(inner) | Placed(inner):
            return f"{_NAME[type(part)]}:{_word(inner)}"
        case Excluded(inner):
            return f"-{_word(inner)}"
        case Valued(facet, value):
            is_plain = _PLAIN_VALUE.fullmatch(value) and value not in OPERATORS
            return f"{_FIELD.get(facet, facet)}:" + (value if is_plain else f'"{value}"')
        case Dated(first, last):
            return f"date:{_days(first, last)}"
        case All(parts):
            return f"({_side_by_side(parts)})"
        case Either(parts):
            return f"({' OR '.join(_word(inner) for inner in parts)})"


def _days(first: date | None, last: date | None) -> str:
    """The shortest way to write them: a year, a month, a day, or a range of such."""
    begins = first is None or first.day == 1
    ends = last is None or last.day == monthrange(last.year, last.month)[1]
    figures = 10
    if begins and ends:
        whole_years = (first is None or first.month == 1) and (last is None or last.month == 12)
        figures = 4 if whole_years else 7
    one, other = (day.isoformat()[:figures] if day else "" for day in (first, last))
    return one if one == other else f"{one}..{other}"
