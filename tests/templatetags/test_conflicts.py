"""Where reports disagree, the words that differ are marked in each text."""

import pytest

from articles.models import Statement
from articles.templatetags.conflicts import in_its_place, pointed
from tests.factories import make_article, make_quote


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


TEXT = "Rapat itu digelar di Ambon.\n\nHari Rabu ia bicara. “Kami siap,” katanya.\n\nMenteri lalu pulang."


@pytest.fixture
def quote(db: None) -> Statement:
    return make_quote(make_article(TEXT))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("siap", '<span class="around">Hari Rabu ia bicara. “</span>Kami [siap]<span class="around">,” katanya.</span>'),
        ("Rabu", '<span class="around">Hari [Rabu] ia bicara. “</span>Kami siap<span class="around">,” katanya.</span>'),
    ],
)  # fmt: skip
def test_a_statement_stands_in_its_paragraph(words: str, expected: str, quote: Statement) -> None:
    shown = str(in_its_place(quote, [words]))
    assert shown.replace('<mark class="disputed">', "[").replace("</mark>", "]") == expected


def test_more_of_the_text_is_shown_where_the_words_stand_only_there(quote: Statement) -> None:
    shown = str(in_its_place(quote, ["Ambon"]))
    assert '<mark class="disputed">Ambon</mark>' in shown and "Menteri lalu pulang" in shown
