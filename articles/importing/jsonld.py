"""What a page says of its article in JSON-LD, in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Set
from typing import Any

from lxml.html import HtmlElement

from articles.records import Evidence

ARTICLES = frozenset(
    (
        *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"),
        *("BackgroundNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting"),
        *("AskPublicNewsArticle", "BlogPosting", "SocialMediaPosting", "Report", "TechArticle", "SatiricalArticle"),
    )
)
"""Types of schema.org that are a published piece."""
_NAMES = ("name", "alternateName", "legalName")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where an article may stand in another object; a list of further articles is none of these."""
_OPENED = re.compile(r"(?://)?\s*(?:<!\[CDATA\[|<!--)")
_CLOSED = re.compile(r"\s*;?\s*(?://)?\s*(?:\]\]>|-->)?\s*\Z")
_CLOSED_WITHIN = 30
"""What pages wrap their data in, so that old browsers do not show it."""
_DEEPEST = 12

_Object = dict[str, Any]


def of_json_ld(page: HtmlElement) -> Iterator[Evidence]:
    """The fields of the page's article, then what is said of the page as such. What is no JSON is passed over."""
    objects = [one for data in _blocks(page) for one in _objects(data)]
    known = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and len(one) > 1}
    for types in (ARTICLES, frozenset(("WebPage",))):
        for found in _of_type(objects, types):
            yield from _said(found, known)


def body_in_json_ld(page: HtmlElement) -> str:
    """The text of the page's article, where its data have it; may hold entities and tags."""
    objects = [one for data in _blocks(page) for one in _objects(data)]
    return next((text for one in _of_type(objects, ARTICLES) for text in _strings(one.get("articleBody"))), "")


def _of_type(objects: Iterable[_Object], types: Set[str]) -> list[_Object]:
    """The first of such a type: others are further articles."""
    return [one for one in objects if types & set(_strings(one.get("@type"), "/"))][:1]


def _blocks(page: HtmlElement) -> Iterator[Any]:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            yield json.loads(_unwrapped((script.text or "").strip()), strict=False)
        except (ValueError, RecursionError):
            continue


def _unwrapped(text: str) -> str:
    opened = _OPENED.match(text)
    text = text[opened.end() :] if opened else text
    return text[:-_CLOSED_WITHIN] + _CLOSED.sub("", text[-_CLOSED_WITHIN:])


def _objects(data: Any, depth: int = 0) -> Iterator[_Object]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _objects(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in _INSIDE:
            yield from _objects(data.get(key), depth + 1)


def _said(piece: _Object, known: dict[str, _Object]) -> Iterator[Evidence]:
    def names(*keys: str) -> list[str]:
        return next((found for key in keys if (found := list(_names(piece.get(key), known)))), [])

    def strings(*keys: str) -> list[str]:
        return next((found for key in keys if (found := _strings(piece.get(key)))), [])

    main = _strings(piece.get("mainEntityOfPage")) or [_strings(one.get("@id"))[0] for one in _references(piece)]
    yield from _evidence("title", strings("headline", "name", "alternativeHeadline")[:1])
    yield from _evidence("outlet", names("publisher", "sourceOrganization", "isPartOf")[:1])
    yield from _evidence("author", [", ".join(dict.fromkeys(names("author", "creator")))])
    yield from _evidence("published", strings("datePublished", "dateCreated")[:1])
    yield from _evidence("standfirst", strings("description", "abstract")[:1])
    yield from _evidence("url", (strings("url") or main)[:1])
    yield from _evidence("language", strings("inLanguage")[:1])


def _references(piece: _Object) -> list[_Object]:
    page = piece.get("mainEntityOfPage")
    return [page] if isinstance(page, dict) and _strings(page.get("@id")) else []


def _evidence(field: str, values: Iterable[str]) -> Iterator[Evidence]:
    return (Evidence(field, value, "json-ld") for value in values if value)


def _strings(value: Any, after: str = "") -> list[str]:
    """The texts that a value is or lists; of an address only what stands behind the last `after`."""
    found = (one.strip() for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))
    return [one.rpartition(after)[2] if after else one for one in found if one]


def _names(value: Any, known: dict[str, _Object]) -> Iterator[str]:
    """The names of people or bodies that are given as text, as objects, by reference, or as a list of these."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield from _names(known[one], {}) if one in known else _strings(one)
        elif isinstance(one, dict):
            own = next((names for key in _NAMES if (names := _strings(one.get(key)))), [])
            reference = one.get("@id")
            if own:
                yield own[0]
            elif isinstance(reference, str) and reference in known:
                yield from _names(known[reference], {})
