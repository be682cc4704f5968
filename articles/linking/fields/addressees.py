"""Those spoken to, where both reports name somebody and it cannot be one person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from articles.languages import load
from articles.linking.fields.speakers import certainly_other, is_common
from articles.records import Conflict, StatementRecord
from articles.text.terms import fold, words

_FULL = 2
"""Words of a full name; a single one may be a body or an outlet."""


def addressee_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """Two people spoken to. Reporters, outlets and bodies may all have heard the same words."""
    one, two = a.circumstances.addressee, b.circumstances.addressee
    named, other = _name(one, a.language), _name(two, b.language)
    if named and other and certainly_other(named, other, a.language, b.language):
        yield Conflict("addressee", one, two)


@lru_cache(maxsize=10_000)
def _name(addressee: str, language: str) -> str:
    """The name at the end of the words for somebody, behind an office; nothing where there is none."""
    name: list[str] = []
    for word in reversed([word.text for word in words(addressee)]):
        if word[0].islower() or is_common(word, language) or fold(word) in _outlets(language):
            break
        name.insert(0, word)
    return " ".join(name) if len(name) >= _FULL else ""


@cache
def _outlets(language: str) -> frozenset[str]:
    page = load(language).page
    return frozenset(fold(word.text) for name in (*page.agencies, *page.outlet_words) for word in words(name))
