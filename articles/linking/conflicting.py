"""Where two reports of one utterance disagree, field by field. Other words for the same are no conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from articles.languages import load
from articles.linking.figures import Figure, figures
from articles.linking.wording import NEAR, Overlap, comparable, shared_wording, wording
from articles.records import Circumstances, Conflict, StatementRecord
from articles.text.dated import Day
from articles.text.names import same_name, spelled_alike
from articles.text.terms import fold, words
from articles.text.vocabulary import Phrases, begins, find, numbered

ALIKE_OCCASIONS = 60
"""Likeness (rapidfuzz token set ratio, 0..100) from which two wordings of an occasion are one."""

CONTAINED = 0.8
"""Share of the shorter report that the longer has, from which the rest of the longer is no matter of the shorter."""


def conflicts(a: StatementRecord, b: StatementRecord, shared: Overlap | None = None) -> tuple[Conflict, ...]:
    """The fields in which two reports disagree, each with both values as the articles have them.

    What one report does not say never conflicts. A negation that only one report has is given with an empty value
    for the other. `shared` is their `shared_wording`, if it is known already.
    """
    return (
        *_numbers(a, b),
        *_dates(a, b),
        *_places(a, b),
        *_occasions(a, b),
        *_negations(a, b, shared or shared_wording(a, b)),
        *_speakers(a, b),
    )


def _numbers(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """Figures that only one side has, where the same thing is counted or nothing else can be meant."""
    in_a, in_b = figures(a.text, a.language).figures, figures(b.text, b.language).figures
    only_a, only_b = _without(in_a, in_b), _without(in_b, in_a)
    for figure in only_a:
        counted = [other for other in only_b if _same_slot(figure, other)]
        if not counted and len(only_a) == len(only_b) == 1 and len(in_a) == len(in_b):
            # Units of two languages cannot be compared, nor can what is not named.
            unknown = a.language != b.language or not (figure.unit and only_b[0].unit)
            counted = only_b if unknown else []
        if counted:
            only_b = [other for other in only_b if other is not counted[0]]
            yield Conflict("number", figure.words, counted[0].words)


def _without(figures_: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    values = {other.value for other in others}
    return [figure for figure in figures_ if figure.value not in values]


def _same_slot(a: Figure, b: Figure) -> bool:
    return (bool(a.unit) and a.unit == b.unit) or (bool(a.before) and a.before == b.before)


def _dates(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """The day of the speech, or its weekday where one side gives no more; then the days that the words name."""
    one, two = a.circumstances, b.circumstances
    if one.said_on and two.said_on:
        differ = one.said_on != two.said_on
    else:
        weekdays = {each.said_on.weekday() if each.said_on else each.weekday for each in (one, two)}
        differ = None not in weekdays and len(weekdays) > 1
    if differ:
        yield Conflict("date", _said_when(one), _said_when(two))
    yield from _named_days(figures(a.text, a.language).days, figures(b.text, b.language).days)


def _said_when(told: Circumstances) -> str:
    """The article's words and the ISO date that they mean, as far as either is known."""
    said_on = told.said_on.isoformat() if told.said_on else ""
    return f"{told.said_when} ({said_on})" if told.said_when and said_on else told.said_when or said_on


def _named_days(in_a: Sequence[Day], in_b: Sequence[Day]) -> Iterator[Conflict]:
    only_a = [day for day in in_a if not any(day.agrees(other) for other in in_b)]
    only_b = [day for day in in_b if not any(day.agrees(other) for other in in_a)]
    for day in only_a:
        others = [other for other in only_b if day.comparable(other)]
        if others:
            only_b.remove(others[0])
            yield Conflict("date", day.words, others[0].words)


def _places(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    one, two = a.circumstances.place, b.circumstances.place
    if one and two and not _same_place(one, two):
        yield Conflict("place", one, two)


def _same_place(a: str, b: str) -> bool:
    """Whether two places can be one: a word of one is a spelling of a word of the other ("Teheran", "Tehran")."""
    return any(
        spelled_alike(one.text, two.text) or Indel.normalized_similarity(fold(one.text), fold(two.text)) >= NEAR
        for one in words(a)
        for two in words(b)
    )


def _occasions(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    one, two = a.circumstances, b.circumstances
    if one.occasion_kind and two.occasion_kind:
        differ = one.occasion_kind != two.occasion_kind
    else:
        worded = bool(one.occasion and two.occasion) and comparable(a.language, b.language)
        differ = worded and fuzz.token_set_ratio(fold(one.occasion), fold(two.occasion)) < ALIKE_OCCASIONS
    if differ:
        yield Conflict("occasion", one.occasion or one.occasion_kind, two.occasion or two.occasion_kind)


def _negations(a: StatementRecord, b: StatementRecord, shared: Overlap) -> Iterator[Conflict]:
    """Whether one side only denies what both say. Looked for where wordings overlap, so in near languages only."""
    if not shared.weight:
        return
    contained = shared.shorter >= CONTAINED
    not_a = _negation(a, shared.span_a, cut=contained and shared.a < shared.b)
    not_b = _negation(b, shared.span_b, cut=contained and shared.b < shared.a)
    if bool(not_a) != bool(not_b):
        yield Conflict("negation", not_a, not_b)


def _negation(statement: StatementRecord, span: tuple[int, int], cut: bool) -> str:
    """The first negating word of a statement; of the longer report only what both have is looked at (`cut`)."""
    says_not, denies = _negating(statement.language)
    folded = wording(statement.text, statement.language).folded
    for at in range(*(span if cut else (0, len(folded)))):
        size = find(says_not, folded, at)[1]
        if size:
            return " ".join(folded[at : at + size])
    cue = [fold(word.text) for word in words(statement.cue)]
    return next((word for at, word in enumerate(cue) if begins(denies, cue, at)), "")


@cache
def _negating(language: str) -> tuple[Phrases, Phrases]:
    data = load(language).negation
    return numbered([data.words], 1), numbered([data.denials], 1)


def _speakers(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    known = a.person is not None and a.person == b.person
    named = a.speaker and b.speaker and not (a.anonymous or b.anonymous)
    if named and not known and not same_name(a.speaker, b.speaker):
        yield Conflict("speaker", a.speaker, b.speaker)
