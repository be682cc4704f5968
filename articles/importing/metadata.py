"""What a web page says about itself: JSON-LD of schema.org, OpenGraph, meta tags, and its own elements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from articles.importing.jsonld import ARTICLES, of_json_ld
from articles.importing.trusted import trusted
from articles.importing.visible import VisiblePage
from articles.records import Evidence
from articles.text.page import byline_name, is_name

_META = (
    ("opengraph", "title", ("og:title", "twitter:title")),
    ("opengraph", "outlet", ("og:site_name",)),
    ("opengraph", "author", ("article:author", "og:article:author", "article:author_name")),
    ("opengraph", "published", ("article:published_time", "og:article:published_time", "og:published_time")),
    ("opengraph", "standfirst", ("og:description", "twitter:description")),
    ("opengraph", "url", ("og:url",)),
    ("meta", "title", ("dc.title", "dcterms.title", "parsely-title", "headline", "sailthru.title", "citation_title")),
    ("meta", "outlet", ("dc.publisher", "dcterms.publisher", "publisher", "application-name", "copyright-holder")),
    ("meta", "author", ("author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")),
    ("meta", "author", ("articleauthor", "article.author", "citation_author", "twitter:data1")),
    ("meta", "published", ("datepublished", "date", "dc.date", "dcterms.created", "dcterms.date", "dc.date.issued")),
    ("meta", "published", ("dcterms.issued", "parsely-pub-date", "publishdate", "publish-date", "publish_date")),
    ("meta", "published", ("pubdate", "publication_date", "sailthru.date", "article.published", "citation_date")),
    ("meta", "published", ("citation_publication_date", "created", "originalpublicationdate")),
    ("meta", "standfirst", ("description", "dc.description")),
    ("meta", "language", ("og:locale", "dc.language", "language", "content-language")),
)
"""Of each field the names of the tags that give it, in the order of trust."""
_ITEMS = {
    **{"headline": "title", "name": "title", "author": "author", "creator": "author", "publisher": "outlet"},
    **{"datePublished": "published", "dateCreated": "published", "description": "standfirst", "url": "url"},
}
"""Properties of an article of schema.org that are marked in the page itself."""
_FURNITURE = frozenset(("aside", "footer", "nav"))
_AUTHOR = frozenset(("author", "byline", "author-name", "article-author", "post-author", "entry-author"))
_BYLINE = 80
_CHANGED = ("modif", "updat")


def read_metadata(page: HtmlElement, visible: VisiblePage) -> tuple[Evidence, ...]:
    """All that the page says of itself and that may be believed, what is trusted most first."""
    found = chain(of_json_ld(page), _of_meta(page), _of_items(page), _of_elements(page))
    return trusted(found, [line.text for line in visible.lines])


def _of_meta(page: HtmlElement) -> Iterator[Evidence]:
    said: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        if name and (content := (tag.get("content") or "").strip()):
            said.setdefault(name.strip().lower(), []).append(content)
    for source, field, names in _META:
        for name in names:
            values = said.get(name, [])
            value = ", ".join(dict.fromkeys(values)) if field == "author" else "".join(values[:1])
            if value and not (name == "twitter:data1" and "twitter:label1" not in said):
                yield Evidence(field, value, source, f"{name}: {value}")


def _of_items(page: HtmlElement) -> Iterator[Evidence]:
    """The properties of the first article that the page marks in its elements (microdata)."""
    for article in page.iter():
        if (article.get("itemtype") or "").rpartition("/")[2] not in ARTICLES:
            continue
        authors: list[str] = []
        for item in _own_items(article):
            field = _ITEMS.get(item.get("itemprop") or "")
            if field == "author":
                authors.append(_item_value(item))
            elif field:
                yield Evidence(field, _item_value(item), "page", f"itemprop {item.get('itemprop')}")
        yield Evidence("author", ", ".join(dict.fromkeys(filter(None, authors))), "page", "itemprop author")
        return


def _own_items(article: HtmlElement) -> Iterator[HtmlElement]:
    """What is marked inside an article, but not what is marked inside of these again."""
    inner: set[HtmlElement] = set()
    for item in article.iterdescendants():
        if item.getparent() in inner:
            inner.add(item)
        elif item.get("itemscope") is not None or item.get("itemtype"):
            inner.add(item)
            yield item
        elif item.get("itemprop"):
            yield item


def _item_value(item: HtmlElement) -> str:
    name = next((one for one in item.iterdescendants() if one.get("itemprop") == "name"), item)
    return name.get("content") or name.get("datetime") or _text(name)


def _of_elements(page: HtmlElement) -> Iterator[Evidence]:
    """The page's heading and title, who is linked as author, its times, its address and its language."""
    headings = [one for one in page.iter("h1") if _text(one)]
    if len(headings) == 1:
        yield Evidence("title", _text(headings[0]), "page", "h1")
    for title in page.iterfind("head/title"):
        yield Evidence("title", _text(title), "page")
    yield from islice(_of_bylines(page), 1)
    for time in page.iter("time"):
        about = f"{time.get('itemprop')} {time.get('class')}".lower()
        if time.get("datetime") and not _is_furniture(time) and not any(word in about for word in _CHANGED):
            yield Evidence("published", time.get("datetime") or "", "page", _text(time))
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower():
            yield Evidence("url", link.get("href") or "", "page", "link rel=canonical")
    if page.get("lang") or page.get("xml:lang"):
        yield Evidence("language", page.get("lang") or page.get("xml:lang") or "", "page", "html lang")


def _of_bylines(page: HtmlElement) -> Iterator[Evidence]:
    """Names in elements whose kind or class says that they hold the author, outside of furniture and comments."""
    for element in page.iter("a", "address", "div", "p", "span"):
        kinds = {*(element.get("rel") or "").lower().split(), *(element.get("class") or "").lower().split()}
        text = _text(element) if kinds & _AUTHOR and not _is_furniture(element) else ""
        if len(text) < _BYLINE and is_name(byline_name(text) or text):
            yield Evidence("author", text, "page", " ".join(sorted(kinds & _AUTHOR)))


def _is_furniture(element: HtmlElement) -> bool:
    """Also of the head of the site, which may show the day on which it was read."""
    above = list(element.iterancestors())
    tags = {one.tag for one in above}
    if tags & _FURNITURE or ("header" in tags and not tags & {"article", "main"}):
        return True
    return any("comment" in f"{one.get('id')} {one.get('class')}".lower() for one in above)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())
