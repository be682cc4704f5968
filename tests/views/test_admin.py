"""Django's admin: for admins alone; accounts with their roles; what the desk judges can only be looked at."""

import pytest
from django.contrib import admin as django_admin
from django.test import Client

from articles.models import GlossaryWord, ImportBatch, ImportFile, OutboxEntry, Outlet, Recipe, Role, Statement, User
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db
OURS = [model for model in django_admin.site._registry if model._meta.app_label == "articles"]


@pytest.fixture
def quote() -> Statement:
    article = make_article()
    Recipe.objects.create(outlet=article.outlet)
    GlossaryWord.objects.create(concept="ceasefire", language="en", word="calm")
    ImportFile.objects.create(batch=ImportBatch.objects.create(), name="kapal.txt", original=article.original)
    return make_quote(article, speaker=make_person())


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_list_and_row_opens_for_an_admin(model, quote: Statement, as_admin: Client) -> None:
    base = f"/admin/articles/{model._meta.model_name}/"
    assert as_admin.get(base, {"q": "Kapal"}).status_code in (200, 302)
    if row := model.objects.first():
        assert as_admin.get(f"{base}{row.pk}/change/").status_code == 200


def test_nobody_else_gets_in(as_editor: Client, as_journalist: Client) -> None:
    for client in (as_editor, as_journalist):
        assert client.get("/admin/articles/user/").status_code in (302, 403)


@pytest.mark.parametrize("name", ["statement", "article", "link", "person", "importbatch", "importfile", "recipe"])
def test_what_the_desk_judges_is_not_changed_here(name: str, quote: Statement, as_admin: Client) -> None:
    assert as_admin.get(f"/admin/articles/{name}/add/").status_code == 403
    if name == "statement":
        assert as_admin.post(f"/admin/articles/statement/{quote.pk}/change/", {"note": "x"}).status_code == 403
        assert as_admin.post(f"/admin/articles/statement/{quote.pk}/delete/", {"post": "yes"}).status_code == 403


def test_an_account_is_made_with_its_role(as_admin: Client) -> None:
    data = {"username": "wati", "role": "editor", "password1": "kapal-tiba-1871", "password2": "kapal-tiba-1871"}
    assert as_admin.post("/admin/articles/user/add/", data).status_code == 302
    user = User.objects.get(username="wati")
    assert user.role == Role.EDITOR and user.check_password("kapal-tiba-1871") and not user.is_staff


def test_a_new_role_holds_at_once(as_admin: Client, editor: User) -> None:
    page = as_admin.get(f"/admin/articles/user/{editor.pk}/change/")
    form = page.context["adminform"].form.initial
    data = {name: form[name] for name in ("username", "first_name", "last_name", "email")}
    response = as_admin.post(
        f"/admin/articles/user/{editor.pk}/change/", {**data, "role": "journalist", "is_active": "on"}
    )
    assert response.status_code == 302
    editor.refresh_from_db()
    assert not editor.may_edit


def test_an_outlet_that_is_renamed_is_indexed_anew(quote: Statement, as_admin: Client) -> None:
    outlet = Outlet.objects.get()
    as_admin.post(f"/admin/articles/outlet/{outlet.pk}/change/", {"name": "Suluh Barat"})
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [quote.article_id]
