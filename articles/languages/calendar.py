"""The format of a language file's section on the calendar: names of days and months, and words that tell a day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names of days and months. Each entry may list several forms of one name, the usual one first; one that begins
    with a capital is no name where the text has none."""

    weekdays: tuple[tuple[str, ...], ...] = ()
    """Seven, Monday first, as `date.weekday()` counts."""
    months: tuple[tuple[str, ...], ...] = ()
    """Twelve, January first, with short forms."""
    day_first: bool = True
    """Whether 03/04 is the third of April."""
    day_words: tuple[str, ...] = ()
    """What may stand before a day or a date and belongs to it: "hari", "on"."""
    day_articles: tuple[str, ...] = ()
    """The same, of words that stand before much else: "el", "this"."""
    day_words_after: tuple[str, ...] = ()
    """What may stand behind a day and belongs to it: "günü", "ini"."""
    joiners: tuple[str, ...] = ()
    """What may stand between day, month and year: "of", "de"."""
    proclitics: tuple[str, ...] = ()
    """Small words that are written onto the front of a day: "و" in "والأربعاء"."""
    ordinals: tuple[tuple[str, ...], ...] = ()
    """Days of the month in words, the first day first: "first", "یکم"."""
    today: tuple[str, ...] = ()
    """Every word for the day of publication and its parts: "today", "this morning"."""
    yesterday: tuple[str, ...] = ()
    before_yesterday: tuple[str, ...] = ()
    tomorrow: tuple[str, ...] = ()
    """Days to come, however many."""
    last_week: tuple[str, ...] = ()
    """Beside a weekday it means the one of the week before."""
    this_week: tuple[str, ...] = ()
    next_week: tuple[str, ...] = ()
    week_start: int = 0
    """The weekday with which a week begins."""
    ago: tuple[str, ...] = ()
    """Phrases with a number of days in the place of #: "# days ago"."""
    parts: tuple[str, ...] = ()
    """Parts of a day, before or behind it: "evening", "petang"."""
    last: tuple[str, ...] = ()
    """Before or behind a weekday they mean the one before today: "last"."""
    next: tuple[str, ...] = ()
    """The same of the one to come."""
    longer: tuple[str, ...] = ()
    """Times that are longer than a day: "last month". They tell when, but not on which day."""
    earlier: tuple[str, ...] = ()
    """Words for an occasion before the one reported of: "previously"."""
    same_day: tuple[str, ...] = ()
    """They mean the day told of last: "the same day"."""
    day_before: tuple[str, ...] = ()
    """They mean the day before the one told of last: "a day earlier"."""
    day_after: tuple[str, ...] = ()
    """The same of the day after: "the next day"."""
    bounds: tuple[str, ...] = ()
    """Before a day they make it one on which nothing was said, but begins, ends or happens always: "until", "every"."""
    bounds_after: tuple[str, ...] = ()
    """The same behind it: "kadar"."""
    since: tuple[str, ...] = ()
    """Before a day they make it the one from which something holds: "from"."""
    since_after: tuple[str, ...] = ()
    """The same behind it: "tan" in "1 Ağustos'tan"."""
    until: tuple[str, ...] = ()
    """Before a day they make it the one up to which something holds: "until", "by"."""
    until_after: tuple[str, ...] = ()
    """The same behind it: "kadar"."""
    asides: tuple[str, ...] = ()
    """Words that open a clause about something else, whose day is not that of the speech: "which", "when"."""
    abbreviations: tuple[str, ...] = ()
    """Words that keep their full stop inside a sentence, without it: "Oct", "Gov"."""
    ordinal_stop: bool = False
    """Whether a full stop behind a short number makes it an ordinal: "16. September"."""
    jalali_months: tuple[tuple[str, ...], ...] = ()
    """Twelve of the Solar Hijri year, Farvardin first."""
    hijri_months: tuple[tuple[str, ...], ...] = ()
    """Twelve of the lunar Hijri year, Muharram first; they tell a date from words, not a day from another."""
