"""Rows of the table of reports: there may be hundreds of cells, for which a template would take long."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Protocol

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.templatetags.judging import Piece, marked
from articles.templatetags.utterances import COLUMNS, FACTS, MARKS, mark_sign

register = template.Library()


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
    signs = {mark: mark_sign(mark) for mark in ("", *MARKS)}
    return mark_safe(
        "\n".join(
            f'<td data-label="{escape(str(COLUMNS[cell.column]))}"{_kept(cell)}>'
            f"{_told(cell, language)}{_beneath(cell, language)}{signs[cell.mark]}</td>"
            for cell in cells
        )
    )


def _kept(cell: Cell) -> str:
    return "" if not cell.is_empty else ' class="missing"' if cell.mark else ' class="none"'


def _told(cell: Cell, language: str) -> str:
    if cell.is_empty:
        return "" if cell.mark else "–"
    words = _in_language(marked(cell.pieces), language) if cell.pieces else ""
    if not cell.day:
        return words
    day = f'<time datetime="{cell.day.isoformat()}">{escape(date_format(cell.day))}</time>'
    return f'{day} <span class="muted">{words}</span>' if words else day


def _beneath(cell: Cell, language: str) -> str:
    """A speaker's office, and in whose name it was spoken."""
    office = _in_language(marked(cell.more), language) if cell.more else ""
    behalf = f"{escape(_('on behalf of'))} {_in_language(escape(cell.behalf), language)}" if cell.behalf else ""
    return "".join(f'<div class="hint">{one}</div>' for one in (office, behalf) if one)


@register.simple_tag
def facts_beside(facts: Iterable[Fact], language: str, base: str) -> SafeString:
    """What a report tells beside the chosen one, by signs and words; the languages are those of the two."""
    told: dict[str, list[str]] = {}
    for fact in facts:
        told.setdefault(fact.state, []).append(_worded(fact, language, base))
    return mark_safe(
        "".join(
            f'<li class="fact-{state}"><span aria-hidden="true">{FACTS[state][0]}</span> '
            f"{escape(str(FACTS[state][1]))} {', '.join(found)}</li>"
            for state, found in told.items()
        )
    )


def _worded(fact: Fact, language: str, base: str) -> str:
    there = _in_language(escape(fact.base), base)
    if not fact.here:
        return there
    here = _in_language(escape(fact.here), language)
    if fact.base in ("", fact.here):
        return here
    beside = f"{escape(_('chosen report:'))} " if fact.state == "differs" else ""
    return f'{here} <span class="muted">({beside}{there})</span>'


def _in_language(html: str, language: str) -> str:
    return f'<bdi lang="{escape(language)}">{html}</bdi>'
