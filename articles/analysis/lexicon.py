"""The words of a language file, compiled for lookups: phrases by their words, cues by their lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from itertools import pairwise

from articles.analysis.frame import Cue, Word, folded, words_of
from articles.languages.format import Speech
from articles.languages.loading import load

CUE_LISTS = (
    "verbs",
    "that_verbs",
    "quoting_verbs",
    "naming_verbs",
    "purpose_verbs",
    "adding_verbs",
    "speaking_verbs",
    "inverted",
    "sources",
    "source_prepositions",
    "sources_after",
    "own_sources",
    "self_sources",
    "naming_verbs",
    "participles",
)
NOUN_LISTS = ("offices", "persons", "bodies")
_SHORTEST_TAIL = 4
"""Letters of a noun, at least, that is known inside a longer one."""
Particles = tuple[tuple[str, ...], ...]
_BRACE = 30
"""Words from a verb to the particle that ends its clause, at most."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases, each a tuple of folded words; `find` looks for the longest at a place."""

    entries: dict[tuple[str, ...], frozenset[str]]
    longest: dict[str, int]
    """For each word that begins a phrase, the words of the longest one."""

    def at(self, words: Sequence[Word], index: int, text: str) -> tuple[int, frozenset[str]] | None:
        """How many words from `index` on are a phrase, and its kinds; only space may part them."""
        longest = self.longest.get(words[index].folded)
        if longest is None:
            return None
        for length in range(min(longest, len(words) - index), 0, -1):
            piece = words[index : index + length]
            kinds = self.entries.get(tuple(word.folded for word in piece))
            if kinds is not None and all(text[one.end : other.start].isspace() for one, other in pairwise(piece)):
                return length, kinds
        return None


def compiled(lists: dict[str, Iterable[str]]) -> Phrases:
    """Phrases from lists; a phrase in several lists has several kinds."""
    entries: dict[tuple[str, ...], frozenset[str]] = {}
    for kind, phrases in lists.items():
        for phrase in phrases:
            key = tuple(word.folded for word in words_of(phrase))
            if key:
                entries[key] = entries.get(key, frozenset()) | {kind}
    longest: dict[str, int] = {}
    for key in entries:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Phrases(entries, longest)


@cache
def cue_phrases(code: str) -> Phrases:
    """Every cue of a language by its list; an inverted cue with an ending for its speaker is also `clitic`."""
    speech = load(code).speech
    lists: dict[str, Iterable[str]] = {name: getattr(speech, name) for name in CUE_LISTS}
    lists["clitic"] = _with_clitics(speech)
    lists["verbs"] = (*speech.verbs, *(form for phrase in speech.split_verbs for form in _joined(phrase)))
    return compiled(lists)


def _with_clitics(speech: Speech) -> Iterator[str]:
    known = {phrase.split()[-1] for phrase in speech.inverted}
    for phrase in speech.inverted:
        for ending in speech.clitics:
            stem = phrase.split()[-1]
            yield phrase if stem.endswith(ending) and stem[: -len(ending)] in known else phrase + ending


def _joined(phrase: str) -> tuple[str, str]:
    """How a verb and its particle stand at the end of a clause: "mitteilte", "bekannt gab"."""
    verb, _, particle = phrase.partition(" ")
    return particle + verb, f"{particle} {verb}"


@cache
def split_verbs(code: str) -> dict[str, Particles]:
    """The particles of each verb that has one, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load(code).speech.split_verbs:
        verb, *particle = (word.folded for word in words_of(phrase))
        found.setdefault(verb, []).append(tuple(particle))
    return {verb: tuple(sorted(particles, key=len, reverse=True)) for verb, particles in found.items()}


@cache
def phrases(code: str, section: str, *names: str) -> Phrases:
    """Lists of one section of a language file as phrases; the kinds are the names of the lists.

    Without names: every list of words of the section.
    """
    data = getattr(load(code), section)
    names = names or tuple(item.name for item in fields(data) if isinstance(getattr(data, item.name), tuple))
    return compiled({name: getattr(data, name) for name in names})


@cache
def word_set(code: str, section: str, *names: str) -> frozenset[str]:
    """The single words of lists of one section, folded."""
    return frozenset(key[0] for key in phrases(code, section, *names).entries if len(key) == 1)


@lru_cache(maxsize=20000)
def noun_tail(code: str, word: str) -> str:
    """The noun of an office, a person or a body that a compound ends in: "chef" in "parteichef"; "" for none."""
    known = word_set(code, "people", *NOUN_LISTS)
    tails = (word[start:] for start in range(max(1, len(word) - _SHORTEST_TAIL + 1)))
    return next((tail for tail in tails if tail in known), "")


@cache
def calendar_words(code: str) -> frozenset[str]:
    """The names of days and months, and the words for today and yesterday."""
    calendar = load(code).calendar
    named = frozenset(form.casefold() for forms in (*calendar.weekdays, *calendar.months) for form in forms)
    return named | word_set(code, "calendar", "today", "yesterday")


def nominatives(code: str, word: str) -> tuple[str, ...]:
    """The forms in the nominative that a declined word of a man's or a woman's name may stand for."""
    people = load(code).people
    return tuple(form for one in (people.male_endings, people.female_endings) for form in undeclined(word, one)[1:])


def undeclined(word: str, endings: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """A word as it stands and the nominatives of which it may be a form, the likeliest first."""
    small = folded(word)
    found = [word]
    for ending, *bases in endings:
        if small.endswith(ending) and len(small) > len(ending):
            stem = word[: len(word) - len(ending)]
            found += [stem + base for base in bases]
            break
    return tuple(found)


def find_cues(text: str, words: Sequence[Word], code: str) -> tuple[Cue, ...]:
    """Every cue of the text, the longest at each place, those with a negation right before them left out."""
    lexicon = cue_phrases(code)
    negations = word_set(code, "speech", "negations")
    found = []
    index = 0
    braces, joining = split_verbs(code), word_set(code, "speech", "conjunctions")
    while index < len(words):
        hit = lexicon.at(words, index, text)
        particles = braces.get(words[index].folded)
        if particles and (tail := _brace(text, words, index, particles, joining)):
            word = words[index]
            found.append(Cue(word.start, word.end, index, index, frozenset({"verbs"}), tail=tail))
            index += 1
            continue
        if hit is None:
            index += 1
            continue
        length, kinds = hit
        first, last = words[index], words[index + length - 1]
        if index == 0 or words[index - 1].folded not in negations:
            pronoun = "clitic" in kinds
            kinds = kinds - {"clitic"} | ({"inverted"} if pronoun else set())
            found.append(Cue(first.start, last.end, index, index + length - 1, frozenset(kinds), pronoun))
        index += length
    return tuple(found)


def _brace(text: str, words: Sequence[Word], verb: int, particles: Particles, joining: frozenset[str]) -> int | None:
    """The index of the last word of the particle that ends the clause of a verb."""
    for index in range(verb + 1, min(verb + _BRACE, len(words))):
        gap = text[words[index - 1].end : words[index].start]
        if "\n" in gap or gap.startswith((". ", "! ", "? ", "; ")):
            return None
        for particle in particles:
            end = index + len(particle)
            if tuple(word.folded for word in words[index:end]) == particle and _closes(text, words, end, joining):
                return end - 1
    return None


def _closes(text: str, words: Sequence[Word], following: int, joining: frozenset[str]) -> bool:
    """Whether a clause ends before this word: with the text, at a mark, or where a conjunction joins another."""
    if following == len(words) or words[following].folded in joining:
        return True
    gap = text[words[following - 1].end : words[following].start]
    return not gap.isspace() or "\n" in gap
