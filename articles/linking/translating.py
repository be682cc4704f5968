"""Two statements in any two languages: the odds that they report one utterance, whatever their wording.

All odds are natural logarithms, so that evidence adds up (naive Bayes); at 0 one is as likely as the other. What is
compared survives translation: the speaker, the things that are named, figures, dates, days of publication, lengths.
In one language, or two that are near, every word is a thing that can be known again.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.linking.details import Details, days_apart, details, same_speaker
from articles.linking.knowledge import NOTHING_MORE, Knowledge
from articles.linking.meaning import Meaning, Thing, meaning
from articles.linking.wording import comparable
from articles.records import StatementRecord


@dataclass(frozen=True, slots=True)
class Weights:
    """Set on the demo corpus, where a pair above `enough` is right 98 times in 100; see tests/measures/joining.py."""

    named: float = 0.6
    """How often a report names what the other one names and the glossary knows: much is said in other words."""
    heard: float = 0.25
    """The same of a word that can only be known by its sound."""
    named_by_chance: float = 0.08
    """How often another statement of the two articles names it at least, whatever they are about."""
    common_by_chance: float = 0.25
    """The same of what is said about anything."""
    worded_by_chance: float = 0.05
    """The same of a word that only its own language, or one that is near, is known by."""
    heard_by_chance: float = 0.01
    same_speaker: float = 1.5
    other_speaker: float = -2.0
    same_detail: float = 1.8
    """For each figure and each day that both name."""
    other_detail: float = -1.0
    """For figures, or days, of which each names others; half of it and more where only one names any."""
    lone_detail: float = -0.7
    half: float = -1.0
    """Where one is not half as long as the other; `third` where it has hardly a third of its length."""
    third: float = -3.0
    near_days: int = 14
    far_apart: float = -3.0
    """For publications further apart than `near_days`."""
    other_pair: float = 1.0
    """For each unit by which another pair of the two articles that has one of the statements is likelier."""
    same_reports: float = 0.35
    """For each sure pair that the two articles have besides, up to `most_reports` of them."""
    most_reports: int = 4
    same_order: float = 0.2
    """For each of those that stands on the same side in both articles, less those that do not; at most 3."""
    embedded_alike: float = 0.65
    """Cosine of two embeddings that tells nothing; `embedded` is what one more or less would tell, had it no limit."""
    embedded: float = 12.0
    most_embedded: float = 3.0
    enough: float = 2.5
    """From which a pair is held for one utterance, if it names something in common that tells (`telling`)."""
    enough_near: float = 1.8
    """The same in one language, or two that are near: there every word counts, and what is not shared is known."""
    sure: float = 3.0
    """From which a pair speaks for others of the two articles."""
    telling: float = 0.5
    distinct: float = 1.6
    """What one thing at least must tell by itself."""
    full: float = 0.6
    """Share of the longer's words from which the other is no shortened version."""


WEIGHTS = Weights()
MOST = 0.99
"""The score of the likeliest."""


