"""Two statements compared: whether they report one utterance, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.linking import translating
from articles.linking.conflicting import conflicts
from articles.linking.details import Details, days_apart, details, same_speaker
from articles.linking.knowledge import NOTHING_MORE, Knowledge
from articles.linking.translating import Evidence, evidence
from articles.linking.wording import Overlap, comparable, shared_wording
from articles.records import Comparison, Conflict, Reason, StatementRecord

REASONS = {
    "copied": "share of the article's text that is a copy of the other's, per cent",
    "same_words": "share of the shorter statement's wording that the longer has, per cent",
    "shortened": "length of the shorter statement as a share of the longer, per cent",
    "same_meaning": "how alike the embeddings are, per cent",
    "same_speaker": "the speaker, as the first statement names them",
    "same_numbers": "figures that both name, parted by spaces",
    "same_dates": "dates that both name, as the first words them, parted by semicolons",
    "same_names": "names that both give, parted by spaces",
    "same_things": "what both name in two languages, in the words of the first statement, parted by semicolons",
    "near_languages": "the codes of two languages that are compared by word, parted by a space",
    "languages": "the codes of two other languages, parted by a space",
    "days_apart": "days between the publications",
    "same_reports": "how many other statements of the two articles are reports of one utterance",
    "same_order": "how many of these stand on the same side of the statement in both articles",
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
    other_day: int = 2
    """Days between two acts of speech of one speaker, from which they are two in any case."""
    full: float = 0.6
    """Share of the longer report's length from which the other is no shortened version."""
    same_reports: float = 0.33
    """For two articles that have other reports in common: share of the remaining doubt that it takes away."""
    enough_in_company: float = 0.5
    """The score from which a pair of one speaker can be held for one utterance for that reason."""


WEIGHTS = Weights()


def compare(a: StatementRecord, b: StatementRecord, knowledge: Knowledge = NOTHING_MORE) -> Comparison:
    """How two statements relate.

    Two reports of one act of speech are `same`, `translation` or `paraphrase` even where they disagree, with the
    conflicts listed; claims, or statements of different acts of speech, that cannot both be true are `contradicts`. The
    relation is None where they do not belong together; the score (0..1) says how near they came to it, and the
    conflicts are given all the same, for editors who know better. What is named in two languages is told by the
    glossary of `knowledge`.
    """
    if comparable(a.language, b.language):
        return compare_wordings(a, b, shared_wording(a, b))
    return compare_translated(a, b, evidence(a, b, (), knowledge))


def promising(a: StatementRecord, b: StatementRecord, shared: Overlap) -> bool:
    """Whether `compare` could give these two a score that counts: a quick upper bound, for pairs that are many."""
    if not shared.weight or same_speaker(a, b):
        return bool(shared.weight)
    doubt = (1 - _likeness(shared)) * (1 - WEIGHTS.same_detail) ** 3
    return 1 - doubt >= WEIGHTS.enough_in_company


def compare_wordings(a: StatementRecord, b: StatementRecord, shared: Overlap) -> Comparison:
    """What `compare` does, for two whose wordings are compared already."""
    both = details(a, b)
    found = conflicts(a, b, shared)
    score = _score(a, b, shared, both, found)
    enough = score >= WEIGHTS.enough and _evident(a, b, shared)
    relation = relate(a, b, shared.size, found) if enough else None
    return Comparison(relation, round(score, 4), tuple(_reasons(a, b, shared, both)), found)


def compare_translated(
    a: StatementRecord, b: StatementRecord, found: Evidence, odds: float | None = None
) -> Comparison:
    """The same for two in languages that cannot be compared by word; `odds` if more is known than the evidence."""
    total = found.odds if odds is None else odds
    disagree = conflicts(a, b)
    enough = total >= translating.least(a, b) and found.tells
    relation = relate(a, b, found.size, disagree) if enough else None
    score = translating.likelihood(total)
    return Comparison(relation, round(score, 4), tuple(_translated_reasons(a, b, found)), disagree)


def relate(a: StatementRecord, b: StatementRecord, size: float, found: tuple[Conflict, ...]) -> str:
    """The relation of two statements that belong together; `size` is the shorter's share of the longer's length."""
    if _contradict(a, b, {conflict.field for conflict in found}):
        return "contradicts"
    if (a.kind == "indirect") != (b.kind == "indirect") or size < WEIGHTS.full:
        return "paraphrase"
    return "same" if a.language == b.language else "translation"


