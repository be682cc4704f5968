"""What a result shows of its text."""

import pytest

from articles.search import mark, parse, snippet


def hits(text: str, language: str, query: str) -> list[str]:
    return [piece.text for piece in mark(text, language, parse(query)) if piece.hit]


@pytest.mark.parametrize(
    ("language", "text", "query", "marked"),
    [
        # forms of a word
        ("id", "Iran memperkuat dan perkuat armada, penguatan itu kuat.", "penguatan",
         ["memperkuat", "perkuat", "penguatan", "kuat"]),
        ("ru", "Шесть дверей и одна дверь.", "дверь", ["дверей", "дверь"]),
        ("fr", "L’équipage et les Équipages.", "equipage", ["équipage", "Équipages"]),
        # spellings of a name, in any script and case
        ("id", "Baqeri dan Jenderal Bagheri bertemu Bakri.", "bageri", ["Baqeri", "Bagheri"]),
        ("fa", "محمد باقری گفت", "Bagheri", ["باقری"]),
        ("ru", "Встреча с Гёкденизом прошла", "Gökdeniz", ["Гёкденизом"]),
        # what is no name is not spelled otherwise
        ("id", "Ia bakar ikan di Bekasi.", "bakar", ["bakar"]),
        # a phrase stands whole or not at all
        ("id", "Kerja sama itu; kerja, sama saja; sama kerja.", '"kerja sama"', ["Kerja sama", "kerja, sama"]),
        # what is excluded is not marked
        ("id", "Iran dan Rusia", "Iran -Rusia", ["Iran"]),
        ("id", "Iran dan Rusia", "", []),
        # native digits
        ("fa", "۴۴۵ کیلومتر", "445", ["۴۴۵"]),
    ],
)  # fmt: skip
def test_what_is_marked(language: str, text: str, query: str, marked: list[str]) -> None:
    assert hits(text, language, query) == marked


def test_the_pieces_are_the_text() -> None:
    text = "Iran <b>memperkuat</b> armada & Iran."
    assert "".join(piece.text for piece in mark(text, "id", parse("kuat iran"))) == text


def test_a_snippet_shows_the_place_with_most_of_the_query() -> None:
    text = "Iran di awal. " + "Kata lain saja. " * 60 + "Iran dan Rusia bertemu. " + "Kata lain saja. " * 60
    pieces = snippet(text, "id", parse("iran rusia"))
    assert [piece.text for piece in pieces if piece.hit] == ["Iran", "Rusia"]
    assert pieces[0].text == "… " and pieces[-1].text == " …"
    assert len("".join(piece.text for piece in pieces)) < 260


def test_a_snippet_without_a_match_is_the_beginning() -> None:
    text = "Awal cerita. " * 60
    shown = "".join(piece.text for piece in snippet(text, "id", parse("zebra")))
    assert shown.startswith("Awal cerita.") and shown.endswith(" …")


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("Iran siap.", "id", parse("siap")) == [("Iran ", False), ("siap", True), (".", False)]
