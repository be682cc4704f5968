"""Words found in translation: in other languages, where the word typed is one of the language that is meant."""

import pytest

from articles import search
from articles.models import Article, OutboxEntry
from tests.factories import make_article

pytestmark = pytest.mark.django_db

TEXTS = {
    "en": "The ceasefire held this time, a harbour master said. Nobody turned to the file.",
    "en-2": "A truce was not in sight. It was time to go.",
    "id": "Gencatan senjata itu bertahan. Penipuan dilaporkan di kota.",
    "es": "El alto el fuego se mantuvo. Hubo una estafa con sal.",
    "ru": "Перемирие соблюдается в Женеве.",
}


@pytest.fixture(autouse=True)
def archive() -> None:
    """An article in each language, and two in English."""
    made = [make_article(text, language=key[:2], title=key, file=key) for key, text in TEXTS.items()]
    OutboxEntry.objects.note([article.pk for article in made])
    search.drain()


def found(query: str, **fields: bool) -> set[str]:
    hits = search.find(search.parse(query, **fields)).hits
    return set(Article.objects.filter(pk__in=[hit.article for hit in hits]).values_list("file", flat=True))


@pytest.mark.parametrize(
    ("query", "files"),
    [
        # a word and a phrase, in any form, lead to the other languages; not to other words of their own
        ("ceasefires", {"en", "id", "es", "ru"}),
        ("gencatan senjata", {"en", "en-2", "id", "es", "ru"}),
        ("перемирия", {"en", "en-2", "id", "es", "ru"}),
        # a language without articles
        ("Waffenruhe", {"en", "en-2", "id", "es", "ru"}),
        ("Genf", {"ru"}),
        # "timo" is a swindle in Spanish, but "time" is an English word here
        ("time", {"en", "en-2"}),
        # quoted, a word is itself
        ('"ceasefire"', {"en"}),
    ],
)
def test_a_word_is_found_in_translation(query: str, files: set[str]) -> None:
    assert found(query) == files


def test_a_switch_turns_it_off() -> None:
    assert found("ceasefire", translated=False) == {"en"}


def test_the_results_tell_by_which_words_they_were_found() -> None:
    (widened,) = search.find(search.parse("ceasefire")).widened
    assert ("id", "gencatan senjata") in widened.translations
    assert {language for language, _ in widened.translations} == {"es", "id", "ru"}
