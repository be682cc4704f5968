"""Feeds of saved searches: Atom for whoever has the address, and nothing for anybody else."""

import logging
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.urls import reverse

from articles import search
from articles.models import Article, OutboxEntry, SavedSearch, User
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def indexed(article: Article) -> Article:
    OutboxEntry.objects.note([article.pk])
    search.drain()
    return article


@pytest.fixture
def saved(journalist: User) -> SavedSearch:
    return SavedSearch.objects.create(user=journalist, name="Kapal", asked="q=kapal")


def answer(saved: SavedSearch, key: str | None = None, **extra: Any) -> Any:
    """What somebody gets who is not signed in."""
    address = reverse("feed", args=[saved.pk])
    return Client().get(address, {"key": saved.feed_key if key is None else key}, **extra)


def root(saved: SavedSearch, **extra: Any) -> Element:
    return fromstring(answer(saved, **extra).content)


def entries(saved: SavedSearch, **extra: Any) -> list[Element]:
    return root(saved, **extra).findall(f"{ATOM}entry")


def text(element: Element, name: str) -> str:
    return element.findtext(ATOM + name.replace("/", "/" + ATOM)) or ""


def test_an_entry_has_title_outlet_days_link_and_a_few_words(saved: SavedSearch) -> None:
    article = indexed(
        make_article("Kapal itu tiba. " + "Kota itu ramai. " * 100 + "Rahasia.", published=date(2021, 10, 20))
    )
    (entry,) = entries(saved)
    assert (text(entry, "title"), text(entry, "author/name")) == ("Kapal tiba", "Suluh Timur")
    assert text(entry, "id") == f"urn:newsdesk:article:{article.pk}"
    assert text(entry, "published") == "2021-10-20T00:00:00+00:00"
    assert text(entry, "updated").startswith(f"{article.created_at:%Y-%m-%dT%H:%M:%S}")
    assert text(entry, "summary").startswith('<p lang="id" dir="ltr"><mark>Kapal</mark> itu tiba.')
    assert len(text(entry, "summary")) < 400 and "Rahasia" not in answer(saved).content.decode()


