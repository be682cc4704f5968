"""The words with which a language tells days, compiled from the [calendar] of its file for lookups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from articles.languages.calendar import Calendar
from articles.languages.loading import load
from articles.text.dates import ascii_digits
from articles.text.scripts import respelled

CORES = {
    "weekday": "weekday",
    "date": "date",
    "figures": "date",
    "relative": "relative",
    "weeks": "weeks",
    "longer": "longer",
    "earlier": "earlier",
    "same_day": "anaphor",
    "day_before": "anaphor",
    "day_after": "anaphor",
}
"""The kinds of pieces that tell a day or another time, and what they tell."""
_TELLING = CORES.keys() | {"month", "behind"}
GREGORIAN, JALALI, HIJRI = "gregorian", "jalali", "hijri"
TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[\u064b-\u0652]+[^\W\d_]*)*")
_POINTS = re.compile("[\u064b-\u0652]")
"""Arabic vowel points, which a word may have or not."""
_DISTANCES = (
    ("today", "relative", 0),
    ("yesterday", "relative", -1),
    ("before_yesterday", "relative", -2),
    ("tomorrow", "relative", 1),
    ("last_week", "weeks", -1),
    ("this_week", "weeks", 0),
    ("next_week", "weeks", 1),
)
_ALIKE = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىی", "ي"),
    **dict.fromkeys("ۀۂة", "ه"),
    **dict.fromkeys("\u00a0\u202f\u200c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069", " "),
    **dict.fromkeys("’ʼ", "'"),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("°\u0654", " "),
    "İ": "i",
    "ı": "i",
    "ک": "ك",
    "ё": "е",
    "Ё": "е",
}


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    value: int = 0
    capital: bool = False
    short: bool = False
    calendar: str = GREGORIAN


@dataclass(frozen=True, slots=True)
class Phrases:
    entries: Mapping[tuple[str, ...], Entry]
    longest: Mapping[str, int]
    """The longest phrase by its first word."""


@dataclass(frozen=True, slots=True)
class DayLexicon:
    names: Phrases
    months: Phrases
    numbers: Phrases
    ago: Phrases
    """What stands before and behind the number of days."""
    joiners: frozenset[str]
    proclitics: tuple[str, ...]
    firsts: frozenset[str]
    """Words with which a piece can begin."""
    telling: frozenset[str]
    """Those without one of which, or figures, nothing is told of a day."""
    month_first: bool


def folded(text: str) -> str:
    """The text with one spelling for signs that newsrooms spell in several ways; offsets stay."""
    return respelled(ascii_digits(text), _ALIKE).lower()


def bare(words: Iterable[str]) -> list[str]:
    """Folded words without vowel points."""
    return [word if word.isascii() else _POINTS.sub("", word) for word in words]


@cache
def day_lexicon(language: str) -> DayLexicon:
    spoken = load(language)
    calendar = spoken.calendar
    names, months = _phrases(_names(calendar)), _phrases(_months(calendar))
    words = ((form, int(value)) for value, forms in spoken.numbers.words.items() for form in forms)
    numbers = {form: Entry("words", value) for form, value in words if 0 < value <= 31}
    numbers |= {word: Entry("ordinals", day) for day, forms in enumerate(calendar.ordinals, 1) for word in forms}
    counted, ago = _phrases(numbers.items()), _ago_phrases(calendar)
    return DayLexicon(
        names,
        months,
        counted,
        ago,
        frozenset(folded(word) for word in calendar.joiners),
        tuple(folded(word) for word in calendar.proclitics),
        frozenset().union(names.longest, months.longest, counted.longest, ago.longest),
        frozenset().union(_telling(names), _telling(months), _telling(ago)),
        not calendar.day_first,
    )


def _telling(phrases: Phrases) -> Iterator[str]:
    """The last words of phrases; the first are often the most common of the language."""
    return (words[-1] for words, entry in phrases.entries.items() if entry.kind in _TELLING)


def _names(calendar: Calendar) -> Iterator[tuple[str, Entry]]:
    for weekday, forms in enumerate(calendar.weekdays):
        for form in forms:
            short = len(form) <= 3 < len(forms[0])
            yield form, Entry("weekday", weekday, form[:1].isupper(), short)
    for name, kind, distance in _DISTANCES:
        for phrase in getattr(calendar, name):
            yield phrase, Entry(kind, distance)
    for kind in (
        "day_words", "day_articles", "day_words_after", "parts", "last", "next", "longer", "earlier", "same_day",
        "day_before", "day_after", "bounds", "bounds_after",
    ):  # fmt: skip
        for phrase in getattr(calendar, kind):
            yield phrase, Entry(kind)


def _months(calendar: Calendar) -> Iterator[tuple[str, Entry]]:
    kinds = ((GREGORIAN, calendar.months), (JALALI, calendar.jalali_months), (HIJRI, calendar.hijri_months))
    for kind, months in kinds:
        for number, forms in enumerate(months, 1):
            for form in forms:
                yield form, Entry("month", number, form[:1].isupper(), calendar=kind)


def _phrases(entries: Iterable[tuple[str, Entry]]) -> Phrases:
    """The first entry of a phrase counts, or the first that stands without a capital."""
    found: dict[tuple[str, ...], Entry] = {}
    longest: dict[str, int] = {}
    for phrase, entry in entries:
        words = tuple(bare(TOKEN.findall(folded(phrase))))
        if words and (words not in found or (found[words].capital and not entry.capital)):
            found[words] = entry
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Phrases(found, longest)


def _ago_phrases(calendar: Calendar) -> Phrases:
    """Beside the words before and behind the number, each whole pattern is an entry of one word."""
    halves: list[tuple[str, Entry]] = []
    whole: dict[tuple[str, ...], Entry] = {}
    for pattern in calendar.ago:
        before, behind = (" ".join(bare(TOKEN.findall(folded(half)))) for half in pattern.split("#"))
        halves += [(before, Entry("before")), (behind, Entry("behind"))]
        whole[(f"{before} # {behind}",)] = Entry("ago")
    halves_found = _phrases(halves)
    return Phrases({**halves_found.entries, **whole}, halves_found.longest)
