"""The glossary of this newsroom: what is shipped, with what its editors have added and taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Max

from articles.languages import all_languages
from articles.languages.glossary import Concept
from articles.models import GlossaryWord
from articles.search.prepared import prepared
from articles.text.concepts import Glossary
from articles.text.terms import fold, stop_words, words

OWN = "own"
"""The theme of concepts that editors made."""


@cache
def shipped() -> Glossary:
    """The glossary as it comes."""
    return prepared(Path(settings.NEWSDESK_DATA_DIR) / "glossary")


def glossary() -> Glossary:
    """The glossary as it stands now. It is made anew when a word was changed, by whichever process."""
    changes = GlossaryWord.history.aggregate(Count("pk"), Max("history_date"))
    return _edited(changes["pk__count"], changes["history_date__max"])


@lru_cache(maxsize=1)
def _edited(changes: int, latest: datetime | None) -> Glossary:
    rows: dict[str, list[GlossaryWord]] = defaultdict(list)
    for row in GlossaryWord.objects.all():
        rows[row.concept].append(row)
    return Glossary([as_edited(key, found) for key, found in rows.items()], shipped()) if rows else shipped()


def as_edited(key: str, rows: Iterable[GlossaryWord]) -> Concept:
    """The concept with the words that editors added, without those that they took away."""
    known = shipped().concepts.get(key) or Concept(key, OWN)
    found = {language: dict.fromkeys(known_words) for language, known_words in known.words.items()}
    for row in rows:
        listed = found.setdefault(row.language, {})
        if row.hidden:
            listed.pop(row.word, None)
        else:
            listed[row.word] = None
    kept: Mapping[str, tuple[str, ...]] = {language: tuple(listed) for language, listed in found.items() if listed}
    return Concept(known.name, known.theme, kept)


def languages() -> tuple[str, ...]:
    """The codes of the languages in which a concept can have words."""
    return tuple(language.code for language in all_languages())


def is_common(word: str, language: str) -> bool:
    """Whether a word is too common in its language to tell anything, so that no search is widened by it."""
    found = [fold(one.text) for one in words(word)]
    return len(found) == 1 and found[0] in stop_words(language)
