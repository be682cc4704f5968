"""What two statements both name, and who speaks in them: read off each by itself, in any language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from articles.linking.figures import Figure, Figures, figures
from articles.linking.names import proper_names
from articles.records import StatementRecord
from articles.text.names import same_name, spelled_alike

PERSON = "person"
"""The unit of whoever is counted, which an article may call by another word."""


@dataclass(frozen=True, slots=True)
class Details:
    """Figures, dates and names of two statements."""

    a: Figures
    b: Figures
    names_a: tuple[str, ...]
    names_b: tuple[str, ...]

    @property
    def numbers(self) -> list[str]:
        """The values of figures that both name, of the same unit as far as it is known."""
        same = (one.value for one in self.a.figures if any(_may_be_one(one, other) for other in self.b.figures))
        return list(dict.fromkeys(same))

    @property
    def dates(self) -> list[str]:
        return [day.words for day in self.a.days if any(day.agrees(other) for other in self.b.days)]

    @property
    def names(self) -> list[str]:
        return [name for name in self.names_a if any(spelled_alike(name, other) for other in self.names_b)]

    @property
    def other_names(self) -> bool:
        """Whether each side gives a name that the other lacks."""
        return len(self.names) < min(len(self.names_a), len(self.names_b))


def _may_be_one(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one. Nine of the dead are not nine days; 43 people may be 43 patients."""
    if a.value != b.value or not (a.unit and b.unit):
        return a.value == b.value
    # One report may leave out what a rate is a rate of.
    measured = [one.unit.partition("/")[0] for one in (a, b) if one.neutral]
    return len(set(measured)) < 2 if len(measured) != 1 else measured == [PERSON]


def details(a: StatementRecord, b: StatementRecord) -> Details:
    return Details(
        figures(a.text, a.language),
        figures(b.text, b.language),
        proper_names(a.text, a.language),
        proper_names(b.text, b.language),
    )


def days_apart(a: StatementRecord, b: StatementRecord) -> int | None:
    """Days between the two publications, where both are known."""
    return abs((a.published - b.published).days) if a.published and b.published else None


def same_speaker(a: StatementRecord, b: StatementRecord) -> bool:
    """Whether two statements name one speaker: one person in the database, or two spellings of one name."""
    if a.person is not None and a.person == b.person:
        return True
    if a.anonymous or b.anonymous:
        return False
    return bool(a.speaker and b.speaker) and _same_name(a.speaker, b.speaker)


_same_name = lru_cache(maxsize=50_000)(same_name)
