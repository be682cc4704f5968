"""Results over time, as bars of an SVG: places in per cent of its width, heights in pixels."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.search import SearchQuery, SearchResults
from articles.views.narrowing import address, is_within, month_name, state

HEIGHT = 64
"""Of the highest bar, in pixels."""
LOWEST = 3
"""Of a bar that stands for a single result: it must be seen and hit."""
FEWEST_SLOTS = 36
"""Months that the width holds at least: few months make no walls of bars."""
FIRST = 12
"""The first month that has a name, January of the year 1."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month that has results. Choosing it again takes the month away."""

    month: str
    label: str
    count: int
    address: str
    chosen: bool
    """Whether it is in the months that are chosen; the others stay, paler."""
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the bars."""

    x: str
    label: str
    anchor: str
    """`start`, `middle` or `end`, so that the outer labels stay inside."""
    fine: bool
    """Left out where the screen is narrow."""


@dataclass(frozen=True, slots=True)
class Histogram:
    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    undated: int
    """Results without a date of publication."""
    everything: str
    """The address of the search in all months."""
    earliest: str
    """The first and the last month of all, and of those that are chosen; all are, where none is."""
    latest: str
    first: str
    last: str
    carried: Mapping[str, str | int]
    """What the form of two months sends along: the rest of the search."""
    height: int = HEIGHT

    @property
    def is_narrowed(self) -> bool:
        return any(bar.chosen for bar in self.bars)


def histogram(query: SearchQuery, results: SearchResults) -> Histogram | None:
    """Every month from the first to the last takes its place, also one without results. None for no months at all."""
    if not results.months:
        return None
    everything = address(query, month="")
    # One address is made of which only the month changes: there may be hundreds.
    pattern = "month=0000-00"
    narrowed = address(query, month="0000-00")
    bars, ticks = drawn(
        [(month.value, month.count) for month in results.months],
        lambda month: everything if month == query.month else narrowed.replace(pattern, f"month={month}"),
        query.month,
    )
    undated = 0 if query.month else results.total - sum(month.count for month in results.months)
    carried = {"q": query.text, **state(replace(query, month=""))}
    chosen = [bar.month for bar in bars if bar.chosen] or [bar.month for bar in bars]
    return Histogram(
        bars=bars,
        ticks=ticks,
        undated=undated,
        everything=everything,
        earliest=bars[0].month,
        latest=bars[-1].month,
        first=chosen[0],
        last=chosen[-1],
        carried=carried,
    )


def drawn(
    months: Sequence[tuple[str, int]], address: Callable[[str], str], chosen: str
) -> tuple[list[Bar], list[Tick]]:
    """The bars of months in order, each with its number, and the labels under them. `chosen` is a month or a range."""
    last = _number(months[-1][0])
    first = min(_number(months[0][0]), max(last - FEWEST_SLOTS + 1, FIRST))
    slots = max(last - first + 1, FEWEST_SLOTS)
    most = max(count for _month, count in months)
    bars = []
    for month, count in months:
        height = max(LOWEST, round(HEIGHT * count / most))
        bars.append(
            Bar(
                month=month,
                label=month_name(month),
                count=count,
                address=address(month),
                chosen=bool(chosen) and is_within(month, chosen),
                x=_percent(_number(month) - first, slots),
                width=_percent(0.8, slots),
                y=str(HEIGHT - height),
                height=str(height),
            )
        )
    return bars, [*_ticks(first, slots)]


def _ticks(first: int, slots: int) -> Iterator[Tick]:
    """Five labels: at both ends, in the middle, and between."""
    for quarter in range(5):
        slot = round(quarter * (slots - 1) / 4)
        anchor = {0: "start", 4: "end"}.get(quarter, "middle")
        place = slot + {"start": 0, "middle": 0.4, "end": 0.8}[anchor]
        year, month = divmod(first + slot, 12)
        yield Tick(_percent(place, slots), month_name(f"{year:04}-{month + 1:02}"), anchor, fine=quarter % 2 == 1)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.3f}%"
