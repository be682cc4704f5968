"""The words of everyday speech: a file like the glossary's, beside it, and found in the forms that a text has."""

from collections import Counter

import pytest

from articles.languages import LanguageFileError, glossary, load, loading
from articles.text.concepts import Glossary
from articles.text.terms import words

LANGUAGE = 'code = "xx"\nname = "Exish"\nnative_name = "Ex"\n'
NEWS = '[defence.truce]\nxx = ["stillness"]\n'
CACHES = (load, loading.all_languages, glossary.shipped, glossary.everyday)


@pytest.fixture
def everyday(tmp_path, monkeypatch):
    """Reads everyday words of this content, beside a glossary that has a truce."""
    monkeypatch.setattr(loading, "FOLDER", tmp_path)
    (tmp_path / "xx.toml").write_text(LANGUAGE, encoding="utf-8")
    (tmp_path / "glossary.toml").write_text(NEWS, encoding="utf-8")

    def read(content):
        (tmp_path / "everyday.toml").write_text(content, encoding="utf-8")
        for one in CACHES:
            one.cache_clear()
        return glossary.everyday()

    yield read
    for one in CACHES:
        one.cache_clear()


def test_they_stand_beside_the_glossary(everyday):
    (give,) = everyday('[acts.give]\nxx = ["g(ive|ift)"]\n')
    assert (give.name, give.theme, give.words) == ("give", "acts", {"xx": ("give", "gift")})
    assert [concept.name for concept in glossary.shipped()] == ["truce"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        # a key that the glossary has, or that stands here twice
        ('[acts.truce]\nxx = ["a"]\n', "everyday.toml: acts.truce: defence has a concept of this name"),
        ('[acts.a]\nxx = ["a"]\n[things.a]\nxx = ["b"]\n', "everyday.toml: things.a: acts has a concept of this name"),
        # what does not fit is named with this file
        ('give = ["a"]\n', "everyday.toml: give: a table is wanted"),
        ("[acts.give]\nxx = []\n", "everyday.toml: acts.give.xx: a word is empty"),
    ],
)
def test_what_does_not_fit_is_named(everyday, content, complaint):
    with pytest.raises(LanguageFileError, match=complaint):
        everyday(content)


def test_nearly_every_concept_has_words_in_every_language():
    codes = {language.code for language in loading.all_languages()}
    concepts = glossary.everyday()
    assert len(concepts) >= 1400
    assert all(len(concept.words) >= 8 for concept in concepts)
    assert sum(set(concept.words) == codes for concept in concepts) >= 0.9 * len(concepts)


def test_no_word_names_two_things_in_one_language():
    named = Counter(
        (code, word.casefold())
        for concept in glossary.everyday()
        for code, known in concept.words.items()
        for word in known
    )
    assert [word for word, times in named.items() if times > 1] == []


def test_no_word_is_one_that_news_is_made_of():
    news = {
        (code, word.casefold())
        for concept in glossary.shipped()
        if concept.theme not in (*glossary.NAMES, glossary.MONTHS)
        for code, known in concept.words.items()
        for word in known
        if not word.isupper()  # an abbreviation: EAU is no eau
    }
    everyday = {
        (code, word.casefold())
        for concept in glossary.everyday()
        for code, known in concept.words.items()
        for word in known
    }
    assert everyday & news == set()


def test_each_language_is_written_in_its_own_letters():
    latin = {"en", "de", "fr", "es", "id", "ms", "tr"}
    for concept in glossary.everyday():
        for code, known in concept.words.items():
            letters = [letter for word in known for letter in word if letter.isalpha()]
            assert all((letter < "\u0370") == (code in latin) for letter in letters), (concept.name, code)


@pytest.fixture(scope="module")
def known():
    return Glossary(glossary.everyday())


@pytest.mark.parametrize(
    ("concept", "written"),
    [
        # English: irregular past, participle, noun of the act
        ("give", "gave"),
        ("build", "built"),
        ("decide", "decision"),
        ("promise", "promised"),
        # German: strong verbs, participles of separable ones
        ("shut", "geschlossen"),
        ("give", "gab"),
        ("forbid", "verboten"),
        ("arrive", "angekommen"),
        # French and Spanish: pasts and futures
        ("open", "ouvert"),
        ("sell", "vendu"),
        ("build", "construisent"),
        ("receive", "reçu"),
        ("promise", "prometió"),
        ("lose", "pierde"),
        ("build", "construyó"),
        ("bring", "trajo"),
        # Indonesian and Malay: with prefix, passive, as a noun
        ("shut", "ditutup"),
        ("give", "diberi"),
        ("buy", "pembelian"),
        ("send", "dihantar"),
        ("change", "perubahan"),
        ("plant", "menanam"),
        # Russian: both aspects, past and participle
        ("shut", "закрыла"),
        ("shut", "закрывают"),
        ("help", "помог"),
        ("promise", "обещал"),
        ("destroy", "разрушен"),
        # Turkish: tenses, passive, participle
        ("give", "verdi"),
        ("open", "açılan"),
        ("build", "yapılacak"),
        ("forget", "unutuyor"),
        # Arabic: past, present with its prefixes, future, the noun of the act
        ("shut", "أغلقت"),
        ("shut", "تغلق"),
        ("shut", "الإغلاق"),
        ("sell", "يبيع"),
        ("repair", "سيصلح"),
        # Persian: past, present, participle, a verb of two words
        ("shut", "بسته"),
        ("shut", "می‌بندد"),
        ("sell", "فروخت"),
        ("open", "باز کرد"),
        ("forget", "فراموش می‌کند"),
        # things: in the plural, in a case, with "his" and "the"
        ("gift", "Geschenke"),
        ("gift", "cadeaux"),
        ("gift", "hadiahnya"),
        ("gift", "подарков"),
        ("gift", "hediyeler"),
        ("gift", "الهدية"),
        ("gift", "هدیه‌ها"),
        ("door", "portes"),
        ("house", "evlerini"),
        ("night", "ночью"),
        ("truth", "verdades"),
        ("mistake", "kesalahannya"),
        # what they are like: declined, as an adverb
        ("new", "neuen"),
        ("public", "públicas"),
        ("joint", "совместную"),
        ("expensive", "mahalnya"),
        ("sudden", "suddenly"),
        ("strange", "العجيبة"),
    ],
)
def test_a_form_of_a_text_is_found(known, concept, written):
    tokens = [word.text for word in words(written)]
    found = {
        meaning.concept
        for start in range(len(tokens))
        for end in range(start + 1, len(tokens) + 1)
        for meaning in known.meanings(tokens[start:end])
    }
    assert concept in found
