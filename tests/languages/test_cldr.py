"""Names from CLDR: countries, currencies, months and languages, each in the languages that Newsdesk knows."""

import pytest

from articles.languages import all_languages, cldr

NAMES = {concept.name: concept for concept in cldr.known_names()}


@pytest.mark.parametrize(
    ("key", "language", "word"),
    [
        ("country-IR", "tr", "İran"),
        ("country-TR", "ar", "تركيا"),
        # "&" is a sign in no text
        ("country-BA", "en", "Bosnia and Herzegovina"),
        # what tells two of a name apart is no part of it
        ("country-SX", "fr", "Saint-Martin"),
        ("currency-IDR", "ru", "индонезийская рупия"),
        ("month-10", "fa", "اکتبر"),
        ("language-ru", "ms", "Rusia"),
        # both forms of a month, alone and in a date
        ("month-5", "ru", "май"),
        ("month-5", "ru", "мая"),
    ],
)
def test_a_name_is_known_in_every_language(key, language, word):
    assert word in NAMES[key].words[language]


@pytest.mark.parametrize(
    "key",
    [
        # no countries, though CLDR has names for them
        *("country-EU", "country-UN", "country-XA", "country-001"),
        # money of the past
        *("currency-DEM", "currency-SUR"),
        # languages that no country speaks
        *("language-eo", "language-vo", "language-und"),
    ],
)
def test_what_is_no_news_is_left_out(key):
    assert key not in NAMES


def test_every_country_and_month_has_a_name_in_every_language():
    codes = {language.code for language in all_languages()}
    for concept in NAMES.values():
        if concept.theme in ("countries", "months"):
            assert set(concept.words) == codes, concept.name


def test_a_month_needs_its_capital_and_a_country_is_a_name():
    assert {concept.theme for concept in NAMES.values() if concept.is_cased} == {"months"}
    assert {concept.theme for concept in NAMES.values() if concept.is_name} == {"countries", "languages"}


def test_cities_of_time_zones_go_by_their_english_names():
    assert cldr.cities()["Kyiv"]["de"] == "Kiew"
    assert cldr.cities()["Cairo"]["tr"] == "Kahire"
