"""Days of other calendars as Gregorian ones."""

from __future__ import annotations

from datetime import date, timedelta

_NOWRUZ_1400 = date(2021, 3, 21)
_JALALI_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_HIJRI_EPOCH = 227015
"""The ordinal, as `date.toordinal` counts, of the first day of the lunar Hijri year 1."""


def from_jalali(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri one (years 1200 to 1500), by the calendar's 33-year cycle."""
    if not (1200 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    if month == 12 and day == 30 and year % 33 not in _JALALI_LEAPS:
        return None
    first, last = sorted((year, 1400))
    days = sum(366 if one % 33 in _JALALI_LEAPS else 365 for one in range(first, last))
    within = 31 * (month - 1) - max(0, month - 7) + day - 1
    return _NOWRUZ_1400 + timedelta(days=(days if year > 1400 else -days) + within)


def near_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a lunar Hijri one by the civil calendar; who watches the moon may be a day or two away."""
    if not (1200 <= year <= 1600 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRI_EPOCH + before + day - 1)


def gregorian(year: int, month: int, day: int) -> date | None:
    """A day that may not exist."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
