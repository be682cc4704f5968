"""Noun phrases without a name as speakers: "a source close to the team" before a cue, or behind one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from articles.analysis.people.mentions import Mention
from articles.analysis.people.runs import is_capital
from articles.analysis.reading.frame import Frame, Word
from articles.analysis.reading.lexicon import calendar_words, word_set

_LONGEST = 14
"""Words of such a phrase, at most."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The small words of a language by what they do inside a noun phrase or at its edge."""

    articles: frozenset[str]
    """They open a phrase: articles, possessives, quantifiers."""
    definite: frozenset[str]
    definite_after: frozenset[str]
    inner: frozenset[str]
    """All small words that can stand inside a phrase."""
    links: frozenset[str]
    """Prepositions: they tie a second noun to the first."""
    outer: frozenset[str]
    """Prepositions of time, place and occasion: they end a phrase that stands behind its cue."""
    edges: frozenset[str]
    """Words that no phrase goes across: complementisers, relatives, pronouns, days."""
    conjunctions: frozenset[str]
    openers: frozenset[str]
    """Words behind which a clause begins."""
    people: frozenset[str]
    """Nouns for people, with which a phrase may open where others want an article."""
    small: frozenset[str]
    """All words too common to be the head of a phrase."""
    fillers: frozenset[str]


@cache
def _grammar(code: str) -> _Grammar:
    people = "people"
    articles = word_set(code, people, "definite", "indefinite", "quantifiers")
    links = word_set(code, people, "prepositions", "place_prepositions") - articles
    outer = word_set(code, people, "place_prepositions") | word_set(code, "occasions", "prepositions")
    outer |= word_set(code, "speech", "addressed") | word_set(code, "calendar", "day_words")
    edges = word_set(code, "speech", "complementisers", "relatives") | word_set(code, people, "pronouns")
    small = word_set(code, "words", "stop") | edges | links | articles
    fillers = word_set(code, "speech", "fillers")
    return _Grammar(
        articles=articles,
        definite=word_set(code, people, "definite"),
        definite_after=word_set(code, people, "definite_after"),
        links=links,
        inner=articles | links | word_set(code, people, "definite_after"),
        outer=outer - word_set(code, people, "linking"),
        edges=edges | calendar_words(code),
        conjunctions=word_set(code, "speech", "conjunctions"),
        openers=word_set(code, "speech", "conjunctions", "complementisers", "turns", "relatives")
        | calendar_words(code),
        people=word_set(code, people, "offices", "persons", "bodies", "ranks"),
        small=small,
        fillers=fillers,
    )


def phrase_before(frame: Frame, begin: int, last: int) -> Mention | None:
    """The noun phrase that ends with word `last` and begins with word `begin` or later; None where it is none."""
    grammar = _grammar(frame.language.code)
    if not _is_head(frame, grammar, last):
        return None
    first = last
    while first > begin and last - first < _LONGEST and _goes_on(frame, grammar, first - 1):
        first -= 1
    if first > begin and frame.between(first - 1, first).isspace() and not _clause_opens(frame, grammar, first - 1):
        return None
    while first < last and frame.words[first].folded in grammar.conjunctions:
        first += 1
    opening = _opening(frame, grammar, first, last)
    if (
        opening is not None
        and frame.language.people.bare_definite
        and not _tells_somebody(frame, grammar, opening, last)
    ):
        return None
    return _mention(frame, grammar, opening, last) if opening is not None else None


def phrase_after(frame: Frame, first: int, end: int, whole: bool = False) -> Mention | None:
    """The noun phrase that begins with word `first` and ends before the offset `end`.

    `whole`: what stands there is known to be no more than one, so that a place or an occasion belongs to it.
    """
    grammar = _grammar(frame.language.code)
    last = first
    if not _may_open(frame, grammar, first) or not _opens_behind(frame, grammar, first):
        return None
    while (
        last + 1 < len(frame.words)
        and frame.words[last + 1].end <= end
        and last - first < _LONGEST
        and (whole or frame.words[last + 1].folded not in grammar.outer)
        and _goes_on(frame, grammar, last + 1, before=last)
    ):
        last += 1
    while last > first and not _is_head(frame, grammar, last):
        last -= 1
    return _mention(frame, grammar, first, last) if _is_head(frame, grammar, last) else None


