"""Statements in related languages are compared by what both languages share, and by nothing that misleads."""

import pytest

from articles.linking.meaning import meaning
from articles.linking.tokens import tokens
from articles.linking.wording import overlap, wording


def shared(one: str, other: str, languages: tuple[str, str] = ("ms", "id")) -> float:
    a, b = (wording(text, code) for text, code in zip((one, other), languages, strict=True))
    return overlap(a, b).longer


@pytest.mark.parametrize(
    ("malay", "indonesian"),
    [
        # spelled by rule
        ("kualiti produktiviti", "kualitas produktivitas"),
        # other words
        ("gabenor menutup sempadan", "gubernur menutup perbatasan"),
        # a word that misleads, and what it is called
        ("pejabat itu membeli kereta", "kantor itu membeli mobil"),
    ],
)
def test_one_thing_in_two_languages_is_one_wording(malay: str, indonesian: str) -> None:
    assert shared(malay, indonesian) == 1.0


@pytest.mark.parametrize("word", ["percuma", "budak", "gampang", "pejabat", "jawatan"])
def test_a_word_that_misleads_joins_nothing(word: str) -> None:
    assert shared(word, word) == 0.0
    assert set(tokens(word, "ms").words).isdisjoint(tokens(word, "id").words)
    here = meaning(word, "id")
    assert not any(here.names(thing) for thing in meaning(word, "ms").things)


@pytest.mark.parametrize("language", ["ms", "id"])
def test_in_one_language_words_are_what_they_are(language: str) -> None:
    assert shared("percuma", "percuma", (language, language)) == 1.0
    assert shared("sempadan", "perbatasan", (language, language)) == 0.0


def test_words_that_no_glossary_has_meet_as_candidates() -> None:
    malay, indonesian = tokens("mercun", "ms"), tokens("petasan", "id")
    assert malay.words == indonesian.words
    assert meaning("mercun", "ms").things[0].is_one(meaning("petasan", "id").things[0])
