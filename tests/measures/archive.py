"""An archive that nobody wrote, made quickly: few words everywhere, most of them hardly ever, and always new ones.

The commonest words of a language are those of its prose, in their order; the rest are invented letter by letter as its
words are. How often each occurs follows Zipf and Mandelbrot, so that the vocabulary grows as the archive does. A text
comes back to its own words, and some words like to stand beside each other.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from articles.languages import load
from articles.records import Span
from tests.measures.texts import prose

SHARES = {
    **{"en": 0.32, "id": 0.2, "ms": 0.08, "de": 0.07, "fr": 0.07},
    **{"es": 0.07, "ru": 0.06, "tr": 0.05, "ar": 0.04, "fa": 0.04},
}
"""Of each language in the archive."""
WORDS, TITLE = 300, 8
"""Of a text, and of its title."""
RANKS = 400_000
"""Words that a language has at most."""
SHIFT, EXPONENT, RARE, RARE_EXPONENT = 2.7, 1.05, 5_000, 1.9
"""Of the law of Zipf and Mandelbrot, which is steeper for rare words: those from this rank on. So many words have so
many different ones among them as Heaps' law counts in Reuters' news (RCV1): 44 times their number to the power 0.49."""
SMALL = 50
"""Words of the lowest ranks: articles and prepositions, which belong to no subject."""
AGAIN, BESIDE = 0.15, 0.15
"""Shares of words that the text had before, and that follow the word they like to follow."""
COMPANIONS = 2_000
PEOPLE = 60
"""Who is quoted in one language; few of them often."""
_WORD = re.compile(r"[^\W\d_]+")
_EDGE, _END = "^", "$"
Ranks = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Written:
    """One article; `said` are the quotes in its text, each with the number of its speaker in `people(language)`."""

    language: str
    title: str
    text: str
    said: tuple[tuple[Span, int], ...]


def written(numbers: range) -> Iterator[Written]:
    """So many articles, the same for the same numbers."""
    dice, chance = np.random.default_rng(numbers.start), random.Random(numbers.start)
    for language in dice.choice(list(SHARES), size=len(numbers), p=list(SHARES.values())).tolist():
        words = [vocabulary(language)[rank] for rank in ranks(dice, TITLE + WORDS).tolist()]
        yield _article(language, words, chance)


def ranks(dice: np.random.Generator, count: int) -> Ranks:
    """The ranks of the words of one text, one after the other."""
    found = np.searchsorted(_zipf(), dice.random(count))
    before = found[(np.arange(count) * dice.random(count)).astype(int)]
    again = (dice.random(count) < AGAIN) & (before >= SMALL)
    found[again] = before[again]
    led = np.flatnonzero((dice.random(count - 1) < BESIDE) & (found[:-1] >= SMALL))
    found[led + 1] = SMALL + found[led] * 7919 % COMPANIONS
    return found


@cache
def _zipf() -> NDArray[np.float64]:
    """The chance of a word of this rank or a lower one, by rank."""
    places = np.arange(RANKS) + SHIFT
    rare = np.maximum(places / RARE, 1.0) ** (EXPONENT - RARE_EXPONENT)
    chances: NDArray[np.float64] = np.cumsum(rare / places**EXPONENT)
    chances /= chances[-1]
    return chances


class Vocabulary(dict[int, str]):
    """The words of a language by their rank, invented when they are first used."""

    def __init__(self, language: str) -> None:
        typed = _WORD.findall(prose(language))
        small = {word for word in typed if word.islower()}
        found = Counter(word.lower() if word.lower() in small else word for word in typed)
        super().__init__(enumerate(word for word, _ in found.most_common()))
        self.followers: defaultdict[str, list[str]] = defaultdict(list)
        for word in found:
            letters = f"{_EDGE}{_EDGE}{word.casefold()}{_END}"
            for place in range(len(letters) - 2):
                self.followers[letters[place : place + 2]].append(letters[place + 2])

    def __missing__(self, rank: int) -> str:
        dice = random.Random(rank)
        # Every fortieth is a figure, every fourth a name.
        word = str(dice.randint(1, 9999)) if rank % 40 == 0 else self._invented(dice)
        self[rank] = word = word.title() if rank % 4 == 1 else word
        return word

    def _invented(self, dice: random.Random) -> str:
        word, wanted = "", dice.randint(4, 9)
        while not word.endswith(_END):
            followers = self.followers[(_EDGE + _EDGE + word)[-2:]]
            word += _END if len(word) >= wanted and _END in followers else dice.choice(followers)
        return word[:-1]


@cache
def vocabulary(language: str) -> Vocabulary:
    return Vocabulary(language)


@cache
def people(language: str) -> tuple[str, ...]:
    """The names of those who are quoted in a language."""
    words = vocabulary(language)
    names = (f"{words[RANKS + 4 * one + 1]} {words[2 * RANKS + 4 * one + 1]}" for one in range(PEOPLE))
    return tuple(names)


def _article(language: str, words: list[str], dice: random.Random) -> Written:
    """The words in sentences and paragraphs, two or three of the sentences said by somebody."""
    sentences = list(_sentences(words[TITLE:], dice))
    quoted = dice.sample(range(len(sentences)), dice.choice((2, 3)))
    cue = _cue(language)
    text, said = "", []
    for number, sentence in enumerate(sentences):
        if number in quoted:
            speaker = int(dice.paretovariate(0.8)) % PEOPLE
            said.append((Span(len(text) + 1, len(text) + 1 + len(sentence)), speaker))
            sentence = f"“{sentence}”, {cue} {people(language)[speaker]}"
        text += f"{sentence}.\n\n" if number % 3 == 2 else f"{sentence}. "
    return Written(language, " ".join(words[:TITLE]), text.rstrip(), tuple(said))


@cache
def _cue(language: str) -> str:
    speech = load(language).speech
    return (*speech.verbs, *speech.that_verbs, *speech.inverted)[0]


def _sentences(words: list[str], dice: random.Random) -> Iterator[str]:
    while words:
        length = dice.randint(8, 24)
        sentence, words = " ".join(words[:length]), words[length:]
        yield sentence[:1].upper() + sentence[1:]
