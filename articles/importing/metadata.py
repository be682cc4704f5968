"""What a web page says about itself: JSON-LD of schema.org, OpenGraph, meta tags, and its own elements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from articles.records import Evidence

_ARTICLES = frozenset(
    (
        *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"),
        *("BackgroundNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting"),
        *("BlogPosting", "Report", "WebPage"),
    )
)
"""Types of schema.org that are, or stand for, a published piece."""
_PEOPLE_OR_BODIES = ("name", "alternateName", "legalName")
_META = (
    ("opengraph", "title", ("og:title", "twitter:title")),
    ("opengraph", "outlet", ("og:site_name",)),
    ("opengraph", "author", ("article:author", "og:article:author")),
    ("opengraph", "published", ("article:published_time", "og:article:published_time", "og:published_time")),
    ("opengraph", "standfirst", ("og:description",)),
    ("opengraph", "url", ("og:url",)),
    ("meta", "title", ("dc.title", "dcterms.title", "parsely-title", "headline", "sailthru.title", "citation_title")),
    ("meta", "outlet", ("application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder")),
    ("meta", "author", ("author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")),
    ("meta", "published", ("date", "dc.date", "dcterms.created", "dcterms.date", "dc.date.issued", "dcterms.issued")),
    ("meta", "published", ("parsely-pub-date", "publishdate", "pubdate", "publication_date", "sailthru.date")),
    ("meta", "published", ("datepublished", "article.published", "citation_publication_date")),
    ("meta", "standfirst", ("description", "dc.description")),
)
"""Of each field the names of the tags that give it, in the order of trust."""
_JSON_DEPTH = 12


def read_metadata(page: HtmlElement) -> tuple[Evidence, ...]:
    """All that the page says of itself, what is trusted most first; values as written, entities decoded."""
    found = (*_of_json_ld(page), *_of_meta(page), *_of_elements(page))
    return tuple(dict.fromkeys(one for one in found if one.value.strip()))


def _of_json_ld(page: HtmlElement) -> Iterator[Evidence]:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads((script.text or "").strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        pieces = sorted(_articles(data), key=_is_web_page)
        for piece in pieces[:1]:
            yield from _of_piece(piece)


def _articles(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a type in _ARTICLES, also inside lists and graphs."""
    if depth > _JSON_DEPTH:
        return
    if isinstance(data, list):
        for one in data:
            yield from _articles(one, depth + 1)
    elif isinstance(data, dict):
        if _ARTICLES & set(_strings(data.get("@type"))):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _articles(data.get(key), depth + 1)


def _is_web_page(piece: dict[str, Any]) -> bool:
    return "WebPage" in _strings(piece.get("@type"))


def _of_piece(piece: dict[str, Any]) -> Iterator[Evidence]:
    yield from _said("title", _strings(piece.get("headline"))[:1] or _strings(piece.get("name"))[:1])
    yield from _said("outlet", _names(piece.get("publisher"))[:1] or _names(piece.get("sourceOrganization"))[:1])
    authors = [name for name in _names(piece.get("author")) or _names(piece.get("creator")) if "://" not in name]
    yield from _said("author", [", ".join(dict.fromkeys(authors))])
    yield from _said("published", _strings(piece.get("datePublished"))[:1] or _strings(piece.get("dateCreated"))[:1])
    yield from _said("standfirst", _strings(piece.get("description"))[:1])
    yield from _said("url", _strings(piece.get("url"))[:1])
    yield from _said("language", _strings(piece.get("inLanguage"))[:1])


def _said(field: str, values: Iterable[str]) -> Iterator[Evidence]:
    return (Evidence(field, value, "json-ld") for value in values)


def _strings(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _names(value: Any) -> list[str]:
    """The names of people or bodies that are given as text, as objects or as a list of either."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            found += next((names for key in _PEOPLE_OR_BODIES if (names := _strings(one.get(key)))), [])
    return [name.strip() for name in found if name.strip()]


def _of_meta(page: HtmlElement) -> Iterator[Evidence]:
    said: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and (content := (tag.get("content") or "").strip()):
            said.setdefault(name, []).append(content)
    for source, field, names in _META:
        for name in names:
            values = said.get(name, [])
            if field == "author":
                values = [", ".join(dict.fromkeys(values))] if values else []
            yield from (Evidence(field, value, source, f"{name}: {value}") for value in values[:1])


def _of_elements(page: HtmlElement) -> Iterator[Evidence]:
    """The page's title, its canonical address, the first machine-readable time, and its language."""
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower() and (link.get("href") or "").startswith("http"):
            yield Evidence("url", link.get("href") or "", "page", "link rel=canonical")
            break
    headings = [_text(one) for one in page.iter("h1")]
    if len(headings) == 1:
        yield Evidence("title", headings[0], "page", "h1")
    title = next(page.iter("title"), None)
    if title is not None:
        yield Evidence("title", _text(title), "page", "title")
    for time in page.iter("time"):
        if (time.get("datetime") or "")[:4].isdigit():
            yield Evidence("published", time.get("datetime") or "", "page", _text(time))
            break
    if page.get("lang"):
        yield Evidence("language", page.get("lang") or "", "page", "html lang")


def _text(element: HtmlElement) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())
