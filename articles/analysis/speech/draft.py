"""A quote as analysis builds it: its pieces, its speaker, its cue, and the words that credit it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articles.analysis.people.cast import Speaker
from articles.analysis.reading.frame import Cue
from articles.records import FoundQuote, Span

LONGEST_SENTENCE = 1200
"""Signs of a sentence, at most, that a writer wrote as one."""
_FARTHEST = 150
"""Signs before and behind a cue in which its circumstances are looked for in a longer one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote before its circumstances are known."""

    parts: tuple[Span, ...]
    outer: Span
    kind: str
    speaker: Speaker | None
    cue: Cue | None
    stretch: Span
    """What credits it, where its circumstances are looked for."""
    unsure: bool = False

    def found(self, text: str) -> FoundQuote:
        start, end = self.parts[0].start, self.parts[-1].end
        speaker = self.speaker or Speaker(None)
        return FoundQuote(
            start,
            end,
            text[start:end],
            self.kind,
            speaker=speaker.name,
            anonymous=speaker.anonymous,
            cue=text[self.cue.start + self.cue.lead : self.cue.end] if self.cue else None,
            parts=self.parts,
            role=speaker.role,
            unsure=self.unsure,
        )

    def clipped(self) -> Draft:
        """The same with a stretch of its own where a sentence without end holds many quotes: time stays linear."""
        if self.cue is None or len(self.stretch) <= LONGEST_SENTENCE:
            return self
        start = max(self.stretch.start, self.cue.start - _FARTHEST)
        return replace(self, stretch=Span(start, max(start, min(self.stretch.end, self.cue.end + _FARTHEST))))
