"""The glossary's file: what the loader takes, and what it says of a table that does not fit."""

import unicodedata
from collections import Counter

import pytest

from articles.languages import LanguageFileError, glossary, load, loading
from articles.text.terms import fold

NAMED = (*glossary.NAMES, glossary.MONTHS)
"""Themes whose words come from elsewhere; the file only adds to them."""

LANGUAGE = 'code = "xx"\nname = "Exish"\nnative_name = "Ex"\n'


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Reads a glossary of this content, in the one language that there is."""
    monkeypatch.setattr(loading, "FOLDER", tmp_path)
    caches = (load, loading.all_languages, glossary.shipped)
    (tmp_path / "xx.toml").write_text(LANGUAGE, encoding="utf-8")

    def read(content):
        (tmp_path / "glossary.toml").write_text(content, encoding="utf-8")
        for one in caches:
            one.cache_clear()
        return glossary.shipped()

    yield read
    for one in caches:
        one.cache_clear()


def test_a_concept_has_its_words_by_language(shipped):
    (truce,) = shipped('[defence.truce]\nxx = ["stillness", "arms(-rest|pause)"]\n')
    assert (truce.name, truce.theme) == ("truce", "defence")
    assert truce.words == {"xx": ("stillness", "arms-rest", "armspause")}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        # no theme around the concept, or no table for it
        ('truce = ["a"]\n', "truce: a table is wanted"),
        ('[defence]\ntruce = ["a"]\n', "defence.truce: a table is wanted"),
        # a language without a file
        ('[defence.truce]\nyy = ["a"]\n', "defence.truce: no language 'yy'; known are xx"),
        # words that are none
        ('[defence.truce]\nxx = "a"\n', r"defence.truce.xx: a list is wanted"),
        ("[defence.truce]\nxx = [1]\n", "defence.truce.xx: str is wanted"),
        ("[defence.truce]\nxx = []\n", "defence.truce.xx: a word is empty, or there is none"),
        ('[defence.truce]\nxx = [" "]\n', "defence.truce.xx: a word is empty, or there is none"),
        ('[defence.truce]\nxx = ["a", "A"]\n', "defence.truce.xx: a word stands there twice"),
        # one key for two concepts
        ('[defence.truce]\nxx = ["a"]\n[law.truce]\nxx = ["b"]\n', "law.truce: defence has a concept of this name"),
    ],
)
def test_what_does_not_fit_is_named(shipped, content, complaint):
    with pytest.raises(LanguageFileError, match=complaint):
        shipped(content)


def test_the_glossary_is_no_language():
    assert load("glossary").name == "glossary"


def _scripts(word):
    return {unicodedata.name(letter, "").split()[0] for letter in word if letter.isalpha()}


def test_what_is_shipped_is_large_and_has_nearly_every_concept_in_every_language():
    codes = {language.code for language in loading.all_languages()}
    concepts = [concept for concept in glossary.shipped() if concept.theme not in NAMED]
    assert len(concepts) >= 1400
    assert sum(set(concept.words) == codes for concept in concepts) >= 0.99 * len(concepts)
    assert all(len(concept.words) > len(codes) / 2 for concept in concepts)


def test_each_language_is_written_in_its_own_letters():
    for concept in glossary.shipped():
        for code, known in concept.words.items():
            (script,) = _scripts(load(code).native_name)
            assert {one for word in known for one in _scripts(word)} == {script}, (concept.name, code)
            assert all(word == " ".join(word.split()) and word[-1] not in ".,;" for word in known), (concept.name, code)


def test_hardly_a_word_names_two_concepts_of_one_language():
    named = Counter(
        (code, fold(word)) for concept in glossary.shipped() for code, known in concept.words.items() for word in known
    )
    assert len([word for word, times in named.items() if times > 1]) <= 0.001 * len(named)
