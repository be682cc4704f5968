"""Names completed as one types, in any of their spellings."""

from __future__ import annotations

from django.db.models import Count, Q

from articles.models import NameSpelling
from articles.text.names import word_keys
from articles.text.terms import fold

MOST_WORDS = 6
"""Words of what was typed that are looked at."""


def complete_name(typed: str, limit: int = 10) -> list[NameSpelling]:
    """Known spellings that may be meant by the beginning of a name, likeliest first, each with its `person`.

    First those that hold what was typed, then those that sound like it: "Bagher" finds "Mohammad Baqeri".
    `statement_count` of each is the number of statements credited to its person.
    """
    words = typed.split()[:MOST_WORDS]
    if not words:
        return []
    spellings = NameSpelling.objects.select_related("person__merged_into").annotate(
        statement_count=Count("person__statements")
    )
    written, sounding = Q(), Q()
    for word in words:
        written &= Q(spelling__icontains=word)
        sounding &= _sounds_like(word)
    ranked = spellings.order_by("-statement_count", "id")
    found = list(ranked.filter(written)[:limit])
    if len(found) < limit:
        found += ranked.filter(sounding).exclude(written)[: limit - len(found)]
    return found


def _sounds_like(word: str) -> Q:
    """Some word of the spelling's key begins as the key of this word."""
    found = Q()
    for key in (fold(word), *word_keys(word)):
        found |= Q(key__startswith=key) | Q(key__contains=f" {key}")
    return found
