"""How the parts of a query are put together, so that one meaning has one tree.

What stands twice stands once, a group of one is its part, what is excluded twice is wanted, and the Arabic article
belongs to the name behind it. A group that asks something of one quote stays a group of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from articles.search.query import All, Either, Excluded, Part, Placed, Prefix, Quoted, SaidBy, Similar, Term, Titled
from articles.text.names import is_article


def all_of(parts: Iterable[Part]) -> Part | None:
    """All of the parts; None if there are none."""
    flat: list[Part] = []
    for part in parts:
        flat += part.parts if isinstance(part, All) and not asks_of_a_quote(part) else (part,)
    kept = _tidied(flat)
    return All(tuple(kept)) if len(kept) > 1 else kept[0] if kept else None


def either_of(parts: Iterable[Part]) -> Part | None:
    """Any of the parts; None if there are none."""
    flat: list[Part] = []
    for part in parts:
        flat += part.parts if isinstance(part, Either) else (part,)
    kept = tuple(dict.fromkeys(flat))
    return Either(kept) if len(kept) > 1 else kept[0] if kept else None


def without(part: Part) -> Part:
    """Not the part."""
    return part.part if isinstance(part, Excluded) else Excluded(part)


def within(place: type[Titled] | type[Quoted], part: Part) -> Part:
    """The part in the title or in a quote; what is excluded there may stand elsewhere."""
    return Excluded(place(part.part)) if isinstance(part, Excluded) else place(part)


def named(asked: type[SaidBy] | type[Placed], part: Part) -> Part | None:
    """Of a speaker or a place that is called so."""
    match part:
        case All():
            return all_of(inner for each in part.parts if (inner := named(asked, each)))
        case Term():
            return asked(part)
        case Prefix() | Similar():
            return asked(Term(part.text))
    return None


def asks_of_a_quote(part: All) -> bool:
    """Whether its parts are asked of one and the same quote, so that other such parts must not come among them."""
    return any(isinstance(inner, Quoted | SaidBy) for inner in part.parts)


def first_leaves(part: Part, left: int) -> tuple[Part | None, int]:
    """The part with no more than so many words, phrases and values in it, and how many it left over."""
    if isinstance(part, All | Either):
        kept: list[Part] = []
        for inner in part.parts:
            found, left = first_leaves(inner, left)
            kept += [found] if found else []
        return (all_of if isinstance(part, All) else either_of)(kept), left
    if isinstance(part, Titled | Quoted | Excluded):
        found, left = first_leaves(part.part, left)
        if found is None:
            return None, left
        return (without(found) if isinstance(part, Excluded) else within(type(part), found)), left
    return (part, left - 1) if left else (None, 0)


def _tidied(parts: list[Part]) -> list[Part]:
    while True:
        distinct = list(dict.fromkeys(parts))
        pairs = zip_longest(distinct, distinct[1:])
        kept = [part for part, following in pairs if not (following and _belongs(part, following))]
        if kept == parts:
            return kept
        parts = kept


def _belongs(part: Part, following: Part) -> bool:
    """Whether the part is the article of the word that follows."""
    match part, following:
        case (SaidBy(Term() as word), SaidBy(Term() as other)) | (Placed(Term() as word), Placed(Term() as other)):
            return is_article(word.text, other.text)
        case Term(), Term() | Prefix() | Similar():
            return is_article(part.text, following.text)
    return False
