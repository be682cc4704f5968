"""What each report of an utterance leaves out: the sentences of the fullest version, and which reports have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.dossiers.facts import facts
from articles.dossiers.reports import by_language
from articles.linking.meaning import meaning
from articles.linking.wording import NEAR, NEAR_RELATED, Wording, comparable, overlap, wording
from articles.models import Statement
from articles.records import StatementRecord
from articles.text.concepts import Glossary
from articles.text.sentences import sentences

WHOLE = 0.6
"""Share of a sentence's wording from which a report has the sentence, in words of its own perhaps."""
PART = 0.35
"""The same from which it has a part of it; less are common words."""
FACT, THING, OTHER_WORDS = 1.0, 0.5, 0.25
"""What a figure, a day or a name tells of whether a report in another language has a sentence, what another thing does
that both name, and one that only the sentence names: much is said in other words. Less than FACT tells nothing."""
NEARLY = 0.8
"""What is asked of the shares above between related languages, which have words of their own for some things."""
SIZE = 0.7
"""Share of a sentence's words from which a report with as many sentences has it in other words, and not a part."""
STATES = ("whole", "reworded", "part", "elsewhere", "left_out", "likely_out", "untold")
"""What a report has of a sentence: all, all in other words, a part, all in another statement of its article, nothing.
In another language that is read off its facts: "likely_out" where the report tells none of them. "untold" is what
cannot be told: where a sentence has no facts, or nothing of the fullest version is found in the report at all."""
KEPT = ("whole", "reworded")
"""Those of them that leave nothing out."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the fullest version."""

    number: int
    text: str
    had: Mapping[str, Sequence[Statement]]
    """The other reports by what they have of it, see STATES."""


@dataclass(frozen=True, slots=True)
class Version:
    """The fullest report among some, and what the others have of it."""

    statement: Statement
    sentences: Sequence[Sentence]

    @property
    def lacking(self) -> bool:
        """Whether a report is known to leave something out."""
        return any(state not in (*KEPT, "untold") for one in self.sentences for state in one.had)

    def left_out_by(self, statement: int) -> list[Sentence]:
        """The sentences that a report leaves out; what only seems so is not among them."""
        return [one for one in self.sentences if statement in (report.pk for report in one.had.get("left_out", ()))]


def versions(statements: Sequence[Statement], glossary: Glossary) -> list[Version]:
    """The fullest version of all beside every other report; then that of each other group of languages."""
    groups = [(_fullest(group), group) for group in by_language(statements)]
    if not groups:
        return []
    groups.sort(key=lambda group: -_wording(group[0].words, group[0]).weight)
    beside = _beside(statements)
    first = _version(groups[0][0], statements, beside, glossary)
    return [first, *(_version(fullest, group, beside, glossary) for fullest, group in groups[1:] if len(group) > 1)]


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


def _version(
    fullest: Statement, reports: Sequence[Statement], beside: Mapping[int, list[str]], glossary: Glossary
) -> Version:
    others = [one for one in reports if one.pk != fullest.pk]
    parts = list(parted(fullest))
    had: list[dict[str, list[Statement]]] = [{} for _ in parts]
    known: dict[tuple[str, str, int], list[str]] = {}
    for one in others:
        # Many reports have the very same words; what else their articles say counts in the fullest one's language.
        near = comparable(fullest.article.language, one.article.language)
        beside_it = one.article_id if near and one.article_id in beside else 0
        key = (one.article.language, one.words, beside_it)
        if key not in known:
            told = _by_words(fullest, parts, one, beside) if near else _by_facts(fullest, parts, one, glossary)
            known[key] = _settled(list(told))
        for found, state in zip(had, known[key], strict=True):
            found.setdefault(state, []).append(one)
    return Version(
        fullest,
        [
            Sentence(number, text, {state: found[state] for state in STATES if state in found})
            for number, (text, found) in enumerate(zip(parts, had, strict=True), 1)
        ],
    )


def _settled(told: list[str]) -> list[str]:
    """What is found of it; where that is nothing at all, the report tells it in words that cannot be compared."""
    return told if set(told) - {"left_out", "likely_out", "untold"} else ["untold"] * len(told)


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
    same = fullest.article.language == one.article.language
    near, asked = (NEAR, 1.0) if same else (NEAR_RELATED, NEARLY)
    whole = _wording(one.words, one)
    as_many = len(parts) == sum(1 for _ in parted(one))
    for part in parts:
        words = _wording(part, fullest)
        share = overlap(words, whole, near).a / asked
        if share >= WHOLE:
            yield "whole"
        elif any(_has(words, _wording(text, one), near) for text in beside.get(one.article_id, ())):
            yield "elsewhere"
        elif as_many and whole.weight >= SIZE * sum(_wording(each, fullest).weight for each in parts):
            yield "reworded"
        else:
            yield "part" if share >= PART else "left_out"


def _has(words: Wording, other: Wording, near: float) -> bool:
    """Whether another text has this sentence; a text without one of its telling words is not compared."""
    return not words.telling.keys().isdisjoint(other.telling) and overlap(words, other, near).a >= WHOLE


def _by_facts(fullest: Statement, parts: Sequence[str], one: Statement, glossary: Glossary) -> Iterator[str]:
    """Sentence by sentence where both have as many; else by what each of them names and the report names somewhere."""
    if len(parts) == sum(1 for _ in parted(one)):
        yield from ("whole" for _ in parts)
        return
    base, other = fullest.compared(), one.compared()
    told = [_told(replace(base, text=part), other, glossary) for part in parts]
    often = Counter(name for found in told for name in found)
    for found in told:
        own = {name: state for name, state in found.items() if often[name] == 1} or found
        yield _state(own.values())


def _told(sentence: StatementRecord, other: StatementRecord, glossary: Glossary) -> dict[str, float]:
    """Of each thing that a sentence names, by its words, what it tells; below 0 where the report does not name it."""
    found = {
        fact.base: FACT if fact.state == "same" else -FACT
        for fact in facts(sentence, other, (), glossary)
        if fact.state != "added" and fact.field != "thing"
    }
    beside = meaning(other.text, other.language, glossary)
    for thing in meaning(sentence.text, sentence.language, glossary).things:
        if thing.is_common:
            continue
        if beside.names(thing):
            found.setdefault(thing.word, THING)
        elif thing.meanings:
            found.setdefault(thing.word, -OTHER_WORDS)
    return found


def _state(weights: Iterable[float]) -> str:
    told = list(weights)
    total = sum(map(abs, told))
    share = sum(weight for weight in told if weight > 0) / total if total else 0.0
    if total < FACT:
        return "whole" if share == 1 else "untold"
    return "whole" if share >= WHOLE else "part" if share else "likely_out"
