"""The fields of a query: what each may be called, and what its value is understood as."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from babel import Locale, localedata
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from articles.languages import all_languages
from articles.search.query import STATUSES, Dated, Note, Valued
from articles.text.terms import fold, words

FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title", "judul"),
    "said": ("said", "kata", "kutipan"),
    "speaker": ("speaker", "penutur", "narasumber"),
    "outlet": ("outlet", "media"),
    "lang": ("lang", "language", "bahasa"),
    "tag": ("tag", "tags"),
    "status": ("status",),
    "date": ("date", "tanggal"),
    "place": ("place", "tempat"),
}
"""Each field with all its names, in the languages of the interface; capitals make no difference."""
NAMES = {name: field for field, names in FIELDS.items() for name in names}
OPERATORS = {
    "OR": "or",
    "ATAU": "or",
    "AND": "and",
    "DAN": "and",
    "NOT": "not",
    "BUKAN": "not",
}
"""Words that join others where they stand in capitals."""
STATUS_WORDS: dict[str, tuple[str, ...]] = {
    "proposed": ("proposed", "proposal", "diusulkan", "usulan"),
    "confirmed": ("confirmed", "dikonfirmasi", "disetujui"),
    "rejected": ("rejected", "ditolak"),
}

_SHORTEST_SLIP = 4
"""Letters of a word that may be a field's name with a slip."""
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_RANGE = re.compile(r"\.{2,3}|…")


def nearest_field(name: str) -> str:
    """The field's name that was meant by a word with one slip; "" if there is none."""
    if len(name) < _SHORTEST_SLIP or not name.isalpha():
        return ""
    found = process.extractOne(name.lower(), NAMES, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    return found[0] if found else ""


def value_of(field: str, text: str) -> Valued | Dated | Note:
    """What `outlet:`, `lang:`, `tag:`, `status:` or `date:` asks for; a note if it cannot be one."""
    text = " ".join(text.split())
    if next(words(text), None) is None:
        return Note("empty_field", f"{field}:")
    match field:
        case "lang":
            code = language_code(text)
            return Valued("language", code) if code else Note("unknown_language", text)
        case "status":
            status = next((status for status in STATUSES if text.lower() in STATUS_WORDS[status]), None)
            return Valued("status", status) if status else Note("unknown_status", text)
        case "date":
            return days(text) or Note("bad_date", text)
    return Valued(field, text)


def language_code(text: str) -> str:
    """The language's code, given itself or as a name in any of the archive's languages; "" if it is none."""
    code = re.split("[-_]", text.lower())[0]
    return code if code in _codes() else _languages_by_name().get(fold(text), "")


@cache
def _codes() -> frozenset[str]:
    known = {language.code for language in all_languages()}
    return frozenset(known | {code for code in _languages_in("en") if code.isalpha()})


@cache
def _languages_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in all_languages():
        found |= {fold(language.name): language.code, fold(language.native_name): language.code}
    for speaking in all_languages():
        for code, name in _languages_in(speaking.code).items():
            if code in _codes():
                found.setdefault(fold(name), code)
    return found


def _languages_in(language: str) -> dict[str, str]:
    """Every language's code and what it is called in this one, by CLDR."""
    if not localedata.exists(language):
        return {}
    return {str(code): str(name) for code, name in Locale(language).languages.items()}


def days(text: str) -> Dated | None:
    """A year, a month, a day, or from one of them to another, either end open; None if it is no such thing.

    Digits of any script will do.
    """
    ends = [end.strip() for end in _RANGE.split(text)]
    spans = [_span(end) for end in ends if end]
    if not spans or None in spans or len(ends) > 2:
        return None
    known = [span for span in spans if span]
    if len(known) < len(ends):
        return Dated(known[0][0], None) if ends[0] else Dated(None, known[0][1])
    if known[0][0] > known[-1][1]:
        known.reverse()
    return Dated(known[0][0], known[-1][1])


def _span(text: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(figures) if figures else None for figures in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    end = month or 12
    return first, date(first.year, end, day or monthrange(first.year, end)[1])
