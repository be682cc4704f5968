"""Numbers in a text, whether in digits of any script or in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from articles.languages import load
from articles.text.terms import Word, fold, words
from articles.text.vocabulary import Phrases, begins, ends, find, numbered, valued

_SEPARATORS = re.compile("[.,٫٬'’ /]")
_GROUPED = re.compile(r"(?![0٠۰])\d{1,3}\D\d{3}$")
_PLAIN = r"\d+(?:[.,٫٬]\d+)*"
_APOSTROPHES = r"\d{1,3}(?:['’]\d{3})+(?!\d)(?:[.,]\d+)?"
_SPACES = r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?"
_SLASH = r"\d+/\d+(?![\d/])"
_HALF = Decimal("0.5")
_CODE = re.compile(r"[^\W\d_][-‐‑]$")
_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[\s\u200c]|[-‐‑]")
_MOST_WORDS = 16
"""Words of a number."""
_MOST_DIGITS = 30
"""Longer rows of digits count nothing."""
_LONGEST_JOINED = 60
_SHORTEST_JOINED = 6
"""Letters of a number of several parts written as one word."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text."""

    value: Decimal
    first: int
    """Index of its first word."""
    end: int
    """Index behind its last word."""
    digits: str = ""
    """The digits that it begins with, as written."""
    tail: str = ""
    """Letters written onto them: "th", "km"."""


@dataclass(frozen=True, slots=True)
class _Names:
    numbers: Phrases
    scales: Phrases
    joiners: Phrases
    tens_joiners: Phrases
    halves: Phrases
    vague: Phrases
    first: frozenset[str]
    """The first word of every number in words."""
    prefixes: tuple[str, ...]
    articles: tuple[str, ...]
    pieces: tuple[str, ...]
    """What a number in one word is made of, longest first; nothing where none is written so."""
    decimal: str
    digits: re.Pattern[str]


def number_words(text: str, language: str) -> list[Word]:
    """The words of a text, without a currency or an "and" that is written onto a figure ("Rp15.000")."""
    glued = _glued(language)
    if glued and any(text[one.start() - 1 : one.start()].isalpha() for one in _DIGIT.finditer(text)):
        text = glued.sub(lambda one: " " * len(one[0]), text)
    return list(words(text))


def numbers(
    text: str, found: Sequence[Word], folded: Sequence[str], language: str, taken: Collection[int]
) -> Iterator[Number]:
    """The numbers among the words of a text, those `taken` by dates left out.

    `found` are its words, `folded` the same. A lone word for one is an article in too many languages, and no number;
    nor are "several hundred" and what stands behind a letter and a hyphen, as in F-16.
    """
    names = _names(language)
    end = 0
    for at, word in enumerate(found):
        if at < end or at in taken:
            continue
        if word.text[0].isdecimal():
            number = _in_digits(names, text, found, folded, at, taken)
        elif (bare := _bare(names, folded[at])) in names.first or (names.pieces and _joined(names, bare) is not None):
            number = _in_words(names, text, found, (*folded[:at], bare, *folded[at + 1 :]), at, taken)
        else:
            continue
        if number:
            end = number.end
            yield number


def _bare(names: _Names, word: str) -> str:
    """A word that a number begins with, without the "and" or "the" on its front; a hundred with it is per cent."""
    for prefix in names.prefixes:
        if word.startswith(prefix) and (bare := word.removeprefix(prefix)) in names.first:
            return bare
    for article in names.articles:
        if word.startswith(article) and names.numbers.get((bare := word.removeprefix(article),), 100) < 100:
            return bare
    return word


def _in_digits(
    names: _Names, text: str, found: Sequence[Word], folded: Sequence[str], at: int, taken: Collection[int]
) -> Number | None:
    start = found[at].start
    match = names.digits.match(text, start)
    if match is None or len(match[0]) > _MOST_DIGITS or _CODE.search(text, max(0, start - 2), start):
        return None
    end = at + 1
    while end < len(found) and found[end].start < match.end():
        end += 1
    value = _value(match[0], names.decimal)
    if value is None:
        return None
    tail = text[match.end() : found[end - 1].end]
    scale = names.scales.get((fold(tail),))
    if scale is not None:
        return Number(plain(value * scale), at, end, match[0])
    if tail:
        return Number(value, at, end, match[0], tail)
    value, size = _summed(names, folded[end : _stop(text, found, end, taken)], value)
    return Number(plain(value), at, end + size, match[0])


def _in_words(
    names: _Names, text: str, found: Sequence[Word], folded: Sequence[str], at: int, taken: Collection[int]
) -> Number | None:
    value, size = _summed(names, folded[at : _stop(text, found, at + 1, taken)])
    if not size or value == 1 or ends(names.vague, folded, at):
        return None
    return Number(plain(value), at, at + size)


def _stop(text: str, found: Sequence[Word], at: int, taken: Collection[int]) -> int:
    """Where the words end that can go on a number; a comma and a date part numbers."""
    limit = min(len(found), at + _MOST_WORDS)
    while at < limit and at not in taken and _GAP.fullmatch(text, found[at - 1].end, found[at].start):
        at += 1
    return at


