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
from articles.text.affixes import is_accented, roots
from articles.text.folding import fold

_SHORTEST_STEM = 3
"""Letters of a stem whose ending is written otherwise."""
_SASTRAWI = "sastrawi"
GUESS = "?"
"""Stands behind a stem of a text that an unsure rule has made."""


def stem(word: str, language: str) -> str:
    """The folded word without its affixes, as the language's file says; folded only, if it says nothing."""
    return _stems(word, language)[0]


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> frozenset[str]:
    """What a word of a text is found by: the stems of the word as written and of the word typed without accents.

    What an unsure rule of the language's file leaves is one of them, too, with a mark behind it.
    """
    sure, unsure = _sure_and_unsure(word, language)
    return sure | {one + GUESS for one in unsure} if unsure else sure


@lru_cache(maxsize=20_000)
def asked(typed: str, language: str) -> frozenset[str]:
    """What to look for among the `stems` of a text when this word is typed; two forms of one word share one.

    What an unsure rule leaves of the word typed is only looked for as a sure stem: two guesses prove nothing.
    """
    sure, unsure = _sure_and_unsure(typed, language)
    guesses = {one + GUESS for one in sure} if _has_unsure(language) else frozenset[str]()
    return sure | guesses | (unsure - stop_words(language))


def _sure_and_unsure(word: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    folded = fold(word)
    written = (word, folded) if is_accented(language) and word.casefold() != folded else (word,)
    found = [_stems(one, language) for one in written]
    sure = frozenset(one[0] for one in found)
    return sure, frozenset(other for one in found for other in one[1:]) - sure


@cache
def _has_unsure(language: str) -> bool:
    return any(rule.unsure for rule in load(language).words.affixes)


@lru_cache(maxsize=200_000)
def _stems(word: str, language: str) -> tuple[str, ...]:
    """The stems that the word may have, likeliest first."""
    folded = fold(word)
    own = _apart(language).get(folded)
    if own is not None:
        return (own,)
    return tuple(_head_stem(folded, regular, language) for regular in _regular(word, language))


def _head_stem(folded: str, regular: str, language: str) -> str:
    """The stem of a word that is irregular, or one with a prefix, as of its head; that of any other as it is."""
    irregular, (prefixes, lengths) = _irregular(language), _prefixes(language)
    for written in (folded, regular):
        if written in irregular:
            return _head(irregular[written], language)
        for length in lengths:
            if written[length:] in irregular and written[:length] in prefixes:
                return _head(written[:length] + irregular[written[length:]], language)
    return regular


@cache
def _head(word: str, language: str) -> str:
    return next(_regular(word, language))


@cache
def _prefixes(language: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """What may stand before an irregular form, folded, and the lengths that they have."""
    known = frozenset(map(fold, load(language).words.prefixes))
    return known, tuple(sorted({len(prefix) for prefix in known}))


def _regular(word: str, language: str) -> Iterator[str]:
    stemmer, endings = _stemmer(language), _stem_endings(language)
    lowered = unicodedata.normalize("NFC", word.casefold()).replace("\u0307", "")
    if stemmer is None:
        yield from (endings(fold(root)) for root in roots(lowered if is_accented(language) else fold(word), language))
        return
    first, *others = roots(lowered, language)
    # The stemmer sees the accents, because its rules are about them.
    yield endings(fold(stemmer(first)))
    if load(language).words.stemmer == _SASTRAWI:
        # It looks for roots of its list: a word that is one has no other reading, and no reading is none of them.
        known = _malay_roots(language)
        yield from (other for other in others if lowered not in known and other in known)
    else:
        yield from (endings(fold(stemmer(other))) for other in others)


@cache
def _apart(language: str) -> Mapping[str, str]:
    """Words that are not to be stemmed -> what stands for their stem."""
    return {fold(form): fold(forms[0]) for forms in load(language).words.apart for form in forms}


@cache
def _irregular(language: str) -> Mapping[str, str]:
    """Irregular forms and their stems -> the word that they are of."""
    return {
        written: forms[0]
        for forms in load(language).words.irregular
        for form in forms[1:]
        for written in (fold(form), *_telling_stems(form, language))
    }


def _telling_stems(form: str, language: str) -> Iterator[str]:
    """The stems of a form as written and typed without accents; what is short, or was long, is of other words, too."""
    for written in (form, fold(form)):
        found = _head(written, language)
        if len(found) > _SHORTEST_STEM or len(found) == _SHORTEST_STEM >= len(form) - 1:
            yield found


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
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = load(language).words.stemmer
    if not name:
        return None
    if name == _SASTRAWI:
        malay: Callable[[str], str] = Stemmer(ArrayDictionary(_malay_roots(language))).stem
        return malay
    snowball: Callable[[str], str] = Snowball(name).stemWord
    return snowball


@cache
def _malay_roots(language: str) -> frozenset[str]:
    return frozenset((*StemmerFactory().get_words(), *load(language).words.roots, *compounds(language)))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The language's words too common to tell two sentences apart, folded."""
    return frozenset(fold(word) for word in load(language).words.stop)


@cache
def compounds(language: str) -> Mapping[str, tuple[str, ...]]:
    """The compound roots of the language: written as one word -> its words ("tandatangan" -> "tanda", "tangan")."""
    return {fold(root.replace(" ", "")): tuple(fold(root).split()) for root in load(language).words.compounds}