class Subject:
    """What is named again and again by the statements of an article, so that it tells little about any of them."""

    def __init__(self, meanings: Iterable[Meaning] = ()) -> None:
        self._named: Counter[str] = Counter()
        self._stems: Counter[str] = Counter()
        self._heard: Counter[str] = Counter()
        self._count = 0
        for one in meanings:
            self._count += 1
            self._named.update(one.meanings)
            self._stems.update(one.stems)
            self._heard.update(one.sounds)

    def often(self, thing: Thing) -> float:
        """How often another statement names a thing that one of them names, 0..1."""
        counts = [*(self._named[one] for one in thing.meanings), *(self._heard[one] for one in thing.sounds)]
        return max(0, max((self._stems[thing.stem], *counts)) - 1) / (self._count + 2)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a pair in two languages."""

    odds: float
    """All of it, in natural logarithms."""
    things: tuple[str, ...]
    """What both name, in the words of the first."""
    details: Details
    tells: bool
    """Whether something that both name tells them from others at all: one speaker alone says many things."""
    size: float
    """Length of the shorter as a share of that of the longer, 0..1, in words that tell something."""
    likeness: float | None = None
    """Cosine of the two embeddings, where there is a model."""

    @property
    def score(self) -> float:
        return likelihood(self.odds)


def likelihood(odds: float) -> float:
    """Odds as a number 0..1; nothing that is told from odds alone is certain."""
    return min(MOST, 1 / (1 + math.exp(-odds)))


def least(a: StatementRecord, b: StatementRecord) -> float:
    """The odds from which two statements are held for one utterance, if what they share tells anything."""
    return WEIGHTS.enough_near if comparable(a.language, b.language) else WEIGHTS.enough


def evidence(
    a: StatementRecord, b: StatementRecord, subjects: Sequence[Subject] = (), knowledge: Knowledge = NOTHING_MORE
) -> Evidence:
    """What speaks for two statements, and against. `subjects` are those of their articles, where these are known."""
    glossary = knowledge.glossary
    one, other = meaning(a.text, a.language, glossary), meaning(b.text, b.language, glossary)
    likeness = knowledge.model.likeness(a.text, b.text) if knowledge.model else None
    found = details(a, b)
    things = _things(one, other, subjects, comparable(a.language, b.language))
    told = sum(odds for _, odds in things)
    size = min(one.size, other.size) / max(one.size, other.size, 1)
    return Evidence(
        odds=told + sum(_circumstances(a, b, found, size)) + (0.0 if likeness is None else _embedded(likeness)),
        things=_worded(one, [thing for thing, odds in things if odds > 0]),
        details=found,
        tells=_tells(things) or bool(found.numbers or found.dates),
        size=size,
        likeness=likeness,
    )


def _tells(things: Sequence[tuple[Thing, float]]) -> bool:
    """Whether what both name tells a pair from others: not only what the two articles name again and again."""
    return sum(odds for _, odds in things) >= WEIGHTS.telling and any(odds >= WEIGHTS.distinct for _, odds in things)


def _embedded(likeness: float) -> float:
    most = WEIGHTS.most_embedded
    return max(-most, min(most, (likeness - WEIGHTS.embedded_alike) * WEIGHTS.embedded))


def _things(a: Meaning, b: Meaning, subjects: Sequence[Subject], near: bool) -> list[tuple[Thing, float]]:
    """The things of the one that names fewer, with what each of them tells. In `near` languages every word can be known
    again."""
    small, large = (a, b) if len(a.things) <= len(b.things) else (b, a)
    found = []
    for thing in small.things:
        likely, least = _rates(thing, near)
        often = max((subject.often(thing) for subject in subjects), default=0.0)
        chance = min(likely, max(least, often))
        odds = likely / chance if large.names(thing) else (1 - likely) / (1 - chance)
        found.append((thing, math.log(odds)))
    return found


def _rates(thing: Thing, near: bool) -> tuple[float, float]:
    """How often another report of the utterance names the thing, and at least another statement."""
    if thing.meanings:
        return WEIGHTS.named, WEIGHTS.common_by_chance if thing.is_common else WEIGHTS.named_by_chance
    return (WEIGHTS.named, WEIGHTS.worded_by_chance) if near else (WEIGHTS.heard, WEIGHTS.heard_by_chance)


def _worded(a: Meaning, things: Sequence[Thing]) -> tuple[str, ...]:
    """The same things in the words of a."""
    return tuple(own.word for own in a.things if any(own.is_one(thing) for thing in things))


def _circumstances(a: StatementRecord, b: StatementRecord, found: Details, size: float) -> Iterator[float]:
    if a.speaker and b.speaker and not (a.anonymous or b.anonymous):
        yield WEIGHTS.same_speaker if same_speaker(a, b) else WEIGHTS.other_speaker
    yield from _compared(len(found.numbers), len(found.a.figures), len(found.b.figures))
    yield from _compared(len(found.dates), len(found.a.days), len(found.b.days))
    if size < 0.5:
        yield WEIGHTS.half if size >= 0.35 else WEIGHTS.third
    apart = days_apart(a, b)
    if apart is not None and apart > WEIGHTS.near_days:
        yield WEIGHTS.far_apart


def _compared(same: int, in_a: int, in_b: int) -> Iterator[float]:
    yield same * WEIGHTS.same_detail
    if bool(in_a) != bool(in_b):
        yield WEIGHTS.lone_detail
    elif min(in_a, in_b) > same:
        yield WEIGHTS.other_detail
