"""Outlets: their recipes, read by all and taught by editors, and what applying one does."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import editing, ingest
from articles.models import Outlet, Recipe, User
from tests.factories import make_article, make_claim, make_quote
from tests.views.conftest import HTMX, handed_over

pytestmark = pytest.mark.django_db


@pytest.fixture
def outlet() -> Outlet:
    """An outlet with two articles."""
    make_article("Perahu itu pergi.")
    return make_article().outlet


def html_of(browser: Client, outlet: Outlet, **headers: str) -> str:
    return browser.get(outlet.get_absolute_url(), headers=headers).content.decode()


def save(browser: Client, outlet: Outlet, version: int, **fields: str) -> Any:
    return browser.post(outlet.get_absolute_url(), {"version": version, **fields})


def test_outlets_are_listed_those_with_most_articles_first(as_journalist: Client, outlet: Outlet) -> None:
    make_article(outlet="Harian <b>Tepi</b>")
    page = as_journalist.get(reverse("outlets")).content.decode()
    assert page.index("Suluh Timur") < page.index("Harian &lt;b&gt;Tepi&lt;/b&gt;")


def test_an_article_and_the_imports_lead_there(as_admin: Client, outlet: Outlet) -> None:
    article = outlet.articles.first()
    assert f'href="{outlet.get_absolute_url()}"' in as_admin.get(article.get_absolute_url()).content.decode()
    assert f'href="{reverse("outlets")}"' in as_admin.get(reverse("imports")).content.decode()


def test_journalists_read_what_editors_teach(as_journalist: Client, outlet: Outlet, editor: User) -> None:
    assert "Nothing yet" in html_of(as_journalist, outlet)
    editing.teach(outlet.pk, 0, editor, {"title": "{title} | Suluh", "litter": ["Baca <i>juga</i>"], "names": ["ST"]})
    page = html_of(as_journalist, outlet)
    assert "{title} | Suluh" in page and "Baca &lt;i&gt;juga&lt;/i&gt;" in page
    assert "<form" not in page[page.index("<main") : page.index("</main")]


def test_lines_and_patterns_are_kept_and_their_changes_told(as_editor: Client, outlet: Outlet) -> None:
    save(as_editor, outlet, 0, names="ST\n\n Suluh ", litter="Baca juga\r\nBagikan", title="{title} | Suluh")
    recipe = Recipe.objects.get()
    assert (recipe.names, recipe.litter, recipe.title) == (["ST", "Suluh"], ["Baca juga", "Bagikan"], "{title} | Suluh")
    save(as_editor, outlet, 1, names="ST", litter="Baca juga\nIklan layanan", title="{title} | Suluh")
    page = html_of(as_editor, outlet)
    latest = page[page.index("Changes</h2>") :]
    latest = latest[: latest.index("</dl>")]
    assert '<ins dir="auto">Iklan layanan</ins>' in latest and '<del dir="auto">Bagikan</del>' in latest
    assert '<del dir="auto">Suluh</del>' in latest and "Baca juga" not in latest and "ed</bdi>" in page


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("title", "Suluh Timur", "{title}"),
        ("title", "{title}", "some text beside"),
        ("published", "Terbit {day} {month}", "{year}"),
        ("litter", "Baca juga\n* * *", "* * *"),
        ("litter", "… iklan", "single word"),
        ("names", "x" * 301, "too long"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_as_one_types_and_when_one_saves(
    field: str, typed: str, told: str, as_editor: Client, outlet: Outlet
) -> None:
    data = {"version": 0, "litter": "Bagikan ini", "check": field, field: typed}
    asked = as_editor.post(outlet.get_absolute_url(), data, headers=HTMX)
    assert told in asked.content.decode() and "<form" not in asked.content.decode()
    saved = as_editor.post(outlet.get_absolute_url(), {**data, "check": ""})
    assert saved.status_code == 422 and told in saved.content.decode()
    assert f'id="id_{field}_error"' in saved.content.decode()
    assert not Recipe.objects.exists()


def test_what_is_right_is_not_remarked_upon(as_editor: Client, outlet: Outlet) -> None:
    answer = as_editor.post(outlet.get_absolute_url(), {"check": "title", "title": "{title} | ST"}, headers=HTMX)
    assert answer.status_code == 200 and not answer.content.strip()
    assert not Recipe.objects.exists()


@pytest.mark.parametrize("known", [False, True], ids=["none before", "one before"])
def test_who_was_slower_keeps_what_they_typed_and_undoes_nothing(
    known: bool, as_editor: Client, outlet: Outlet, admin: User
) -> None:
    if known:
        editing.teach(outlet.pk, 0, admin, {"litter": ["Bagikan ini"], "names": ["ST"]})
    before = {"litter": "Bagikan ini", "names": "ST"} if known else {}
    editing.teach(outlet.pk, int(known), admin, {"litter": ["Baca juga"], "title": "{title} | ST"})
    answer = save(as_editor, outlet, int(known), **{**before, "litter": "Iklan layanan"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "meanwhile" in page
    assert ">\nIklan layanan</textarea>" in page and "saved now: Baca juga" in page
    assert ">\n{title} | ST</textarea>" in page and "saved now: {title}" not in page
    assert f'name="version" value="{int(known) + 1}"' in page


def test_applying_is_handed_over_and_shows_how_far_it_is(as_editor: Client, outlet: Outlet, editor: User) -> None:
    assert "Apply to 2 earlier articles" in html_of(as_editor, outlet)
    as_editor.post(reverse("apply-recipe", args=[outlet.pk]))
    assert handed_over() == [f"clean_outlet_again {outlet.pk}"]
    page = html_of(as_editor, outlet)
    assert "0 of 2 articles cleaned again" in page and "every 1s" in page and "Apply to" not in page
    Recipe.objects.update(cleaned_to=outlet.articles.order_by("pk")[0].pk)
    part = html_of(as_editor, outlet, **HTMX)
    assert "1 of 2 articles cleaned again" in part and "<html" not in part
    Recipe.objects.update(cleaned_to=None)
    part = html_of(as_editor, outlet, **HTMX)
    assert "every 1s" not in part and "Apply to 2 earlier articles" in part


def test_pressing_twice_begins_nothing_anew(outlet: Outlet) -> None:
    ingest.begin_again(outlet.pk)
    Recipe.objects.update(cleaned_to=7)
    ingest.begin_again(outlet.pk)
    assert Recipe.objects.get().cleaned_to == 7


def test_what_became_of_the_statements_is_counted_and_those_to_look_at_are_linked(
    as_journalist: Client, outlet: Outlet
) -> None:
    article = outlet.articles.get(text__startswith="Kapal")
    kept, altered = make_quote(article), make_claim(article, anchor="altered")
    lost = make_claim(article, "tiba", anchor="orphaned")
    moved = make_claim(article, "itu", anchor="moved")
    make_quote(make_article(outlet="Harian Tepi"), anchor="moved")
    part = html_of(as_journalist, outlet, **HTMX)
    counts = " ".join(part.replace("</span>", "").split())
    for told in ('kept <span class="count">1', 'moved <span class="count">1', 'altered <span class="count">1'):
        assert told in counts
    for statement, shown in ((kept, False), (altered, True), (lost, True)):
        assert (f'href="{statement.get_absolute_url()}"' in part) == shown
    places = [part.index(f'id="changed-{statement.pk}"') for statement in (lost, altered, moved)]
    assert places == sorted(places), "what is lost comes first"


@pytest.mark.parametrize("data", [{}, {"version": ""}, {"version": "x"}, {"version": "1"}, {"version": "9" * 30}])
def test_a_recipe_is_saved_over_the_version_that_was_read_alone(
    data: dict[str, str], as_editor: Client, outlet: Outlet
) -> None:
    answer = as_editor.post(outlet.get_absolute_url(), {**data, "litter": "Baca juga"})
    assert answer.status_code in (409, 422) and not Recipe.objects.exists()
