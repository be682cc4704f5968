"""Markup in any field stays words: it adds no element and no attribute to any page."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from articles import editing, search
from articles.models import (
    Copy,
    Disagreement,
    FormerReport,
    GlossaryWord,
    ImportBatch,
    ImportFile,
    Link,
    OutboxEntry,
    Recipe,
    SavedSearch,
    Statement,
    User,
    Utterance,
)
from tests.factories import make_article, make_person, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
PLAIN = "kapal"
PAYLOADS = [
    "kapal <script>alert(1)</script>",
    'kapal "><img src=x onerror=alert(1)>',
    "kapal ' onfocus=alert(1) autofocus x='",
    'kapal" hx-get="/undo/" hx-trigger="load" x="',
    "kapal </title></textarea></option></datalist><svg/onload=alert(1)>",
    "javascript:alert('kapal')",
    "kapal {% include 'base.html' %}{{ request.user.password }}",
    "kapal &lt;script&gt;alert(1)&lt;/script&gt;",
]
ADDRESSES = {"href", "src", "action", "hx-get", "hx-post", "data", "formaction"}


class Elements(HTMLParser):
    """The kinds of element of a page, each with the names of its attributes, and its addresses and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()
        self.addresses: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *sorted(name for name, _ in attrs)))
        self.addresses |= {value or "" for name, value in attrs if name in ADDRESSES}

    def handle_data(self, data: str) -> None:
        self.words += data


def paired(words: str, said: dict[str, object], quote: Statement, report: Statement) -> Link:
    """What was said again and contradicted on another day; a pair that waits, and one that it settles."""
    text = f"“Kami {words} siap berangkat,” kata {words}."
    again = [
        make_quote(make_article(text, words, published=date(2021, 10, day)), f"Kami {words} siap berangkat", **said)
        for day in (19, 20)
    ]
    Link.objects.create(a=again[0], b=again[1], relation="contradicts", status="confirmed")
    why = [[code, words] for code in ("same_speaker", "same_names", "same_dates", words)]
    waiting = [
        Link.objects.create(a=one, b=again[0], relation="same", reasons=why, conflicts=[["place", words, "x"]])
        for one in (quote, report)
    ]
    Utterance.objects.regroup([again[0].pk])
    return waiting[0]


