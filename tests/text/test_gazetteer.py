"""All that the glossary ships: the file, the names of CLDR, and the cities whose names mean nothing else."""

import pytest

from articles.languages.cities import City
from articles.languages.glossary import ANY, Concept
from articles.text import gazetteer
from articles.text.concepts import Glossary
from articles.text.gazetteer import merged
from articles.text.shipped import known_glossary

GLOSSARY = known_glossary()


def place(key, name, *others, inhabitants=900_000):
    return City(key, inhabitants, name, others)


@pytest.fixture
def cities(monkeypatch):
    """The concepts made of these cities beside a small glossary, in which Kara is a word."""
    concepts = (
        Concept("black", "colours", {"tr": ("kara",), "ru": ("чёрный", "абвгдежзиклмнопрстуфхцчшщъыьэюя")}),
        Concept("country-QQ", "countries", {"en": ("Utopia",), "ru": ("Утопия",), "fa": ("پچژگکیابدهنت",)}),
    )
    monkeypatch.setattr(gazetteer, "shipped", lambda: concepts)
    monkeypatch.setattr(gazetteer, "cities_in_cldr", lambda: {"Oldport": {"fr": "Vieuxport"}})

    def known(*places):
        monkeypatch.setattr(gazetteer, "cities", lambda: list(places))
        return {concept.name: concept.words for concept in gazetteer._cities(Glossary(concepts))}

    return known


def test_a_city_is_called_as_each_language_with_a_script_of_its_own_writes(cities):
    found = cities(place(7, "Oldport", "Vetusport", "OLD", "Олдпорт", "Ольдпорт", "Олдпөрт", "اولدپ", "奥德港"))
    # Neither other names in Latin script, whose language nobody tells, nor letters that the language does not have.
    assert found == {"city-7": {ANY: ("Oldport",), "fr": ("Vieuxport",), "ru": ("Олдпорт", "Ольдпорт")}}


@pytest.mark.parametrize(
    "city",
    [
        # a word of the glossary, a country, a stop word, a number, a name too short, one in no other script
        place(1, "Kara", "Карка"),
        place(1, "Utopia", "Утопиа"),
        place(1, "Because", "Бекоз"),
        place(1, "Lima", "Лимб"),
        place(1, "Ub", "Убба"),
        place(1, "Oldtown", "Altstadt", "老城"),
    ],
)
def test_a_city_that_could_mean_something_else_is_left_out(cities, city):
    assert cities(city) == {}


def test_the_larger_city_keeps_a_name(cities):
    found = cities(place(1, "Newport", "Ньюпорт"), place(2, "Newport", "Нюпорт"), place(3, "Port", "Ньюпорт", "Порт"))
    assert found == {"city-1": {ANY: ("Newport",), "ru": ("Ньюпорт",)}, "city-3": {ANY: ("Port",), "ru": ("Порт",)}}


def test_what_the_file_calls_a_city_stands_before_its_other_names(cities, monkeypatch):
    file = Concept("city-7", "cities", {"de": ("Althafen",), "ru": ("Олдпорт",)})
    monkeypatch.setattr(gazetteer, "cities", lambda: [place(7, "Oldport", "Ольдпорт"), place(8, "Althafen", "Алт")])
    (city,) = gazetteer._cities(Glossary([file]))
    assert city.words == {"de": ("Althafen",), "ru": ("Олдпорт", "Ольдпорт"), "": ("Oldport",), "fr": ("Vieuxport",)}


def test_concepts_of_one_key_become_one():
    file = Concept("country-US", "countries", {"en": ("USA",), "id": ("AS",)})
    cldr = Concept("country-US", "countries", {"en": ("United States", "usa"), "de": ("Vereinigte Staaten",)})
    (joined,) = merged([file, cldr])
    assert joined.words == {"en": ("USA", "United States"), "id": ("AS",), "de": ("Vereinigte Staaten",)}


@pytest.mark.parametrize(
    ("typed", "concept", "language", "word"),
    [
        # a name leads to the names of other languages and scripts, and back from them in any case
        ("Moscow", "city-524901", "ru", ("Москва",)),
        ("Москве", "city-524901", "de", ("Moskau",)),
        ("القاهرة", "city-360630", "tr", ("Kahire",)),
        ("Франции", "country-FR", "id", ("Prancis",)),
        ("Jerman", "country-DE", "en", ("Germany",)),
        ("US dollars", "currency-USD", "es", ("dólar", "estadounidense")),
        ("Ekim", "month-10", "id", ("Oktober",)),
    ],
)
def test_places_money_and_months_are_found(typed, concept, language, word):
    found = {meaning.concept: meaning for meaning in GLOSSARY.meanings(typed.split())}
    assert word in found[concept].phrases[language]
