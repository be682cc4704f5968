"""Saved searches: kept from the search page, opened for what is new in them, renamed, deleted; each sees their own."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from articles import search
from articles.models import Article, OutboxEntry, SavedSearch, User
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


def indexed(*titles: str) -> list[Article]:
    """Articles about a ship, in the index; the first words are the title."""
    made = [make_article(f"{title}. Kapal itu tiba.", title=title) for title in titles]
    OutboxEntry.objects.note([article.pk for article in made])
    search.drain()
    return made


@pytest.fixture
def archive(db: None) -> list[Article]:
    return indexed("Satu tiba", "Dua tiba")


def keep(browser: Client, name: str = "Kapal", **asked: object) -> SavedSearch:
    browser.post(reverse("saved"), {"name": name, "asked": "?" + urlencode(asked or {"q": "kapal"})})
    return SavedSearch.objects.get(name=name)


def html_of(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def opened(browser: Client, saved: SavedSearch) -> str:
    return browser.post(reverse("look", args=[saved.pk]), follow=True).content.decode()


def new_in_list(browser: Client) -> str:
    """What the list says of its only search."""
    return re.findall(
        r'<span class="(?:chip|hint)">((?:[\d,]+ new)|nothing new|The index[^<]*)</span>', html_of(browser, "/saved/")
    )[0]


def test_the_search_page_offers_to_save_what_it_shows(as_journalist: Client, archive: list[Article]) -> None:
    page = html_of(as_journalist, "/?q=kapal&language=id&page=1")
    asked = unescape(re.findall(r'name="asked" value="([^"]*)"', page)[0])
    answer = as_journalist.post(reverse("saved"), {"name": "Kapal", "asked": asked}, follow=True)
    assert answer.redirect_chain == [("/?q=kapal&language=id", 302)] and "Saved." in answer.content.decode()
    assert SavedSearch.objects.get().address == "/?q=kapal&language=id"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"q": "كابل", "said": "1", "sort": "date"}, {"q": "كابل", "said": "1", "sort": "date"}),
        ({"q": "kapal", "names": "0", "translated": "0"}, {"q": "kapal", "names": "0", "translated": "0"}),
        # What is no part of a search is not kept.
        ({"q": "kapal", "page": "3", "speaker": "x", "evil": "1"}, {"q": "kapal"}),
        # All articles are a search too.
        ({}, {}),
    ],
)
def test_a_search_is_kept_as_its_address_says(asked: dict, kept: dict, as_journalist: Client) -> None:
    as_journalist.post(reverse("saved"), {"name": "x", "asked": urlencode(asked)})
    assert SavedSearch.objects.get().asked == urlencode(kept)


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("  ", "q=kapal", "needs a name"),
        ("Kapal", "q=feri", "this name already"),
        ("x" * 201, "q=kapal", "at most 200"),
        ("Panjang", "q=" + "kapal" * 500, "too long to be kept"),
    ],
)
def test_a_search_that_cannot_be_kept_says_why_and_keeps_what_was_typed(
    name: str, asked: str, told: str, as_journalist: Client
) -> None:
    keep(as_journalist)
    answer = as_journalist.post(reverse("saved"), {"name": name, "asked": asked})
    page = answer.content.decode()
    assert answer.status_code == 422 and told in page and SavedSearch.objects.count() == 1
    assert f'value="{name}"' in page and f'name="asked" value="{asked}"' in page


def test_what_was_there_when_it_was_saved_is_not_new(as_journalist: Client, archive: list[Article]) -> None:
    keep(as_journalist)
    assert new_in_list(as_journalist) == "nothing new"
    indexed("Tiga tiba", "Empat tiba")
    assert new_in_list(as_journalist) == "2 new"


def test_opening_shows_which_are_new_and_takes_them_for_seen(as_journalist: Client, archive: list[Article]) -> None:
    saved = keep(as_journalist)
    indexed("Tiga tiba")
    page = opened(as_journalist, saved)
    assert "1 new since you last looked" in page and "Tiga" in page and "Satu" not in page
    assert new_in_list(as_journalist) == "nothing new"
    assert "Nothing new since you last looked." in opened(as_journalist, saved)


def test_what_was_shown_as_new_can_be_loaded_again(as_journalist: Client, archive: list[Article]) -> None:
    saved = keep(as_journalist)
    indexed("Tiga tiba")
    address = as_journalist.post(reverse("look", args=[saved.pk]))["Location"]
    for _ in range(2):
        assert "Tiga" in html_of(as_journalist, address)


def test_reading_alone_takes_nothing_for_seen(as_journalist: Client, archive: list[Article]) -> None:
    saved = keep(as_journalist)
    indexed("Tiga tiba")
    assert "Mark as seen" in html_of(as_journalist, saved.get_absolute_url())
    assert new_in_list(as_journalist) == "1 new"


def test_only_what_the_search_finds_is_new(as_journalist: Client, archive: list[Article]) -> None:
    keep(as_journalist, q="kapal", language="en")
    indexed("Tiga tiba")
    assert new_in_list(as_journalist) == "nothing new"


def test_in_quotes_the_new_quotes_count(as_journalist: Client, archive: list[Article]) -> None:
    saved = keep(as_journalist, q="siap", said=1)
    article = make_article()
    make_quote(article)
    make_quote(article, status="rejected", words="kata")
    OutboxEntry.objects.note([article.pk])
    search.drain()
    assert new_in_list(as_journalist) == "1 new"
    assert "Kami <mark>siap</mark>" in opened(as_journalist, saved)


def test_what_waits_for_the_index_is_new_when_it_is_there(as_journalist: Client, archive: list[Article]) -> None:
    saved = keep(as_journalist)
    waiting = make_article("Tiga. Kapal itu tiba.", title="Tiga tiba")
    OutboxEntry.objects.note([waiting.pk])
    opened(as_journalist, saved)
    search.drain()
    assert new_in_list(as_journalist) == "1 new"


def test_an_article_that_is_changed_is_not_new_again(as_journalist: Client, archive: list[Article]) -> None:
    keep(as_journalist)
    archive[0].title = "Satu lagi"
    archive[0].save()
    OutboxEntry.objects.note([archive[0].pk])
    search.drain()
    assert new_in_list(as_journalist) == "nothing new"


def test_without_an_index_nothing_is_known_and_nothing_is_seen(as_journalist: Client) -> None:
    saved = keep(as_journalist)
    assert new_in_list(as_journalist).startswith("The index is being built")
    assert "Search is not available" in opened(as_journalist, saved)
    indexed("Satu tiba")
    assert new_in_list(as_journalist) == "1 new"


def test_many_that_are_new_come_in_pages(as_journalist: Client, archive: list[Article]) -> None:
    saved = keep(as_journalist)
    indexed(*(f"Nomor {number}" for number in range(25)))
    page = opened(as_journalist, saved)
    assert page.count('class="card hit"') == 20 and "Page 1 of 2" in page
    following = re.findall(r'rel="next" href="([^"]*)"', page)[0]
    assert html_of(as_journalist, unescape(following)).count('class="card hit"') == 5


def test_a_search_can_be_renamed_and_deleted(as_journalist: Client) -> None:
    saved = keep(as_journalist)
    as_journalist.post(reverse("rename-saved", args=[saved.pk]), {"name": " Kapal  Sirwan "})
    assert SavedSearch.objects.get().name == "Kapal Sirwan"
    as_journalist.post(reverse("delete-saved", args=[saved.pk]))
    assert not SavedSearch.objects.exists()


def test_a_name_that_is_taken_stays_in_its_field(as_journalist: Client) -> None:
    saved, _ = keep(as_journalist), keep(as_journalist, "Feri")
    answer = as_journalist.post(reverse("rename-saved", args=[saved.pk]), {"name": "Feri"})
    page = answer.content.decode()
    assert answer.status_code == 422 and page.count("this name already") == 1 and page.count('value="Feri"') == 2
    assert SavedSearch.objects.get(pk=saved.pk).name == "Kapal"


@pytest.mark.parametrize("action", ["saved-search", "look", "rename-saved", "delete-saved", "saved-feed"])
def test_nobody_elses_search_exists(action: str, as_journalist: Client, as_admin: Client) -> None:
    saved = keep(as_journalist)
    address = reverse(action, args=[saved.pk])
    answer = as_admin.get(address) if action == "saved-search" else as_admin.post(address, {"name": "x"})
    assert answer.status_code == 404
    assert "Kapal" not in html_of(as_admin, reverse("saved"))
    assert SavedSearch.objects.get().name == "Kapal"


def test_two_people_may_use_one_name(as_journalist: Client, as_editor: Client) -> None:
    for browser in (as_journalist, as_editor):
        browser.post(reverse("saved"), {"name": "Kapal", "asked": "q=kapal"})
    assert SavedSearch.objects.count() == 2


def test_nothing_saved_says_how_to_begin(as_journalist: Client) -> None:
    assert "You have no saved searches yet" in html_of(as_journalist, reverse("saved"))


def test_words_and_filters_are_told_and_stay_words(as_journalist: Client, archive: list[Article]) -> None:
    keep(as_journalist, "<b>x</b>", q="<i>kapal</i>", language="id", month="2021-10", said=1, translated=0)
    page = html_of(as_journalist, reverse("saved"))
    for told in (
        "&lt;b&gt;x",
        "&lt;i&gt;kapal",
        "Indonesian</bdi>",
        "October 2021",
        "in quotes",
        "without translations",
    ):
        assert told in page


def test_the_account_menu_and_the_search_page_lead_there(as_journalist: Client, archive: list[Article]) -> None:
    for address in ("/", "/keys/"):
        page = html_of(as_journalist, address)
        assert 'href="/saved/"' in page and 'href="/batch-search/"' in page


def test_a_person_who_is_deleted_takes_their_searches_along(as_journalist: Client, journalist: User) -> None:
    keep(as_journalist)
    journalist.delete()
    assert not SavedSearch.objects.exists()
