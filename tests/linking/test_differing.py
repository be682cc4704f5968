"""Which words only one of two texts has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.linking import differences, differing_from_any


def marked(text: str, other: str) -> str:
    """The first text with its own words in brackets."""
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in differences(text, other).a)


@pytest.mark.parametrize(
    ("a", "b", "a_marked", "b_marked"),
    [
        # One word for another.
        ("termasuk ekspor grosir peralatan", "termasuk ekspor besar-besaran peralatan",
         "termasuk ekspor [grosir] peralatan", "termasuk ekspor [besar-besaran] peralatan"),
        # A word more: only the side that has it is marked.
        ("serta pelatihan, dan transfer", "serta pelatihan, latihan, dan transfer",
         "serta pelatihan, dan transfer", "serta pelatihan, [latihan], dan transfer"),
        ("dunia baru berubah dengan", "dunia baru sedang berubah dengan",
         "dunia baru berubah dengan", "dunia baru [sedang] berubah dengan"),
        # Words that follow each other are one piece, with the space between them.
        ("Ia pergi ke pasar", "Ia tidak mau ke pasar", "Ia [pergi] ke pasar", "Ia [tidak mau] ke pasar"),
        # Case, accents and punctuation are no difference, but stay.
        ("«Ia PERGI!»", "ia pergi,", "«Ia PERGI!»", "ia pergi,"),
        ("Çiğdem Akarsu", "Cigdem Akarsu", "Çiğdem Akarsu", "Cigdem Akarsu"),
        # Nothing in common, or nothing at all.
        ("satu dua", "tiga", "[satu dua]", "[tiga]"),
        ("", "tiga", "", "[tiga]"),
        ("…", "…", "…", "…"),
    ],
)  # fmt: skip
def test_the_words_of_one_side_only_are_marked(a: str, b: str, a_marked: str, b_marked: str) -> None:
    assert marked(a, b) == a_marked
    assert marked(b, a) == b_marked


@given(st.text(alphabet="ab -.,\n", max_size=30), st.text(alphabet="ab -.,\n", max_size=30))
def test_the_pieces_are_the_text_again(a: str, b: str) -> None:
    found = differences(a, b)
    for text, pieces in ((a, found.a), (b, found.b)):
        assert "".join(piece.text for piece in pieces) == text
        assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)
        assert all(piece.text for piece in pieces)
    assert not differences(a, a).any


@pytest.mark.parametrize(
    ("text", "others", "shown"),
    [
        ("ekspor grosir senjata", ["ekspor besar-besaran senjata"], "ekspor [grosir] senjata"),
        # What one of several has differently is enough.
        ("ekspor grosir senjata", ["ekspor grosir alat", "jual grosir senjata"], "[ekspor] grosir [senjata]"),
        # Itself, or nothing to compare with.
        ("ekspor grosir", ["Ekspor grosir."], "ekspor grosir"),
        ("ekspor grosir", [], "ekspor grosir"),
    ],
)
def test_the_words_that_any_other_lacks_are_marked(text: str, others: list[str], shown: str) -> None:
    pieces = differing_from_any(text, others)
    assert "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces) == shown