def test_it_is_atom_that_nobody_keeps(saved: SavedSearch) -> None:
    indexed(make_article())
    got = answer(saved)
    assert got["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert got["Cache-Control"] == "private, no-store" and got["X-Content-Type-Options"] == "nosniff"
    feed = root(saved)
    assert (text(feed, "title"), text(feed, "id")) == ("Newsdesk: Kapal", f"urn:newsdesk:search:{saved.pk}")
    assert feed.tag == f"{ATOM}feed" and text(feed, "updated")


@pytest.mark.parametrize(("host", "secure"), [("127.0.0.1:8000", False), ("localhost", True)])
def test_all_addresses_are_of_the_host_that_was_asked(host: str, secure: bool, saved: SavedSearch) -> None:
    article = indexed(make_article())
    feed, here = root(saved, headers={"Host": host}, secure=secure), f"{'https' if secure else 'http'}://{host}"
    links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert links == [
        f"{here}/?q=kapal",
        f"{here}/feeds/{saved.pk}/?key={saved.feed_key}",
        f"{here}/articles/{article.pk}/",
    ]


def test_entries_keep_their_ids_and_come_latest_stored_first(saved: SavedSearch) -> None:
    for title, published in (("satu", date(2021, 1, 1)), ("dua", date(2019, 1, 1)), ("tiga", None)):
        indexed(make_article(title=title, published=published))
    assert [text(entry, "title") for entry in entries(saved)] == ["tiga", "dua", "satu"]
    before = [text(entry, "id") for entry in entries(saved)]
    Article.objects.update(title="lain")
    assert [text(entry, "id") for entry in entries(saved)] == before


def test_at_most_fifty(saved: SavedSearch) -> None:
    made = [make_article(f"Kapal {number} tiba.", title=str(number)) for number in range(52)]
    OutboxEntry.objects.note([article.pk for article in made])
    search.drain()
    assert [text(entry, "title") for entry in entries(saved)] == [str(number) for number in range(51, 1, -1)]


def test_a_search_in_quotes_has_quotes_with_their_speakers(saved: SavedSearch) -> None:
    article = make_article()
    quote = make_quote(article)
    make_quote(article, "kata", status="rejected")
    indexed(article)
    SavedSearch.objects.update(asked="q=siap&said=1")
    (entry,) = entries(saved)
    assert text(entry, "id") == f"urn:newsdesk:statement:{quote.pk}"
    assert entry.find(f"{ATOM}link").get("href").endswith(f"/articles/{article.pk}/#statement-{quote.pk}")
    assert "<bdi>Rahma Wibowo</bdi>: Kami <mark>siap</mark>" in text(entry, "summary")


def test_each_entry_says_its_language_and_direction(saved: SavedSearch) -> None:
    SavedSearch.objects.update(asked="q=العبارة")
    indexed(make_article("وصلت العبارة.", language="ar", title="وصول العبارة"))
    (entry,) = entries(saved)
    assert entry.get(LANGUAGE) == "ar" and 'lang="ar" dir="rtl"' in text(entry, "summary")


def test_markup_and_what_xml_cannot_hold_do_no_harm(saved: SavedSearch) -> None:
    SavedSearch.objects.update(name="<b>Kapal\x0b")
    indexed(make_article("Kapal <script>alert(1)</script>\x0c\ufffe tiba.", title="<img src=x> \x1b", outlet="A & <b>"))
    (entry,) = entries(saved)
    assert (text(entry, "title"), text(entry, "author/name")) == ("<img src=x> ", "A & <b>")
    assert "&lt;script&gt;alert(1)" in text(entry, "summary") and "<script" not in text(entry, "summary")


def test_an_empty_feed_is_as_old_as_its_search(saved: SavedSearch) -> None:
    search.rebuild()
    assert text(root(saved), "updated").startswith(f"{saved.created_at:%Y-%m-%dT%H:%M:%S}") and not entries(saved)


def test_without_an_index_a_reader_is_told_to_come_again(saved: SavedSearch) -> None:
    got = answer(saved)
    assert got.status_code == 503 and got["Retry-After"] == "300" and "no-store" in got["Cache-Control"]


@pytest.mark.parametrize("key", ["", "x", "x" * 43, "\x00", "é" * 43])
def test_a_wrong_key_is_not_found(key: str, saved: SavedSearch, as_journalist: Client) -> None:
    search.rebuild()
    got = answer(saved, key)
    assert got.status_code == 404 and "no-store" in got["Cache-Control"]
    # Signed in or not, even for its owner: the address is the key.
    assert as_journalist.get(reverse("feed", args=[saved.pk]), {"key": key}).status_code == 404


def test_a_feed_that_is_off_has_no_key_not_even_an_empty_one(saved: SavedSearch, as_journalist: Client) -> None:
    search.rebuild()
    old = saved.feed_key
    as_journalist.post(reverse("saved-feed", args=[saved.pk]), {"off": 1})
    assert [answer(saved, key).status_code for key in (old, "")] == [404, 404]
    assert "Feed: off" in as_journalist.get("/saved/").content.decode()


def test_a_new_address_takes_the_place_of_the_old_one(saved: SavedSearch, as_journalist: Client) -> None:
    search.rebuild()
    old = saved.feed_key
    as_journalist.post(reverse("saved-feed", args=[saved.pk]))
    saved.refresh_from_db()
    assert (answer(saved, old).status_code, answer(saved).status_code) == (404, 200)
    assert f"http://testserver/feeds/{saved.pk}/?key={saved.feed_key}" in as_journalist.get("/saved/").content.decode()


def test_the_key_of_one_opens_no_other(saved: SavedSearch, editor: User) -> None:
    search.rebuild()
    other = SavedSearch.objects.create(user=editor, name="Feri", asked="q=feri")
    assert answer(other, saved.feed_key).status_code == 404


@pytest.mark.parametrize("end", ["off", "gone", "deleted"])
def test_whoever_lost_their_account_has_no_feed(end: str, saved: SavedSearch, journalist: User) -> None:
    search.rebuild()
    assert answer(saved).status_code == 200
    if end == "off":
        User.objects.update(is_active=False)
    elif end == "gone":
        journalist.delete()
    else:
        SavedSearch.objects.all().delete()
    assert answer(saved).status_code == 404


def test_keys_are_long_and_never_the_same(journalist: User) -> None:
    made = [SavedSearch.objects.create(user=journalist, name=str(number)) for number in range(50)]
    assert len({one.feed_key for one in made}) == 50 and {len(one.feed_key) for one in made} == {43}


def test_no_log_line_has_the_key_or_the_query(saved: SavedSearch, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answer(saved)
    indexed(make_article())
    User.objects.update(is_active=False)
    answer(saved)
    answer(saved, "wrong-key")
    Client().post(f"{reverse('feed', args=[saved.pk])}?key={saved.feed_key}")
    lines = [record.getMessage() for record in caplog.records if record.name.split(".")[0] in ("django", "articles")]
    lines = [line for line in lines if "SELECT" not in line and "UPDATE" not in line and "INSERT" not in line]
    assert any(f"/feeds/{saved.pk}/" in line for line in lines)
    assert not [line for line in lines if saved.feed_key in line or "wrong-key" in line or "q=kapal" in line]
