"""What each report of an utterance leaves out: the sentences of the fullest version, and which reports have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.dossiers.facts import facts
from articles.dossiers.reports import by_language
from articles.linking.wording import NEAR, NEAR_RELATED, Wording, comparable, overlap, wording
from articles.models import Statement
from articles.records import StatementRecord
from articles.text.sentences import sentences

WHOLE = 0.6
"""Share of a sentence's wording from which a report has the sentence, in words of its own perhaps."""
PART = 0.35
"""The same from which it has a part of it; less are common words."""
STATES = ("whole", "part", "elsewhere", "left_out", "likely_out", "untold")
"""What a report has of a sentence: all, a part, all in another statement of its article, nothing. In another language
that is read off its facts: "likely_out" where the report tells none of them, "untold" where it has no facts."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the fullest version."""

    number: int
    text: str
    had: Mapping[str, Sequence[Statement]]
    """The other reports by what they have of it, see STATES."""

    @property
    def is_everywhere(self) -> bool:
        return set(self.had) <= {"whole"}


@dataclass(frozen=True, slots=True)
class Version:
    """The fullest report among some, and what the others have of it."""

    statement: Statement
    sentences: Sequence[Sentence]

    @property
    def lacking(self) -> bool:
        """Whether a report is known to leave something out."""
        return any(state != "whole" for one in self.sentences for state in one.had)

    def left_out_by(self, statement: int) -> list[Sentence]:
        """The sentences that a report leaves out; what only seems so is not among them."""
        return [one for one in self.sentences if statement in (report.pk for report in one.had.get("left_out", ()))]


def versions(statements: Sequence[Statement]) -> list[Version]:
    """The fullest version of all beside every other report; then that of each other group of languages."""
    groups = [(_fullest(group), group) for group in by_language(statements)]
    if not groups:
        return []
    groups.sort(key=lambda group: -_wording(group[0].words, group[0]).weight)
    beside = _beside(statements)
    first = _version(groups[0][0], statements, beside)
    return [first, *(_version(fullest, group, beside) for fullest, group in groups[1:] if len(group) > 1)]


def _fullest(group: Iterable[Statement]) -> Statement:
    return max(group, key=lambda one: _wording(one.words, one).weight)


def _wording(text: str, of: Statement) -> Wording:
    return wording(text, of.article.language)


def _beside(statements: Sequence[Statement]) -> dict[int, list[str]]:
    """By article, the words of its other statements."""
    own = {one.pk for one in statements}
    found: dict[int, list[str]] = {}
    others = Statement.objects.visible().filter(article__in={one.article_id for one in statements})
    for pk, article, text in others.values_list("pk", "article", "text"):
        if pk not in own:
            found.setdefault(article, []).append(text)
    return found


def _version(fullest: Statement, reports: Sequence[Statement], beside: Mapping[int, list[str]]) -> Version:
    others = [one for one in reports if one.pk != fullest.pk]
    parts = list(parted(fullest))
    had: list[dict[str, list[Statement]]] = [{} for _ in parts]
    for one in others:
        near = comparable(fullest.article.language, one.article.language)
        states = _by_words(fullest, parts, one, beside) if near else _by_facts(fullest, parts, one)
        for found, state in zip(had, states, strict=True):
            found.setdefault(state, []).append(one)
    return Version(
        fullest,
        [
            Sentence(number, text, {state: found[state] for state in STATES if state in found})
            for number, (text, found) in enumerate(zip(parts, had, strict=True), 1)
        ],
    )


def parted(statement: Statement) -> Iterator[str]:
    """The sentences of a statement. What an attribution interrupts goes on behind it with a small letter."""
    text = ""
    for start, end in statement.pieces:
        piece = statement.text[start - statement.start : end - statement.start].strip()
        if text and not piece[:1].islower():
            yield from _sentences(text, statement)
            text = ""
        text = f"{text} {piece}".strip()
    yield from _sentences(text, statement)


def _sentences(text: str, of: Statement) -> Iterator[str]:
    return (text[span.start : span.end] for span in sentences(text, of.article.language))


def _by_words(
    fullest: Statement, parts: Sequence[str], one: Statement, beside: Mapping[int, list[str]]
) -> Iterator[str]:
    near = NEAR if fullest.article.language == one.article.language else NEAR_RELATED
    whole = _wording(one.words, one)
    for part in parts:
        words = _wording(part, fullest)
        share = overlap(words, whole, near).a
        if share >= WHOLE:
            yield "whole"
        elif any(_has(words, _wording(text, one), near) for text in beside.get(one.article_id, ())):
            yield "elsewhere"
        else:
            yield "part" if share >= PART else "left_out"


def _has(words: Wording, other: Wording, near: float) -> bool:
    """Whether another text has this sentence; a text without one of its telling words is not compared."""
    return not words.telling.keys().isdisjoint(other.telling) and overlap(words, other, near).a >= WHOLE


def _by_facts(fullest: Statement, parts: Sequence[str], one: Statement) -> Iterator[str]:
    """Sentence by sentence where both have as many; else by the facts of each that the report tells somewhere."""
    if len(parts) == sum(1 for _ in parted(one)):
        yield from ("whole" for _ in parts)
        return
    base, other = fullest.compared(), one.compared()
    for part in parts:
        yield _told(replace(base, text=part), other)


def _told(sentence: StatementRecord, other: StatementRecord) -> str:
    states = {fact.state for fact in facts(sentence, other, ())} - {"added"}
    if not states:
        return "untold"
    return "whole" if states == {"same"} else "part" if "same" in states else "likely_out"