def pages(words: str, browser: Client, admin: User) -> Iterator[tuple[str, str]]:
    """Everything that can hold the words holds them; each page by its name, as a page and as htmx gets it."""
    save = transaction.savepoint()
    text = f"Kota itu ramai. “Kami {words} siap,” kata {words}. Hari ini {words} tiba."
    made = {
        "title": words,
        "author": words,
        "standfirst": words,
        "file": f"{words}.txt",
        "url": words,
        "evidence": [{"field": "title", "value": one, "source": words, "text": f"{words}."} for one in (words, "x")],
        "warnings": [["%(why)s", {"why": words}]],
    }
    article = make_article(text, words, removed=[{"at": 0, "text": words, "reason": words}], **made)
    other = make_article(text, f"{words} dua", **made)
    person = make_person(words)
    said = {
        "speaker": person,
        "speaker_name": words,
        "role": words,
        "cue": words,
        "place": words,
        "occasion": words,
        "said_when": words,
        "relayed_by": words,
        "addressee": words,
        "on_behalf_of": words,
    }
    quote = make_quote(article, f"Kami {words} siap", note=words, **said)
    report = make_quote(
        other, f"Kami {words} siap", **{**said, "place": f"{words} dua", "speaker_name": f"{words} dua"}
    )
    waiting = make_quote(article, f"Hari ini {words} tiba", **said)
    make_quote(article, f"Hari ini {words} tiba", anchor="orphaned", type="claim", kind="")
    make_quote(article, words, anchor="altered", type="claim", kind="")
    Copy.objects.create(a=article, b=other, share=0.5)
    Recipe.objects.create(outlet=article.outlet, names=[words], title=words, published=words, litter=[words])
    GlossaryWord.objects.create(concept="ceasefire", language="en", word=words)
    GlossaryWord.objects.create(concept=f"own-{words}".replace("/", ""), language="", word=words, hidden=True)
    editing.correct(quote.pk, 1, admin, {}, tags=[words])
    link = editing.link(quote.pk, report.pk, "same", admin)
    pair = paired(words, said, quote, report)
    Link.objects.filter(pk=link.pk).update(conflicts=[["place", words, f"{words} dua"], ["number", words, "x"]])
    Utterance.objects.regroup([quote.pk])
    disputed = Disagreement.objects.get(field="number")
    editing.decide(disputed.pk, disputed.version, "side", disputed.dispute.sides[0].values[0], words, admin)
    disputed.refresh_from_db()
    batch = ImportBatch.objects.create(created_by=admin)
    file = ImportFile.objects.create(
        batch=batch, name=words, original=article.original, outcome="refused", reasons=[["%(why)s", {"why": words}]]
    )
    ImportFile.objects.create(
        batch=batch, name=words, parent=file, original=article.original, outcome="duplicate", same_as=other
    )
    table = ImportFile.objects.create(
        batch=batch, name=words, original=other.original, asks=True,
        columns={"names": [words, "b"], "fields": ["text", words], "samples": [[words, words]]},
    )  # fmt: skip
    OutboxEntry.objects.note([article.pk, other.pk])
    search.drain()
    saved = SavedSearch.objects.create(user=admin, name=words, asked=urlencode({"q": words, "tag": words}))
    kept = SavedSearch.objects.create(user=admin, name=f"{words} dua", asked="q=kapal")
    quote.refresh_from_db()
    FormerReport.objects.keep({quote.pk: 10**6, waiting.pk: 10**6})
    stale = {"version": "77", "type": "quote", "kind": "direct", "note": words, "speaker_name": words}
    asked = {
        "search": ("/", {}), "results": ("/", {"q": "kapal"}), "said": ("/", {"q": "kapal", "said": "1"}),
        "understood": ("/", {"q": f'{words} OR "{words}'}),
        "query": ("/", {"q": words, "tag": words, "outlet": words, "language": words}),
        "facet": ("/facets/tag/", {"q": words, "within": words}), "speakers": ("/facets/speaker/", {"within": "a"}),
        "article": (f"/articles/{article.pk}/", {"removed": "1"}),
        "find": (f"/articles/{article.pk}/", {"find": words}),
        "card": (f"/statements/{quote.pk}/", {}), "edit": (f"/statements/{quote.pk}/edit/", {"field": words}),
        "link": (f"/statements/{waiting.pk}/link/", {}), "link search": (f"/statements/{quote.pk}/link/", {"q": words}),
        "utterance": (f"/utterances/{quote.utterance_id}/", {}), "conflicts": ("/conflicts/", {"state": "all"}),
        "relay": (f"/utterances/{quote.utterance_id}/relay/", {}), "vanished": (f"/utterances/{10**6}/", {}),
        "conflict": (f"/conflicts/{disputed.pk}/", {"state": words, "field": words}),
        "compare": (f"/compare/{article.pk}/{other.pk}/", {}), "event": (f"/events/{article.pk}/", {"lanes": words}),
        "languages": (f"/events/{article.pk}/", {"lanes": "language"}),
        "people": ("/people/", {"q": words}), "person": (f"/people/{person.pk}/", {"same": words}),
        "what a person said": (f"/people/{person.pk}/", {"q": words, "language": words, "month": words}),
        "pair": ("/review/", {"at": f"l{pair.pk}"}),
        "review": ("/review/", {"at": f"s{waiting.pk}", "language": words}), "batch": (f"/import/{batch.pk}/", {}),
        "imports": ("/import/", {}), "find file": (f"/import/{batch.pk}/", {"name": words, "outcome": words}),
        "progress": (f"/import/{batch.pk}/progress/", {"name": words}),
        "correct": (f"/articles/{article.pk}/correct/", {"take": "0"}), "outlets": ("/outlets/", {}),
        "outlet": (f"/outlets/{article.outlet_id}/", {}), "complete": ("/complete/", {"q": "kapal"}),
        "glossary": ("/glossary/", {}), "concepts": ("/glossary/", {"q": words}), "theme": ("/glossary/", {"theme": words}),
        "own concepts": ("/glossary/", {"theme": "own"}), "concept": ("/glossary/ceasefire/", {}),
        "complete person": ("/people/complete/", {"q": "kapal"}), "missing": ("/nothing/", {"q": words}),
        "saved": ("/saved/", {}), "saved search": (f"/saved/{saved.pk}/", {}), "new": (f"/saved/{kept.pk}/", {}),
    }  # fmt: skip
    for name, (address, query) in asked.items():
        for headers in ({}, HTMX):
            answer = browser.get(address, query, headers=headers)
            if answer.status_code < 300 or answer.status_code == 404:
                yield f"{name} {headers}", answer.content.decode()
    for name, address, data in (
        ("late", f"/statements/{quote.pk}/edit/", stale),
        ("unknown", f"/statements/{quote.pk}/edit/", {**stale, "version": quote.version, "speaker_name": f"x{words}"}),
        ("late link", f"/links/{link.pk}/judge/", {"version": "77", "verdict": "confirm", "next": words}),
        ("late verdict", f"/conflicts/{disputed.pk}/", {"version": "77", "answer": words, "reason": words}),
        ("gone verdict", f"/conflicts/{disputed.pk + 9}/", {"version": "77", "answer": words, "reason": words}),
        ("late name", f"/people/{person.pk}/rename/", {"version": "77", "name": words}),
        ("columns", f"/import/files/{table.pk}/columns/", {"fields": [words, words]}),
        ("late correction", f"/articles/{article.pk}/correct/", {"version": "77", "language": "id", "title": words}),
        ("wrong correction", f"/articles/{article.pk}/correct/", {"version": "1", "language": words, "title": words}),
        ("no lesson", f"/articles/{article.pk}/correct/", {"version": "1", "language": "id", "look": words}),
        ("late recipe", f"/outlets/{article.outlet_id}/", {"version": "77", "litter": words}),
        ("wrong recipe", f"/outlets/{article.outlet_id}/", {"version": "1", "title": words, "litter": f"… {words}"}),
        ("checked recipe", f"/outlets/{article.outlet_id}/", {"check": "title", "title": words}),
        ("named twice", "/saved/", {"name": words, "asked": urlencode({"q": words})}),
        ("renamed", f"/saved/{kept.pk}/rename/", {"name": words}),
        ("terms", "/batch-search/", {"terms": f"{words}\n“{words}\n!!!", "also": words}),
        ("wrong terms", "/batch-search/", {"also": f'"{words}'}),
        ("wrong word", "/glossary/ceasefire/", {"language": words, "word": words, "version": "0"}),
        ("late word", "/glossary/ceasefire/", {"language": "en", "word": words, "version": "77", "hidden": "1"}),
        ("wrong concept", "/glossary/", {"language": words, "word": words, "version": "0"}),
        ("sign-in", "/accounts/login/", {"username": words, "password": "x", "next": words}),
    ):
        yield name, browser.post(address, data).content.decode()
    transaction.savepoint_rollback(save)


@pytest.fixture
def plain(as_admin: Client, admin: User) -> set[tuple[str, ...]]:
    """The kinds of element that our own templates make."""
    return {one for _name, html in pages(PLAIN, as_admin, admin) for one in Elements(html).found}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_stays_words(payload: str, plain: set, as_admin: Client, admin: User) -> None:
    for name, html in pages(payload, as_admin, admin):
        found = Elements(html)
        assert found.found <= plain, name
        assert not [one for one in found.addresses if not one.startswith(("/", "?", "#")) and one], name
        assert "pbkdf2" not in found.words and "md5$" not in found.words, name
