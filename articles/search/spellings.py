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
    ranked = spellings.order_by("-statement_count", "id")
    found = list(ranked.filter(written)[:limit])
    if len(found) < limit:
        for word in words:
            sounding &= _sounds_like(word)
        found += ranked.filter(sounding).exclude(written)[: limit - len(found)]
    return found


def _sounds_like(word: str) -> Q:
    """Some word of the spelling's key begins as the key of this word."""
    keys = (fold(word), *word_keys(word))
    found = Q(pk__in=_lone_names(keys))
    for key in keys:
        found |= Q(key__startswith=key) | Q(key__contains=f" {key}")
    return found


def _lone_names(keys: tuple[str, ...]) -> list[int]:
    """The names of one word that begin as one of these keys: they are stored by their letters, so each is heard."""
    lone = NameSpelling.objects.exclude(spelling__contains=" ").values_list("pk", "spelling")
    return [pk for pk, spelling in lone if any(key.startswith(keys) for key in word_keys(spelling))]
