"""Where reports disagree, the words that differ are marked in each text."""

import pytest

from articles.templatetags.conflicts import pointed


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("12 kapal dan 12 orang", ["12"], "[12] kapal dan [12] orang"),
        # A figure is not found inside a longer one, nor a word inside another.
        ("112 kapal, 12.000 orang, 3,12 meter, 12-15 hari", ["12"], "112 kapal, 12.000 orang, 3,12 meter, [12]-15 hari"),
        ("Rabuan pada hari rabu.", ["Rabu"], "Rabuan pada hari [rabu]."),
        # The longer wording first.
        ("hari Rabu", ["Rabu", "hari Rabu"], "[hari Rabu]"),
        # What is no pattern stays none, and nothing is marked for nothing.
        ("a.c (b)", ["(b)", "a?c", "", " "], "a.c [(b)]"),
        ("هذا ليس هبة", ["ليس"], "هذا [ليس] هبة"),
        ("  kapal  ", [], "  kapal  "),
        ("<b>12</b>", ["12"], "&lt;b&gt;[12]&lt;/b&gt;"),
    ],
)  # fmt: skip
def test_words_are_marked(text: str, words: list[str], expected: str) -> None:
    shown = str(pointed(text, words))
    assert shown.replace('<mark class="disputed">', "[").replace("</mark>", "]") == expected
