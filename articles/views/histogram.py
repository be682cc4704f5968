"""Results over time, as bars of an SVG: places in per cent of its width, heights in pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.search import SearchQuery, SearchResults
from articles.views.narrowing import address, month_name

HEIGHT = 64
"""Of the highest bar, in pixels."""
LOWEST = 3
"""Of a bar that stands for a single result: it must be seen and hit."""
MOST_TICKS = 6
FEWEST_SLOTS = 36
"""Months that the width holds at least: few months make no walls of bars."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month that has results. Choosing it again takes the month away."""

    month: str
    label: str
    count: int
    address: str
    chosen: bool
    x: str
    width: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the bars."""

    x: str
    label: str
    anchor: str
    """`start`, `middle` or `end`, so that the outer labels stay inside."""


@dataclass(frozen=True, slots=True)
class Histogram:
    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    undated: int
    """Results without a date of publication."""
    height: int = HEIGHT


def histogram(query: SearchQuery, results: SearchResults) -> Histogram | None:
    """Every month from the first to the last takes its place, also one without results. None for no months at all."""
    if not results.months:
        return None
    first, last = _number(results.months[0].value), _number(results.months[-1].value)
    slots = max(last - first + 1, FEWEST_SLOTS)
    most = max(month.count for month in results.months)
    bars = []
    for month in results.months:
        height = max(LOWEST, round(HEIGHT * month.count / most))
        chosen = month.value == query.month
        bars.append(
            Bar(
                month=month.value,
                label=month_name(month.value),
                count=month.count,
                address=address(query, month="" if chosen else month.value),
                chosen=chosen,
                x=_percent(_number(month.value) - first, slots),
                width=_percent(0.8, slots),
                y=HEIGHT - height,
                height=height,
            )
        )
    undated = 0 if query.month else results.total - sum(month.count for month in results.months)
    return Histogram(bars, [*_ticks(first, last, slots)], undated)


def _ticks(first: int, last: int, slots: int) -> Iterator[Tick]:
    step = max(1, -(-(last - first) // (MOST_TICKS - 1)))
    for month in range(first, last + 1, step):
        name = month_name(f"{month // 12:04}-{month % 12 + 1:02}")
        anchor = "start" if month == first else "end" if month - first + 1 > slots * 0.9 else "middle"
        yield Tick(_percent(month - first + {"start": 0, "middle": 0.4, "end": 0.8}[anchor], slots), name, anchor)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.3f}%"
