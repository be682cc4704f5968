"""Words of a text, folded and stemmed so that search and comparison see one form of each.

Folding makes spellings of one word alike in any language: case, accents, letter variants, native digits. Stemming
takes the affixes off, as the language's data file says.
"""

from __future__ import annotations

from articles.text.compounding import opening, opens
from articles.text.folding import fold
from articles.text.segmenting import Word, spaced_words, words
from articles.text.stemming import asked, compounds, stem, stems, stop_words

__all__ = [
    "Word",
    "asked",
    "compounds",
    "fold",
    "is_form",
    "opening",
    "opens",
    "spaced_words",
    "stem",
    "stems",
    "stop_words",
    "terms",
    "words",
]


def is_form(word: str, typed: str, language: str) -> bool:
    """Whether a word of a text in this language is a form of what was typed, or a compound that begins with it."""
    folded = fold(word)
    if folded == fold(typed) or opens(typed, folded, language):
        return True
    found, wanted = stems(word, language), asked(typed, language)
    return not wanted.isdisjoint(found) or any(not wanted.isdisjoint(compounds(language).get(one, ())) for one in found)


def terms(text: str, language: str, *, keep_stop_words: bool = False) -> list[str]:
    """The words of the text folded and stemmed, in order; without stop words unless they are to be kept."""
    ignored = frozenset[str]() if keep_stop_words else stop_words(language)
    return [stem(word.text, language) for word in words(text) if fold(word.text) not in ignored]
