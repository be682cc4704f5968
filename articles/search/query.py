"""What somebody asks for: a `SearchQuery`, the tree of its parts and its filters. It knows no engine and no text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SORTS = ("relevance", "date", "stored")
"""Best first; newest first by the day of publication; by when it came into the archive, the latest first."""
STATUSES = ("proposed", "confirmed", "rejected")
KINDS = ("direct", "indirect", "mixed", "claim")
FILTERS = ("language", "outlet", "speaker", "month", "kind", "status", "tag")
"""The facets a search can be narrowed by: fields of `SearchQuery`, keys of `SearchResults.facets`."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word in any of its forms, in other spellings if it can be a name, and in translation."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words exactly as they stand, side by side and in order; only case, accents and letter variants are folded.

    With a `distance`: in any order, the last at most so many words behind the first.
    """

    words: tuple[str, ...]
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Similar:
    """All words that are spelled much like this one."""

    text: str


@dataclass(frozen=True, slots=True)
class Titled:
    """The part must stand in the title."""

    part: Part


@dataclass(frozen=True, slots=True)
class Quoted:
    """The part must stand in one quote; of a search in quotes, in the quote itself."""

    part: Part


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Of a quote whose speaker is named so: the part is a name's word or a phrase. All `Quoted` and `SaidBy` that stand
    side by side in an `All` are asked of one and the same quote."""

    part: Term | Phrase


@dataclass(frozen=True, slots=True)
class Valued:
    """A facet must have a value: of `language` a code, of `outlet` words of its name, of `tag` a name, of `status` one
    of `STATUSES`."""

    facet: str
    value: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An article from a place (its dateline), or with a quote said there: the part is the place's word or phrase."""

    part: Term | Phrase


@dataclass(frozen=True, slots=True)
class Dated:
    """Published from the first to the last day, both included; None where it is open."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Excluded:
    """What a result must not have."""

    part: Part


@dataclass(frozen=True, slots=True)
class All:
    """Every part, apart from the excluded ones, of which none."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple[Part, ...]


Word = Term | Phrase | Prefix | Similar
Part = Word | Titled | Quoted | SaidBy | Valued | Placed | Dated | Excluded | All | Either


@dataclass(frozen=True, slots=True)
class Note:
    """Something in a query that was not understood or left out; `code` is worded and translated by the pages.

    `value` is what it was about, as typed. Codes: see `articles.search.asking.grammar`.
    """

    code: str
    value: str = ""
    understood: str = ""
    """What it was taken for, in the query language; "" where it was left out."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search as understood: all parts, in articles (or with `said` in quotes), that pass all filters."""

    text: str = ""
    """As typed."""
    parts: tuple[Part, ...] = ()
    """What must be found, and what is excluded: an `All` without the word."""
    language: str = ""
    outlet: str = ""
    speaker: int | None = None
    """Id of a person; everybody merged into that person counts."""
    month: str = ""
    """ISO: 2021-10, or from one month to another, both included: 2021-10..2021-12."""
    status: str = ""
    tag: str = ""
    kind: str = ""
    """How a quote is reported, or `claim`; of an article, whether it has such a statement."""
    said: bool = False
    after: int = 0
    """Only in articles stored after the one with this id; no address asks for it."""
    sort: str = "relevance"
    names: bool = True
    """Whether names are found in other spellings and scripts."""
    translated: bool = True
    """Whether words are found in translation."""
    limit: int = 20
    offset: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def wanted(self) -> tuple[Word, ...]:
        """The words that a result may have, in the order of the query: those that are marked in it."""
        return tuple(_wanted(self.parts))

    @property
    def filters(self) -> dict[str, str | int]:
        """The filters that are set, by the name of their facet."""
        values: dict[str, str | int | None] = {name: getattr(self, name) for name in FILTERS}
        return {name: value for name, value in values.items() if value}


def _wanted(parts: tuple[Part, ...]) -> list[Word]:
    found: list[Word] = []
    for part in parts:
        match part:
            case Term() | Phrase() | Prefix() | Similar():
                found.append(part)
            case All() | Either():
                found += _wanted(part.parts)
            case Titled() | Quoted() | SaidBy() | Placed():
                found += _wanted((part.part,))
    return list(dict.fromkeys(found))
