"""The words of a language file, compiled for lookups: phrases by their words, cues by their lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from itertools import pairwise

from articles.analysis.reading.frame import Word, folded, words_of
from articles.languages.format import Speech
from articles.languages.loading import load
from articles.languages.words import Words

CUE_LISTS = (
    "verbs",
    "that_verbs",
    "quoting_verbs",
    "naming_verbs",
    "purpose_verbs",
    "demanding_verbs",
    "adding_verbs",
    "passives",
    "speaking_verbs",
    "inverted",
    "sources",
    "source_prepositions",
    "sources_after",
    "own_sources",
    "self_sources",
    "closing_sources",
    "relative_sources",
    "participles",
    "opening_sources",
)
NOUN_LISTS = ("offices", "persons", "bodies")
_SHORTEST_TAIL = 4
"""Letters of a noun, at least, that is known inside a longer one."""
Particles = tuple[tuple[str, ...], ...]
_JOINER = "\u200c"
"""Joins the parts of a Persian word, where others write a space or nothing."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases, each a tuple of folded words; `find` looks for the longest at a place."""

    entries: dict[tuple[str, ...], frozenset[str]]
    longest: dict[str, int]
    """For each word that begins a phrase, the words of the longest one."""

    def at(self, words: Sequence[Word], index: int, text: str, first: str = "") -> tuple[int, frozenset[str]] | None:
        """How many words from `index` on are a phrase, and its kinds; only space may part them.

        `first` is what the first word is taken for, if not for what it is.
        """
        first = first or words[index].folded
        longest = self.longest.get(first)
        if longest is None:
            return None
        for length in range(min(longest, len(words) - index), 1, -1):
            piece = words[index : index + length]
            kinds = self.entries.get((first, *[word.folded for word in piece[1:]]))
            if kinds is not None and _joined(piece, text):
                return length, kinds
        kinds = self.entries.get((first,))
        return None if kinds is None else (1, kinds)


def _joined(piece: Sequence[Word], text: str) -> bool:
    """Whether nothing but space parts these words; an elided one touches the next."""
    return all((text[one.end : other.start] or " ").isspace() for one, other in pairwise(piece))


def compiled(lists: dict[str, Iterable[str]], rules: Words | None = None) -> Phrases:
    """Phrases from lists; a phrase in several lists has several kinds."""
    entries: dict[tuple[str, ...], frozenset[str]] = {}
    for kind, phrases in lists.items():
        for phrase in phrases:
            if "…" in phrase:
                continue
            for written in (phrase, phrase.replace(_JOINER, " ")) if _JOINER in phrase else (phrase,):
                key = tuple(word.folded for word in words_of(written, rules or Words()))
                if key:
                    entries[key] = entries.get(key, frozenset()) | {kind}
    return _phrases(entries)


def _phrases(entries: dict[tuple[str, ...], frozenset[str]]) -> Phrases:
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
    led = (lead + ("" if lead.endswith("'") else " ") + verb for lead in speech.verb_leads for verb in speech.led_verbs)
    lists["that_verbs"] = (*speech.that_verbs, *led)
    lists["verbs"] = (*speech.verbs, *(form for phrase in speech.split_verbs for form in _at_the_end(phrase)))
    return _hyphenated(compiled(lists, load(code).words), code)


def _with_clitics(speech: Speech) -> Iterator[str]:
    known = {phrase.split()[-1] for phrase in speech.inverted}
    for phrase in speech.inverted:
        for ending in speech.clitics:
            stem = phrase.split()[-1]
            yield phrase if stem.endswith(ending) and stem[: -len(ending)] in known else phrase + ending


def _at_the_end(phrase: str) -> tuple[str, str]:
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


def _hyphenated(cues: Phrases, code: str) -> Phrases:
    """With the phrases whose verb has a hyphen and a pronoun behind it: "dit-il", "s'emporte-t-elle"."""
    endings = [ending for ending in load(code).speech.clitics if ending.startswith("-")]
    small = word_set(code, "speech", "fillers", "negations")
    entries = dict(cues.entries)
    for key, kinds in cues.entries.items() if endings else ():
        verb = next((at for at, word in enumerate(key) if word not in small and not word.endswith("'")), 0)
        for ending in endings:
            inverted = (*key[:verb], key[verb] + ending, *key[verb + 1 :])
            entries[inverted] = entries.get(inverted, frozenset()) | kinds | {"clitic"}
    return _phrases(entries)


