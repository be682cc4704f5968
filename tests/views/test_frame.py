"""The frame around every page: signing in, the bar, the switches, and what stands on a page that failed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.views import defaults

from articles.models import User
from articles.views.access import admin_required, editor_required
from tests.conftest import PASSWORD
from tests.factories import make_article, make_quote
from tests.views.conftest import HTMX

PAGES_OF_ALL = ["/", "/keys/", "/accounts/password_change/"]


@pytest.mark.parametrize("address", [*PAGES_OF_ALL, "/import/", "/complete/?q=a"])
def test_nobody_reads_without_signing_in(address: str, as_outsider: Client, client: Client) -> None:
    for browser in (client, as_outsider):
        assert browser.get(address)["Location"].startswith("/accounts/login/?next=/")


@pytest.mark.parametrize("address", PAGES_OF_ALL)
def test_every_role_reads(address: str, as_journalist: Client, as_editor: Client, as_admin: Client) -> None:
    for browser in (as_journalist, as_editor, as_admin):
        assert browser.get(address).status_code == 200


def test_the_bar_offers_what_the_role_may_do(as_journalist: Client, as_editor: Client, as_admin: Client) -> None:
    offered = {
        name: [address for address in ("/review/", "/import/", "/admin/") if f'href="{address}"' in browser_page]
        for name, browser_page in (
            ("journalist", as_journalist.get("/keys/").content.decode()),
            ("editor", as_editor.get("/keys/").content.decode()),
            ("admin", as_admin.get("/keys/").content.decode()),
        )
    }
    assert offered == {
        "journalist": [],
        "editor": ["/review/"],
        "admin": ["/review/", "/import/", "/admin/"],
    }


def test_the_bar_marks_the_page_one_is_on(as_admin: Client) -> None:
    assert 'href="/import/" aria-current="page"' in as_admin.get("/import/").content.decode()


@pytest.mark.parametrize(
    ("cookie", "value", "said"),
    [
        ("theme", "dark", 'data-theme="dark"'),
        ("theme", "light", 'data-theme="light"'),
        ("theme", "", 'data-theme=""'),
        ("keys", "off", 'data-keys="off"'),
        ("density", "compact", 'data-density="compact"'),
        # Anything else is nobody's choice.
        ("theme", "pink", 'data-theme=""'),
        ("keys", "1", 'data-keys=""'),
    ],
)
def test_switches_are_kept_in_cookies_that_the_server_renders(
    cookie: str, value: str, said: str, as_journalist: Client
) -> None:
    as_journalist.cookies[cookie] = value
    assert said in as_journalist.get("/keys/").content.decode()


def test_the_language_of_the_interface_can_be_switched(as_journalist: Client) -> None:
    response = as_journalist.post("/language/setlang/", {"language": "id", "next": "/keys/"})
    assert response["Location"] == "/keys/"
    assert '<html lang="id" dir="ltr"' in as_journalist.get("/keys/").content.decode()


def test_a_stranger_can_switch_the_language_before_signing_in(client: Client) -> None:
    response = client.post("/language/setlang/", {"language": "id", "next": "/accounts/login/"})
    assert response["Location"] == "/accounts/login/"
    assert "Masuk" in client.get("/accounts/login/").content.decode()


def test_a_stranger_is_told_where_the_page_is_after_signing_in(client: Client, journalist: User) -> None:
    page = client.get("/accounts/login/?next=/keys/").content.decode()
    assert "Sign in to see this page." in page
    fields = {"username": "jo", "password": PASSWORD}
    assert client.post("/accounts/login/", {**fields, "next": "/keys/"})["Location"] == "/keys/"
    assert client.post("/accounts/login/", {**fields, "next": "//evil.example/"})["Location"] == "/"


def test_a_wrong_password_keeps_the_name_that_was_typed(client: Client, journalist: User) -> None:
    page = client.post("/accounts/login/", {"username": "jo", "password": "wrong"}).content.decode()
    assert 'value="jo"' in page and page.count("correct username and password") == 1
    assert "wrong" not in page


def test_the_password_can_be_changed(as_journalist: Client) -> None:
    fields = {"old_password": PASSWORD, "new_password1": "salt-and-vinegar-2", "new_password2": "salt-and-vinegar-2"}
    page = as_journalist.post("/accounts/password_change/", fields, follow=True).content.decode()
    assert "Use your new password from now on." in page


def test_signing_out_is_a_post(as_journalist: Client) -> None:
    assert as_journalist.get("/accounts/logout/").status_code == 405
    assert as_journalist.post("/accounts/logout/")["Location"] == "/accounts/login/"


def test_a_missing_page_says_so_and_offers_the_search(as_journalist: Client) -> None:
    page, partial = as_journalist.get("/nothing/here/"), as_journalist.get("/nothing/here/", headers=HTMX)
    assert (page.status_code, partial.status_code) == (404, 404)
    for response in (page, partial):
        assert 'class="problem"' in response.content.decode() and 'href="/"' in response.content.decode()
    assert "<html" in page.content.decode() and "<html" not in partial.content.decode()


def test_a_form_without_its_token_is_refused_and_says_why(journalist: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(journalist)
    response = browser.post("/accounts/logout/")
    assert response.status_code == 403 and "too old" in response.content.decode()


def test_a_failure_of_ours_has_a_page_that_needs_no_database(rf: RequestFactory) -> None:
    for page, status in (
        (defaults.server_error(rf.get("/")), 500),
        (defaults.bad_request(rf.get("/"), Exception()), 400),
    ):
        assert page.status_code == status and 'class="problem"' in page.content.decode()


def test_the_list_of_keys_shows_what_the_role_can_use(as_journalist: Client, as_editor: Client) -> None:
    assert "mark the selection as a quote" not in as_journalist.get("/keys/").content.decode()
    assert "mark the selection as a quote" in as_editor.get("/keys/").content.decode()


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/keys/", 200),
        ("get", "/nothing/", 404),
        ("get", "/import/", 403),
        ("get", "/people", 301),
        ("get", "/statements/1/link/2/", 405),
        ("post", "/undo/", 403),
        ("get", "/people/complete/?q=a", 200),
        ("get", "/admin/", 302),
    ],
)
def test_every_answer_carries_a_strict_policy_and_is_not_kept(
    method: str, address: str, status: int, journalist: User
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(journalist)
    response = getattr(browser, method)(address)
    assert response.status_code == status
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'self'" in policy and "//" not in policy
    assert "no-store" in response["Cache-Control"] and response["X-Content-Type-Options"] == "nosniff"


def test_who_is_not_signed_in_is_sent_away_by_an_answer_that_is_not_kept(client: Client, db: None) -> None:
    assert "no-store" in client.get("/articles/1/")["Cache-Control"]


@pytest.mark.parametrize(("guard", "allowed"), [(editor_required, ["editor", "admin"]), (admin_required, ["admin"])])
def test_guards_let_in_their_role_only(guard, allowed, rf, journalist, editor, admin, outsider) -> None:
    view = guard(lambda request: "done")
    for name, user in (("journalist", journalist), ("editor", editor), ("admin", admin), ("outsider", outsider)):
        request = rf.get("/")
        request.user = user
        if name in allowed:
            assert view(request) == "done"
        else:
            with pytest.raises(PermissionDenied):
                view(request)


def test_beyond_a_thousand_the_bar_says_that_there_are_more(as_editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    for words in ("Kapal", "Kami"):
        make_quote(article, words)
    assert ">2<" in as_editor.get("/").content.decode()
    monkeypatch.setattr("articles.views.frame.MOST", 2)
    assert ">1+<" in as_editor.get("/").content.decode()