def plain(value: Decimal) -> Decimal:
    """The value without noughts behind the point."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _summed(names: _Names, folded: Sequence[str], digits: Decimal | None = None) -> tuple[Decimal, int]:
    """The number that these words begin with, or that goes on in them behind its digits, and how many it takes."""
    total = group = Decimal(0)
    small, closed = digits or Decimal(0), digits is not None
    begun, last, at = closed, Decimal(1), 0
    while at < len(folded):
        scale, size = find(names.scales, folded, at)
        rest = _rest(folded[at], last) if begun and not (closed or small or group) else 0
        half = begun and find(names.halves, folded, at)[1]
        if scale is not None and begun:
            if scale < 1000:
                group, small = group + max(small, Decimal(1)) * scale, Decimal(0)
            else:
                total, group, small = total + (group + small or 1) * scale, Decimal(0), Decimal(0)
            at, closed, last = at + size, False, Decimal(scale)
        elif rest:
            small, at = Decimal(rest), at + 1
        elif half:
            # "Three and a half million", "three million and a half".
            small, total = (small + _HALF, total) if small else (small, total + last * _HALF)
            at, closed = at + half, True
        else:
            value, size, joined = _part(names, folded, at, begun)
            if value is None or closed or not _fits(value, small, bool(group or total), joined):
                break
            small, group = (small + value, group) if value < 100 else (small, group + value)
            at, begun = at + size, True
    return total + group + small, at


def _rest(word: str, scale: Decimal) -> int:
    """The digits that go on a number behind its thousands: the 300 of "2 bin 300"."""
    return int(word) if scale >= 1000 and word.isdecimal() and word[0] != "0" and int(word) < scale else 0


def _part(names: _Names, folded: Sequence[str], at: int, begun: bool) -> tuple[int | None, int, Collection[str] | None]:
    """A word for a number, how many words it and what joins it to those before are, and what may be joined so."""
    value, size = find(names.numbers, folded, at)
    if value is not None:
        return value, size, None
    if (value := _joined(names, folded[at])) is not None:
        return value, 1, None
    if not begun:
        return None, 0, None
    if size := find(names.joiners, folded, at)[1]:
        value, rest = find(names.numbers, folded, at + size)
        allowed = ("tens", "more") if begins(names.tens_joiners, folded, at) else ("more",)
        return value, size + rest, allowed
    if size := find(names.tens_joiners, folded, at)[1]:
        value, rest = find(names.numbers, folded, at + size)
        return value, size + rest, ("tens",)
    for prefix in names.prefixes:
        if folded[at].startswith(prefix):
            value, size = find(names.numbers, (folded[at].removeprefix(prefix), *folded[at + 1 : at + 3]), 0)
            return value, size, ("tens", "more")
    return None, 0, None


def _fits(value: int, small: Decimal, larger: bool, joined: Collection[str] | None) -> bool:
    """Whether a part can follow those before it; `joined` is what the joiner between them joins."""
    if not small:
        return joined is None or (larger and "more" in joined)
    tens = small >= 10 and small % 10 == 0 and small < 100
    if joined is None:
        return tens and value < 10
    turned = small < 10 and 20 <= value < 100 and value % 10 == 0
    return "tens" in joined and (turned or (tens and small > 10 and value < 20))


def _joined(names: _Names, word: str) -> int | None:
    """The value of a number whose parts are written as one word: "zweihundertfünfzig"."""
    if not _SHORTEST_JOINED <= len(word) <= _LONGEST_JOINED or not word.startswith(names.pieces):
        return None
    parts: list[str] = []
    rest = word
    while rest:
        piece = next((one for one in names.pieces if rest.startswith(one)), "")
        if not piece:
            return None
        parts.append(piece)
        rest = rest.removeprefix(piece)
    value, size = _summed(replace(names, pieces=()), parts)
    return int(value) if size == len(parts) > 1 else None


def _value(digits: str, decimal: str) -> Decimal | None:
    """Digits with their separators as a value; None where the separators make no number.

    A sign before three digits parts thousands unless it is the language's own for decimals.
    """
    signs = _SEPARATORS.findall(digits)
    last = signs[-1] if signs else ""
    thousands = (
        not last
        or last == "٬"
        or signs.count(last) > 1
        or (len(set(signs)) == 1 and last not in ("٫", "/", decimal) and _GROUPED.match(digits) is not None)
    )
    whole, _, fraction = (digits, "", "") if thousands else digits.rpartition(last)
    first, *groups = _SEPARATORS.split(whole)
    if groups and (len(groups[-1]) != 3 or any(len(one) not in (2, 3) for one in groups)):
        return None
    return Decimal("".join((first, *groups)) + (f".{fraction}" if fraction else ""))


@cache
def _names(language: str) -> _Names:
    data = load(language).numbers
    values, scales = valued(data.words), valued(data.scales)
    joiners = numbered([data.tens_joiners])
    pieces = {one[0] for one in (*values, *scales, *joiners) if len(one) == 1}
    spaces = rf"{_SPACES}|" if data.spaced else ""
    slash = rf"{_SLASH}|" if data.decimal == "/" else ""
    return _Names(
        numbers=values,
        scales=scales,
        joiners=numbered([data.joiners]),
        tens_joiners=joiners,
        halves=numbered([data.halves], 1),
        vague=numbered([data.vague]),
        first=frozenset(one[0] for one in values),
        prefixes=tuple(fold(one) for one in data.prefixes),
        articles=tuple(fold(one) for one in load(language).people.articles),
        pieces=tuple(sorted(pieces, key=len, reverse=True)) if data.joined else (),
        decimal=data.decimal,
        digits=re.compile(rf"{_APOSTROPHES}|{spaces}{slash}{_PLAIN}"),
    )


@cache
def _glued(language: str) -> re.Pattern[str] | None:
    numbers = load(language).numbers
    forms = {form for forms in numbers.currencies.values() for form in forms if form.isalpha()} | {*numbers.prefixes}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?=\d)", re.IGNORECASE) if forms else None
