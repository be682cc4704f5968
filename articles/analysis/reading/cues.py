"""Finds the cues of a text: the words that credit somebody with words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from articles.analysis.reading.frame import Cue, Word, folded
from articles.analysis.reading.lexicon import (
    Particles,
    Phrases,
    auxiliaries,
    cue_phrases,
    participles,
    phrases,
    split_verbs,
    word_set,
)
from articles.languages.loading import load

_BRACE = 30
"""Words from a verb to the particle that ends its clause, at most."""
_SOURCES = frozenset({"sources", "own_sources"})
_SOON = 10
"""Words from a verb to its complementiser where the verb may be a preposition."""
_INSIDE = 3
"""Fillers between an auxiliary and its participle, at most."""
_VERBS = frozenset({"verbs", "that_verbs", "quoting_verbs", "naming_verbs"})

Hit = tuple[int, frozenset[str]]
"""How many words a cue has, and its kinds."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What one language tells of cues."""

    cues: Phrases
    as_words: Phrases
    auxiliaries: Phrases
    participles: dict[str, Phrases]
    fillers: Phrases
    braces: dict[str, Particles]
    joining: frozenset[str]
    coordinators: frozenset[str]
    negations: frozenset[str]
    nouns: frozenset[str]
    articles: frozenset[str]
    endings: tuple[str, ...]
    complementisers: frozenset[str]
    proclitics: tuple[str, ...]
    prepositions: frozenset[str]
    noun_forms: frozenset[str]
    openers: frozenset[str]
    capital_nouns: bool
    first: frozenset[str]
    """The words that a cue can begin with."""


@cache
def _lexicon(code: str) -> _Lexicon:
    cues, leads, forms = cue_phrases(code), phrases(code, "speech", "as_words"), auxiliaries(code)
    return _Lexicon(
        cues=cues,
        as_words=leads,
        auxiliaries=forms,
        participles=participles(code),
        fillers=phrases(code, "speech", "fillers"),
        braces=split_verbs(code),
        joining=word_set(code, "speech", "conjunctions"),
        coordinators=word_set(code, "speech", "coordinators"),
        negations=word_set(code, "speech", "negations"),
        nouns=word_set(code, "speech", "nouns", "led_nouns") | word_set(code, "people", "offices", "persons"),
        articles=word_set(code, "people", "definite", "indefinite", "quantifiers"),
        endings=tuple(sorted(load(code).speech.clitics, key=len, reverse=True)),
        complementisers=word_set(code, "speech", "complementisers"),
        proclitics=tuple(folded(small) for small in load(code).speech.proclitics),
        prepositions=word_set(code, "people", "prepositions"),
        noun_forms=word_set(code, "speech", "noun_forms"),
        capital_nouns=load(code).people.capital_nouns,
        openers=word_set(code, "speech", "fillers", "conjunctions", "relatives", "complementisers", "turns"),
        first=frozenset((*cues.longest, *leads.longest, *forms.longest)) | word_set(code, "speech", "coordinators"),
    )


def find_cues(text: str, words: Sequence[Word], code: str) -> tuple[Cue, ...]:
    """Every cue of the text, the longest at each place, those with a negation right before them left out."""
    lexicon = _lexicon(code)
    found = []
    index = 0
    while index < len(words):
        particles = lexicon.braces.get(words[index].folded)
        if particles and (tail := _brace(text, words, index, particles, lexicon.joining)):
            word = words[index]
            found.append(Cue(word.start, word.end, index, index, frozenset({"verbs"}), tail=tail))
            index += 1
            continue
        hit = _at(text, words, index, lexicon) if words[index].folded in lexicon.first else None
        lead = 0
        if hit is None and lexicon.proclitics:
            hit, lead = _behind_proclitic(text, words, index, lexicon)
        if hit is None or (
            lexicon.proclitics
            and hit[0] == 1
            and hit[1].isdisjoint(_SOURCES)
            and _no_verb(text, words, index, lead, lexicon)
        ):
            index += 1
            continue
        length, kinds = hit
        cue = words[index : index + length]
        negated = index > 0 and words[index - 1].folded in lexicon.negations
        large = lexicon.capital_nouns and _inside_large(text, words, index)
        if not negated and not large and not (length == 1 and _is_noun(text, words, index, lexicon)):
            pronoun = _pronoun(cue, lexicon) if "clitic" in kinds else ""
            kinds = kinds - {"clitic"} | ({"inverted"} if pronoun else set())
            last = index + length - 1
            found.append(Cue(cue[0].start, cue[-1].end, index, last, frozenset(kinds), pronoun, lead=lead))
        index += length
    return tuple(found)


