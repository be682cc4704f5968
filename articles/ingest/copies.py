"""The same article in several files, and articles that share much of their text."""

from collections.abc import Iterable

from django.db import transaction

from articles.models import Article, Band, Copy, Utterance
from articles.records import ImportedDocument
from articles.text.copies import ENOUGH, bands, share, shingles

MOST = 50
"""Articles that share a band with one, beyond which the band is a common phrase and not looked at."""
PARAMETERS = 500


def with_bodies(keys: Iterable[str]) -> dict[str, list[Article]]:
    """The articles of the archive that have one of these bodies, by its key."""
    found: dict[str, list[Article]] = {}
    for article in Article.objects.filter(body_key__in=set(keys)).select_related("outlet").defer("text", "removed"):
        found.setdefault(article.body_key, []).append(article)
    return found


def is_same(article: Article, document: ImportedDocument) -> bool:
    """Whether a document of the same body is the same article: neither outlet nor day is told differently.

    What an outlet prints again on another day, the same short notice each week, is an article of its own.
    """
    outlets = {article.outlet.name if article.outlet else "", document.outlet} - {""}
    days = {article.published, document.published} - {None}
    return len(outlets) < 2 and len(days) < 2


def link_copies(articles: Iterable[int]) -> None:
    """Finds the articles that share at least ENOUGH of their text with these, and says how much."""
    texts = dict(Article.objects.filter(pk__in=list(articles)).values_list("pk", "text"))
    own = {article: shingles(text) for article, text in texts.items()}
    signed = dict(zip(own, bands(list(own.values())), strict=True)) if own else {}
    with transaction.atomic():
        Band.objects.filter(article__in=own).delete()
        Band.objects.bulk_create(
            [Band(article_id=article, value=value) for article, values in signed.items() for value in values],
            batch_size=PARAMETERS,
        )
        pairs = _pairs(signed)
        others = {other for pair in pairs for other in pair} - own.keys()
        known = {**own, **{pk: shingles(text) for pk, text in _texts(others)}}
        found = [Copy(a_id=a, b_id=b, share=round(share(known[a], known[b]), 4)) for a, b in pairs]
        copies = [one for one in found if one.share >= ENOUGH]
        Copy.objects.bulk_create(copies, ignore_conflicts=True)
        # Copies are one source: how strongly reports stand against each other may be another matter now.
        Utterance.objects.weigh_those_in(article for one in copies for article in (one.a_id, one.b_id))


def _texts(articles: Iterable[int]) -> Iterable[tuple[int, str]]:
    return Article.objects.filter(pk__in=list(articles)).values_list("pk", "text")


def _pairs(signed: dict[int, list[int]]) -> set[tuple[int, int]]:
    """The articles that share a band with one of these, each pair once, the older article first."""
    values = sorted({value for bands in signed.values() for value in bands})
    sharing: dict[int, list[int]] = {}
    for at in range(0, len(values), PARAMETERS):
        for value, article in Band.objects.filter(value__in=values[at : at + PARAMETERS]).values_list(
            "value", "article_id"
        ):
            sharing.setdefault(value, []).append(article)
    return {
        (min(article, other), max(article, other))
        for article, bands in signed.items()
        for value in bands
        for other in sharing[value][:MOST]
        if other != article
    }
