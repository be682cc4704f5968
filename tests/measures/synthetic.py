"""News that nobody wrote, as much as one likes: real sentences with other words, names and figures in them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from articles.languages import load
from tests.measures.texts import prose

LANGUAGES = ("id", "ms", "en", "de", "fr", "es", "ru", "tr", "ar", "fa")
OUTLETS = 60
PEOPLE = 3000
REPRINTED = 0.03
"""The share of articles that another outlet printed before, with another head."""
CHANGED = 0.85
"""The share of longer small words that give way to others."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE = re.compile(r"(?<=[.!?؟۔])[\"”»’]?\s+")
_SYLLABLES = [
    "ba",
    "ra",
    "ti",
    "mo",
    "su",
    "ka",
    "le",
    "no",
    "di",
    "pa",
    "wi",
    "san",
    "tor",
    "mel",
    "han",
    "gar",
    "rin",
    "vel",
    "dos",
    "kam",
]


@dataclass(frozen=True, slots=True)
class _Source:
    """What articles of a language are made of."""

    sentences: tuple[str, ...]
    words: tuple[str, ...]
    """All small words of four letters and more in their natural distribution."""
    kept: frozenset[str]
    """Words that credit, which stay."""


def articles(count: int, words: int = 300, seed: int = 1) -> Iterator[tuple[str, str]]:
    """So many files, each a name and a text of at least so many words with a title, a dateline and an outlet."""
    chance = random.Random(seed)
    printed: list[str] = []
    for number in range(count):
        language = chance.choice(LANGUAGES)
        if printed and chance.random() < REPRINTED:
            body = chance.choice(printed)
        else:
            body = _body(chance, language, words)
            printed = [*printed[-200:], body]
        title = _changed(chance, _source(language), chance.choice(_source(language).sentences))
        place, outlet = _name(chance).split()[0], f"{_name(random.Random(chance.randrange(OUTLETS))).split()[1]} Post"
        text = f"{' '.join(title.split()[:9]).rstrip('.,')}\n\n{place}, {outlet} – {body}\n"
        yield f"{number:06d}_{language}.txt", text


def _body(chance: random.Random, language: str, words: int) -> str:
    source = _source(language)
    paragraphs: list[str] = []
    length = 0
    while length < words:
        sentences = [_changed(chance, source, chance.choice(source.sentences)) for _ in range(chance.randint(1, 3))]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def _changed(chance: random.Random, source: _Source, sentence: str) -> str:
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word.isdigit():
            return str(chance.randint(2, 9999))
        if word[0].isupper() and match.start() and len(word) > 3:
            return names.setdefault(word, _name(random.Random(chance.randrange(PEOPLE))).split()[len(names) % 2])
        if len(word) < 4 or word.casefold() in source.kept or chance.random() > CHANGED:
            return word
        return chance.choice(source.words)

    return _WORD.sub(other, sentence)


def _name(chance: random.Random) -> str:
    first, last = ("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).title() for _ in range(2))
    return f"{first} {last}"


@cache
def _source(language: str) -> _Source:
    text, speech = prose(language), load(language).speech
    sentences = tuple(one for one in _SENTENCE.split(text.replace("\n", " ")) if 6 < len(one.split()) < 50)
    words = tuple(word for word in _WORD.findall(text) if len(word) > 3 and word == word.casefold())
    cues = (*speech.verbs, *speech.that_verbs, *speech.inverted, *speech.sources, *speech.auxiliaries)
    return _Source(sentences, words, frozenset(word for cue in cues for word in cue.split()))
