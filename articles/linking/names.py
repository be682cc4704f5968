"""The proper names inside a statement, as far as its script tells them by capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.text.dated import days
from articles.text.terms import fold, words

_MARKS = r"[\s\"'«»‹›“”„‟‘’‚()\[\]]"
_SENTENCE_START = re.compile(rf"(?:^|[.!?…:]{_MARKS}|[\"'«»‹›“”„‟‘’‚(\[]){_MARKS}*$")


@lru_cache(maxsize=50_000)
def proper_names(text: str, language: str) -> tuple[str, ...]:
    """The words written with a capital inside a sentence, once each; names of days and months left out."""
    found = list(words(text))
    return tuple(dict.fromkeys(found[at].text for at in name_places(text, language)))


@lru_cache(maxsize=50_000)
def name_places(text: str, language: str) -> tuple[int, ...]:
    """Which words of a text, counted from 0, are such names."""
    found = list(words(text))
    _, dated = days(text, found, [fold(word.text) for word in found], language)
    return tuple(
        at
        for at, word in enumerate(found)
        if at not in dated
        and len(word.text) > 1
        and word.text[0].isupper()
        and not _SENTENCE_START.search(text, max(0, word.start - 8), word.start)
    )
