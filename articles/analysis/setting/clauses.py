"""The clause that a day stands in: whether it tells of an act of speech, of the agency's, or of something else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from articles.analysis.reading.frame import Frame, Word
from articles.analysis.reading.lexicon import phrases, word_set
from articles.analysis.setting.occasions import kinds_in
from articles.records import Span

_CLAUSE = 300
"""Signs before a day in which its clause begins."""
_BEHIND = 8
"""Words between a verb and the day behind it, at most; further on begins what it reports."""
_HEAD = 4
"""Words before a relative clause among which that stands of which it tells."""
_BREAK = re.compile(r"[,;:،؛()–—\n]")


class Clauses:
    """The clauses of one article; `cues` are the words, by index, that credit a quote."""

    def __init__(self, frame: Frame, cues: frozenset[int]) -> None:
        self.frame = frame
        self.cues = cues
        self.relays = tuple(_relays(frame, cues))
        code = frame.language.code
        self._reported = word_set(code, "speech", "complementisers")
        self._asides = self._reported | word_set(code, "calendar", "asides")
        self._relatives = word_set(code, "speech", "relatives")
        self._occasions: dict[Span, frozenset[str]] = {}

    def sentence(self, day: Span) -> Span:
        return self.frame.sentence_at(day.start)

    def kinds(self, stretch: Span) -> frozenset[str]:
        """The kinds of occasion that a stretch of the text names."""
        if stretch not in self._occasions:
            self._occasions[stretch] = kinds_in(self.frame, stretch)
        return self._occasions[stretch]

    def tells_of_speech(self, day: Span) -> bool:
        """Whether a day stands with a verb of speech or an occasion, in their clause."""
        clause = self._around(day)
        beside = any(
            day.start < cue.start or self._leads_to(cue.end, day)
            for cue in self.frame.cues_in(clause.start, clause.end)
        )
        return beside or bool(self.kinds(clause))

    def _leads_to(self, end: int, day: Span) -> bool:
        """Whether a day belongs to the verb that ends here, and not to what that reports."""
        between = self.frame.words_in(end, day.start)
        return len(between) <= _BEHIND and not any(word.folded in self._reported for word in between)

    def is_aside(self, day: Span, start: int, cue: int) -> bool:
        """Whether the day stands in a clause about something else or in what is reported, led in by "which" or "that";
        `cue` is where the verb stands that the day may belong to, -1 for none."""
        inside = self.frame.indexes(max(start, self._begin(day)), day.start)
        for index in inside:
            word = self.frame.words[index]
            if word.folded in self._asides or (index == inside.start and self._opens(word)):
                return not word.start <= cue < day.start and not self._tells_of_occasion(index)
        return False

    def _tells_of_occasion(self, index: int) -> bool:
        """Whether what the word at an index leads in tells of an occasion: "the meeting that ended on Monday"."""
        before = self.frame.words[max(0, index - _HEAD)]
        return bool(self.kinds(Span(before.start, self.frame.words[index].start)))

    def _opens(self, word: Word) -> bool:
        """Whether a word begins a relative clause because it stands right behind a comma: ", der am Montag"."""
        return word.folded in self._relatives and self.frame.text[word.start - 2 : word.start] in (", ", "، ")

    def are_parted(self, day: Span, cue: int) -> bool:
        start, end = sorted((day.start, cue))
        return _BREAK.search(self.frame.text, start, end) is not None

    def is_relayed(self, day: Span) -> bool:
        """Whether a day is that of the relay before it: beside it, or alone between commas. “...,” he said, as quoted
        by the agency, Tuesday."""
        start = self._begin(day)
        before = self.frame.indexes(start, day.start)
        own = len(before) > 1 or self.cues.intersection(before)
        first = bisect_left(self.relays, start if own else self.sentence(day).start)
        return first < len(self.relays) and self.relays[first] < day.start

    def _around(self, day: Span) -> Span:
        """The stretch between the marks that part a sentence, around a day; of one alone between them, with what is
        before it, or behind it where it opens the sentence."""
        sentence, text = self.sentence(day), self.frame.text
        breaks = self._breaks(day)
        following = self._break(day.end, sentence.end)
        alone = not text[breaks[-1] : day.start].strip()
        if alone and len(breaks) == 1 and not text[day.end : following].strip():
            following = self._break(following + 1, sentence.end)
        return Span(breaks[-2] if alone and len(breaks) > 1 else breaks[-1], following)

    def _break(self, start: int, end: int) -> int:
        found = _BREAK.search(self.frame.text, start, max(start, end))
        return found.start() if found else end

    def _begin(self, day: Span) -> int:
        return self._breaks(day)[-1]

    def _breaks(self, day: Span) -> list[int]:
        """Where the parts of its sentence before a day begin."""
        begin = max(self.sentence(day).start, day.start - _CLAUSE)
        return [begin, *(match.end() for match in _BREAK.finditer(self.frame.text, begin, day.start))]


def _relays(frame: Frame, cues: frozenset[int]) -> Iterator[int]:
    """Where words begin through which the article has something; `cues` are words that credit a quote."""
    relays = phrases(frame.language.code, "speech", "relays")
    for index, word in enumerate(frame.words):
        able = word.folded in relays.longest and not frame.quoted[index] and index not in cues
        if able and relays.at(frame.words, index, frame.text):
            yield word.start
