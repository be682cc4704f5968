"""How an utterance spread: its reports by the day of publication, each with the one that it has the words from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.dossiers.relays import Relays, Source


@dataclass(frozen=True, slots=True)
class Day:
    """The reports of one day, those without a date last of all."""

    day: date | None
    after: int
    """Days since the reports before them; 0 for the first ones, and where no date is known."""
    reports: Sequence[Source]


@dataclass(frozen=True, slots=True)
class Spread:
    days: Sequence[Day]

    @property
    def first(self) -> Day | None:
        """The day of the first reports; None where no date is known at all."""
        return self.days[0] if self.days and self.days[0].day else None

    @property
    def undated(self) -> Sequence[Source]:
        return self.days[-1].reports if self.days and self.days[-1].day is None else ()

    @property
    def span(self) -> int:
        """Days from the first report to the last one that has a date."""
        return sum(day.after for day in self.days)


def spread(relays: Relays) -> Spread:
    """The reports by day, in the order in which they were published."""
    found: dict[date | None, list[Source]] = {}
    for one in relays.sources:
        if one.report:
            found.setdefault(one.report.article.published, []).append(one)
    dated = sorted(day for day in found if day)
    days = [
        Day(day, (day - before).days if before else 0, found[day])
        for day, before in zip(dated, [None, *dated], strict=False)
    ]
    return Spread([*days, Day(None, 0, found[None])] if None in found else days)
