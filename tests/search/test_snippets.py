"""What a result shows of its text."""

import pytest

from articles.search import SearchQuery, Widened, mark, parse, snippet
from articles.search.query import Part, Phrase, Prefix, Similar, Term
from articles.text.terms import is_form, words
from tests.measures.forms import Pair, pairs


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


@pytest.mark.parametrize(
    ("language", "text", "part", "marked"),
    [
        # the beginning of a word
        ("id", "Pelabuhan dan pelaut, bukan pulau.", Prefix("pela"), ["Pelabuhan", "pelaut"]),
        # much the same spelling, the first letter kept
        ("en", "Harbour, harbor, arbour, hardware.", Similar("harbor"), ["Harbour", "harbor"]),
        # words near each other, in any order; those further apart are not meant
        ("en", "Rain fell on the dry river. A river, later rain.", Phrase(("river", "rain"), 2), ["river", "rain"]),
        ("en", "The river Rain.", Phrase(("rain", "river"), 5), ["river", "Rain"]),
        # a sign alone, and several
        ("zh", "洪水淹没村庄", Term("水"), ["水"]),
        ("zh", "联合国安理会通过决议", Term("安理会"), ["安理会"]),
        # words typed as one, and a compound written in two
        ("id", "Ia membubuhkan tanda tangan.", Term("tandatangan"), ["tanda tangan"]),
        # a word in a phrase that is found, too, is one hit with it
        ("en", "A dry river bed.", Phrase(("dry", "river")), ["dry river"]),
    ],
)  # fmt: skip
def test_every_kind_of_word_is_marked(language: str, text: str, part: Part, marked: list[str]) -> None:
    query = SearchQuery(parts=(part, Term("river")) if marked == ["dry river"] else (part,))
    assert [piece.text for piece in mark(text, language, query) if piece.hit] == marked


@pytest.mark.parametrize("pair", [*pairs(), *pairs("held")], ids=str)
def test_a_form_is_marked_and_a_look_alike_is_not(pair: Pair) -> None:
    """As the index finds them: only a quicker way to the same answer."""
    pieces = mark(pair.text, pair.language, SearchQuery(parts=(Term(pair.typed),), names=False))
    typed, text = ([word.text for word in words(one)] for one in (pair.typed, pair.text))
    in_a_row = [zip(text[place:], typed, strict=False) for place in range(len(text) - len(typed) + 1)]
    expected = any(all(is_form(word, asked, pair.language) for word, asked in row) for row in in_a_row)
    assert any(piece.hit for piece in pieces) is expected


WIDENED = (
    Widened("Bageri", names=("baqeri", "باقری", "гёкдениз")),
    Widened("ferry", translations=(("id", "kapal feri"), ("id", "penyeberangan"), ("ru", "катер"), ("", "HQ"))),
)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        # as typed before any other way
        ("id", "Bageri, Baqeri dan baqeri", [("Bageri", "form", "Bageri"), ("Baqeri", "name", "Bageri")]),
        ("fa", "محمد باقری گفت", [("باقری", "name", "Bageri")]),
        # the name in a case of its language
        ("ru", "Встреча с Гёкденизом", [("Гёкденизом", "name", "Bageri")]),
        # phrases of the text's language in any form, of several words only in a row
        ("ru", "Катеры и kapal feri", [("Катеры", "translation", "ferry")]),
        ("id", "Kapal-kapal feri; feri kapal", [("Kapal-kapal feri", "translation", "ferry")]),
        ("id", "Tempat diseberangkan, penyeberangannya", [("diseberangkan", "translation", "ferry"),
                                                          ("penyeberangannya", "translation", "ferry")]),
        # what is said in any language
        ("tr", "HQ bugün", [("HQ", "translation", "ferry")]),
        # no sound-alikes that the search did not look for
        ("id", "Jenderal Bagheri", []),
    ],
)  # fmt: skip
def test_what_a_search_was_widened_to_is_marked_as_such(
    language: str, text: str, told: list[tuple[str, str, str]]
) -> None:
    pieces = mark(text, language, parse("Bageri ferry"), WIDENED)
    assert [piece for piece in pieces if piece.hit] == told


def test_names_switched_off_are_not_heard() -> None:
    assert not any(piece.hit for piece in mark("Jenderal Bagheri", "id", parse("Bageri", names=False)))


def test_overlapping_passages_are_one_hit() -> None:
    query = SearchQuery(parts=(Phrase(("dry", "river")), Phrase(("river", "bed")), Term("bed")))
    assert [piece.text for piece in mark("The dry river bed.", "en", query) if piece.hit] == ["dry river bed"]


def test_the_pieces_are_the_text() -> None:
    text = "Iran <b>memperkuat</b> armada & Iran."
    assert "".join(piece.text for piece in mark(text, "id", parse("kuat iran"))) == text


def test_a_snippet_shows_the_place_with_most_of_the_query() -> None:
    text = "Iran di awal. " + "Kata lain saja. " * 60 + "Iran dan Rusia bertemu. " + "Kata lain saja. " * 60
    pieces = snippet(text, "id", parse("iran rusia"))
    assert [piece.text for piece in pieces if piece.hit] == ["Iran", "Rusia"]
    assert pieces[0].text == "… " and pieces[-1].text == " …"
    assert len("".join(piece.text for piece in pieces)) < 260


def test_the_richest_place_is_found_among_many_hits() -> None:
    text = "Iran saja. " * 300 + "Iran dan Rusia bertemu di Oman. " + "Rusia saja. " * 300
    found = [piece.text for piece in snippet(text, "id", parse("iran rusia oman")) if piece.hit]
    assert set(found) == {"Iran", "Rusia", "Oman"}


def test_no_letter_is_parted_from_its_marks() -> None:
    text = "ก\u0e34\u0e48" * 400 + " kapal " + "ก\u0e34\u0e48" * 400
    for piece in snippet(text, "th", parse("kapal"))[1:-1]:
        assert piece.text[0] not in "\u0e34\u0e48"


def test_a_snippet_begins_with_a_sentence_where_one_is_near() -> None:
    text = "Kata lain saja. " * 40 + "Kapal itu tiba. " + "Kata lain saja. " * 40
    assert snippet(text, "id", parse("kapal"))[1].text.startswith("Kata lain saja. ")
    text = "kata lain " * 60 + "kapal itu " + "kata lain " * 60
    assert snippet(text, "id", parse("kapal"))[1].text.startswith(("kata ", "lain "))


def test_a_snippet_without_a_match_is_the_beginning() -> None:
    text = "Awal cerita. " * 60
    shown = "".join(piece.text for piece in snippet(text, "id", parse("zebra")))
    assert shown.startswith("Awal cerita.") and shown.endswith(" …")


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("Iran siap.", "id", parse("siap")) == [("Iran ", "", ""), ("siap", "form", "siap"), (".", "", "")]