def _contradict(a: StatementRecord, b: StatementRecord, fields: set[str]) -> bool:
    """Whether two statements cannot both be true, and are no two reports of one act of speech."""
    if a.type == b.type == "claim":
        return bool(fields & {"number", "date", "place", "negation"})
    one, other = a.circumstances.said_on, b.circumstances.said_on
    other_day = one is not None and other is not None and abs((one - other).days) >= WEIGHTS.other_day
    return bool(fields & {"number", "negation"}) and ("speaker" in fields or other_day)


def _score(
    a: StatementRecord, b: StatementRecord, shared: Overlap, both: Details, found: tuple[Conflict, ...]
) -> float:
    if not shared.weight:
        return 0.0
    score = _likeness(shared)
    if any(conflict.field in ("number", "negation") for conflict in found):
        score *= WEIGHTS.other_figures
    if both.other_names:
        score *= WEIGHTS.other_names
    apart = days_apart(a, b)
    if apart is not None and apart > WEIGHTS.near_days:
        score *= WEIGHTS.far_apart
    if a.speaker and b.speaker and not (a.anonymous or b.anonymous):
        if same_speaker(a, b):
            score += (1 - score) * WEIGHTS.same_speaker
        else:
            score *= WEIGHTS.other_speaker
    for detail in (both.numbers, both.dates, both.names):
        if detail:
            score += (1 - score) * WEIGHTS.same_detail
    return score


def _likeness(shared: Overlap) -> float:
    likeness = shared.longer + (shared.shorter - shared.longer) * shared.runs
    likeness *= 1 - WEIGHTS.order * (1 - shared.order)
    return likeness * shared.weight / (shared.weight + WEIGHTS.doubt)


def _evident(a: StatementRecord, b: StatementRecord, shared: Overlap) -> bool:
    """Whether so many words are shared that it cannot be chance."""
    if not same_speaker(a, b):
        return shared.weight >= WEIGHTS.enough_words and shared.longer >= WEIGHTS.full
    if shared.weight >= WEIGHTS.enough_words:
        return True
    apart = days_apart(a, b)
    return shared.shorter >= WEIGHTS.contained and apart is not None and apart <= WEIGHTS.near_days


def _reasons(a: StatementRecord, b: StatementRecord, shared: Overlap, both: Details) -> Iterator[Reason]:
    if shared.weight:
        yield Reason("same_words", f"{shared.shorter:.0%}".rstrip("%"))
    if 0 < shared.size < WEIGHTS.full:
        yield Reason("shortened", f"{shared.size:.0%}".rstrip("%"))
    yield from _told_alike(a, b, both)
    if both.names:
        yield Reason("same_names", " ".join(both.names))
    if shared.weight and a.language != b.language:
        yield Reason("near_languages", f"{a.language} {b.language}")
    yield from _days_apart(a, b)


def _translated_reasons(a: StatementRecord, b: StatementRecord, found: Evidence) -> Iterator[Reason]:
    if found.things:
        yield Reason("same_things", "; ".join(found.things))
    if found.likeness is not None and found.likeness > 0:
        yield Reason("same_meaning", f"{found.likeness:.0%}".rstrip("%"))
    if found.size < WEIGHTS.full:
        yield Reason("shortened", f"{found.size:.0%}".rstrip("%"))
    yield from _told_alike(a, b, found.details)
    yield Reason("languages", f"{a.language} {b.language}")
    yield from _days_apart(a, b)


def _told_alike(a: StatementRecord, b: StatementRecord, both: Details) -> Iterator[Reason]:
    if same_speaker(a, b):
        yield Reason("same_speaker", a.speaker)
    if both.numbers:
        yield Reason("same_numbers", " ".join(both.numbers))
    if both.dates:
        yield Reason("same_dates", "; ".join(both.dates))


def _days_apart(a: StatementRecord, b: StatementRecord) -> Iterator[Reason]:
    apart = days_apart(a, b)
    if apart is not None:
        yield Reason("days_apart", str(apart))
