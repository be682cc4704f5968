"""Two statements compared: whether they report one utterance, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.linking.conflicting import conflicts
from articles.linking.figures import Figures, figures
from articles.linking.names import proper_names
from articles.linking.wording import Overlap, shared_wording
from articles.records import Comparison, Conflict, Reason, StatementRecord
from articles.text.names import same_name, spelled_alike

REASONS = {
    "same_words": "share of the shorter statement's wording that the longer has, per cent",
    "shortened": "length of the shorter statement as a share of the longer, per cent",
    "same_speaker": "the speaker, as the first statement names them",
    "same_numbers": "figures that both name, parted by spaces",
    "same_dates": "dates that both name, as the first words them, parted by semicolons",
    "same_names": "names that both give, parted by spaces",
    "near_languages": "the two languages' codes, parted by a space",
    "days_apart": "days between the publications",
    "same_reports": "how many other statements of the two articles are reports of one utterance",
}
"""Every code that a Reason can have, and what its value is."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the score is made of. Set on the demo corpus and the seeds so that proposals are right, see the tests."""

    order: float = 0.4
    """How much of the likeness is lost when no common word stands in the same order."""
    doubt: float = 0.8
    """Shared words that leave a likeness at half of its worth: two words may agree by chance, ten do not."""
    same_speaker: float = 0.33
    """Share of the remaining doubt that one speaker takes away."""
    other_speaker: float = 0.75
    """What is left of the score where the speakers differ."""
    same_detail: float = 0.1
    """For a figure, date or name that both give: share of the remaining doubt that it takes away."""
    other_figures: float = 0.85
    """What is left of the score where the reports disagree on a figure, or one denies the other."""
    other_names: float = 0.7
    """Where each gives a name that the other lacks."""
    far_apart: float = 0.85
    """For publications further apart than `near_days`."""
    near_days: int = 7
    enough: float = 0.66
    """The score from which a pair is held for one utterance."""
    enough_words: float = 4.0
    """Shared words below which a pair must have one speaker, near publications, and no other word in the shorter.
    Pairs that are not known to have one speaker need as many in any case, and no shortened version."""
    contained: float = 0.9
    """Share of the shorter report that the longer has, from which it says nothing of its own."""
    full: float = 0.6
    """Share of the longer report's length from which the other is no shortened version."""
    same_reports: float = 0.33
    """For two articles that have other reports in common: share of the remaining doubt that it takes away."""
    enough_in_company: float = 0.5
    """The score from which a pair of one speaker can be held for one utterance for that reason."""


WEIGHTS = Weights()


def compare(a: StatementRecord, b: StatementRecord) -> Comparison:
    """How two statements relate.

    Two reports of one act of speech are `same`, `translation` or `paraphrase` even where they disagree, with the
    conflicts listed; claims that cannot both be true are `contradicts`. The relation is None where they do not
    belong together or cannot be compared word by word; the score (0..1) says how near they came to it, and the
    conflicts are given all the same, for editors who know better.
    """
    return compare_wordings(a, b, shared_wording(a, b))


def promising(a: StatementRecord, b: StatementRecord, shared: Overlap) -> bool:
    """Whether `compare` could give these two a score that counts: a quick upper bound, for pairs that are many."""
    if not shared.weight or same_speaker(a, b):
        return bool(shared.weight)
    doubt = (1 - _likeness(shared)) * (1 - WEIGHTS.same_detail) ** 3
    return 1 - doubt >= WEIGHTS.enough_in_company


def compare_wordings(a: StatementRecord, b: StatementRecord, shared: Overlap) -> Comparison:
    """What `compare` does, for two whose wordings are compared already."""
    details = _Details(
        figures(a.text, a.language),
        figures(b.text, b.language),
        proper_names(a.text, a.language),
        proper_names(b.text, b.language),
    )
    found = conflicts(a, b, shared)
    score = _score(a, b, shared, details, found)
    relation = relate(a, b, shared, found) if score >= WEIGHTS.enough and _evident(a, b, shared) else None
    return Comparison(relation, round(score, 4), tuple(_reasons(a, b, shared, details)), found)


