"""What a star and a tilde mean."""

import pytest

from articles.search.query import (
    Excluded,
    Part,
    Phrase,
    Prefix,
    Similar,
    Term,
)
from tests.search.typed import check, laut


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("gelomb*", (Prefix("gelomb"),)),
        ("gelombang~", (Similar("gelombang"),)),
        ("-gelomb*", (Excluded(Prefix("gelomb")),)),
        # The sign belongs to the last word of what stands without a space.
        ("laut-gelomb*,", (laut, Prefix("gelomb"))),
        ("az-Zub*", (Prefix("Zub"),)),
        ("مدر٭", (Prefix("مدر"),)),
        ('"air laut"~5', (Phrase(("air", "laut"), 5),)),
        ("“air laut”~۱۲", (Phrase(("air", "laut"), 12),)),
        # A tilde between figures is none of ours.
        ("10~20 ~5", (Term("10"), Term("20"), Term("5"))),
    ],
)
def test_stars_and_tildes(text: str, parts: tuple[Part, ...]) -> None:
    check(text, parts)
