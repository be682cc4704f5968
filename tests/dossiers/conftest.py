"""Reports of one utterance, made in a line each."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from articles.models import Statement, Utterance
from tests.factories import make_article, make_quote

Reported = Callable[..., Statement]


@pytest.fixture
def reported(db: None) -> Reported:
    """Makes a report of the test's one utterance: outlet, words, day of June 2026 (None for no date), its language."""
    utterance = Utterance.objects.create()

    def report(
        outlet: str, words: str = "Kami menutup pintu air", day: int | None = 1, language: str = "id", **fields: Any
    ) -> Statement:
        published = date(2026, 6, day) if day else None
        article = make_article(f"“{words}” katanya.", outlet, language=language, published=published)
        return make_quote(article, words, utterance=utterance, **fields)

    return report
