"""Saved searches as Atom feeds, for whoever has the address: no feed reader can sign in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import search
from articles.models import Article, SavedSearch, Statement
from articles.search import SearchQuery, SearchResults, Widened, snippet
from articles.views.narrowing import asked

ENTRIES = 50
RETRY = 300
"""Seconds after which a reader may ask again while the index is being built."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """Atom whose entries say in which language they are; an empty feed is as old as its search."""

    def item_attributes(self, item: Mapping[str, Any]) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=self.feed["created"])


@login_not_required
@require_safe
def feed(request: HttpRequest, pk: int) -> HttpResponse:
    """What came into the archive last, of one saved search.

    The key is a part of the question, not of the path: paths are logged. Whatever is wrong with it, the answer is 404.
    """
    row = SavedSearch.objects.select_related("user").filter(pk=pk).first()
    if row is None or not row.opens_feed(request.GET.get("key", "")):
        raise Http404(_("There is no such feed. Whoever gave you its address can look whether it is still on."))
    query = replace(asked(QueryDict(row.asked)), sort="stored", limit=ENTRIES)
    results = search.find(query)
    if not results.available:
        sentence = _("The index is being built. Ask again in a few minutes.")
        return HttpResponse(sentence, status=503, content_type="text/plain", headers={"Retry-After": RETRY})
    found = Feed(
        title=_legal(f"Newsdesk: {row.name}"),
        link=request.build_absolute_uri(row.address),
        description=None,
        language=get_language(),
        feed_url=request.build_absolute_uri(),
        feed_guid=f"urn:newsdesk:search:{row.pk}",
        created=row.created_at,
    )
    for entry in _entries(request, query, results):
        found.add_item(**{name: _legal(value) if isinstance(value, str) else value for name, value in entry.items()})
    headers = {"Cache-Control": "private, no-store"}
    return HttpResponse(found.writeString("utf-8"), content_type=found.content_type, headers=headers)


def _entries(request: HttpRequest, query: SearchQuery, results: SearchResults) -> Iterator[dict[str, Any]]:
    """An article each or, of a search in quotes, a quote. What was removed since the search is left out."""
    articles = Article.objects.select_related("outlet").in_bulk([hit.article for hit in results.hits])
    quotes = [hit.statements[0] for hit in results.hits if query.said]
    statements = Statement.objects.visible().select_related("article").in_bulk(quotes)
    for hit in results.hits:
        article, said = articles.get(hit.article), statements.get(hit.statements[0]) if query.said else None
        if article is None or (query.said and said is None):
            continue
        yield {
            "title": article.headline,
            "link": request.build_absolute_uri((said or article).get_absolute_url()),
            "unique_id": f"urn:newsdesk:statement:{said.pk}" if said else f"urn:newsdesk:article:{article.pk}",
            "description": _summary(query, results.widened, article, said),
            "author_name": str(article.outlet) if article.outlet else None,
            "pubdate": make_aware(datetime.combine(article.published, time())) if article.published else None,
            "updateddate": article.created_at,
            "language": article.language,
        }


def _summary(query: SearchQuery, widened: Sequence[Widened], article: Article, said: Statement | None) -> str:
    """A few words around what matched, as markup that carries their language and direction."""
    pieces = snippet(said.words if said else article.text, article.language, query, widened)
    return render_to_string("saved/summary.html", {"article": article, "said": said, "pieces": pieces})


def _legal(text: str) -> str:
    """The text without the characters that no XML can hold."""
    return _NOT_XML.sub("", text)
