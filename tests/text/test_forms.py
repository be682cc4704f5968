"""A typed word finds every form of it, and no word that only looks like one: pairs written from the rules of grammar."""

import pytest

from articles.text.terms import asked, is_form, opening, opens, stems
from tests.measures.forms import FIRST, LANGUAGES, TARGETS, forms, pairs

ALL = list(pairs())


def test_there_are_enough_pairs() -> None:
    kinds = [pair.is_form for pair in ALL if pair.language in LANGUAGES]
    assert kinds.count(True) >= 150 and kinds.count(False) >= 150


def test_the_pairs_of_all_languages_together() -> None:
    for language in dict.fromkeys(pair.language for pair in ALL):
        found = [pair for pair in ALL if pair.language == language]
        print(language, forms(found), [f"{pair.typed}/{pair.text}" for pair in found if not pair.is_right])
    figures = forms(pair for pair in ALL if pair.language in LANGUAGES)
    assert all(figures[name] >= target for name, target in TARGETS.items()), figures


@pytest.mark.parametrize("half", FIRST)
def test_the_pairs_held_out_are_found_as_well(half: str) -> None:
    figures = forms(pairs(half))
    assert all(figures[name] >= target for name, target in TARGETS.items()), figures


@pytest.mark.parametrize(
    ("typed", "other", "language", "expected"),
    [
        # A word at once behind the first, or behind a link.
        ("Wasser", "wasserversorgung", "de", True),
        ("Regierung", "regierungssprech", "de", True),
        ("Grenze", "grenzkontroll", "de", True),
        # An ending is no word, nor is what is too short.
        ("Konsul", "konsultation", "de", False),
        ("Regierung", "regierungen", "de", False),
        ("Regierung", "regierungssitz?", "de", False),
        ("Regen", "regent", "de", False),
        ("Masse", "massaker", "de", False),
        ("Diplom", "diplomati", "de", False),
        # Short words begin too many others.
        ("Rat", "ratlosigkeit", "de", False),
        # Other languages do not join their words.
        ("water", "watercolour", "en", False),
        # A lone sign of a script that parts no words.
        ("水", "水淹", "zh", True),
        ("水", "洪水", "zh", False),
        ("水", "水", "zh", False),
    ],
)
def test_a_word_opens_a_compound(typed: str, other: str, language: str, expected: bool) -> None:
    assert opens(typed, other, language) is expected
    assert not expected or other.startswith(opening(typed, language))


def test_a_compound_root_is_found_by_each_of_its_words() -> None:
    assert is_form("menyebarluaskan", "sebar", "id") and is_form("menyebarluaskan", "luas", "id")


def test_two_guesses_prove_nothing() -> None:
    # "-an" and "-ı" may be endings in both: a cauldron is no excavation.
    assert stems("kazan", "tr") & stems("kazı", "tr")
    assert not stems("kazı", "tr") & asked("kazan", "tr")
    assert stems("kazanlar", "tr") & asked("kazan", "tr") and stems("kazıdan", "tr") & asked("kazı", "tr")


def test_irregular_forms_are_found_from_either() -> None:
    assert is_form("said", "say", "en") and is_form("saying", "said", "en")
    assert not is_form("authorities", "author", "en")
