"""The phrases of page furniture that the language files list, looked for in a line.

Every page is searched for the phrases of all languages: an Indonesian page may well ask to "Leave a Reply".
"""

from __future__ import annotations

import re
from functools import cache

from articles.languages.loading import all_languages


def begins_with(kind: str, line: str) -> re.Match[str] | None:
    """The phrase of this kind of the language files with which a line begins, and what may stand after it."""
    return _beginnings(kind).match(line)


def holds(kind: str, line: str) -> re.Match[str] | None:
    """The phrase of this kind of the language files that stands somewhere in a line."""
    return _anywhere(kind).search(line)


def alternatives(kind: str) -> str:
    """All phrases of this kind as the alternatives of a regular expression."""
    return "|".join(_pattern(phrase) for phrase in _phrases(kind)) or "(?!)"


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    found = {phrase for language in all_languages() for phrase in getattr(language.page, kind)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())


@cache
def _beginnings(kind: str) -> re.Pattern[str]:
    """Phrases of one kind at the beginning of a line. A `line` must be the whole of it, and an ending of a
    single word must be followed by a mark, because a sentence may begin with it."""
    lead, whole = r"[\s\W]{0,4}", r"(?=[\s\W\d]*$)"
    single: list[str] = []
    several: list[str] = []
    for phrase in _phrases(kind):
        (several if " " in phrase else single).append(_pattern(phrase))
    several_source, single_source = "|".join(several) or "(?!)", "|".join(single) or "(?!)"
    if kind == "lines":
        source = rf"{lead}(?:{several_source}|{single_source}){whole}"
    elif kind in ("endings", "comments", "beginnings"):
        source = rf"{lead}(?:(?:{several_source})(?!\w)|(?:{single_source})(?=\s*(?:$|[:(|/\d\[»>*])))"
    else:
        source = rf"(?:{several_source}|{single_source})(?!\w)"
    return re.compile(source, re.IGNORECASE)


@cache
def _anywhere(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(kind)})(?!\w)", re.IGNORECASE)
