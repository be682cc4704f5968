"""What an article says of itself, corrected by editors, and what a correction teaches about its outlet's files."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import editing
from articles.models import Article, OutboxEntry, Outlet, Recipe, Statement, User
from tests.factories import make_article, make_claim, make_quote
from tests.ingest.test_again import LITTER, bring_in
from tests.views.conftest import HTMX, handed_over

pytestmark = pytest.mark.django_db
EVIDENCE = [
    {"field": "title", "value": "Kapal tiba", "source": "heading", "text": ""},
    {"field": "title", "value": "Kapal <i>tiba</i> | Suluh", "source": "json-ld", "text": ""},
    {"field": "published", "value": "2021-12-03", "source": "date line", "text": "Jumat, 3 Desember"},
    {"field": "language", "value": "id", "source": "body", "text": ""},
]


@pytest.fixture
def article() -> Article:
    return make_article(title="Kapal tiba", published=date(2021, 12, 3), evidence=EVIDENCE)


def form_of(article: Article, **changes: Any) -> dict[str, Any]:
    """What the form sends that shows the article as it is, with changes."""
    fields = {name: getattr(article, name) or "" for name in ("version", "title", "author", "language", "url")}
    day = article.published.isoformat() if article.published else ""
    return {**fields, "outlet": article.outlet.name if article.outlet else "", "published": day, **changes}


def post(browser: Client, article: Article, **changes: Any) -> Any:
    return browser.post(reverse("correct-article", args=[article.pk]), form_of(article, **changes))


def test_the_page_says_in_words_why_it_says_what_it_says(as_journalist: Client, article: Article) -> None:
    page = as_journalist.get(article.get_absolute_url()).content.decode()
    for told in ("head of the page", "data in the page (JSON-LD)", "Dec. 3, 2021", "as written:", "Jumat, 3 Desember"):
        assert told in page
    assert "Take this one" not in page and reverse("correct-article", args=[article.pk]) not in page


def test_another_candidate_is_taken_into_the_form(as_editor: Client, article: Article) -> None:
    address = reverse("correct-article", args=[article.pk])
    page = as_editor.get(article.get_absolute_url()).content.decode()
    assert page.count("Take this one") == 1 and f'href="{address}?take=1"' in page
    taken = 'value="Kapal &lt;i&gt;tiba&lt;/i&gt; | Suluh"'
    assert taken in as_editor.get(address, {"take": "1"}).content.decode()
    # By the button, what else was typed stays.
    form = post(as_editor, article, take="1", author="Dewi").content.decode()
    assert taken in form and 'value="Dewi"' in form
    article.refresh_from_db()
    assert article.version == 1


def test_what_differs_is_saved_and_said_to_be_set_by_an_editor(as_editor: Client, article: Article) -> None:
    answer = post(as_editor, article, title="Kapal datang", outlet="harian tepi", published="2021-12-04")
    assert answer["Location"] == article.get_absolute_url()
    article.refresh_from_db()
    assert (article.title, article.outlet.name, article.published) == ("Kapal datang", "harian tepi", date(2021, 12, 4))
    assert article.corrected == ["outlet", "published", "title"]
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [article.pk]
    assert handed_over() == ["update_index"]
    page = as_editor.get(reverse("correct-article", args=[article.pk])).content.decode()
    assert page.count("An editor has set this") == 3


def test_nothing_different_saves_nothing(as_editor: Client, article: Article) -> None:
    page = as_editor.post(reverse("correct-article", args=[article.pk]), form_of(article), follow=True)
    assert "Nothing was different" in page.content.decode()
    article.refresh_from_db()
    assert (article.version, article.history.count(), handed_over()) == (1, 1, [])


@pytest.mark.parametrize(
    "wrong", [{"language": "Indonesian"}, {"published": "2021-13-45"}, {"url": "javascript:alert(1)"}, {"outlet": "§"}]
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    wrong: dict[str, str], as_editor: Client, article: Article
) -> None:
    answer = post(as_editor, article, **wrong)
    page = answer.content.decode()
    assert answer.status_code == 422 and 'role="alert"' in page
    assert all(f'value="{value}"' in page for value in wrong.values())
    article.refresh_from_db()
    assert article.version == 1


def test_who_was_slower_keeps_what_they_typed_and_undoes_nothing(
    as_editor: Client, article: Article, admin: User
) -> None:
    editing.correct_article(article.pk, 1, admin, {"title": "Kapal berlabuh", "author": "Sari"})
    answer = post(as_editor, article, title="Kapal datang")
    page = answer.content.decode()
    assert answer.status_code == 409 and "meanwhile" in page and "What you typed is still here" in page
    # The field that was typed into, beside what is saved now; the one that was left alone takes what is saved now.
    assert 'value="Kapal datang"' in page and "saved now: Kapal berlabuh" in page
    assert 'value="Sari"' in page and "saved now: Sari" not in page
    assert 'name="version" value="2"' in page
    article.refresh_from_db()
    assert post(as_editor, article, title="Kapal datang").status_code == 302


def test_a_correction_can_be_taken_back(as_editor: Client, article: Article) -> None:
    post(as_editor, article, title="Kapal datang")
    as_editor.post(reverse("undo"))
    article.refresh_from_db()
    assert (article.title, article.corrected) == ("Kapal tiba", [])


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_what_would_be_remembered_is_shown_before(headers: dict[str, str], as_editor: Client) -> None:
    article = bring_in()
    data = form_of(article, title="Panglima Armada Buka Galangan Baru", outlet="Dermaga Grup", look="1")
    answer = as_editor.post(reverse("correct-article", args=[article.pk]), data, headers=headers)
    page = answer.content.decode()
    assert "{title} - Edisi #" in page and "Kabar Dermaga" in page and "Dermaga Grup" in page
    assert ("<html" in page) == (not headers)
    article.refresh_from_db()
    assert article.version == 1
    assert not Recipe.objects.exists() and not Outlet.objects.filter(name="Dermaga Grup").exists()


def test_what_was_corrected_is_remembered_and_shown(as_editor: Client) -> None:
    article = bring_in()
    answer = post(as_editor, article, title="Panglima Armada Buka Galangan Baru", remember="on")
    recipe = Recipe.objects.get()
    assert answer["Location"] == article.outlet.get_absolute_url()
    assert (recipe.outlet.name, recipe.title) == ("Kabar Dermaga", "{title} - Edisi #")
    # An earlier correction can be remembered later; what is known already is nothing new.
    article.refresh_from_db()
    page = as_editor.post(
        reverse("correct-article", args=[article.pk]), form_of(article, remember="on"), follow=True
    ).content.decode()
    assert "taught nothing new" in page


def test_what_does_not_follow_from_the_file_is_said(as_editor: Client) -> None:
    article = bring_in()
    data = form_of(article, title="Judul yang tidak tercetak di mana pun", remember="on")
    page = as_editor.post(reverse("correct-article", args=[article.pk]), data, follow=True).content.decode()
    assert "Not everything follows from the file" in page and not Recipe.objects.exists()


def test_a_selected_passage_is_litter_of_the_outlet_from_now_on(as_editor: Client) -> None:
    article = bring_in()
    start = article.text.index(LITTER)
    data = {"version": 1, "start": start, "end": start + len(LITTER)}
    assert "Litter of this outlet" in as_editor.get(article.get_absolute_url()).content.decode()
    answer = as_editor.post(reverse("litter", args=[article.pk]), data, headers=HTMX)
    assert answer["HX-Redirect"] == article.outlet.get_absolute_url()
    assert Recipe.objects.get().litter == [LITTER.replace("1.204", "#")]


@pytest.mark.parametrize(
    ("data", "status"), [({"version": 7, "start": 0, "end": 9}, 409), ({"version": 1}, 422), ({}, 409)]
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_litter_that_cannot_be_is_told(
    headers: dict[str, str], data: dict[str, int], status: int, as_editor: Client, article: Article
) -> None:
    answer = as_editor.post(reverse("litter", args=[article.pk]), data, headers=headers)
    assert answer.status_code == status and 'class="problem' in answer.content.decode()
    assert ("<html" in answer.content.decode()) == (not headers)
    assert not Recipe.objects.exists()


def test_statements_say_what_cleaning_anew_did_to_them(as_journalist: Client, article: Article) -> None:
    make_quote(article, anchor="moved")
    make_claim(article, anchor="altered")
    lost = make_claim(article, "tiba", anchor="orphaned")
    Statement.objects.filter(pk=lost.pk).update(text="Perahu <b>tenggelam</b>")
    page = as_journalist.get(article.get_absolute_url()).content.decode()
    assert "Its place was found again" in page and "Its words changed" in page
    last = page[page.index("No longer in the text") :]
    assert f'id="card-{lost.pk}"' in last and "Perahu &lt;b&gt;tenggelam&lt;/b&gt;" in last
    assert f'id="statement-{lost.pk}"' not in page
