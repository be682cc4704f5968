"""Reads what was typed into a `SearchQuery`: our own small grammar, which no engine ever sees.

    either  = both {OR both}
    both    = {factor}                    words side by side are all wanted
    factor  = {- | NOT | AND} [field:] what
    what    = word | word* | word~ | "words" | "words"~5 | (either)

`security council` wants both words, `"security council"` the words side by side, `-council` leaves out. OR binds less
than words that stand side by side: `a b OR c` is `(a b) OR c`. A query of which every part is excluded means all
articles without them, and a side of an OR that is excluded all that lack it: `a OR -b` finds what has an a, and what
has no b. `-(a b)` leaves out what has both; `title:-a` is `-title:a`. Everything else of a word's form (case, accents,
affixes, spelling of names) is the index's business.

A mistake is never an error but a `Note`: `code` says what was wrong, `value` is what was typed, `understood` what it
was taken for. `templates/search/note.html` has words for every code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.search.asking.fields import value_of
from articles.search.asking.filters import read_filters
from articles.search.asking.leaves import Read, read_phrase, read_word
from articles.search.asking.tokens import AND, CLOSE, END, FIELD, NOT, OPEN, OR, PHRASE, Token, tokens
from articles.search.asking.tree import all_of, either_of, first_leaves, named, within, without
from articles.search.asking.wording import worded
from articles.search.query import All, Note, Part, Phrase, Placed, Prefix, Quoted, SaidBy, SearchQuery, Similar, Titled

LONGEST = 300
"""Characters of a query that are read."""
MOST_PARTS = 32
"""Words, phrases and values of a query that are read."""
_ENDS = (OR, CLOSE, END)
"""What words that stand side by side go up to."""


def parse(text: str, **facets: str | int | bool | None) -> SearchQuery:
    """Reads what was typed and chosen. Never raises: what makes no sense is left out and noted.

    `facets` are the other fields of `SearchQuery`, as a form or a command gives them: strings will do.
    """
    found, notes = tokens(text[:LONGEST])
    whole = _Reader(found, notes).either()
    part, _ = first_leaves(whole, MOST_PARTS) if whole else (None, 0)
    if len(text) > LONGEST:
        notes.append(Note("too_long", str(LONGEST)))
    if part != whole:
        notes.append(Note("too_many_words", str(MOST_PARTS)))
    if text.strip() and not part:
        notes.append(Note("nothing_to_find", text.strip()[:LONGEST]))
    fields, doubts = read_filters(facets)
    parts = part.parts if isinstance(part, All) else (part,) if part else ()
    return replace(SearchQuery(text, parts, notes=(*_joined(notes), *doubts)), **fields)


class _Reader:
    """Goes through the tokens once; a method a rule of the grammar. What is odd is added to the notes."""

    def __init__(self, found: Iterable[Token], notes: list[Note]) -> None:
        self.left = [*found][::-1]
        self.notes = notes

    @property
    def kind(self) -> str:
        return self.left[-1].kind if self.left else END

    def either(self, field: str = "") -> Part | None:
        is_alone = self.kind == OR
        sides = [self._both(field)]
        while self.kind == OR:
            sign = self.left.pop().text
            is_alone |= self.kind in _ENDS
            self.notes += [Note("operator_alone", sign)] if is_alone else []
            is_alone = False
            sides.append(self._both(field))
        return either_of(side for side in sides if side)

    def _both(self, field: str) -> Part | None:
        parts: list[Part] = []
        while self.kind not in _ENDS:
            parts += self._factor(field)
        return all_of(parts)

    def _factor(self, field: str) -> tuple[Part, ...]:
        """A part; of a field that asks several things, each of them."""
        excluded, sign = False, ""
        while self.kind in (NOT, AND):
            excluded ^= self.kind == NOT
            sign = self.left.pop().text
        if self.kind in _ENDS:
            self.notes += [Note("operator_alone", sign)] if sign else []
            return ()
        is_group = self.kind == OPEN
        part = self._what(field)
        if part is None:
            return ()
        if excluded:
            return (without(part),)
        return part.parts if isinstance(part, All) and not is_group else (part,)

    def _what(self, field: str) -> Part | None:
        token = self.left.pop()
        if token.kind == FIELD:
            return self._field(token.text, field)
        if token.kind == OPEN:
            group = self.either(field)
            self.left.pop()
            return group
        return self._leaf(token, field)

    def _field(self, field: str, outer: str) -> Part | None:
        if outer:
            self.notes.append(Note("nested_field", f"{field}:", f"{outer}:"))
            return all_of(self._factor(outer))
        before = len(self.notes)
        part = all_of(self._factor(field))
        if part is None and len(self.notes) == before:
            self.notes.append(Note("empty_field", f"{field}:"))
        place = {"title": Titled, "said": Quoted}.get(field)
        return within(place, part) if place and part else part

    def _leaf(self, token: Token, field: str) -> Part | None:
        if field in ("", "title", "said"):
            part, note = _read(token)
        elif field in ("speaker", "place"):
            part, note = _name(token, field)
        else:
            part, note = _value(token, field)
        self.notes += [note] if note else []
        return part


def _read(token: Token) -> Read:
    return read_phrase(token.text, token.near) if token.kind == PHRASE else read_word(token.text)


def _name(token: Token, field: str) -> Read:
    """A speaker or a place; neither a star nor a tilde does anything to them."""
    asked = SaidBy if field == "speaker" else Placed
    part, note = _read(token)
    if isinstance(part, Phrase):
        name: Part | None = asked(Phrase(part.words))
        plain = not part.distance
    else:
        name = named(asked, part) if part else None
        inner = part.parts if isinstance(part, All) else (part,)
        plain = not any(isinstance(each, Prefix | Similar) for each in inner)
    if name and not plain:
        note = Note("plain_field", f"{field}:{token.text}", worded((name,)))
    return name, note


def _value(token: Token, field: str) -> Read:
    value = value_of(field, token.text if token.kind == PHRASE else token.text.rstrip("*~"))
    if isinstance(value, Note):
        return None, value
    is_plain = token.kind == PHRASE or token.text[-1] not in "*~"
    return value, None if is_plain else Note("plain_field", f"{field}:{token.text}", worded((value,)))


def _joined(notes: Iterable[Note]) -> Iterator[Note]:
    """One note of each kind, whatever it is about."""
    found: defaultdict[str, list[Note]] = defaultdict(list)
    for note in dict.fromkeys(notes):
        found[note.code].append(note)
    for code, same in found.items():
        understood = ", ".join(note.understood for note in same if note.understood)
        yield Note(code, ", ".join(note.value for note in same), understood)
