"""Proposes sentences that can be checked: with a figure, a date or an act somebody is said to have done."""

from __future__ import annotations

from collections.abc import Iterator

from articles.analysis.frame import Frame
from articles.analysis.lexicon import phrases, word_set
from articles.analysis.mentions import Mention
from articles.analysis.quotes import Draft
from articles.analysis.runs import is_capital
from articles.records import FoundClaim, Span

_SHORTEST = 6
"""Words of a claim, at least."""
_LONGEST = 60


def claims(frame: Frame, found: tuple[Draft, ...], mentions: tuple[Mention, ...], body: int) -> Iterator[FoundClaim]:
    """The claims in order: sentences of the report, and the clauses of reported speech."""
    for span in _candidates(frame, found, body):
        if _checkable(frame, span):
            yield FoundClaim(span.start, span.end, span.of(frame.text))


def _candidates(frame: Frame, found: tuple[Draft, ...], body: int) -> Iterator[Span]:
    """Sentences that no quote touches; of the others the reported clause, where it is one piece."""
    at = 0
    for sentence in frame.sentences:
        while at < len(found) and found[at].parts[-1].end <= sentence.start:
            at += 1
        quotes = []
        index = at
        while index < len(found) and found[index].parts[0].start < sentence.end:
            quotes.append(found[index])
            index += 1
        if not quotes:
            start = body if sentence.start < body < sentence.end else sentence.start
            yield Span(start, sentence.end)
        for quote in quotes:
            if quote.kind == "indirect" and len(quote.parts) == 1:
                yield quote.parts[0]


def _checkable(frame: Frame, span: Span) -> bool:
    words = frame.words_in(span.start, span.end)
    if not _SHORTEST <= len(words) <= _LONGEST or not any(word.text[:1].isalpha() for word in words):
        return False
    text = span.of(frame.text)
    if text.rstrip("\"'”’» ").endswith(("?", "؟", "!", ":")):
        return False
    code = frame.language.code
    opinions = phrases(code, "claims", "opinions", "doubts", "plans")
    indexes = frame.indexes(span.start, span.end)
    if any(opinions.at(frame.words, index, frame.text) for index in indexes):
        return False
    if any(word.text[:1].isdecimal() and word.text[-1:].isdecimal() for word in words):
        return True
    acts = word_set(code, "claims", "acts")
    names = [word for word in words[1:] if is_capital(word.text)]
    return len(names) >= 2 and any(word.folded in acts for word in words)
