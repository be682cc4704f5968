"""Two reports whose words cannot be compared, laid side by side fact by fact: figures, named days, names, negation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.languages import load
from articles.linking.figures import figures
from articles.linking.names import proper_names
from articles.records import Conflict, StatementRecord
from articles.text.names import spelled_alike
from articles.text.terms import words

CIRCUMSTANCES = ("place", "occasion", "speaker", "addressee")
"""The fields of conflicts that are about the act of speech, and not about what was said."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a report tells as the base does, otherwise, not at all, or alone."""

    state: str
    """same, differs, missing (only the base tells it) or added (only this report does)."""
    field: str
    """number, date, name, or the field of the conflict."""
    here: str
    """As this report words it."""
    base: str
    """As the base words it."""


def facts(base: StatementRecord, one: StatementRecord, found: Iterable[Conflict]) -> tuple[Fact, ...]:
    """What a report tells beside the base; `found` are the conflicts between them, the base's values first.

    A figure that is not read, or a name in a spelling of its own, is missing too: this points at what to look for.
    """
    differing = [conflict for conflict in found if is_content(conflict, base, one)]
    conflicting = {conflict.a for conflict in differing}, {conflict.b for conflict in differing}
    told = [*_figures(base, one), *_days(base, one), *_names(base, one)]
    return (
        *(Fact("differs", conflict.field, conflict.b, conflict.a) for conflict in differing),
        *(fact for fact in told if fact.state == "same"),
        *(fact for fact in told if fact.state == "missing" and fact.base not in conflicting[0]),
        *(fact for fact in told if fact.state == "added" and fact.here not in conflicting[1]),
    )


def is_content(conflict: Conflict, a: StatementRecord, b: StatementRecord) -> bool:
    """Whether a conflict is about what was said: a day can be one that the words name, or that of the speech."""
    if conflict.field == "date":
        return conflict.a in _named_days(a) and conflict.b in _named_days(b)
    return conflict.field not in CIRCUMSTANCES


def _named_days(one: StatementRecord) -> set[str]:
    return {day.words for day in figures(one.text, one.language).days}


def _figures(base: StatementRecord, one: StatementRecord) -> Iterator[Fact]:
    here = {figure.value: figure.words for figure in figures(one.text, one.language).figures}
    there = {figure.value: figure.words for figure in figures(base.text, base.language).figures}
    for value in dict.fromkeys((*there, *here)):
        state = "same" if value in here and value in there else "missing" if value in there else "added"
        yield Fact(state, "number", here.get(value, ""), there.get(value, ""))


def _days(base: StatementRecord, one: StatementRecord) -> Iterator[Fact]:
    here, there = figures(one.text, one.language).days, figures(base.text, base.language).days
    for day in there:
        agreeing = next((other for other in here if day.agrees(other)), None)
        yield Fact("same" if agreeing else "missing", "date", agreeing.words if agreeing else "", day.words)
    for day in here:
        if not any(day.agrees(other) for other in there):
            yield Fact("added", "date", day.words, "")


def _names(base: StatementRecord, one: StatementRecord) -> Iterator[Fact]:
    """Names are told by their capitals; in a script without, the words are searched for those of the other side."""
    named, named_here = _capitals(base), _capitals(one)
    for name in named:
        here = _spelled_in(name, one)
        yield Fact("same" if here else "missing", "name", here, name)
    for name in named_here:
        there = _spelled_in(name, base)
        if there and there not in named:
            yield Fact("same", "name", name, there)
        elif not there and named:
            yield Fact("added", "name", name, "")


def _capitals(one: StatementRecord) -> tuple[str, ...]:
    return () if load(one.language).people.capital_nouns else proper_names(one.text, one.language)


def _spelled_in(name: str, one: StatementRecord) -> str:
    return next((word.text for word in words(one.text) if spelled_alike(name, word.text)), "")
