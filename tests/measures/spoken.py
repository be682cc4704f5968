"""Statements that nobody made, and reports of them in other words: what linking has to find in a large archive.

Most words of a statement are those of the language's prose and invented ones, as rare as Zipf's law has it; some are
concepts of the glossary, figures and names, which a report in another language has, too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from articles.languages import load
from articles.languages.glossary import Concept, shipped
from tests.measures.archive import SHARES, SHIFT, SMALL, vocabulary

SAID = 10
"""Statements of an article."""
RANKS = 10_000
"""Words of a language, so few that their stems stay in memory."""
PEOPLE, NAMES = 20_000, 3_000
"""Who is quoted, and what else is named."""
LAST_DAY, DAYS = date(2026, 6, 30), 5 * 365
SYLLABLES = ("ba", "ra", "ti", "mo", "su", "ka", "le", "no", "di", "pa", "vi", "san", "tor", "mel", "gar", "rin", "dos")
_CYRILLIC = str.maketrans("abdegiklmnoprstuv", "абдегиклмнопрстув")
_ARABIC = str.maketrans("abdegiklmnoprstuv", "ابديغيكلمنوبرستوف")
_SCRIPTS = {"ru": _CYRILLIC, "ar": _ARABIC, "fa": _ARABIC}
_DIGITS = {"ar": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), "fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}
_RULES = str.maketrans("pdei", "fzai")
"""Indonesian and Malay spell much otherwise by rule: "telepon" and "telefon", "beda" and "beza"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its rank in a language, a concept, a name or a figure."""

    kind: str
    number: int
    language: str = ""
    """Of a word: whose it is."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement."""

    language: str
    published: date
    speaker: int
    words: tuple[Word, ...]
    kind: str = "direct"

    @property
    def text(self) -> str:
        found = " ".join(written(word, self.language) for word in self.words)
        return found[:1].upper() + found[1:]

    @property
    def speaker_name(self) -> str:
        return f"{name(self.speaker + 1, self.language)} {name(self.speaker, self.language)}"


def spoken(number: int, of: int) -> list[Spoken]:
    """The statements of one of so many articles, the same for the same number; these come in the order of their days."""
    dice = random.Random(number)
    language = dice.choices(list(SHARES), list(SHARES.values()))[0]
    published = LAST_DAY - timedelta(DAYS - number * DAYS // of)
    speakers = _drawn(dice, PEOPLE, dice.randint(1, 3))
    concepts = _drawn(dice, len(_concepts()), 8)
    return [
        Spoken(language, published, dice.choice(speakers), tuple(_words(dice, language, concepts))) for _ in range(SAID)
    ]


def _words(dice: random.Random, language: str, concepts: list[int]) -> list[Word]:
    found = [Word("word", rank, language) for rank in _drawn(dice, RANKS, dice.randint(9, 20))]
    found += [Word("concept", one) for one in dict.fromkeys(dice.choices(concepts, k=dice.randint(2, 4)))]
    found += [Word("figure", dice.randint(2, 900)) for _ in range(dice.choice((0, 0, 0, 1, 2)))]
    found += [Word("name", one) for one in _drawn(dice, NAMES, dice.choice((0, 0, 1, 2)))]
    dice.shuffle(found)
    return found


def _drawn(dice: random.Random, size: int, count: int) -> list[int]:
    """Places in a list so long, the first ones most often: by the law of Zipf and Mandelbrot."""
    return [int(SHIFT * (1 + size / SHIFT) ** dice.random() - SHIFT) for _ in range(count)]


@cache
def _concepts() -> tuple[Concept, ...]:
    """Those with words in all languages, in some order."""
    found = [one for one in shipped() if one.words.keys() >= SHARES.keys()]
    random.Random(1).shuffle(found)
    return tuple(found)


def written(word: Word, language: str) -> str:
    """A word of a statement as a language has it."""
    if word.kind == "concept":
        return _concepts()[word.number].words[language][0]
    if word.kind == "figure":
        return str(word.number).translate(_DIGITS.get(language, {}))
    if word.kind == "name":
        return name(PEOPLE + word.number, language)
    found = vocabulary(word.language)[word.number]
    return found.translate(_RULES) if word.kind == "respelled" else found


@cache
def name(number: int, language: str) -> str:
    """One word of a name, in the script of the language."""
    dice = random.Random(number)
    found = "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4)))
    return found.translate(_SCRIPTS.get(language, {})).title()


Told = Iterator[Word]


def changed(one: Spoken, dice: random.Random) -> Told:
    """A fifth of the common words are others."""
    return _some_others(one, dice, 0.2)


def shortened(one: Spoken, dice: random.Random) -> Told:
    """Half of it, in one piece."""
    half = max(7, len(one.words) // 2)
    begin = dice.randint(0, max(0, len(one.words) - half))
    return iter(one.words[begin : begin + half])


def indirect(one: Spoken, dice: random.Random) -> Told:
    """The second half in front, with small words put in, and one word in six left out."""
    half = len(one.words) // 2
    turned = [word for word in (*one.words[half:], *one.words[:half]) if dice.random() > 1 / 6]
    for _ in range(3):
        turned.insert(dice.randrange(len(turned)), Word("word", dice.randrange(SMALL), one.language))
    return iter(turned)


def respelled(one: Spoken, dice: random.Random) -> Told:
    """In the neighbouring language: every fourth word is spelled otherwise, every sixth is another."""
    for word in _some_others(one, dice, 1 / 6):
        yield replace(word, kind="respelled") if word.kind == "word" and dice.random() < 0.25 else word


def translated(one: Spoken, dice: random.Random) -> Told:
    """No word is the same but concepts, figures and names, and these stand somewhat elsewhere."""
    words = list(_some_others(one, dice, 1.0))
    places = sorted(range(len(words)), key=lambda at: at + 4 * dice.random())
    return (words[at] for at in places)


def _some_others(one: Spoken, dice: random.Random, share: float) -> Told:
    for word in one.words:
        is_other = word.kind == "word" and dice.random() < share
        yield Word("word", _drawn(dice, RANKS, 1)[0], one.language) if is_other else word


REPORTS: dict[str, Callable[[Spoken, random.Random], Told]] = {
    "changed": changed,
    "shortened": shortened,
    "indirect": indirect,
    "respelled": respelled,
    "translated": translated,
}
"""The ways in which a statement is reported."""


def report(one: Spoken, way: str, language: str, dice: random.Random) -> Spoken:
    """The statement as another outlet has it, some days later."""
    told = tuple(REPORTS[way](replace(one, language=language) if way == "translated" else one, dice))
    kind = "indirect" if way == "indirect" else one.kind
    return replace(one, language=language, words=told, kind=kind)


def languages(way: str, language: str) -> tuple[str, ...]:
    """Those in which a statement of this language may be reported so."""
    near = load(language).related
    if way == "translated":
        return tuple(code for code in SHARES if code not in (language, *near))
    return near if way == "respelled" else (language,)
