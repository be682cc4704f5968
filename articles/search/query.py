"""What somebody asks for: our own small grammar, read into a `SearchQuery` that knows no engine.

`security council` wants both words, `"security council"` the words side by side, `-council` and `-"security council"`
leave out. Everything else of a word's form (case, accents, affixes, spelling of names) is the index's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from articles.text.names import is_article
from articles.text.terms import words

LONGEST = 300
"""Characters of a query that are read."""
MOST_PARTS = 32
"""Words and phrases of a query that are read."""
SORTS = ("relevance", "date")
STATUSES = ("proposed", "confirmed", "rejected")
MOST_HITS = 1000
"""The largest page."""

_TOKEN = re.compile(
    r"""(?P<minus>(?<!\S)[-−–])?
        (?:["“”„«»](?P<phrase>[^"“”„«»]*)(?P<close>["“”„«»]|$) | (?P<word>[^\s"“”„«»]+))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words exactly as they stand, side by side; only case, accents and letter variants are folded."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """What a result must not contain."""

    part: Term | Phrase


Part = Term | Phrase | Excluded


@dataclass(frozen=True, slots=True)
class Note:
    """Something in a query that was not understood or left out; `code` is worded and translated by the pages.

    Codes: too_long, too_many_words, open_phrase, nothing_to_find, unknown_filter.
    """

    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search as understood: all parts, in articles (or with `said` in quotes), that pass all filters."""

    text: str = ""
    """As typed."""
    parts: tuple[Part, ...] = ()
    language: str = ""
    outlet: str = ""
    speaker: int | None = None
    """Id of a person; everybody merged into that person counts."""
    month: str = ""
    """ISO: 2021-10."""
    status: str = ""
    tag: str = ""
    said: bool = False
    sort: str = "relevance"
    limit: int = 20
    offset: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def wanted(self) -> tuple[Term | Phrase, ...]:
        return tuple(part for part in self.parts if not isinstance(part, Excluded))

    @property
    def unwanted(self) -> tuple[Term | Phrase, ...]:
        return tuple(part.part for part in self.parts if isinstance(part, Excluded))

    @property
    def filters(self) -> dict[str, str | int]:
        """The filters that are set, by the name of their facet."""
        values: dict[str, str | int | None] = {name: getattr(self, name) for name in FILTERS}
        return {name: value for name, value in values.items() if value}


FILTERS = ("language", "outlet", "speaker", "month", "status", "tag")
"""The facets a search can be narrowed by: fields of `SearchQuery`, keys of `SearchResults.facets`."""


def parse(text: str, **facets: str | int | bool | None) -> SearchQuery:
    """Reads what was typed and chosen. Never raises: what makes no sense is left out and noted.

    `facets` are the other fields of `SearchQuery`, as a form or a command gives them: strings will do.
    """
    notes: list[Note] = []
    if len(text) > LONGEST:
        notes.append(Note("too_long", str(LONGEST)))
    parts: list[Part] = []
    for part, note in _parts(text[:LONGEST]):
        parts += [part] if part not in parts else []
        notes += [note] if note else []
    if len(parts) > MOST_PARTS:
        notes.append(Note("too_many_words", str(MOST_PARTS)))
    if text.strip() and not parts:
        notes.append(Note("nothing_to_find", text.strip()[:LONGEST]))
    fields: dict[str, Any] = {}
    for name, value in facets.items():
        if value in (None, "", False):
            continue
        understood = _facet(name, value)
        if understood is None:
            notes.append(Note("unknown_filter", f"{name}={value}"[:LONGEST]))
        else:
            fields[name] = understood
    return replace(SearchQuery(text, tuple(parts[:MOST_PARTS]), notes=tuple(notes)), **fields)


def _parts(text: str) -> Iterator[tuple[Part, Note | None]]:
    tokens = list(_TOKEN.finditer(text))
    for place, token in enumerate(tokens):
        note = None
        if token["word"] is None:
            note = None if token["close"] else Note("open_phrase", token["phrase"].strip())
            found = tuple(word.text for word in words(token["phrase"]))
            plain: list[Term | Phrase] = [Phrase(found)] if found else []
        else:
            following = tokens[place + 1]["word"] if place + 1 < len(tokens) else None
            if following and not token["minus"] and is_article(token["word"], following):
                continue
            plain = [*_terms(token["word"])]
        for part in plain:
            yield (Excluded(part) if token["minus"] else part), note


def _terms(token: str) -> Iterator[Term]:
    """The words of what was typed without a space; bits that a hyphen or an apostrophe leaves are no words."""
    found = [word.text for word in words(token)]
    whole = [word for word in found if len(word) > 1 or word.isdigit()] or found
    for word, following in zip(whole, [*whole, ""][1:], strict=True):
        if not (following and is_article(word, following)):
            yield Term(word)


def _facet(name: str, value: str | int | bool) -> str | int | bool | None:
    """The filter's value, or None if it cannot be one."""
    text = str(value).strip()
    if name in ("language", "outlet", "tag"):
        return text[:LONGEST] or None
    if name in ("speaker", "limit", "offset"):
        number = int(text) if text.isdecimal() and len(text) < 19 else None
        return min(number, MOST_HITS) if number is not None and name == "limit" else number
    if name == "month":
        return text if re.fullmatch(r"\d{4}-\d{2}", text) and 1 <= int(text[5:]) <= 12 else None
    if name == "said":
        return text.lower() not in ("0", "false", "no", "off")
    known = {"status": STATUSES, "sort": SORTS}.get(name, ())
    return text if text in known else None
