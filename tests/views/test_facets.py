"""The facets of a search: the most frequent values beside the results, all of them on a page."""

from django.test import Client

from articles import search
from articles.models import OutboxEntry
from articles.views.narrowing import SHOWN
from tests.factories import make_article, make_person, make_quote
from tests.views.conftest import HTMX
from tests.views.test_search import Links, page


def make_and_index(*texts: str, outlets: bool = False) -> None:
    """One article a text, each of its own outlet if asked for."""
    made = [
        make_article(text, title=f"Nomor {number}", **({"outlet": f"Harian {number}"} if outlets else {}))
        for number, text in enumerate(texts)
    ]
    OutboxEntry.objects.note([article.pk for article in made])
    search.drain()


def test_a_long_facet_shows_the_most_frequent_and_has_a_page_of_all(as_journalist: Client, db: None) -> None:
    make_and_index(*["Kapal tiba."] * (SHOWN + 2), outlets=True)
    found = page(as_journalist, q="kapal")
    assert found.count('id="outlet-') == SHOWN and f"All {SHOWN + 2}" in found
    address = Links(found).found["all-outlet"]
    assert address == "/facets/outlet/?q=kapal"
    every = as_journalist.get(address).content.decode()
    assert every.count('id="outlet-') == SHOWN + 2 and 'href="/?q=kapal&amp;outlet=Harian+1"' in every
    within = as_journalist.get(address, {"within": "harian 13"}, headers=HTMX).content.decode()
    assert within.startswith("\n<li>") and within.count("<li>") == 1 and "Harian 13" in within
    assert as_journalist.get("/facets/colour/").status_code == 404


def test_the_chosen_value_of_a_facet_is_counted_even_if_it_is_rare(as_journalist: Client, db: None) -> None:
    make_and_index(*["Kapal tiba."] * (SHOWN + 2), outlets=True)
    found = page(as_journalist, outlet="Harian 9")
    assert found.count('id="outlet-') == SHOWN + 1 and "1 article" in found
    assert "✓ </span><bdi>Harian 9</bdi>" in found and Links(found).found["outlet-1"] == "/"


def test_speakers_are_looked_for_in_any_spelling(as_journalist: Client, db: None) -> None:
    person, article = make_person("Rahma Wibowo"), make_article("Kapal tiba. “Kami siap berlayar,” kata Rahma Wibowo.")
    make_quote(article, "Kami siap berlayar", speaker=person)
    person.spellings.create(spelling="Rahmah Wibawa", key="y")
    OutboxEntry.objects.note([article.pk])
    search.drain()
    assert "Rahma Wibowo" in as_journalist.get("/facets/speaker/?within=wibaw").content.decode()
    assert "None of the results" in as_journalist.get("/facets/speaker/?within=zz").content.decode()
