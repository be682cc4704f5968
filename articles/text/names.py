"""Spellings of one name, told from the letters: Bagheri, Baqeri, باقری and Багери are one name.

A word becomes its sounds (see `articles.text.sounds`); the key of a word keeps of them what every script writes, so
that equal keys find candidates in an index, and `spelled_alike` then asks whether the vowels allow it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from articles.text.scripts import mixes_scripts
from articles.text.sounds import has_doubled_consonant, letters, readings, roman, writes_vowels
from articles.text.terms import fold

SHORTEST = 4
"""Letters; shorter words are like too many others."""
SHORTEST_WITHOUT_VOWELS = 3
"""The same for scripts that leave short vowels out."""

_ARTICLES = ("al", "el", "ul")
_ASSIMILATED = re.compile(r"^[aeu](s[hy]|[dt]h|dz|ts|[tdrzsn])$")
_SERVANTS = ("abd", "abdu", "abdul", "abdel", "abdal", "عبد")
_VOWELS = re.compile("[a-z]")
_CONSONANT = re.compile("[A-Z]")
_FIRST_VOWELS = re.compile("^[aeiou]+")
_VOWEL_RUN = re.compile("([aeiou])[aeiou]+")
# Arabic has neither p nor v and writes b and f for them.
_ARABIC_LABIALS = str.maketrans("PV", "BF")


def name_key(word: str) -> str:
    """One key for all spellings of a name's word in any script; "" for a word too short, or not of letters.

    Three consonants or more are the key, with an a for any vowel before them and an i behind them; a word of fewer
    consonants keeps its other vowels, too.
    """
    keys = word_keys(word)
    return keys[0] if keys else ""


@lru_cache(maxsize=100_000)
def word_keys(word: str) -> tuple[str, ...]:
    """Every key that the word can have, likeliest first: Arabic script may have two readings of one word.

    A word of two scripts has none: it only looks like a name.
    """
    if mixes_scripts(word):
        return ()
    shortest = SHORTEST if writes_vowels(word) else SHORTEST_WITHOUT_VOWELS
    if len(letters(word)) < shortest:
        return ()
    keys = [_key(sounds.translate(_ARABIC_LABIALS)) for sounds in readings(word)]
    # A doubled consonant makes up for the third: Kubba and كبة, in which the doubling cannot be seen.
    if has_doubled_consonant(word) or not writes_vowels(word):
        spoken = [sounds.translate(_ARABIC_LABIALS) for sounds in readings(word) if sounds[:1].isupper()]
        pairs = (_VOWELS.sub("", sounds).lower() for sounds in spoken)
        keys += [f"{pair}2" for pair in pairs if len(pair) == 2]
    return tuple(dict.fromkeys(key for key in keys if len(key) > 2))


def _key(sounds: str) -> str:
    consonants = "".join(sound for sound in sounds if sound.isupper())
    if len(consonants) >= 3:
        first = "a" if sounds[0].islower() else ""
        last = "i" if sounds[-1] == "i" else ""
        return first + consonants.lower() + last
    single = _FIRST_VOWELS.sub("a", _VOWEL_RUN.sub(r"\1", sounds))
    return single.translate(str.maketrans("eo", "au")).lower()


def name_keys(name: str) -> tuple[str, ...]:
    """The key of each word of a name, or the folded word where it has none; the article al- and its kin left out."""
    return tuple(name_key(word) or fold(word) for word in _name_words(name))


@lru_cache(maxsize=100_000)
def spelled_alike(a: str, b: str) -> bool:
    """Whether two words can be spellings of one name: a common key, and no vowel that one has and the other denies.

    Jamil and Jamal, Bakri and Bagheri have one key each but are not alike; Hamid and Hamed are.
    """
    if fold(a) == fold(b):
        return True
    if not set(word_keys(a)) & set(word_keys(b)):
        return False
    both_write_vowels = writes_vowels(a) and writes_vowels(b)
    return any(_agree(one, other, both_write_vowels) for one in readings(a) for other in readings(b))


def _agree(one: str, other: str, both_write_vowels: bool) -> bool:
    if not both_write_vowels:
        one, other = one.translate(_ARABIC_LABIALS), other.translate(_ARABIC_LABIALS)
    if _VOWELS.sub("", one) != _VOWELS.sub("", other):
        return False
    runs = list(zip(_CONSONANT.split(one), _CONSONANT.split(other), strict=True))
    # A vowel that breaks up the first consonants is often unwritten: Sqalli, Saqalli.
    strict = runs[2:] if both_write_vowels else []
    return all(bool(a) == bool(b) for a, b in strict) and all(_one_vowel(a, b) for a, b in runs)


def _one_vowel(one: str, other: str) -> bool:
    """Whether two runs of vowels can be one; e is heard for every vowel, o and u for each other."""
    if not one or not other or "e" in one or "e" in other:
        return True
    return bool(set(one.replace("o", "u")) & set(other.replace("o", "u")))


def same_name(a: str, b: str) -> bool:
    """Whether two names can be one person's: the words of the shorter stand in the longer, in order, surname last.

    "Baqeri" and "Mohammad Bagheri" are the same; "Mohammad" and "Mohammad Bagheri" are not.
    """
    shorter, longer = sorted((_name_words(a), _name_words(b)), key=len)
    if not shorter or not spelled_alike(shorter[-1], longer[-1]):
        return False
    rest = iter(longer[:-1])
    return all(any(spelled_alike(word, other) for other in rest) for word in shorter[:-1])


def _name_words(name: str) -> list[str]:
    """The words of a name; articles left out, "Abd" joined with the word that it belongs to."""
    pieces = [piece for piece in re.split(r"[\s\-‐‑–.,]+", name) if any(sign.isalnum() for sign in piece)]
    found: list[str] = []
    servant = ""
    for piece, following in zip(pieces, [*pieces, ""][1:], strict=True):
        if following and is_article(piece, following):
            servant += piece if servant else ""
            continue
        if following and fold(piece) in _SERVANTS:
            servant = piece
            continue
        found.append(servant + piece)
        servant = ""
    return found


def is_article(piece: str, following: str) -> bool:
    """Whether `piece` is the Arabic article of the word that follows: al, or az before z, ash before sh and so on."""
    latin = roman(piece).replace("'", "")
    assimilated = _ASSIMILATED.match(latin)
    return latin in _ARTICLES or (
        assimilated is not None and roman(following).replace("'", "").startswith(assimilated[1])
    )
