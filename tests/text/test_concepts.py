"""Which concepts typed words name, in any form and any language, and which other words a concept has."""

import pytest

from articles.languages.glossary import ANY, Concept
from articles.text.concepts import Glossary

TRUCE = Concept(
    "truce",
    "defence",
    {
        "en": ("truce", "cease-fire"),
        "de": ("Waffenruhe", "die Waffen schweigen"),
        "es": ("alto el fuego", "tregua"),
        "id": ("gencatan senjata",),
        "ru": ("перемирие",),
        "ar": ("هدنة",),
    },
)
ELECTION = Concept("election", "politics", {"en": ("election",), "fr": ("élection",), "id": ("pemilihan",)})
POLL = Concept("poll", "politics", {"en": ("poll", "election"), "ru": ("опрос",)})
MARCH = Concept("month-3", "months", {"en": ("March",), "fr": ("mars",), "id": ("Maret",)})
MAY = Concept("month-5", "months", {"en": ("May",), "de": ("Mai",), "tr": ("Mayıs",)})
MARCHING = Concept("march", "politics", {"en": ("march",), "de": ("Marsch",)})
MINE = Concept("mine", "economy", {"en": ("mining",), "es": ("mina",)})
AMIN = Concept("aminas", "places", {ANY: ("Mining", "Минин")})
CHINA = Concept("china", "countries", {"en": ("China",), "zh": ("中国", "国")})
SHORT = Concept("union", "politics", {"en": ("EU", "European Union"), "fr": ("UE",)})
TEA = Concept("tea", "food", {"en": ("tea",), "fr": ("thé",)})
WAR = Concept("war", "conflict", {"en": ("war",), "de": ("Krieg",)})
GLOSSARY = Glossary([TEA, WAR, TRUCE, ELECTION, POLL, MARCH, MAY, MARCHING, MINE, AMIN, CHINA, SHORT])


@pytest.mark.parametrize(
    ("typed", "concepts"),
    [
        # as a dictionary has it; in capitals; without accents
        ("truce", ["truce"]),
        ("TRUCE", ["truce"]),
        ("élection", ["election", "poll"]),
        # inflected, with an article, with an affix
        ("truces", ["truce"]),
        ("перемирия", ["truce"]),
        ("الهدنة", ["truce"]),
        ("pemilihannya", ["election"]),
        # phrases, with a hyphen or without, in another form
        ("alto el fuego", ["truce"]),
        ("cease fire", ["truce"]),
        ("cease-fires", ["truce"]),
        # not a part of a phrase, and not more than it
        ("alto", []),
        ("alto el", []),
        ("alto el fuego ahora", []),
        # the form as written goes before a stem that is alike in another language
        ("mining", ["mine", "aminas"]),
        ("minas", ["mine"]),
        # what a capital makes a name is none without it; what has none is asked for in any case
        ("March", ["month-3", "march"]),
        ("march", ["march"]),
        ("Mars", ["month-3"]),
        ("mars", ["month-3"]),
        # a stop word of the language tells nothing, in this or that case
        ("may", []),
        ("May", []),
        ("Mayıs", ["month-5"]),
        # one of the commonest words of a language is another's only as it is written
        ("the", []),
        ("thé", ["tea"]),
        ("war", ["war"]),
        # too short, unless a sign is a word
        ("eu", []),
        ("European Union", ["union"]),
        ("国", ["china"]),
        # names of no language
        ("минин", ["aminas"]),
        # nothing at all
        ("", []),
        ("—", []),
        ("x" * 3000, []),
    ],
)
def test_typed_words_name_concepts(typed, concepts):
    assert [meaning.concept for meaning in GLOSSARY.meanings(typed.split())] == concepts


def test_a_meaning_has_the_words_of_the_other_languages_as_a_text_has_them():
    (meaning,) = GLOSSARY.meanings(["tregua"])
    assert meaning.languages == ("es",)
    assert meaning.phrases == {
        "en": (("truce",), ("cease", "fire")),
        "de": (("Waffenruhe",), ("die", "Waffen", "schweigen")),
        "id": (("gencatan", "senjata"),),
        "ru": (("перемирие",),),
        "ar": (("هدنة",),),
    }


def test_a_meaning_tells_every_language_in_which_the_words_name_it():
    assert GLOSSARY.meanings(["Waffenruhe"])[0].languages == ("de",)
    assert GLOSSARY.meanings(["élection"])[0].languages == ("en", "fr")


def test_what_was_typed_is_not_among_the_others():
    election, poll = GLOSSARY.meanings(["Élection"])
    assert election.phrases == {"id": (("pemilihan",),)}
    # Nor are synonyms of a language in which it is a word: they are no translation.
    assert poll.phrases == {"ru": (("опрос",),)}


def test_a_word_typed_without_its_accents_is_not_translated():
    crew = Glossary([Concept("crew", "transport", {"fr": ("équipage",), "es": ("tripulación",)})])
    assert crew.meanings(["Équipage"])[0].phrases == {"es": (("tripulación",),)}
    assert crew.meanings(["equipage"]) == ()


def test_a_stop_word_is_no_translation():
    (may,) = GLOSSARY.meanings(["Mayıs"])
    assert may.phrases == {"de": (("Mai",),)}


def test_a_glossary_without_concepts_knows_no_word():
    assert Glossary([]).meanings(["truce"]) == ()


@pytest.mark.parametrize(
    ("typed", "concepts"),
    [
        ("tru", ["truce"]),
        ("Trüc", ["truce"]),
        ("alto el f", ["truce"]),
        ("ele", ["election", "poll"]),
        ("truces", []),
        ("…", []),
    ],
)
def test_concepts_are_found_by_the_beginning_of_a_name(typed, concepts):
    assert [concept.name for concept in GLOSSARY.beginning(typed)] == concepts


def test_concepts_over_others_take_the_place_of_those_with_their_keys():
    over = Glossary(
        [Concept("poll", "politics", {"en": ("survey",)}), Concept("levy", "own", {"en": ("levy",)})], GLOSSARY
    )
    assert set(over.concepts) == {*GLOSSARY.concepts, "levy"}
    assert [one.concept for one in over.meanings(["election"])] == ["election"]
    assert [one.concept for one in over.meanings(["surveys"])] == ["poll"]
    assert [one.concept for one in over.meanings(["levies"])] == ["levy"]
    assert over.meanings(["truce"]) == GLOSSARY.meanings(["truce"])
    assert [concept.name for concept in over.beginning("опр")] == []
