"""Absurd numbers and hostile words in an address: not found, or answered; never a failure of ours."""

import pytest
from django.test import Client
from django.urls import reverse

from articles import editing, urls
from articles.models import Disagreement, ImportBatch, Link, SavedSearch, User, Utterance
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db
NUMBERED = [one.name for one in urls.urlpatterns if "<int:pk>" in str(one.pattern)]
NUMBERS = [0, 10**9, 2**31, 2**63, 2**64, 10**40]
QUESTIONS = {
    "search": (
        "q",
        "language",
        "outlet",
        "speaker",
        "month",
        "status",
        "tag",
        "said",
        "sort",
        "page",
        "names",
        "translated",
        "kind",
        "from",
        "to",
    ),
    "facet": ("q", "within", "speaker", "month", "from"),
    "complete": ("q",),
    "article": ("find", "removed", "rejected"),
    "statement": ("x",),
    "edit": ("field",),
    "candidates": ("q",),
    "utterance": ("base", "former"),
    "relay": ("x",),
    "conflicts": ("page", "state", "field"),
    "conflict": ("state", "field"),
    "event": ("lanes", "page"),
    "people": ("q", "page"),
    "complete-person": ("q", "speaker_name"),
    "person": ("outlet", "language", "q", "month", "same", "page"),
    "merge": ("into",),
    "review": ("at", "kind", "language", "outlet"),
    "imports": ("page",),
    "batch": ("outcome", "page", "name", "asking"),
    "progress": ("outcome", "page", "name", "asking"),
    "outlets": ("page",),
    "outlet": ("x",),
    "correct-article": ("take",),
    "report": ("x",),
    "glossary": ("q", "theme", "page"),
    "concept": ("x",),
    "keys": ("x",),
    "saved": ("page",),
    "saved-search": ("since", "page"),
    "feed": ("key",),
    "batch-search": ("terms",),
}
WORDS = [
    "-1", "9" * 30, "9" * 5000, "s" + "9" * 30, "²", "١", "2024-99", "\x00", "a\x00b\ud800\ufffe\u202e",
    "(" * 5000, '"' * 301, "*a* [a TO z]", "a AND OR NOT - b", "\u0301" * 2000, "kata " * 20_000, "' OR 1=1 --%_\\",
]  # fmt: skip


@pytest.fixture
def numbers(admin: User) -> dict[str, int | str]:
    quote, report = make_quote(make_article(), speaker=make_person()), make_quote(make_article(outlet="Harian Tepi"))
    editing.link(quote.pk, report.pk, "same", admin)
    quote.refresh_from_db()
    Link.objects.update(conflicts=[["place", "Ambon", "Medan"]])
    Utterance.objects.regroup([quote.pk])
    saved = SavedSearch.objects.create(user=admin, name="Kapal", asked="q=kapal")
    return {
        "article": quote.article_id, "event": quote.article_id, "utterance": quote.utterance_id, "person": quote.speaker_id,
        "relay": quote.utterance_id,
        "merge": quote.speaker_id, "batch": ImportBatch.objects.create().pk, "progress": ImportBatch.objects.get().pk,
        "statement": quote.pk, "edit": quote.pk, "candidates": quote.pk, "report": ImportBatch.objects.get().pk,
        "correct-article": quote.article_id, "outlet": quote.article.outlet_id,
        "conflict": Disagreement.objects.get().pk, "saved-search": saved.pk, "feed": saved.pk, "concept": "ceasefire", "facet": "speaker",
    }  # fmt: skip


def test_every_address_that_asks_anything_is_here() -> None:
    silent = {"original", "mark", "judge-statement", "link", "judge-link", "unmerge", "rename", "undo"}
    silent |= {"cancel", "retry", "columns", "file", "litter", "apply-recipe", "reopen", "compare"}
    silent |= {"look", "rename-saved", "delete-saved", "saved-feed"}
    assert set(QUESTIONS) == {one.name for one in urls.urlpatterns} - silent


@pytest.mark.parametrize("name", NUMBERED)
def test_a_number_that_nothing_has_is_not_found(name: str, as_admin: Client) -> None:
    for number in NUMBERS:
        address = reverse(name, args=[number, number] if name in ("link", "compare") else [number])
        get, post = as_admin.get(address), as_admin.post(address, {"version": 1, "into": number, "start": 0, "end": 2})
        assert {get.status_code, post.status_code} <= {404, 405, 409, 422}, number
        assert b'class="problem' in post.content or post.status_code in (404, 405)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_words_break_a_page(name: str, numbers: dict[str, int | str], as_admin: Client) -> None:
    address = reverse(name, args=[numbers[name]] if name in numbers else [])
    for question in QUESTIONS[name]:
        for words in WORDS:
            asked = words.encode(errors="replace").decode()
            assert as_admin.get(address, {question: asked}).status_code in (200, 302, 404), (question, words[:20])


@pytest.mark.parametrize("key", [words[:200] for words in WORDS if "/" not in words])
def test_no_key_of_a_concept_breaks_a_page(key: str, as_admin: Client) -> None:
    key = key.encode(errors="replace").decode()
    address = reverse("concept", args=[key])
    get, post = as_admin.get(address), as_admin.post(address, {"word": key, "language": key, "version": 1})
    assert (get.status_code, post.status_code) == (404, 404)
