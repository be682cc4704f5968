"""Finds the runs of words that are written as names: "Prime Minister X", "А. Н. Веденеев"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import listed, nominatives, word_set
from articles.languages.loading import load

LONGEST_RUN = 24
"""Words of a name with all offices before it, at most."""


def is_capital(text: str) -> bool:
    """Whether a word is written as a name: a capital at its beginning or after a hyphen, and no digit."""
    if text[:1].islower() and "-" not in text:
        return False
    large = text[:1].isupper() or any(part[:1].isupper() for part in text.split("-")[1:])
    return large and (text.isalpha() or not any(sign.isdigit() for sign in text))


def runs_of(frame: Frame) -> Iterator[tuple[int, int]]:
    """First and last index of each run of words written as names."""
    names = _Names(frame)
    index = 0
    while index < len(frame.words):
        if not names.may_begin(index):
            index += 1
            continue
        last = index
        while last - index < LONGEST_RUN and (following := names.next_in_run(last)) is not None:
            last = following
        yield index, last
        index = last + 1


@cache
def _function_words(code: str) -> frozenset[str]:
    """Small words, and those of attributions: no names, however they are written."""
    small = frozenset(load(code).words.stop) | listed(code, "people.pronouns", "people.prepositions")
    spoken = word_set(code, "speech", "complementisers", "fillers", "negations", "sources")
    return small | spoken | (word_set(code, "calendar", "abbreviations") - word_set(code, "people", "ranks"))


@cache
def _day_names(code: str) -> frozenset[str]:
    calendar = load(code).calendar
    return frozenset(form.casefold() for forms in (*calendar.weekdays, *calendar.months) for form in forms)


class _Names:
    """Tells which words of one frame can be part of a name."""

    def __init__(self, frame: Frame) -> None:
        code = frame.language.code
        self.frame = frame
        self.parted = frame.language.people.parted_endings
        self.known = word_set(code, "people", "ranks", "offices", "bodies")
        self.bodies = word_set(code, "people", "bodies", "fields")
        self.particles = word_set(code, "people", "particles")
        self.openers = self.particles | word_set(code, "people", "definite")
        self.chains = word_set(code, "people", "chains")
        self.heads = word_set(code, "people", "ranks", "offices")
        self.ranks = word_set(code, "people", "ranks")
        self.function = _function_words(code)
        self.days = _day_names(code)
        self.cues = word_set(code, "speech")
        self.common = frozenset(word.text for word in frame.words if word.text[:1].islower())
        self.inner = frozenset(
            word.folded
            for word in frame.words[1:]
            if is_capital(word.text) and frame.text[word.start - 2] not in ".!?\n"
        )
        self.inner |= frozenset(form for word in self.inner for form in nominatives(code, word))
        self.openings = frozenset(sentence.start for sentence in frame.sentences)

    def may_begin(self, index: int) -> bool:
        word = self.frame.words[index]
        if self.frame.quoted[index] or not is_capital(word.text) or word.folded in self.days:
            return False
        if word.folded in self.known:
            return not self._opens_lone(index)
        if self._initial(index):
            return True
        if word.folded in self.function:
            return False
        if word.start not in self.openings:
            return True
        if word.folded in self.common or word.folded in self.cues:
            return False
        return word.folded in self.inner or self.next_in_run(index) is not None

    def _initial(self, index: int) -> bool:
        """Whether a word is the first letter of a name: "А. Н. Веденеев"."""
        word = self.frame.words[index]
        following = self.frame.text[word.end : word.end + 3]
        return len(word.text) == 1 and following[:1] == "." and following[1:].strip()[:1].isupper()

    def _opens_lone(self, index: int) -> bool:
        """A noun of an office at the start of a sentence, alone: it is not a name."""
        return self.frame.words[index].start in self.openings and self.next_in_run(index) is None

    def next_in_run(self, last: int) -> int | None:
        words, following = self.frame.words, last + 1
        if self.parted and "'" in words[last].text.replace("’", "'") and "'" not in words[last].folded:
            return None
        skipped, chained = 0, False
        while following < len(words) and skipped < 3 and not self.frame.quoted[following]:
            word = words[following]
            gap = self.frame.between(following - 1, following)
            dotted = gap == ". " and skipped == 0 and self._keeps_stop(following - 1)
            if gap not in (" ", "\u00a0") and not dotted:
                return None
            if is_capital(word.text):
                if chained and (word.folded in self.heads or not self._in_office(last, following)):
                    return None
                in_body = words[last].folded in self.bodies
                usable = word.folded in self.known or word.folded not in self.function or in_body
                usable = usable or self._initial(following) or self._opens_surname(following)
                return following if usable and word.folded not in self.days else None
            chained = chained or word.folded in self.chains
            if word.folded not in self.particles and not chained:
                return None
            skipped += 1
            following += 1
        return None

    def _opens_surname(self, index: int) -> bool:
        """Whether a small word with a capital goes on a name: "Corentin Le Dantec"."""
        words, following = self.frame.words, index + 1
        if following >= len(words) or words[index].folded not in self.openers or self.frame.quoted[following]:
            return False
        return is_capital(words[following].text) and self.frame.between(index, following) == " "

    def _in_office(self, last: int, following: int) -> bool:
        """Whether a small word joins two words of an office's name, not two people."""
        words = self.frame.words
        return words[last].folded in self.bodies or words[following].folded in self.bodies

    def _keeps_stop(self, index: int) -> bool:
        word = self.frame.words[index]
        return word.folded in self.ranks or all(len(part) == 1 for part in word.text.split("."))
