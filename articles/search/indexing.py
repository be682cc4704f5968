"""What a document is found by: the terms of each of its fields.

A field is a scope and a way to match. The scopes are the whole article, its title, a statement with its speaker, the
speaker alone, and the places. In each, a word is indexed in three ways: as written (folded), by its stem with the
language in front, and, where it can be a name, by the keys of its sounds with the written form behind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.search.documents import ArticleDocument, StatementDocument
from articles.text.names import word_keys
from articles.text.terms import compounds, fold, stem, stems, stop_words, words

BODY, TITLE, SAID, SPEAKER, PLACE = "", "title_", "said_", "speaker_", "place_"
SCOPES = (BODY, TITLE, SAID, SPEAKER, PLACE)
PLAIN, STEM, NAME = "plain", "stem", "name"
WAYS = (PLAIN, STEM, NAME)
FIELDS = tuple(scope + way for scope in SCOPES for way in WAYS)
GAP = 100
"""Places left free between two texts of a field, so that no phrase goes from one to the next."""


def scope_of(field: str) -> str:
    """The scope of a field, which its name begins with."""
    return field[: field.rfind("_") + 1]


class Terms(NamedTuple):
    """The terms of one scope of a document, and the place of each: the number of its word."""

    plain: list[str]
    plain_places: list[int]
    stem: list[str]
    stem_places: list[int]
    name: list[str]


def article_terms(document: ArticleDocument) -> Iterator[tuple[str, Terms]]:
    """The terms of an article, by scope."""
    language = document.language
    yield BODY, terms_of(language, document.title, document.standfirst, document.text)
    yield TITLE, terms_of(language, document.title)
    yield PLACE, terms_of(language, document.dateline, *dict.fromkeys(one.place for one in document.statements))


def statement_terms(document: ArticleDocument, statement: StatementDocument) -> Iterator[tuple[str, Terms]]:
    """The terms of one of its statements, by scope."""
    language = document.language
    yield SAID, terms_of(language, statement.text, statement.speaker_name)
    yield SPEAKER, terms_of(language, *dict.fromkeys((statement.speaker_name, statement.person)))
    yield PLACE, terms_of(language, statement.place or document.dateline)


def terms_of(language: str, *texts: str) -> Terms:
    """The terms that a document with these texts in one scope is found by."""
    found = Terms([], [], [], [], [])
    place = 0
    every: list[Forms] = []
    for text in texts:
        if text:
            forms = [_forms(word.text, language) for word in words(text)]
            found.plain.extend([word.folded for word in forms])
            found.plain_places.extend(range(place, place + len(forms)))
            _add_stems(found, language, forms, place)
            every += forms
            place += len(forms) + GAP
    found.name.extend(_names(language, every))
    return found


class Forms(NamedTuple):
    """What there is to know of one word in any text, so that each is looked at once."""

    folded: str
    stem: str
    stems: tuple[str, ...]
    """With the language in front."""
    is_small: bool
    """Written with a small letter in front."""
    names: tuple[str, ...]
    """What it is found by if it is a name; none if it is not written as one."""


@lru_cache(maxsize=200_000)
def _forms(word: str, language: str) -> Forms:
    names: list[str] = []
    own = stem(word, language)
    if can_be_name(word):
        # In a language of cases the name itself is the stem: Лавров, Лавровым.
        for form in dict.fromkeys((_as_written(word), own)):
            names += [f"{key}|{form}" for key in word_keys(form)]
    prefixed = tuple(f"{language}:{one}" for one in sorted(stems(word, language)))
    return Forms(fold(word), own, prefixed, word[0].islower(), tuple(names))


def _add_stems(found: Terms, language: str, text: list[Forms], place: int) -> None:
    """The stems of the words; a compound by its words and as one, whether it is written in one word or two."""
    known = compounds(language)
    stem, places = found.stem, found.stem_places
    before = ""
    for at, word in enumerate(text, place):
        for one in word.stems:
            stem.append(one)
            places.append(at)
        if known:
            here = word.stem
            more = [*known.get(here, ()), *((before + here,) if before + here in known else ())]
            stem.extend([f"{language}:{one}" for one in more])
            places.extend([at] * len(more))
            before = here


def _names(language: str, text: list[Forms]) -> Iterator[str]:
    """The words that can be names.

    A name is capital wherever it stands: a word that the texts also have in small letters is none. Scripts without
    capitals cannot tell, so that every word but the commonest is taken.
    """
    small = {word.folded for word in text if word.is_small} | stop_words(language)
    for word in text:
        if word.names and word.folded not in small:
            yield from word.names


def can_be_name(word: str) -> bool:
    """Whether the word is written as a name is: in scripts that have capitals, with one."""
    first = word[0]
    return first.isalpha() and not first.islower()


def _as_written(word: str) -> str:
    # Not folded: whether a c has a cedilla decides how it sounds.
    return unicodedata.normalize("NFC", word.casefold())
