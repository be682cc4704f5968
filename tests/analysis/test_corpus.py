"""Scores on the shipped texts. They may rise and not fall; `make record` keeps those that rose."""

from datetime import date

import pytest

from articles.languages import all_languages
from articles.records import QUOTE_KINDS
from tests.measures.gold import GoldArticle, shipped, written
from tests.measures.recorded import changes, recorded, today

KNOWN = {language.code for language in all_languages()}
ARTICLES = [*shipped(), *written()]


def test_no_score_falls() -> None:
    fell, _ = changes(recorded(), today())
    assert not fell


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_what_is_gold_stands_in_its_text(article: GoldArticle) -> None:
    assert not article.missing
    assert article.language in KNOWN
    assert {quote.kind for quote in article.quotes} <= set(QUOTE_KINDS)
    assert all(part.of(article.text).strip() for quote in article.quotes for part in quote.parts)
    assert all(quote.parts == tuple(sorted(quote.parts)) for quote in article.quotes)
    assert all(quote.said_on is None or quote.said_on <= (article.published or date.max) for quote in article.quotes)
