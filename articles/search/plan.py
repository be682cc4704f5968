"""What an index is asked for: a tree of terms and conditions, made from a query by `articles.search.planning`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to match a word: a term of a field, and what it counts."""

    field: str
    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents with any of the terms, ranked as if all were one word: a rare word is rare in all its forms."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class InARow:
    """Documents in whose field words stand in a row, each given by the terms that it may have.

    With a `distance` they may stand in any order, the last at most so many words behind the first.
    """

    field: str
    words: tuple[tuple[str, ...], ...]
    distance: int = 0
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """Documents with a term that begins so, ranked as if all such terms were one."""

    field: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Having:
    """Documents that have one of the values of a facet."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Documents of these days, as `date.toordinal()` counts, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class InQuotes:
    """Articles of which one quote is found by the part; where quotes are searched, those quotes."""

    part: Plan


@dataclass(frozen=True, slots=True)
class Every:
    """What has all the parts and none of the others; all documents if no part is wanted."""

    parts: tuple[Plan, ...] = ()
    without: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """What has at least one of the parts."""

    parts: tuple[Plan, ...]


Leaf = AnyOf | InARow | Beginning
Plan = Leaf | Having | Published | InQuotes | Every | Some
