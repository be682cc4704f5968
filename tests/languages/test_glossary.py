"""The glossary's file: what the loader takes, and what it says of a table that does not fit."""

import pytest

from articles.languages import LanguageFileError, glossary, load, loading

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
