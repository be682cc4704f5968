"""The phrases of page furniture that the language files list, looked for in a line.

Every page is searched for the phrases of all languages: an Indonesian page may well ask to "Leave a Reply".
"""

from __future__ import annotations

import re
from functools import cache

from articles.languages.loading import all_languages

_VARIANTS = {sign: f"[{signs}]" for signs in ("اأإآ", "يیى", "كک", "'’") for sign in signs} | {"\u200c": "[\u200c ]"}
"""Signs that writers and keyboards take for one another."""
_ALIKE = str.maketrans("أإآیىکı", "اااييكi", "\u0307")
_WORD = re.compile(r"\w+")
_LEAD = r"[\s\W]{0,4}"
_WHOLE = r"(?=[\s\W\d]*$)"
_BEFORE_MARK = r"(?=\s*(?:$|[:(|/\d\[»>*]))"

Patterns = dict[str, re.Pattern[str]]
"""For the first word of some phrases, the phrases: of hundreds only a few need to be tried in a place."""


def begins_with(kind: str, line: str) -> re.Match[str] | None:
    """The phrase of this kind of the language files with which a line begins, and what may stand after it."""
    word = _WORD.search(line, 0, 40)
    pattern = _beginnings(kind).get(_key(word[0])) if word else None
    return pattern.match(line) if pattern else None


def holds(kind: str, line: str) -> re.Match[str] | None:
    """The phrase of this kind of the language files that stands somewhere in a line."""
    patterns = _anywhere(kind)
    for word in _WORD.finditer(line):
        pattern = patterns.get(_key(word[0]))
        match = pattern.match(line, word.start()) if pattern else None
        if match:
            return match
    return None


def alternatives(kind: str) -> str:
    """All phrases of this kind as the alternatives of a regular expression."""
    return "|".join(_pattern(phrase) for phrase in _phrases(kind)) or "(?!)"


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    found = {phrase for language in all_languages() for phrase in getattr(language.page, kind)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _pattern(phrase: str) -> str:
    return r"\s+".join("".join(_VARIANTS.get(sign) or re.escape(sign) for sign in word) for word in phrase.split())


def _key(word: str) -> str:
    return word.lower() if word.isascii() else word.casefold().translate(_ALIKE)


@cache
def _beginnings(kind: str) -> Patterns:
    """Phrases of one kind at the beginning of a line. A `line` must be the whole of it, and an ending of a
    single word must be followed by a mark, because a sentence may begin with it."""
    if kind == "lines":
        return _by_word(kind, f"{_LEAD}(?:{{phrase}}){_WHOLE}")
    if kind in ("endings", "comments", "beginnings"):
        return _by_word(kind, rf"{_LEAD}(?:{{phrase}})(?!\w)", rf"{_LEAD}(?:{{phrase}}){_BEFORE_MARK}")
    return _by_word(kind, r"(?:{phrase})(?!\w)")


@cache
def _anywhere(kind: str) -> Patterns:
    return _by_word(kind, r"(?<!\w)(?:{phrase})(?!\w)")


def _by_word(kind: str, several: str, single: str = "") -> Patterns:
    """The phrases in the form for such of `several` words, or for those of a `single` one, by their first word."""
    sources: dict[str, list[str]] = {}
    for phrase in sorted(_phrases(kind), key=lambda phrase: " " not in phrase):
        word = _WORD.search(phrase)
        if word:
            form = several if " " in phrase else single or several
            sources.setdefault(_key(word[0]), []).append(form.replace("{phrase}", _pattern(phrase)))
    return {word: re.compile("|".join(forms), re.IGNORECASE) for word, forms in sources.items()}
