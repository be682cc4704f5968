"""The bars of a histogram as SVG, and its months as rows of a table: hundreds, for which a template would take long."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Bar(Protocol):
    """What this module knows of a bar."""

    month: str
    label: str
    count: int
    address: str
    chosen: bool
    x: str
    width: str
    y: str
    height: str


@register.simple_tag
def month_bars(bars: Iterable[Bar], height: int, entrance: str) -> SafeString:
    """A link for each month. The Tab key comes to that of the month `entrance`; from there the arrow keys go on."""
    return format_html_join(
        "\n",
        '<a id="bar-{}" href="{}" hx-get="{}" hx-push-url="true"{}{}><title>{}: {}</title>'
        '<rect class="bar-ground" x="{}" y="0" width="{}" height="{}"></rect>'
        '<rect class="bar-value" x="{}" y="{}" width="{}" height="{}"></rect></a>',
        (
            (
                bar.month, bar.address, bar.address, _current(bar), _out_of_the_way(bar, entrance), bar.label,
                _shown(bar.count), bar.x, bar.width, height, bar.x, bar.y, bar.width, bar.height,
            )
            for bar in bars
        ),
    )  # fmt: skip


@register.simple_tag
def month_rows(bars: Iterable[Bar]) -> SafeString:
    """The same months as rows of a table."""
    return format_html_join(
        "\n",
        '<tr><td><a href="{}" id="month-{}"{}>{}</a></td><td>{}</td></tr>',
        ((bar.address, bar.month, _current(bar), bar.label, _shown(bar.count)) for bar in bars),
    )


def _shown(count: int) -> str:
    return intcomma(count) if count >= 1000 else str(count)


def _current(bar: Bar) -> SafeString:
    return mark_safe(' aria-current="true"' if bar.chosen else "")


def _out_of_the_way(bar: Bar, entrance: str) -> SafeString:
    return mark_safe("" if bar.month == entrance else ' tabindex="-1"')
