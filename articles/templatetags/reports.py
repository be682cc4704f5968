"""Rows of the table of reports: there may be hundreds of cells, for which a template would take long."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.templatetags.judging import Piece, marked
from articles.templatetags.utterances import COLUMNS, FACTS, mark_sign

register = template.Library()
_NOTHING = SafeString("")


class Cell(Protocol):
    """What this module knows of a cell."""

    column: str
    mark: str
    pieces: Sequence[Piece]
    more: Sequence[Piece]
    behalf: str
    day: date | None
    is_empty: bool


class Fact(Protocol):
    """What this module knows of a fact."""

    state: str
    here: str
    base: str


@register.simple_tag
def report_cells(cells: Iterable[Cell], language: str) -> SafeString:
    """The circumstances of a report, in its language; a narrow screen leaves out what is empty and as it should be."""
    labels = {column: str(name) for column, name in COLUMNS.items()}
    return format_html_join(
        "\n",
        '<td data-label="{}"{}>{}{}{}</td>',
        (
            (labels[cell.column], _kept(cell), _told(cell, language), _beneath(cell, language), mark_sign(cell.mark))
            for cell in cells
        ),
    )


def _kept(cell: Cell) -> SafeString:
    return SafeString("" if not cell.is_empty else ' class="missing"' if cell.mark else ' class="none"')


def _told(cell: Cell, language: str) -> SafeString:
    if cell.is_empty:
        return _NOTHING if cell.mark else SafeString("–")
    words = format_html('<bdi lang="{}">{}</bdi>', language, marked(cell.pieces)) if cell.pieces else _NOTHING
    if not cell.day:
        return words
    day = format_html('<time datetime="{}">{}</time>', cell.day.isoformat(), date_format(cell.day))
    return format_html('{} <span class="muted">{}</span>', day, words) if words else day


def _beneath(cell: Cell, language: str) -> SafeString:
    office = format_html('<div class="hint"><bdi lang="{}">{}</bdi></div>', language, marked(cell.more))
    if not cell.behalf:
        return office if cell.more else _NOTHING
    behalf = format_html('<div class="hint">{} <bdi lang="{}">{}</bdi></div>', _("on behalf of"), language, cell.behalf)
    return format_html("{}{}", office, behalf) if cell.more else behalf


@register.simple_tag
def facts_beside(facts: Iterable[Fact], language: str, base: str) -> SafeString:
    """What a report tells beside the chosen one, by signs and words; the languages are those of the two."""
    told: dict[str, list[SafeString]] = {}
    for fact in facts:
        told.setdefault(fact.state, []).append(_worded(fact, language, base))
    return format_html_join(
        "",
        '<li class="fact-{}"><span aria-hidden="true">{}</span> {} {}</li>',
        (
            (state, *FACTS[state], format_html_join(", ", "{}", ((one,) for one in found)))
            for state, found in told.items()
        ),
    )


def _worded(fact: Fact, language: str, base: str) -> SafeString:
    if not fact.here:
        return format_html('<bdi lang="{}">{}</bdi>', base, fact.base)
    here = format_html('<bdi lang="{}">{}</bdi>', language, fact.here)
    if not fact.base or fact.base == fact.here:
        return here
    chosen = format_html('<bdi lang="{}">{}</bdi>', base, fact.base)
    return format_html('{} <span class="muted">({} {})</span>', here, _("chosen report:"), chosen)
