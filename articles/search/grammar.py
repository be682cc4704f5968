"""Reads what was typed into a `SearchQuery`: our own small grammar, which no engine ever sees.

`security council` wants both words, `"security council"` the words side by side, `-council` and `-"security council"`
leave out. Everything else of a word's form (case, accents, affixes, spelling of names) is the index's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from articles.search.query import SORTS, STATUSES, Excluded, Note, Phrase, SearchQuery, Term
from articles.text.names import is_article
from articles.text.terms import words

LONGEST = 300
"""Characters of a query that are read."""
MOST_PARTS = 32
"""Words and phrases of a query that are read."""
MOST_HITS = 1000
"""The largest page."""

_TOKEN = re.compile(
    r"""(?P<minus>(?<!\S)[-−–])?
        (?:["“”„«»](?P<phrase>[^"“”„«»]*)(?P<close>["“”„«»]|$) | (?P<word>[^\s"“”„«»]+))""",
    re.VERBOSE,
)


def parse(text: str, **facets: str | int | bool | None) -> SearchQuery:
    """Reads what was typed and chosen. Never raises: what makes no sense is left out and noted.

    `facets` are the other fields of `SearchQuery`, as a form or a command gives them: strings will do.
    """
    notes: list[Note] = []
    if len(text) > LONGEST:
        notes.append(Note("too_long", str(LONGEST)))
    parts: list[Term | Phrase | Excluded] = []
    for part, note in _parts(text[:LONGEST]):
        parts += [part] if part not in parts else []
        notes += [note] if note else []
    if len(parts) > MOST_PARTS:
        notes.append(Note("too_many_words", str(MOST_PARTS)))
    if text.strip() and not parts:
        notes.append(Note("nothing_to_find", text.strip()[:LONGEST]))
    fields: dict[str, Any] = {}
    for name, value in facets.items():
        if value is None or value == "":
            continue
        understood = _facet(name, value)
        if understood is None:
            notes.append(Note("unknown_filter", f"{name}={value}"[:LONGEST]))
        else:
            fields[name] = understood
    return replace(SearchQuery(text, tuple(parts[:MOST_PARTS]), notes=tuple(notes)), **fields)


def _parts(text: str) -> Iterator[tuple[Term | Phrase | Excluded, Note | None]]:
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
    if name in ("speaker", "after", "limit", "offset"):
        number = int(text) if text.isdecimal() and len(text) < 19 else None
        return min(number, MOST_HITS) if number is not None and name == "limit" else number
    if name == "month":
        return text if re.fullmatch(r"\d{4}-\d{2}", text) and 1 <= int(text[5:]) <= 12 else None
    if name in ("said", "names", "translated"):
        return text.lower() not in ("0", "false", "no", "off")
    known = {"status": STATUSES, "sort": SORTS}.get(name, ())
    return text if text in known else None
