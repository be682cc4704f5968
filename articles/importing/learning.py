"""From one correction to the pattern behind it: what the file itself shows, or nothing.

Each candidate is tried on the very file, and the first that gives the corrected value is what was learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

from articles.importing.patterns import LONGEST_LINE, day_in, generalised, month_names, weekday_names
from articles.importing.recipes import host, page_lines, taught
from articles.records import ImportedDocument, Recipe, Span
from articles.text.dates import ascii_digits, find_dates

LONGEST = 300
"""Characters of a pattern."""
_MOST_LINES = 400
_LABEL_WORDS = 3
_FIGURES = re.compile(r"(?<![\d/.-])\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?![\d/-])")
_NUMBER = re.compile(r"\d+(?:(?<=\d)[^\W\d_]{1,2}\b)?[°º]?")
_PARTED = re.compile(r"[|»·•:>/\]–—-]\s*$")
_PARTING = re.compile(r"\s*[|«·•:</\[(–—-]")
"""Marks that part a title from what a page prints before or behind it."""


def learn(document: ImportedDocument, field: str, value: str | date | None, recipe: Recipe) -> Recipe | None:
    """The recipe of the document's right outlet with what this value of title, outlet or published teaches.

    None where the value is nowhere in the file, or follows from nothing that stands beside it.
    """
    if field == "outlet":
        return _names(document, recipe)
    if isinstance(value, date):
        tries = [replace(recipe, published=one) for one in dict.fromkeys(_day_patterns(document, value))]
    else:
        patterns = _title_patterns(document, value) if field == "title" and value else ()
        tries = [replace(recipe, title=one) for one in dict.fromkeys(patterns) if len(one) <= LONGEST]
    return next((one for one in tries if getattr(taught(document, one), field) == value), None)


def _names(document: ImportedDocument, recipe: Recipe) -> Recipe | None:
    """The name that was found becomes another one of the outlet; else the web address that the file came from."""
    name = document.outlet or host(document.url)
    known = {one.casefold() for one in (recipe.outlet, *recipe.names)}
    return replace(recipe, names=(*recipe.names, name)) if name and name.casefold() not in known else None


def _title_patterns(document: ImportedDocument, title: str) -> Iterator[str]:
    """What stands around the title on its line; else the lines beside it, one with a date first."""
    lines = [line for line, _in_body in page_lines(document)][:_MOST_LINES]
    found = [one.value for one in document.evidence if one.field == "title"]
    for line in (document.title, *found, *lines):
        before, there, after = line.partition(title)
        if there and (before or after) and _is_apart(before, after, document.outlet):
            yield f"{_around(before, document)}{{title}}{_around(after, document)}"
    for n, line in enumerate(lines):
        if line == title:
            above = _beside(lines[n - 1], document) if n else ""
            below = _beside(lines[n + 1], document) if n + 1 < len(lines) else ""
            beside = [
                pattern for line, pattern in ((above, f"{above}\n{{title}}"), (below, f"{{title}}\n{below}")) if line
            ]
            yield from sorted(beside, key=lambda pattern: "{year}" not in pattern)
            if above and below:
                yield f"{above}\n{{title}}\n{below}"


def _is_apart(before: str, after: str, outlet: str) -> bool:
    """Whether a mark parts the title from what stands around it, or that names the outlet: words of a headline that an
    editor has shortened are in no other file."""
    marked = (not before or _PARTED.search(before)) and (not after or _PARTING.match(after))
    return bool(marked) or bool(outlet and outlet.casefold() in f"{before} {after}".casefold())


def _beside(line: str, document: ImportedDocument) -> str:
    """A line above or below the title as other files of the outlet have it: author, days and figures differ there."""
    if document.author:
        line = line.replace(document.author, "{author}")
    dates = find_dates(line, document.language)
    pattern, position = "", 0
    for one in dates:
        words = one.span.of(line)
        pattern += _around(line[position : one.span.start], document)
        pattern += next(_places(words, document.language), generalised(words))
        position = one.span.end
    return pattern + _around(line[position:], document)


def _around(text: str, document: ImportedDocument) -> str:
    return generalised(weekday_names(document.language).sub("{weekday}", text))


def _day_patterns(document: ImportedDocument, day: date) -> Iterator[str]:
    """Each place where the day is written, with the label before it, and less of that where it is no label."""
    lines = sorted(page_lines(document), key=lambda one: one[1])[:_MOST_LINES]
    places = [place for line, _in_body in lines for place in _written(line, day, document)]
    for before, pattern in places:
        if 0 < len(before.split()) <= _LABEL_WORDS:
            yield before + pattern
    for before, pattern in places:
        if before:
            yield before[_last_word(before) :] + pattern
    for before, pattern in places:
        yield pattern
        yield before + pattern


def _last_word(before: str) -> int:
    """Where the last word begins that is no place of a pattern."""
    words = [match.start() for match in re.finditer(r"\S+", before) if "{" not in match[0]]
    return words[-1] if words else 0


def _written(line: str, day: date, document: ImportedDocument) -> Iterator[tuple[str, str]]:
    """Where a line says this day: what stands before it as a pattern's text, and the pattern of the day itself."""
    language = document.language
    if len(line) > LONGEST_LINE:
        return
    spans = {one.span for first in (True, False) for one in find_dates(line, language, first)}
    # Figures alone may be a day of another calendar, which only whoever corrects it knows.
    spans |= {Span(*match.span()) for match in _FIGURES.finditer(ascii_digits(line))}
    for span in sorted(spans):
        words = span.of(line)
        for pattern in _places(words, language):
            if day_in(pattern, words, language) == day:
                yield _around(line[: span.start], document), pattern


def _places(words: str, language: str) -> Iterator[str]:
    """A written date with {day}, {month} and {year} in place of what it says, in each order that may be meant."""
    digits = ascii_digits(words)
    month = month_names(language).search(digits)
    rest = digits[: month.start()] + "\0" * len(month[0]) + digits[month.end() :] if month else digits
    numbers = list(_NUMBER.finditer(rest))
    names: Sequence[str] = ("day", "year") if month else ("day", "month", "year")
    if len(numbers) != len(names):
        return
    for order in permutations(names):
        year = numbers[order.index("year")][0]
        if len(year) == 4 or (len(year) == 2 and order[-1] == "year" and not any(len(one[0]) == 4 for one in numbers)):
            spans = [(number.span(), name) for number, name in zip(numbers, order, strict=True)]
            yield _filled(words, [*spans, *([(month.span(), "month")] if month else [])])


def _filled(words: str, places: Sequence[tuple[tuple[int, int], str]]) -> str:
    for (start, end), name in sorted(places, reverse=True):
        words = f"{words[:start]}{{{name}}}{words[end:]}"
    return words