def _behind_proclitic(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> tuple[Hit | None, int]:
    """The cue behind a small word written onto its front, and how many signs of the word that one takes."""
    word = words[index]
    for small in lexicon.proclitics:
        rest = word.folded.removeprefix(small)
        if len(rest) > 1 and rest != word.folded and (hit := lexicon.cues.at(words, index, text, rest)):
            return hit, next((at for at, sign in enumerate(word.text) if at >= len(small) and sign.isalpha()), 0)
    return None, 0


def _leads_in_time(text: str, words: Sequence[Word], index: int, lead: int, lexicon: _Lexicon) -> bool:
    """Whether a word that is a preposition, too, opens a sentence and reports nothing: neither "that" nor colon."""
    word = words[index].folded
    bare = word if word in lexicon.prepositions else word[lead:]
    if bare not in lexicon.prepositions or not words[index].text.isalpha():
        return False
    for at in range(index + 1, min(index + _SOON, len(words))):
        if ":" in text[words[at - 1].end : words[at].start] or words[at].folded in lexicon.complementisers:
            return False
        if words[at].folded in lexicon.first:
            return True
    return True


def _no_verb(text: str, words: Sequence[Word], index: int, lead: int, lexicon: _Lexicon) -> bool:
    """Whether a word written as a verb is a noun behind other words, or a preposition inside its sentence."""
    before = text[words[index - 1].end : words[index].start] if index else "\n"
    if not before.isspace() or "\n" in before:
        return _leads_in_time(text, words, index, lead, lexicon)
    pointed, earlier = not words[index].text.isalpha(), words[index - 1].folded
    if earlier in lexicon.prepositions or (words[index].folded in lexicon.prepositions and not pointed):
        return True
    return not lead and words[index].folded in lexicon.noun_forms and earlier not in lexicon.openers


def _at(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> Hit | None:
    """The cue that begins with a word: a verb that tells how it is known ("según dijo") is a source."""
    lead = lexicon.as_words.at(words, index, text)
    if lead and (verb := _behind(text, words, index + lead[0], lexicon)):
        return verb[0] + lead[0], frozenset({"sources", "own_sources"})
    hit = _verb(text, words, index, lexicon)
    return hit if hit or words[index].folded not in lexicon.coordinators else _added(text, words, index, lexicon)


def _added(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> Hit | None:
    """A second verb of the same speaker: "et annonce que", "y agregó:"."""
    verb = _behind(text, words, index + 1, lexicon) or _participle(text, words, index + 1, lexicon)
    if not verb or index == 0:
        return None
    at = index + 1 + verb[0]
    following = words[at] if at < len(words) else None
    gap = text[words[at - 1].end : following.start if following else None].strip()
    clause = following and following.folded in lexicon.complementisers and gap in ("", ",")
    return (verb[0] + 1, verb[1] | {"adding_verbs"}) if clause or gap.startswith(":") else None


def _participle(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> Hit | None:
    """A participle whose auxiliary stands before an earlier one: "a remercié les habitants et indiqué que"."""
    if index >= len(words):
        return None
    hits = (forms.at(words, index, text) for forms in lexicon.participles.values())
    return next((hit for hit in hits if hit and hit[1] & _VERBS), None)


def _behind(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> Hit | None:
    """A verb with at most one filler before it."""
    if index >= len(words) or not (text[words[index - 1].end : words[index].start] or " ").isspace():
        return None
    filler = lexicon.fillers.at(words, index, text)
    for skipped in (0, filler[0]) if filler else (0,):
        verb = _verb(text, words, index + skipped, lexicon)
        if verb and verb[1] & _VERBS:
            return verb[0] + skipped, verb[1]
    return None


def _verb(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> Hit | None:
    if index >= len(words):
        return None
    whole, parted = lexicon.cues.at(words, index, text), _compound(text, words, index, lexicon)
    return parted if parted and (not whole or whole[0] < parted[0]) else whole


def _compound(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> Hit | None:
    """An auxiliary and its participle, with fillers between: "a d'ailleurs ajouté", "avaient-ils dit"."""
    auxiliary = lexicon.auxiliaries.at(words, index, text)
    if not auxiliary:
        return None
    at = index + auxiliary[0]
    for _ in range(_INSIDE + 1):
        if at >= len(words) or text[words[at - 1].end : words[at].start].strip() not in ("", ","):
            return None
        for lead in auxiliary[1] - {"clitic"}:
            if rest := lexicon.participles[lead].at(words, at, text):
                return at + rest[0] - index, rest[1] | (auxiliary[1] & {"clitic"})
        filler = lexicon.fillers.at(words, at, text)
        if not filler:
            return None
        at += filler[0]
    return None


def _inside_large(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a word has a capital inside its sentence, as verbs never have where nouns do."""
    gap = text[words[index - 1].end : words[index].start] if index else ""
    return words[index].text[:1].isupper() and gap.isspace() and "\n" not in gap


def _is_noun(text: str, words: Sequence[Word], index: int, lexicon: _Lexicon) -> bool:
    """Whether an article makes a noun of what is a cue elsewhere: "la juge", "une annonce"."""
    if index == 0 or words[index].folded not in lexicon.nouns:
        return False
    before = words[index - 1]
    return before.folded in lexicon.articles and (text[before.end : words[index].start] or " ").isspace()


def _pronoun(cue: Sequence[Word], lexicon: _Lexicon) -> str:
    """The ending that stands for the speaker."""
    return next((ending for ending in lexicon.endings for word in cue if word.folded.endswith(ending)), "")


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