def _tells_somebody(frame: Frame, grammar: _Grammar, first: int, last: int) -> bool:
    """Where nouns go without articles: whether a word of the phrase tells that it is about people."""
    words = {frame.words[index].folded for index in range(first, last + 1)}
    return bool(words & (grammar.people | grammar.articles)) or is_capital(frame.words[last].text)


def _clause_opens(frame: Frame, grammar: _Grammar, index: int) -> bool:
    """Whether a clause begins behind this word, so that a phrase behind it can be a subject."""
    return frame.words[index].folded in grammar.openers or frame.quoted[index]


def _goes_on(frame: Frame, grammar: _Grammar, index: int, before: int | None = None) -> bool:
    """Whether a phrase can hold this word, too, and nothing but space parts it from the rest."""
    word = frame.words[index]
    left = before if before is not None else index
    if frame.quoted[index] or not frame.between(left, left + 1).isspace() or "\n" in frame.between(left, left + 1):
        return False
    if word.folded in grammar.edges or word.folded in grammar.fillers:
        return False
    if frame.is_cue(index):
        return False
    return word.folded not in grammar.small or word.folded in grammar.inner


def _opening(frame: Frame, grammar: _Grammar, first: int, last: int) -> int | None:
    """Where the phrase begins, behind an adverbial that stands before it: "in Britain | the cities of X and Y"."""
    words = frame.words
    while first <= last and words[first].folded in grammar.links:
        following = first + 1
        if following <= last and words[following].folded in grammar.articles:
            following += 1
        nouns = following
        while following <= last and is_capital(words[following].text):
            following += 1
        while following == nouns and following <= last and words[following].folded not in grammar.articles:
            following += 1
        first = following
    return first if first <= last and _may_open(frame, grammar, first) else None


def _opens_behind(frame: Frame, grammar: _Grammar, index: int) -> bool:
    """Whether a phrase behind a cue is a subject, not an object: "said a farmer", but "declared bankruptcy"."""
    word = frame.words[index]
    known = word.folded in grammar.articles or word.folded in grammar.people or is_capital(word.text)
    return known or not grammar.definite


def _may_open(frame: Frame, grammar: _Grammar, index: int) -> bool:
    word = frame.words[index]
    if frame.quoted[index] or word.folded in grammar.edges or frame.is_cue(index):
        return False
    return word.folded in grammar.articles or word.folded not in grammar.small


def _is_head(frame: Frame, grammar: _Grammar, index: int) -> bool:
    word = frame.words[index]
    lone = word.folded in grammar.definite_after
    return (
        not frame.quoted[index]
        and (lone or (word.folded not in grammar.small and word.folded not in grammar.edges))
        and word.text[:1].isalpha()
        and not frame.is_cue(index)
    )


def _mention(frame: Frame, grammar: _Grammar, first: int, last: int) -> Mention:
    words: tuple[Word, ...] = frame.words[first : last + 1]
    text = " ".join(frame.text[words[0].start : words[-1].end].split())
    definite = words[0].folded in grammar.definite or words[-1].folded in grammar.definite_after
    definite = definite or (frame.language.people.bare_definite and words[0].folded not in grammar.articles)
    return Mention(words[0].start, words[-1].end, first, last, "role", role=text, definite=definite)


def tells_again(frame: Frame, mention: Mention) -> bool:
    """Whether a lone noun tells again of somebody named, in a language without articles: "добавил чиновник"."""
    people = frame.language.people
    folded = frame.words[mention.first].folded
    known = folded in word_set(frame.language.code, "people", "offices", "persons")
    if people.plural_endings and folded.endswith(people.plural_endings):
        return False
    before = frame.words[mention.first - 1].folded if mention.first else ""
    if before in word_set(frame.language.code, "people", "indefinite", "quantifiers"):
        return False
    return (
        bool(people.strangers or people.plural_endings)
        and mention.first == mention.last
        and known
        and folded not in people.strangers
    )