@cache
def auxiliaries(code: str) -> Phrases:
    """The forms of auxiliaries; the kind of each is the form under which the lists of cues have it."""
    language = load(code)
    lists: dict[str, Iterable[str]] = {group[0]: group for group in language.speech.auxiliary_forms}
    return _hyphenated(compiled(lists, language.words), code)


@cache
def participles(code: str) -> dict[str, Phrases]:
    """What of the cues stands behind each auxiliary, by the form of it that they have."""
    rules = load(code).words
    found = {}
    for group in load(code).speech.auxiliary_forms:
        lead = tuple(word.folded for word in words_of(group[0], rules))
        entries = {
            key[len(lead) :]: kinds
            for key, kinds in cue_phrases(code).entries.items()
            if key[: len(lead)] == lead and len(key) > len(lead)
        }
        found[group[0]] = _phrases(entries)
    return found


def _flat(values: Iterable[str | tuple[str, ...]]) -> Iterator[str]:
    for value in values:
        yield from (value,) if isinstance(value, str) else value


@cache
def akin(code: str) -> dict[str, tuple[str, ...]]:
    """For each office, those that may tell of the same person."""
    found: dict[str, tuple[str, ...]] = {}
    for group in load(code).people.akin:
        for word in group:
            found[word] = (*found.get(word, ()), *(other for other in group if other != word))
    return found


@cache
def phrases(code: str, section: str, *names: str) -> Phrases:
    """Lists of one section of a language file as phrases; the kinds are the names of the lists.

    Without names: every list of words of the section.
    """
    data = getattr(load(code), section)
    names = names or tuple(item.name for item in fields(data) if isinstance(getattr(data, item.name), tuple))
    return compiled({name: _flat(getattr(data, name)) for name in names}, load(code).words)


@cache
def word_set(code: str, section: str, *names: str) -> frozenset[str]:
    """The single words of lists of one section, folded."""
    return frozenset(key[0] for key in phrases(code, section, *names).entries if len(key) == 1)


@cache
def listed(code: str, *names: str) -> frozenset[str]:
    """The single words of lists of several sections, named like "people.pronouns", folded."""
    return frozenset[str]().union(*(word_set(code, *name.split(".")) for name in names))


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
    named = frozenset(folded(form) for forms in (*calendar.weekdays, *calendar.months) for form in forms)
    return named | word_set(code, "calendar", "today", "yesterday")


def looked_up(words: tuple[Word, ...], code: str) -> tuple[Word, ...]:
    """The words as they are looked up: without the endings that an apostrophe parts from a name."""
    people = load(code).people
    if not people.parted_endings:
        return words
    endings = frozenset(people.possessives)
    return tuple(_without(word, endings) if "'" in word.folded else word for word in words)


def _without(word: Word, endings: frozenset[str]) -> Word:
    at = word.folded.rfind("'")
    return word._replace(folded=word.folded[:at]) if at > 0 and word.folded[at:] in endings else word


@lru_cache(maxsize=20000)
def nominatives(code: str, word: str) -> tuple[str, ...]:
    """The forms in the nominative that a declined word of a man's or a woman's name may stand for."""
    people = load(code).people
    return tuple(form for one in (people.male_endings, people.female_endings) for form in undeclined(word, one)[1:])


def undeclined(word: str, endings: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """A word as it stands and the nominatives of which it may be a form, the likeliest first."""
    small, known = folded(word), _by_ending(endings)
    for length in range(min(len(small), max(map(len, known), default=0)), 0, -1):
        if bases := known.get(small[-length:]):
            stem = word[: len(word) - length]
            return (word, *(stem + base if stem else base.title() for base in bases))
    return (word,)


@cache
def _by_ending(endings: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    return {ending: tuple(bases) for ending, *bases in endings}
