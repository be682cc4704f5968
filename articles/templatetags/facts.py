"""The figures and dates of a claim, worded for a reader."""

from dataclasses import dataclass

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.records import Figure, NamedDate

register = template.Library()

BOUNDS = {"about": "≈", "over": "≥", "under": "≤"}
UNITS = {
    "person": pgettext_lazy("figure", "people"),
    "d": _("days"),
    "wk": _("weeks"),
    "mo": _("months"),
    "yr": _("years"),
}
"""Units that have no symbol everybody knows."""
POWERS = {"m2": "m²", "m3": "m³", "km2": "km²", "mi2": "mi²"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure on a page: its value, and its unit or the article's own word for what is counted."""

    value: str
    unit: str = ""
    word: str = ""


@register.filter
def shown(figure: Figure) -> Shown:
    """A figure with its bound as a sign and its unit as the reader knows it: ≥ 300 people, 10–15 %, 18 m³/s."""
    ends = [number_format(end, force_grouping=True) for end in (figure.value, figure.to) if end is not None]
    value = " ".join(filter(None, (BOUNDS.get(figure.bound), "–".join(ends))))
    if figure.text.endswith(figure.unit):
        return Shown(value, word=figure.unit)
    units = [str(UNITS.get(unit, POWERS.get(unit, unit))) for unit in figure.unit.split("/")]
    return Shown(value, "/".join(units))


@register.filter
def days(dated: NamedDate) -> str:
    """A date as the reader's language writes it: the day, the month, the year, or the first and the last day."""
    first, last = dated.first, dated.last
    if first == last:
        return date_format(first, "DATE_FORMAT")
    if (first.year, first.month) == (last.year, last.month):
        return date_format(first, "YEAR_MONTH_FORMAT")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    return f"{date_format(first, 'DATE_FORMAT')} – {date_format(last, 'DATE_FORMAT')}"
