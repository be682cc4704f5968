"""A language is one data file: what the loader takes, and what it says of a file that does not fit."""

import pytest

from articles.languages import loading
from articles.languages.loading import LanguageFileError, all_languages, direction, load

GOOD = 'code = "xx"\nname = "Exish"\nnative_name = "Ex"\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder of language files in place of the real one."""
    monkeypatch.setattr(loading, "FOLDER", tmp_path)
    load.cache_clear()
    all_languages.cache_clear()
    yield tmp_path
    load.cache_clear()
    all_languages.cache_clear()


def test_every_file_loads_and_says_what_search_needs():
    languages = all_languages()
    assert {"ar", "de", "en", "es", "fa", "fr", "id", "ms", "ru", "tr"} <= {one.code for one in languages}
    for one in languages:
        assert len(one.words.stop) >= 60, one.code
        assert len(set(one.words.stop)) == len(one.words.stop), one.code
        assert all(word == word.casefold() for word in one.words.stop), one.code
        assert len(one.calendar.weekdays) == 7, one.code
        assert len(one.calendar.months) == 12, one.code


def test_a_new_file_needs_no_code(folder):
    (folder / "xx.toml").write_text(GOOD + 'direction = "rtl"\n[speech]\nverbs = ["exed"]\n')
    assert load("xx").speech.verbs == ("exed",)
    assert direction("xx") == "rtl"
    assert [one.code for one in all_languages()] == ["xx"]


def test_brackets_give_the_forms_of_a_word(folder):
    (folder / "xx.toml").write_text(GOOD + '[speech]\nverbs = ["sag(t|te) (ab|zu)", "f(o)o"]\n')
    assert load("xx").speech.verbs == ("sagt ab", "sagt zu", "sagte ab", "sagte zu", "f(o)o")


def test_an_unknown_language_knows_its_own_name_only(folder):
    assert load("zz").native_name == "zz"
    assert load("../secret").words.stop == ()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        # a key that the format does not know, on any level
        (GOOD + "colour = 1\n", "unknown key 'colour'"),
        (GOOD + "[speech]\nverb = []\n", "unknown key 'verb'"),
        # a value of another type
        (GOOD + "direction = 3\n", "str is wanted"),
        (GOOD + "words = 3\n", "a table is wanted"),
        (GOOD + '[words]\nstop = "and"\n', "a list is wanted"),
        (GOOD + "[words]\nstop = [1]\n", "str is wanted"),
        (GOOD + '[calendar]\nday_first = "no"\n', "bool is wanted"),
        (GOOD + '[calendar]\nmonths = ["January"]\n', "a list is wanted"),
        # something that must be there
        ('code = "xx"\nname = "Exish"\n', "native_name"),
        # the code of another language
        (GOOD.replace('"xx"', '"yy"'), "code is 'yy'"),
    ],
)
def test_a_file_that_does_not_fit_is_named(folder, content, complaint):
    (folder / "xx.toml").write_text(content)
    with pytest.raises(LanguageFileError) as error:
        load("xx")
    assert "xx.toml" in str(error.value)
    assert complaint in str(error.value)
