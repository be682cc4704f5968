"""What editors taught about an outlet's files, applied to one: names of the outlet, litter, titles, days.

The recipe is that of the outlet which the file itself names. Litter goes before the page is read, so that what it hid
is found; what a pattern finds goes before what the page was read to say, with the recipe as its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from articles.importing.patterns import day_in, title_in
from articles.records import FIGURE, Evidence, ImportedDocument, Recipe, Removal, Span
from articles.text.datelines import find_dateline

INSIDE = "…"
"""What a litter line begins with that is a passage inside of a line."""
_FIGURES = re.compile(FIGURE)
_remembered: tuple[Recipe, ...] = ()
_LINE = re.compile(r"[^\n]+")


def remember(recipes: Sequence[Recipe]) -> None:
    """Keeps recipes for all files that this process reads: a child is told once, and not with every file."""
    global _remembered
    _remembered = tuple(recipes)


def remembered() -> tuple[Recipe, ...]:
    return _remembered


def apply(
    read: Callable[[str], ImportedDocument], page: str, recipes: Sequence[Recipe], beside: Sequence[Removal] = ()
) -> ImportedDocument:
    """Reads a page, a normalised text, with the recipe of its outlet. `read` makes a document of such a text; `beside`
    is what the file shows besides the page, each before an offset of it.

    Raises what `read` raises, also where nothing but litter is on the page.
    """
    document = read(page)
    recipe = recipe_for(document, recipes) if recipes else None
    rest, litter = without_litter(page, recipe.litter) if recipe else (page, ())
    if litter:
        document = put_back(read(rest), litter)
    document = put_back(document, beside) if beside else document
    return taught(document, recipe) if recipe else document


def recipe_for(document: ImportedDocument, recipes: Sequence[Recipe]) -> Recipe | None:
    """The recipe of the outlet that a document names, or of the one that has this for another name; else of the one
    that has the document's web address for another name."""
    for name in (document.outlet, host(document.url)):
        wanted = _folded_name(name)
        found = [one for one in recipes if wanted in map(_folded_name, (one.outlet, *one.names))]
        if found:
            return min(found, key=lambda one: _folded_name(one.outlet) != wanted)
    return None


