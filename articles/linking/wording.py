"""How much of their wording two statements share, word by word. For one language, or two that are related."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import Indel

from articles.languages import load
from articles.linking.names import name_places
from articles.records import StatementRecord
from articles.text.kinship import common_form
from articles.text.terms import fold, stem, stop_words, words

STOP_WEIGHT = 0.25
"""Of a stop word; a word that tells something weighs 1. Common words alone join nothing, but two reports of one
sentence share them too."""
NAME_WEIGHT = 0.5
"""Of a name: statements on one subject share the names, with all their titles, and say different things."""
SHORTEST_SPELLING = 4
"""Letters of a stem from which two spellings of one word can be told from two words."""
NEAR = 0.85
"""Likeness (rapidfuzz Indel, 0..1) of two stems that are one word in one language: "Sirwan", "Sirvan"."""
NEAR_RELATED = 0.72
"""The same between two related languages, which spell what they share by rule: "telepon", "telefon"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement as they are compared, in order."""

    folded: tuple[str, ...]
    stems: tuple[str, ...]
    forms: tuple[str, ...]
    """What they are compared by with a related language; see `common_form`."""
    language: str
    weights: tuple[float, ...]
    weight: float
    """Of all words together."""
    telling: Mapping[str, float]
    """The weights of the stems that are no stop words."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two wordings share. `a` and `b` are shares of each, weighted by word, 0..1."""

    a: float
    b: float
    order: float
    """Share of the common words that stand in one order, 0..1."""
    runs: float
    """Share of the common words that follow each other in both, 0..1: a shortened report keeps whole phrases,
    two statements on one subject share scattered words."""
    weight: float
    """Weight of what is shared, in words that tell something."""
    size: float
    """Length of the shorter report as a share of that of the longer, 0..1."""
    span_a: tuple[int, int]
    """First and last shared word of a, as a half-open range; the rest is what the other report leaves out."""
    span_b: tuple[int, int]

    @property
    def shorter(self) -> float:
        """Share of the shorter report that the longer one has."""
        return max(self.a, self.b)

    @property
    def longer(self) -> float:
        return min(self.a, self.b)


NOTHING = Overlap(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, (0, 0), (0, 0))


def comparable(a: str, b: str) -> bool:
    """Whether statements in these languages can be compared word by word."""
    return a == b or b in load(a).related or a in load(b).related


@lru_cache(maxsize=50_000)
def wording(text: str, language: str) -> Wording:
    """The words of a text as they are compared."""
    stop, names = stop_words(language), name_places(text, language)
    found = [word.text for word in words(text)]
    folded = tuple(fold(word) for word in found)
    stems = tuple(stem(word, language) for word in found)
    weights = tuple(
        STOP_WEIGHT if word in stop else NAME_WEIGHT if at in names else 1.0 for at, word in enumerate(folded)
    )
    telling = {one: weight for one, weight in zip(stems, weights, strict=True) if weight > STOP_WEIGHT}
    forms = tuple(common_form(word, language) for word in found)
    return Wording(folded, stems, forms, language, weights, sum(weights), telling)


def shared_wording(a: StatementRecord, b: StatementRecord) -> Overlap:
    """What the wordings of two statements share, by the measure for their languages; NOTHING if these are apart."""
    if not comparable(a.language, b.language):
        return NOTHING
    near = NEAR if a.language == b.language else NEAR_RELATED
    return overlap(wording(a.text, a.language), wording(b.text, b.language), near)


def overlap(a: Wording, b: Wording, near: float = NEAR) -> Overlap:
    """What two wordings share; stems, or forms of related languages, at least `near` alike count as one word."""
    own, other = (a.stems, b.stems) if a.language == b.language else (a.forms, b.forms)
    other = _respelled(other, own, near)
    common = Counter(own) & Counter(other)
    if not common:
        return NOTHING
    at_a, at_b = _places(own, common), _places(other, common)
    weight_a, weight_b = sum(a.weights[at] for at in at_a), sum(b.weights[at] for at in at_b)
    following = (Counter(pairwise(own)) & Counter(pairwise(other))).total()
    ordered = Indel.similarity([own[at] for at in at_a], [other[at] for at in at_b]) / 2
    return Overlap(
        a=weight_a / a.weight,
        b=weight_b / b.weight,
        order=ordered / len(at_a),
        runs=following / max(1, len(at_a) - 1),
        weight=min(weight_a, weight_b),
        size=min(a.weight, b.weight) / max(a.weight, b.weight),
        span_a=(at_a[0], at_a[-1] + 1),
        span_b=(at_b[0], at_b[-1] + 1),
    )


def _respelled(stems: Sequence[str], model: Sequence[str], near: float) -> tuple[str, ...]:
    """The stems with each that the model lacks put as the model spells it, where it has it in a like spelling."""
    known = set(model)
    free = [one for one in known - set(stems) if len(one) >= SHORTEST_SPELLING and one.isalpha()]
    return tuple(one if one in known else _nearest(one, free, near) for one in stems)


def _nearest(one: str, among: Sequence[str], near: float) -> str:
    if len(one) < SHORTEST_SPELLING or not one.isalpha():
        return one
    best = process.extractOne(one, among, scorer=Indel.normalized_similarity, score_cutoff=near)
    return str(best[0]) if best else one


def _places(stems: Sequence[str], common: Counter[str]) -> list[int]:
    """Where the common stems stand, each as often as both sides have it."""
    left = Counter(common)
    places = []
    for at, one in enumerate(stems):
        if left[one] > 0:
            left[one] -= 1
            places.append(at)
    return places