def relate(a: StatementRecord, b: StatementRecord, shared: Overlap, found: tuple[Conflict, ...]) -> str:
    """The relation of two statements that belong together."""
    facts = {"number", "date", "place", "negation"}
    if a.type == b.type == "claim" and any(conflict.field in facts for conflict in found):
        return "contradicts"
    if (a.kind == "indirect") != (b.kind == "indirect") or shared.size < WEIGHTS.full:
        return "paraphrase"
    return "same" if a.language == b.language else "translation"


def days_apart(a: StatementRecord, b: StatementRecord) -> int | None:
    """Days between the two publications, where both are known."""
    return abs((a.published - b.published).days) if a.published and b.published else None


@dataclass(frozen=True, slots=True)
class _Details:
    a: Figures
    b: Figures
    names_a: tuple[str, ...]
    names_b: tuple[str, ...]

    @property
    def numbers(self) -> list[str]:
        other = {figure.value for figure in self.b.figures}
        return list(dict.fromkeys(figure.value for figure in self.a.figures if figure.value in other))

    @property
    def dates(self) -> list[str]:
        return [day.words for day in self.a.days if any(day.agrees(other) for other in self.b.days)]

    @property
    def names(self) -> list[str]:
        return [name for name in self.names_a if any(spelled_alike(name, other) for other in self.names_b)]

    @property
    def other_names(self) -> bool:
        """Whether each side gives a name that the other lacks."""
        return len(self.names) < min(len(self.names_a), len(self.names_b))


def _score(
    a: StatementRecord, b: StatementRecord, shared: Overlap, details: _Details, found: tuple[Conflict, ...]
) -> float:
    if not shared.weight:
        return 0.0
    score = _likeness(shared)
    if any(conflict.field in ("number", "negation") for conflict in found):
        score *= WEIGHTS.other_figures
    if details.other_names:
        score *= WEIGHTS.other_names
    apart = days_apart(a, b)
    if apart is not None and apart > WEIGHTS.near_days:
        score *= WEIGHTS.far_apart
    if a.speaker and b.speaker and not (a.anonymous or b.anonymous):
        if same_speaker(a, b):
            score += (1 - score) * WEIGHTS.same_speaker
        else:
            score *= WEIGHTS.other_speaker
    for detail in (details.numbers, details.dates, details.names):
        if detail:
            score += (1 - score) * WEIGHTS.same_detail
    return score


def _likeness(shared: Overlap) -> float:
    likeness = shared.longer + (shared.shorter - shared.longer) * shared.runs
    likeness *= 1 - WEIGHTS.order * (1 - shared.order)
    return likeness * shared.weight / (shared.weight + WEIGHTS.doubt)


def same_speaker(a: StatementRecord, b: StatementRecord) -> bool:
    """Whether two statements name one speaker: one person in the database, or two spellings of one name."""
    if a.person is not None and a.person == b.person:
        return True
    if a.anonymous or b.anonymous:
        return False
    return bool(a.speaker and b.speaker) and _same_name(a.speaker, b.speaker)


_same_name = lru_cache(maxsize=50_000)(same_name)


def _evident(a: StatementRecord, b: StatementRecord, shared: Overlap) -> bool:
    """Whether so many words are shared that it cannot be chance."""
    if not same_speaker(a, b):
        return shared.weight >= WEIGHTS.enough_words and shared.longer >= WEIGHTS.full
    if shared.weight >= WEIGHTS.enough_words:
        return True
    apart = days_apart(a, b)
    return shared.shorter >= WEIGHTS.contained and apart is not None and apart <= WEIGHTS.near_days


def _reasons(a: StatementRecord, b: StatementRecord, shared: Overlap, details: _Details) -> Iterator[Reason]:
    if shared.weight:
        yield Reason("same_words", f"{shared.shorter:.0%}".rstrip("%"))
    if 0 < shared.size < WEIGHTS.full:
        yield Reason("shortened", f"{shared.size:.0%}".rstrip("%"))
    if same_speaker(a, b):
        yield Reason("same_speaker", a.speaker)
    if details.numbers:
        yield Reason("same_numbers", " ".join(details.numbers))
    if details.dates:
        yield Reason("same_dates", "; ".join(details.dates))
    if details.names:
        yield Reason("same_names", " ".join(details.names))
    if shared.weight and a.language != b.language:
        yield Reason("near_languages", f"{a.language} {b.language}")
    apart = days_apart(a, b)
    if apart is not None:
        yield Reason("days_apart", str(apart))