def host(url: str) -> str:
    """The name of the machine in a web address, without its www."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def taught(document: ImportedDocument, recipe: Recipe) -> ImportedDocument:
    """The document with the fields that the recipe finds on its page; the others stay."""
    evidence: list[Evidence] = []
    if recipe.outlet != document.outlet:
        evidence.append(Evidence("outlet", recipe.outlet, "recipe", document.outlet or document.url))
        document = replace(document, outlet=recipe.outlet)
    lines = page_lines(document)
    if recipe.title and (title := _title(document, recipe.title, lines)):
        evidence.append(title)
        document = _without_title(replace(document, title=title.value), title.text)
    for line, _in_body in sorted(lines, key=lambda one: one[1]) if recipe.published else ():
        day = day_in(recipe.published, line, document.language)
        if day:
            evidence.append(Evidence("published", day.isoformat(), "recipe", line))
            document = replace(document, published=day)
            break
    return replace(document, evidence=(*evidence, *document.evidence))


def _title(document: ImportedDocument, pattern: str, lines: Sequence[tuple[str, bool]]) -> Evidence | None:
    """From the title that was found, where it is more than that; else from the page, its furniture first."""
    named = [[document.title], *([one.value] for one in document.evidence if one.field == "title")]
    for said in named:
        for _place, title in title_in(pattern, said, document.language):
            return Evidence("title", title, "recipe", said[0])
    found = list(title_in(pattern, [line for line, _in_body in lines], document.language))
    if not found:
        return None
    place, title = min(found, key=lambda one: lines[one[0]][1])
    return Evidence("title", title, "recipe", lines[place][0])


def _without_title(document: ImportedDocument, line: str) -> ImportedDocument:
    """The document whose text no longer begins with the line of its title; the dateline may stand there then."""
    first, _feed, rest = document.text.partition("\n")
    length = len(document.text) - len(rest.lstrip("\n"))
    if first != line or not rest.strip() or any(0 < one.at < length for one in document.removed):
        return document
    text = document.text[length:]
    before = [one for one in document.removed if not one.at]
    behind = [replace(one, at=one.at - length) for one in document.removed if one.at]
    removed = (*before, Removal(0, document.text[:length], "title"), *behind)
    found = None if document.dateline else find_dateline(text.partition("\n")[0])
    dateline = found.text if found else document.dateline
    evidence = (Evidence("dateline", dateline, "dateline", dateline),) if found else ()
    return replace(document, text=text, removed=removed, dateline=dateline, evidence=(*document.evidence, *evidence))


def page_lines(document: ImportedDocument) -> list[tuple[str, bool]]:
    """The lines of a document's whole page in their order, and whether each is of the article's text."""
    page, removed, position = "", [], 0
    pieces = []
    for one in document.removed:
        pieces += [document.text[position : one.at], one.text]
        position = one.at
    pieces.append(document.text[position:])
    for number, piece in enumerate(pieces):
        if number % 2 and piece.endswith("\n") and not page.endswith("\n"):
            # What a page shows besides its text follows the last line without a line feed.
            page += "\n"
        if number % 2:
            removed.append(Span(len(page), len(page) + len(piece)))
        page += piece
    found = []
    for match in _LINE.finditer(page):
        while removed and removed[0].end <= match.start():
            removed.pop(0)
        found.append((match[0].strip(), not (removed and removed[0].start <= match.start())))
    return [(line, in_body) for line, in_body in found if line]


def without_litter(page: str, litter: Sequence[str]) -> tuple[str, tuple[Removal, ...]]:
    """The page without these lines and passages; both put together in order are the page again."""
    kept, removed, position, length = [], [], 0, 0
    for span in _merged(sorted(_litter(page, litter))):
        kept.append(page[position : span.start])
        length += span.start - position
        removed.append(Removal(length, span.of(page), "recipe"))
        position = span.end
    kept.append(page[position:])
    return "".join(kept), tuple(removed)


def put_back(document: ImportedDocument, litter: Sequence[Removal]) -> ImportedDocument:
    """A document that was read from a page without its litter, with the litter among what was removed."""
    removed: list[Removal] = []
    waiting = list(litter)
    position = 0
    """Where on the page without its litter we are; `done` is the same in the article's text."""
    done = 0
    for one in (*document.removed, Removal(len(document.text), "", "")):
        position += one.at - done
        while waiting and waiting[0].at <= position:
            cut = waiting.pop(0)
            removed.append(replace(cut, at=one.at - (position - cut.at)))
        start = 0
        while waiting and waiting[0].at < position + len(one.text):
            cut = waiting.pop(0)
            removed.append(Removal(one.at, one.text[start : cut.at - position], one.reason))
            removed.append(replace(cut, at=one.at))
            start = cut.at - position
        removed.append(Removal(one.at, one.text[start:], one.reason))
        position += len(one.text)
        done = one.at
    return replace(document, removed=tuple(one for one in removed if one.text))


def _litter(page: str, litter: Sequence[str]) -> Iterator[Span]:
    lines = {_folded(line) for line in litter if not line.startswith(INSIDE)}
    for match in _LINE.finditer(page):
        folded = _folded(match[0])
        if folded in lines or _FIGURES.sub("#", folded) in lines:
            yield _with_line_ends(page, match.start(), match.end())
    for line in litter:
        words = line.removeprefix(INSIDE).strip()
        if words and line.startswith(INSIDE):
            for match in _passage(words).finditer(page):
                yield _with_spaces(page, match.start(), match.end())


def _passage(words: str) -> re.Pattern[str]:
    """The words as they may stand in a line, a # for any figure, and not inside of other words."""
    source = r"[ \t]++".join(FIGURE.join(map(re.escape, word.split("#"))) for word in words.split())
    # A figure begins where no other one goes on, so that a long row of digits takes no quadratic time.
    before = r"(?<![\w.,])" if words[0] == "#" else r"(?<!\w)" * words[0].isalnum()
    return re.compile(before + source + r"(?!\w)" * words[-1].isalnum(), re.IGNORECASE)


def _with_line_ends(page: str, start: int, end: int) -> Span:
    """A line with the line feeds behind it, or before it at the end of the page."""
    while end < len(page) and page[end] == "\n":
        end += 1
    while end == len(page) and start and page[start - 1] == "\n":
        start -= 1
    return Span(start, end)


def _with_spaces(page: str, start: int, end: int) -> Span:
    """A passage with the spaces behind it, or before it at the end of its line; a whole line with its line feeds."""
    while end < len(page) and page[end] in " \t":
        end += 1
    at_end = end == len(page) or page[end] == "\n"
    while at_end and start and page[start - 1] in " \t":
        start -= 1
    whole = at_end and (start == 0 or page[start - 1] == "\n")
    return _with_line_ends(page, start, end) if whole else Span(start, end)


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    current = None
    for span in spans:
        if current and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            if current:
                yield current
            current = span
    if current:
        yield current


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_folded_name = lru_cache(maxsize=4096)(_folded)
