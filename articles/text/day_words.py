"""The pieces that tell a day, where they stand in a text: weekdays, dates, "yesterday", "last", "until" ...

A text is read word by word and in one pass; the words come from the [calendar] of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.day_lexicon import GREGORIAN, JALALI, TOKEN, Entry, Phrases, bare, day_lexicon, folded

_PLAIN = re.compile(r"[ \t'-]{1,3}")
_DOT = re.compile(r"\.? {1,2}|\.")
_YEAR_GAP = re.compile(r"[,.]? {1,2}|/")
_FIGURES = re.compile(r"(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/:-]|\.\d)")
_REACH = 7
"""Words between two pieces of a day, at most."""
_ORDINAL_ENDINGS = frozenset(["st", "nd", "rd", "th", "er", "re", "e", "ère", "º", "ª", "го", "е", "й", "я"])


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece, at text[start:end]. `kind` names a list of the calendar, or is weekday, date or figures."""

    kind: str
    start: int
    end: int
    value: int = 0
    """The weekday, or the distance in days or weeks."""
    short: bool = False
    """A shortened name, which is none unless a date stands beside it."""
    day: int = 0
    month: int = 0
    year: int = 0
    calendar: str = GREGORIAN


def pieces(text: str, language: str) -> Iterator[Piece]:
    """Every piece of the text that can belong to a day, in order, none inside another."""
    reader = _Reader(text, language)
    at = 0
    for telling in reader.telling():
        at = max(at, telling - _REACH)
        while at < min(len(reader.words), telling + _REACH):
            found = reader.at(at)
            if found is None:
                at += 1
                continue
            piece, at = found
            yield piece


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.folded = folded(text)
        self.lexicon = day_lexicon(language)
        found = list(TOKEN.finditer(self.folded))
        self.spans = [match.span() for match in found]
        self.words = bare(match[0] for match in found)

    def telling(self) -> Iterator[int]:
        """The words that tell something of a day, by index: names of days, months, or figures with a mark behind."""
        telling, proclitics, words = self.lexicon.telling, self.lexicon.proclitics, self.words
        figures = {match.start() for match in _FIGURES.finditer(self.folded)}
        for index, word in enumerate(words):
            if (
                word in telling
                or (proclitics and word.startswith(proclitics) and word[1:] in telling)
                or (figures and self.spans[index][0] in figures)
            ):
                yield index

    def at(self, index: int) -> tuple[Piece, int] | None:
        """The piece that begins with a word, and the index behind it."""
        word = self.words[index]
        if word.isdecimal():
            return self._figures(index) or self._dated(index) or self._ago(index)
        if word in self.lexicon.firsts:
            return self._named_number(index) or self._ago(index) or self._name(index) or self._month_first(index)
        for letters in self.lexicon.proclitics:
            if word.startswith(letters) and word[len(letters) :] in self.lexicon.firsts:
                return self._name(index, word[len(letters) :])
        return None

    def _gap(self, left: int) -> str:
        return self.folded[self.spans[left][1] : self.spans[left + 1][0]]

    def _phrase(self, phrases: Phrases, index: int, first: str = "") -> tuple[Entry, int] | None:
        """The longest phrase at a word, and the index behind it."""
        if index >= len(self.words):
            return None
        first = first or self.words[index]
        for length in range(min(phrases.longest.get(first, 0), len(self.words) - index), 0, -1):
            entry = phrases.entries.get((first, *self.words[index + 1 : index + length]))
            inside = range(index, index + length - 1)
            if entry and all(_PLAIN.fullmatch(self._gap(at)) for at in inside):
                if entry.capital and not self.text[self.spans[index][0]].isupper():
                    continue
                return entry, index + length
        return None

    def _name(self, index: int, first: str = "") -> tuple[Piece, int] | None:
        hit = self._phrase(self.lexicon.names, index, first)
        if hit is None:
            return None
        entry, behind = hit
        start, end = self.spans[index][0], self.spans[behind - 1][1]
        return Piece(entry.kind, start, end, entry.value, entry.short), behind

    def _figures(self, index: int) -> tuple[Piece, int] | None:
        """9/6, 9.6.2026, 2026-06-09."""
        start = self.spans[index][0]
        match = _FIGURES.match(self.folded, start)
        if not match or (start > 0 and self.folded[start - 1] in "/.-:,"):
            return None
        first, second, third = int(match[1]), int(match[3]), int(match[4] or 0)
        if not match[4] and (
            match[2] == "-" or (match[2] == "." and self.folded[match.end() : match.end() + 1] not in (".", ")"))
        ):
            return None
        if len(match[1]) > 2:
            if len(match[1]) < 4 or not match[4]:
                return None
            year, day, month = first, third, second
            kind = "date"
        else:
            kind, day, month, year = "figures", first, second, third
            if match[4] and year < 100:
                year += 2000
        calendar = JALALI if 1200 <= year < 1500 else GREGORIAN
        behind = index + (3 if match[4] else 2)
        return Piece(kind, start, match.end(), day=day, month=month, year=year, calendar=calendar), behind

    def _dated(self, index: int) -> tuple[Piece, int] | None:
        """9 Juni 2026, 1er juillet, 9. Juni."""
        day, behind = self._number(index)
        return self._with_month(index, day, behind) if day else None

    def _number(self, index: int) -> tuple[int, int]:
        """A day of the month in figures, with its ending, and the index behind it; 0 for none."""
        word = self.words[index] if index < len(self.words) else ""
        if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
            return 0, index
        behind = index + 1
        if behind < len(self.words) and self._gap(index) in ("", "-") and not self.words[behind].isdecimal():
            if self.words[behind] not in _ORDINAL_ENDINGS:
                return 0, index
            behind += 1
        return int(word), behind

    def _named_number(self, index: int) -> tuple[Piece, int] | None:
        """الأول من تموز, دهم تیر."""
        hit = self._phrase(self.lexicon.numbers, index)
        if hit is None:
            return None
        entry, behind = hit
        dated = self._with_month(index, entry.value, behind) if entry.kind == "ordinals" else None
        return dated or self._days_ago(index, index, entry.value, behind)

    def _with_month(self, index: int, day: int, behind: int) -> tuple[Piece, int] | None:
        at = behind
        while at < min(len(self.words), behind + 2) and self.words[at] in self.lexicon.joiners:
            at += 1
        hit = self._phrase(self.lexicon.months, at)
        if hit is None or any(not _DOT.fullmatch(self._gap(near)) for near in range(behind - 1, at)):
            return None
        entry, last = hit
        while last < len(self.words) and self._gap(last - 1) == "/":
            other = self._phrase(self.lexicon.months, last)
            if other is None:
                break
            last = other[1]
        year, last = self._year(last)
        return self._date(index, last, day, entry, year), last

    def _month_first(self, index: int) -> tuple[Piece, int] | None:
        """June 9, 2026."""
        hit = self._phrase(self.lexicon.months, index) if self.lexicon.month_first else None
        if hit is None:
            return None
        entry, at = hit
        if at + 1 < len(self.words) and self.words[at] in self.lexicon.joiners:
            at += 1
        day, behind = self._number(at)
        if not day or not _DOT.fullmatch(self._gap(at - 1)):
            return None
        year, behind = self._year(behind)
        return self._date(index, behind, day, entry, year), behind

    def _date(self, index: int, behind: int, day: int, month: Entry, year: int) -> Piece:
        start, end = self.spans[index][0], self.spans[behind - 1][1]
        return Piece("date", start, end, day=day, month=month.value, year=year, calendar=month.calendar)

    def _year(self, behind: int) -> tuple[int, int]:
        """The year at this index, and the index behind it; 0 for none."""
        at = behind
        if at + 1 < len(self.words) and self.words[at] in self.lexicon.joiners and _PLAIN.fullmatch(self._gap(at - 1)):
            at += 1
        word = self.words[at] if at < len(self.words) else ""
        if word.isdecimal() and len(word) == 4 and 1200 <= int(word) < 2200 and _YEAR_GAP.fullmatch(self._gap(at - 1)):
            return int(word), at + 1
        return 0, behind

    def _ago(self, index: int) -> tuple[Piece, int] | None:
        """3 days ago, il y a trois jours."""
        at = index
        word = self.words[index]
        if not word.isdecimal():
            hit = self._phrase(self.lexicon.ago, index)
            if hit is None or hit[0].kind != "before" or hit[1] >= len(self.words):
                return None
            at = hit[1]
            if not self.words[at].isdecimal():
                number = self._phrase(self.lexicon.numbers, at)
                return self._days_ago(index, at, number[0].value, number[1]) if number else None
        days, behind = self._number(at)
        return self._days_ago(index, at, days, behind) if days else None

    def _days_ago(self, index: int, at: int, days: int, behind: int) -> tuple[Piece, int] | None:
        before = " ".join(self.words[index:at])
        hit = self._phrase(self.lexicon.ago, behind)
        if hit is None or not _PLAIN.fullmatch(self._gap(behind - 1)):
            return None
        phrase = " ".join(self.words[behind : hit[1]])
        if (f"{before} # {phrase}",) not in self.lexicon.ago.entries:
            return None
        start, end = self.spans[index][0], self.spans[hit[1] - 1][1]
        return Piece("relative", start, end, -days), hit[1]
