"""Proposes assertions that can be checked: with figures, dates, comparisons, or acts of somebody named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from articles.analysis.facts.dating import named_dates, passed, within
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import Phrases, compiled
from articles.analysis.speech.draft import Draft
from articles.languages.loading import load
from articles.records import Figure, FoundClaim, FoundName, NamedDate, Span
from articles.text.dated import days
from articles.text.figures import counted
from articles.text.measures import measures
from articles.text.numbers import number_words
from articles.text.sentences import sentences
from articles.text.terms import Word, fold
from articles.text.told_days import find_days

_SHORTEST, _LONGEST = 4, 60
"""Words of a claim."""
_ENOUGH = 2.0
"""Weight from which an assertion is worth checking: an act and a date, a measure, ten of something."""
_MANY = 10
"""From which number on a count of something is worth a look by itself."""
_FEWEST, _WORDS_EACH = 3, 40
"""An article yields three claims or one for every forty words, whichever is more; the weightiest are kept."""
_BLOCKING = frozenset(("opinions", "doubts"))
_DURATIONS = frozenset(("s", "min", "h", "d", "wk", "mo", "yr"))
_EDGES = " \t\n\u00a0,;:–—-\"'“”„«»‹›‘’`"
_NOT_ASSERTED = ("?", "؟", "!", ":", "…", "...")
_CLOSERS = "\"'“”«»‹›’‘)] "
_SHORTEST_ENDED = 6
"""Letters of a word of which the ending counts."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the text tells that can be checked, each in the order of the text."""

    figures: tuple[Figure, ...]
    dates: tuple[NamedDate, ...]
    weekdays: frozenset[int]
    """Where the dates stand that are only a day of the week."""
    names: tuple[FoundName, ...]


def claims(
    text: str,
    frame: Frame,
    found: tuple[Draft, ...],
    names: tuple[FoundName, ...],
    body: int,
    published: date | None,
) -> tuple[FoundClaim, ...]:
    """The claims in order: sentences of the report and of quotes, and the clauses of reported speech."""
    spans = [_trimmed(text, span) for span in sorted(set(_candidates(frame, found, body)))]
    spans = [span for span in spans if _SHORTEST <= len(frame.indexes(span.start, span.end)) <= _LONGEST]
    facts = _facts(text, frame, spans, names, published)
    weighed: list[tuple[float, FoundClaim]] = []
    for span in spans:
        figures, dates = _inside(facts.figures, span), within(facts.dates, span.start, span.end)
        weight, past = _weight(frame, span, figures, dates, facts)
        if weight >= _ENOUGH:
            dates = passed(dates, published) if past and published else dates
            weighed.append((weight, FoundClaim(span.start, span.end, span.of(text), False, figures, dates)))
    most = max(_FEWEST, round(len(frame.words) / _WORDS_EACH))
    best = sorted(weighed, key=lambda one: -one[0])[:most]
    return tuple(sorted((claim for _, claim in best), key=lambda claim: (claim.start, -claim.end)))


def _facts(
    text: str, frame: Frame, spans: Sequence[Span], names: tuple[FoundName, ...], published: date | None
) -> _Facts:
    """The facts of the text, as far as they lie inside these spans."""
    code = frame.language.code
    words = number_words(text, code)
    folded = [fold(word.text) for word in words]
    named, taken = days(text, words, folded, code)
    told = [one for one in find_days(frame.text, code, published) if one.day or one.weekday is not None]
    for one in told:
        taken.update(_indexes(words, one.span))
    taken.update(_between(words, spans))
    repeated = frozenset(fold(word) for word in frame.language.claims.repeated)
    certain = [one for one in told if _behind(words, folded, one.span.start) not in repeated]
    ends_at = frozenset(sentence.end for sentence in frame.sentences)
    found = counted(text, words, folded, code, taken, ends_at)
    jalali = bool(frame.language.calendar.jalali_months)
    dates = named_dates(text, published, certain, named, found.years, words, jalali)
    weekdays = sorted(one.start for one in named if one.month is None)
    vague = (one.start for one in dates if not any(map(str.isdecimal, one.text)) and _holds(weekdays, one))
    return _Facts(found.figures, dates, frozenset(vague), names)


def _between(words: Sequence[Word], spans: Sequence[Span]) -> Iterator[int]:
    """The indexes of the words that lie in none of the spans."""
    at, end = 0, 0
    for index, word in enumerate(words):
        while at < len(spans) and spans[at].start <= word.start:
            end = max(end, spans[at].end)
            at += 1
        if word.start >= end:
            yield index


def _holds(starts: Sequence[int], dated: NamedDate) -> bool:
    at = bisect_left(starts, dated.start)
    return at < len(starts) and starts[at] < dated.end


