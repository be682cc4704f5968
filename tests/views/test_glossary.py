"""The glossary's pages: read by all, changed by editors, with every word in its own language and direction."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import editing
from articles.models import GlossaryWord, User
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db

TRUCE = reverse("concept", args=["ceasefire"])


def html(browser: Client, address: str, **data: str) -> str:
    return browser.get(address, data).content.decode()


def found(browser: Client, words: str) -> str:
    """What htmx gets while one types."""
    return browser.get(reverse("glossary"), {"q": words}, headers=HTMX).content.decode()


def change(browser: Client, word: str, version: int = 0, language: str = "en", **fields: str) -> Any:
    data = {"language": language, "word": word, "version": version, **fields}
    return browser.post(TRUCE, data, headers=HTMX)


@pytest.mark.parametrize("words", ["ceasefires", "cease", "gencatan senjata", "ATEŞKES", "آتش‌بس", "перемирия"])
def test_a_concept_is_found_by_any_word_in_any_form(words: str, as_journalist: Client) -> None:
    assert f'href="{TRUCE}"' in found(as_journalist, words)


def test_what_is_found_comes_alone_as_one_types_and_in_a_page_without_scripts(as_journalist: Client) -> None:
    assert "<html" not in found(as_journalist, "truce")
    page = html(as_journalist, reverse("glossary"), q="truce")
    assert "<html" in page and 'value="truce"' in page and f'href="{TRUCE}"' in page


def test_what_is_not_found_says_what_to_do(as_journalist: Client, as_editor: Client) -> None:
    assert "No concept has this word" in found(as_journalist, "qwrtz")
    assert "add it below" in found(as_editor, "qwrtz") and "add it below" not in found(as_journalist, "qwrtz")


def test_themes_list_their_concepts_a_page_at_a_time(as_journalist: Client) -> None:
    page = html(as_journalist, reverse("glossary"))
    assert "?theme=countries" in page and "?theme=cities" in page
    countries = html(as_journalist, reverse("glossary"), theme="countries")
    assert countries.count("data-item") == 50 and "page=2" in countries
    assert "No concept has this theme" in html(as_journalist, reverse("glossary"), theme="nothing")


def test_the_search_page_leads_there(as_journalist: Client) -> None:
    assert f'href="{reverse("glossary")}"' in html(as_journalist, reverse("search"))


def test_each_word_carries_its_language_and_direction(as_journalist: Client) -> None:
    page = html(as_journalist, TRUCE)
    assert '<bdi lang="fa" dir="rtl">آتش‌بس</bdi>' in page
    assert '<bdi lang="id" dir="ltr">gencatan senjata</bdi>' in page
    assert '<bdi dir="auto">Moscow</bdi>' in html(as_journalist, reverse("concept", args=["city-524901"]))


def test_a_journalist_reads_only(as_journalist: Client) -> None:
    for page in (html(as_journalist, TRUCE), html(as_journalist, reverse("glossary"), q="truce")):
        assert 'method="post"' not in page[page.index("<main") : page.index("</main")]


def test_what_nobody_knows_is_not_found(as_editor: Client) -> None:
    address = reverse("concept", args=["nothing-such"])
    assert as_editor.get(address).status_code == 404
    assert as_editor.post(address, {"language": "en", "word": "calm", "version": 0}).status_code == 404


def test_an_editor_adds_hides_and_shows_again(as_editor: Client) -> None:
    added = change(as_editor, "calm").content.decode()
    assert 'class="word is-added"' in added and "<html" not in added
    hidden = change(as_editor, "calm", 1, hidden="1").content.decode()
    assert 'class="word is-hidden"' in hidden and 'name="version" value="2"' in hidden
    assert 'class="word is-added"' in change(as_editor, "calm", 2).content.decode()
    assert "Changes</h2>" in hidden and "ed</bdi>" in hidden


def test_without_scripts_the_page_comes_back(as_editor: Client) -> None:
    answer = as_editor.post(TRUCE, {"language": "en", "word": "truce", "version": 0, "hidden": "1"})
    assert answer.status_code == 302 and answer["Location"] == TRUCE
    assert GlossaryWord.objects.get().hidden


def test_a_refused_word_stays_in_its_field(as_editor: Client) -> None:
    answer = change(as_editor, "the")
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="the"' in page and "commonest" in page
    assert '<option value="en" selected>' in page


def test_who_comes_late_sees_what_is_there_now(as_editor: Client, admin: User) -> None:
    row = editing.hide_word("ceasefire", "en", "truce", 0, admin)
    editing.add_word("ceasefire", "en", "truce", row.version, admin)
    answer = change(as_editor, "truce", 1, hidden="1")
    assert answer.status_code == 409
    assert 'name="version" value="2"' in answer.content.decode()


def test_a_new_concept_opens_for_its_other_words(as_editor: Client) -> None:
    answer = as_editor.post(reverse("glossary"), {"language": "en", "word": "salt levy", "version": 0}, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[0][0] == reverse("concept", args=["own-salt-levy"])
    assert "salt levy</h1>" in page and "other languages" in page
    refused = as_editor.post(reverse("glossary"), {"language": "", "word": "salt levy", "version": 0})
    assert refused.status_code == 422 and 'value="salt levy"' in refused.content.decode()


def test_taking_back_a_new_concept_leads_to_the_glossary(as_editor: Client, editor: User) -> None:
    row = editing.add_concept("en", "salt levy", 0, editor)
    page = html(as_editor, row.get_absolute_url())
    assert f'name="next" value="{reverse("glossary")}"' in page
    answer = as_editor.post(reverse("undo"), {"next": reverse("glossary")}, follow=True)
    assert "is gone again" in answer.content.decode() and not GlossaryWord.objects.exists()


def test_a_concept_is_called_by_a_word_of_the_readers_language(as_journalist: Client) -> None:
    as_journalist.cookies["django_language"] = "id"
    assert "gencatan senjata</h1>" in html(as_journalist, TRUCE)
