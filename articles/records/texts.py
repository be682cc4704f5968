"""Places in a text, and sentences for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of a text: `text[start:end]`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Removal:
    """A passage that cleaning took out of a text: `at` is the offset in the clean text before which it stood.

    Put back in order, the removals and the clean text give the normalised file again, to the letter.
    """

    at: int
    text: str
    reason: str
    """What it was: title, outlet, author, published, caption, navigation, comments, sign-off ..."""


class Notice(str):
    """An English sentence for a person that remembers its pattern and values, so that a page can translate it.

    Imported as _, it is found by the tools that collect messages: _("%(nulls)s NUL characters went.", nulls=3).
    """

    pattern: str
    values: dict[str, str | int]

    def __new__(cls, pattern: str, **values: str | int) -> Notice:
        notice = super().__new__(cls, pattern % values)
        notice.pattern, notice.values = pattern, values
        return notice

    def __reduce__(self) -> tuple[Any, ...]:
        return _notice, (self.pattern, self.values)


def _notice(pattern: str, values: dict[str, str | int]) -> Notice:
    return Notice(pattern, **values)


class UnreadableFile(ValueError):
    """A file that cannot become an article; the notice says what is wrong with it and what to do."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self.notice = notice

    def __reduce__(self) -> tuple[Any, ...]:
        return UnreadableFile, (self.notice,)
