"""Stems: the forms of one word made alike, as its language's data file says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
from Stemmer import Stemmer as Snowball

from articles.languages import load
from articles.text.affixes import roots
from articles.text.folding import fold

_SHORTEST_STEM = 3
"""Letters of a stem whose ending is written otherwise."""
SURE = "="
"""Stands behind a stem that no unsure rule has made."""


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The folded word without its affixes, by the rules and the stemmer of the language's file; folded only, if none.

    The stemmer sees the accents, because its rules are about them.
    """
    return next(_stems(word, language))


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> frozenset[str]:
    """What a word of a text is found by: the stems of the word as written and of the word typed without accents.

    Where a rule of the language's file is unsure, what it would leave is one of them, too, and each stem that is sure
    stands there once more with a mark behind it.
    """
    sure, unsure = _sure_and_unsure(word, language)
    return sure | unsure | {one + SURE for one in sure} if _has_unsure(language) else sure


@lru_cache(maxsize=20_000)
def asked(typed: str, language: str) -> frozenset[str]:
    """What to look for among the `stems` of a text when this word is typed; two forms of one word share one.

    What an unsure rule leaves of the word typed is only looked for as a sure stem: two unsure guesses prove nothing.
    """
    sure, unsure = _sure_and_unsure(typed, language)
    return sure | {one + SURE for one in unsure}


def _sure_and_unsure(word: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    folded = fold(word)
    written = (word,) if word.casefold() == folded or not load(language).words.stemmer else (word, folded)
    found = [list(_stems(one, language)) for one in written]
    return frozenset(one[0] for one in found), frozenset(other for one in found for other in one[1:])


@cache
def _has_unsure(language: str) -> bool:
    return any(rule.unsure for rule in load(language).words.affixes)


def _stems(word: str, language: str) -> Iterator[str]:
    """The stems that the word may have, likeliest first."""
    own = _apart(language).get(fold(word))
    if own is not None:
        yield own
        return
    irregular = _irregular(language)
    for regular in _regular(word, language):
        yield irregular.get(regular, regular)


def _regular(word: str, language: str) -> Iterator[str]:
    folded = fold(word)
    stemmer, endings = _stemmer(language), _stem_endings(language)
    for root in roots(folded, language):
        # As written, where no rule has taken anything off: the stemmer's rules are about accents, too.
        written = word.casefold() if root == folded else root
        yield endings(fold(stemmer(unicodedata.normalize("NFC", written).replace("\u0307", ""))))


@cache
def _apart(language: str) -> Mapping[str, str]:
    """Words that are not to be stemmed -> what stands for their stem."""
    return {fold(form): fold(forms[0]) for forms in load(language).words.apart for form in forms}


@cache
def _irregular(language: str) -> Mapping[str, str]:
    """Stems of irregular forms -> the stem of their word."""
    return {
        next(_regular(written, language)): next(_regular(forms[0], language))
        for forms in load(language).words.irregular
        for form in forms[1:]
        for written in (form, fold(form))
    }


@cache
def _stem_endings(language: str) -> Callable[[str], str]:
    """Writes the ending of a stem as the language's file says."""
    endings = load(language).words.stem_endings
    lengths = sorted({len(ending) for ending in endings}, reverse=True)

    def rewritten(stemmed: str) -> str:
        for length in lengths:
            rest, ending = stemmed[: len(stemmed) - length], stemmed[-length:]
            if ending in endings and len(rest + endings[ending]) >= _SHORTEST_STEM:
                return rest + endings[ending]
        return stemmed

    return rewritten


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = load(language).words.stemmer
    if not name:
        return str
    if name == "sastrawi":
        known = [*StemmerFactory().get_words(), *load(language).words.roots, *compounds(language)]
        malay: Callable[[str], str] = Stemmer(ArrayDictionary(known)).stem
        return malay
    snowball: Callable[[str], str] = Snowball(name).stemWord
    return snowball


@cache
def compounds(language: str) -> Mapping[str, tuple[str, ...]]:
    """The compound roots of the language: written as one word -> its words ("tandatangan" -> "tanda", "tangan")."""
    return {fold(root.replace(" ", "")): tuple(fold(root).split()) for root in load(language).words.compounds}