def _indexes(words: Sequence[Word], span: Span) -> range:
    first = bisect_left(words, span.start, key=lambda word: word.start)
    return range(first, bisect_left(words, span.end, key=lambda word: word.start))


def _behind(words: Sequence[Word], folded: Sequence[str], start: int) -> str:
    """The word in front of the one that begins at an offset."""
    at = bisect_left(words, start, key=lambda word: word.start)
    return folded[at - 1] if at else ""


def _candidates(frame: Frame, found: tuple[Draft, ...], body: int) -> Iterator[Span]:
    """Sentences that no quote touches, the sentences of direct quotes, and reported clauses of one piece."""
    at = 0
    for sentence in frame.sentences:
        while at < len(found) and found[at].parts[-1].end <= sentence.start:
            at += 1
        if at == len(found) or found[at].parts[0].start >= sentence.end:
            yield Span(body if sentence.start < body < sentence.end else sentence.start, sentence.end)
    for draft in found:
        if draft.kind == "direct":
            for part in draft.parts:
                for sentence in sentences(part.of(frame.text), frame.language.code):
                    yield Span(part.start + sentence.start, part.start + sentence.end)
        elif len(draft.parts) == 1:
            yield draft.parts[0]


def _trimmed(text: str, span: Span) -> Span:
    """The span without space, commas and marks at its edges; the full stop of a sentence stays."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _inside(figures: Sequence[Figure], span: Span) -> tuple[Figure, ...]:
    first = bisect_left(figures, span.start, key=lambda one: one.start)
    last = bisect_left(figures, span.end, key=lambda one: one.start)
    return tuple(one for one in figures[first:last] if one.end <= span.end)


def _weight(
    frame: Frame, span: Span, figures: Sequence[Figure], dates: Sequence[NamedDate], facts: _Facts
) -> tuple[float, bool]:
    """How much an editor would want to check these words, nothing where they are no assertion; and whether they tell of
    an act that has passed."""
    indexes = frame.indexes(span.start, span.end)
    text = frame.text[span.start : span.end + 1]
    if text.rstrip(_CLOSERS).endswith(_NOT_ASSERTED):
        return 0.0, False
    kinds, act = _kinds(frame, indexes, dates)
    firm = [one for one in dates if one.start not in facts.weekdays]
    if kinds & _BLOCKING or ("plans" in kinds and not firm):
        return 0.0, False
    weight = max((_worth(one, frame.language.code) for one in figures), default=0.0) + bool(dates)
    if "comparisons" in kinds:
        weight += 1.5
    first = bisect_left(facts.names, span.start, key=lambda one: one.start)
    named = first < len(facts.names) and facts.names[first].start < span.end
    if "acts" in kinds:
        weight += 2 if named and facts.names[first].start < act else 1
    return weight + named, "acts" in kinds and "plans" not in kinds


def _kinds(frame: Frame, indexes: range, dates: Sequence[NamedDate]) -> tuple[set[str], int]:
    """Which lists of claim words these words have words of, and where the last act stands. Dates are left out: May."""
    code = frame.language.code
    lexicon, endings = _lexicon(code)
    kinds: set[str] = set()
    act = 0
    for index in indexes:
        word = frame.words[index]
        for kind, ending in endings.items():
            if len(word.folded) >= _SHORTEST_ENDED and word.folded.endswith(ending):
                kinds.add(kind)
        hit = lexicon.at(frame.words, index, frame.text) if word.folded in lexicon.longest else None
        if hit and not any(one.start <= word.start < one.end for one in dates):
            kinds |= hit[1]
            act = word.start if "acts" in hit[1] else act
    return kinds, act


def _worth(figure: Figure, code: str) -> float:
    """How much a figure is worth: a measure more than a number of something, two of something next to nothing."""
    many = abs(figure.value) >= _MANY
    if figure.unit in _DURATIONS:
        return 2.0 if many else 1.0
    if figure.unit == "person":
        return 3.0 if many else 2.0
    if figure.unit in measures(code).known or "/" in figure.unit:
        return 3.0
    return (3.0 if figure.unit else 2.0) if many else 1.0


@cache
def _lexicon(code: str) -> tuple[Phrases, dict[str, tuple[str, ...]]]:
    """The words of claims by their lists, and those of them that are endings."""
    data = load(code).claims
    kinds = ("acts", "comparisons", "plans", *_BLOCKING)
    lists: dict[str, tuple[str, ...]] = {kind: getattr(data, kind) for kind in kinds}
    endings = {name: tuple(one[1:] for one in words if one[0] == "-") for name, words in lists.items()}
    whole: dict[str, Iterable[str]] = {name: [one for one in words if one[0] != "-"] for name, words in lists.items()}
    return compiled(whole), {name: words for name, words in endings.items() if words}
