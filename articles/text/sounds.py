"""The sounds of a name's word in any script, as far as transliterations agree on them.

Sounds are written with vowels in small letters (a e i o u) and consonants in capitals, one letter each. Arabic
script leaves short vowels out and writes v and u with one letter, so one word may have two readings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from articles.text.terms import fold

# How the Latin alphabet's users spell the sounds; long forms first. k, q, g and gh are one sound here.
_SOUNDS = {
    "shch": "S", "sch": "S", "tch": "C", "dzh": "J", "sh": "S", "ch": "C", "kh": "H", "gh": "K", "zh": "J",
    "ph": "F", "th": "T", "dh": "D", "bh": "B", "rh": "R", "dj": "J", "ck": "K", "ts": "S", "tz": "S",
    "ee": "i", "oo": "u", "ou": "u", "oe": "u", "yj": "i", "x": "KS", "q": "K", "k": "K", "g": "K", "c": "K",
    "p": "P", "b": "B", "v": "V", "w": "V", "f": "F", "s": "S", "z": "Z", "t": "T", "d": "D", "j": "J", "h": "H",
    "l": "L", "m": "M", "n": "N", "r": "R", "y": "i", "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
}  # fmt: skip
_SPELLED = re.compile(r"(?P<soft>c(?=[eiy]))|(?P<glide>(?<=[aeou])w(?![aeiouy]))|(?P<first>^y)|" + "|".join(_SOUNDS))
# What Arabic letters stand for where the transliteration drops or doubts it.
_ARABIC = {"ا": "a", "ع": "", "ء": "", "ي": "y", "ه": "h", "ث": "th", "ذ": "z", "ظ": "z", "ض": "z"}
# In front, alif and ain stand for any vowel, and e agrees with all.
_ARABIC_FIRST = {"ا": "e", "ع": "e", "و": "v"}
_DOUBLED = re.compile(r"([^aeiou'])'?\1")
_FINAL_ALIF = "ى"
_SUN = "تثدذرزسشصضطظلن"
_ARTICLE = re.compile(r"^ال(?=\w{3})")
# "Servant of the ...", whose article takes the consonant that follows it: Abdurrahman, Abd al-Rahman.
_SERVANT = re.compile(rf"^عبدال(?=[{_SUN}])")
_GLIDE = re.compile(r"^i(?=[aeou])")
_REPEATED = re.compile(r"([A-Z])\1+")
_LAST_VOWELS = re.compile(r"(?<=[A-Z])[aeiou]+$")
_VOICELESS = str.maketrans("DBVC", "TPFJ")
_LATIN_SERVANT = re.compile(r"^abd[aeu]l(?=[tdrzsn])")


def letters(word: str) -> str:
    """The folded letters of a word, the Arabic article taken off; nothing if the word holds a digit."""
    folded = fold(word)
    if not folded.isalpha():
        folded = "".join(sign for sign in folded if sign.isalnum())
        if any(sign.isdigit() for sign in folded):
            return ""
    return folded if folded.isascii() else _ARTICLE.sub("", _SERVANT.sub("عبد", folded))


def writes_vowels(word: str) -> bool:
    """Whether the word's script writes short vowels; Arabic and Hebrew do not."""
    return word.isascii() or all(unicodedata.bidirectional(sign) not in ("AL", "R") for sign in word)


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[str, ...]:
    """The sounds of the word, likeliest reading first; without doubled consonants and final h and vowels but i."""
    found = [_spoken(roman(word))]
    if not writes_vowels(word):
        found.append(_spoken(roman(word, consonants=True)))
    if word.endswith(_FINAL_ALIF):
        # Layla and Mustafa; but where the dots of a final y are not written, Ali.
        found.insert(0, _spoken(roman(word[:-1] + "ا")))
    return tuple(dict.fromkeys(found))


def has_doubled_consonant(word: str) -> bool:
    """Whether the word writes a consonant twice; Arabic script never does."""
    return _DOUBLED.search(roman(word)) is not None


def roman(word: str, *, consonants: bool = False) -> str:
    """The word in Latin letters; an apostrophe behind each letter of another script keeps its neighbours apart.

    With `consonants` every Arabic waw is read as a consonant.
    """
    # The cedilla says that the letter is no k; other accents only confuse.
    softened = letters(unicodedata.normalize("NFC", word.casefold()).replace("ç", "ch"))
    if not softened.isascii():
        softened = "".join(_in_latin(softened, place, consonants) for place in range(len(softened)))
    return _LATIN_SERVANT.sub("abde", softened)


def _in_latin(word: str, place: int, consonants: bool) -> str:
    sign = word[place]
    if sign.isascii():
        return sign
    latin = str(anyascii(sign)).lower().replace("'", "")
    if not "؀" <= sign <= "ۿ":
        return latin + "'"
    before, after = word[max(place - 1, 0) : place], word[place + 1 : place + 2]
    if place == 0:
        # An alif before a long vowel only carries it.
        return "'" if sign == "ا" and after in ("و", "ي") else _ARABIC_FIRST.get(sign, _ARABIC.get(sign, latin)) + "'"
    if sign == "و":
        # Beside a long vowel it is a consonant.
        beside = after in ("ا", "ي") or (before == "ا" and place > 1)
        return "v'" if consonants or beside else "u'"
    return _ARABIC.get(sign, latin) + "'"


def _spoken(latin: str) -> str:
    sounds = "".join(_sound(found) for found in _SPELLED.finditer(latin))
    sounds = _GLIDE.sub("Y", sounds.replace("DJ", "J"))
    sounds = _REPEATED.sub(r"\1", sounds)
    if len(sounds) > 1:
        sounds = sounds.removesuffix("H")
    sounds = _LAST_VOWELS.sub(lambda found: "i" if found[0][-1] == "i" else "", sounds)
    # Final consonants lose their voice in Turkish, Russian and German: Ahmad and Ahmet, Zainab and Zeynep.
    sounds = sounds[:-1] + sounds[-1:].translate(_VOICELESS)
    return sounds.replace("C", "S")


def _sound(found: re.Match[str]) -> str:
    if found.lastgroup == "soft":
        return "S"
    if found.lastgroup == "glide":
        return "u"
    return "Y" if found.lastgroup == "first" else _SOUNDS[found[0]]
