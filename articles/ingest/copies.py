"""The same article in several files, and articles that share much of their text."""

from collections.abc import Iterable

from django.db import transaction

from articles.models import Article, Band, Copy
from articles.records import ImportedDocument
from articles.text.copies import ENOUGH, bands, body_key, share, shingles

MOST = 50
"""Articles that share a band with one, beyond which the band is a common phrase and not looked at."""
PARAMETERS = 500


def same_article(document: ImportedDocument) -> Article | None:
    """The article of the same body from the same outlet, or from an outlet that one of the two does not tell."""
    twins = Article.objects.filter(body_key=body_key(document.text)).select_related("outlet")
    for twin in twins:
        if not document.outlet or twin.outlet is None or twin.outlet.name == document.outlet:
            return twin
    return None


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
        Copy.objects.bulk_create([one for one in found if one.share >= ENOUGH], ignore_conflicts=True)


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
