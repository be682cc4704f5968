"""What a search was widened to, and by which words a result was found."""

import pytest
from django.test import Client

from articles.search import Piece, SearchQuery, Widened, parse
from articles.views.widening import FEW, reasons, widenings
from tests.views.test_facets import make_and_index
from tests.views.test_search import Links, page


def names(*found: str) -> list[str]:
    (way,) = widenings(parse("Bageri"), (Widened("Bageri", found),))
    return [other.text for _, others in way.words for other in others]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (["baqeri"], ["Baqeri"]),
        # once, with its accents
        (["gokdeniz", "gökdeniz"], ["Gökdeniz"]),
        (["باقری", "багери"], ["باقری", "Багери"]),
    ],
)
def test_names_are_shown_as_they_are_written(found: list[str], shown: list[str]) -> None:
    assert sorted(names(*found)) == sorted(shown)


def test_the_first_are_shown_at_once_and_all_on_demand() -> None:
    many = Widened("ferry", translations=tuple(("id", f"kapal {number}") for number in range(FEW + 1)))
    (way,) = widenings(parse("ferry"), (many,))
    assert (way.how, way.is_on, way.has_more) == ("translation", True, True)
    assert [len(others) for _, others in way.few] == [FEW] and [len(others) for _, others in way.words] == [FEW + 1]


def test_a_way_is_shown_where_it_found_something_or_is_switched_off() -> None:
    assert widenings(parse("ferry"), ()) == []
    assert [way.how for way in widenings(parse("ferry", names=False, translated=False), ())] == ["name", "translation"]
    # An exact phrase is never widened: there is nothing to switch.
    assert widenings(parse('"ferry boat"', names=False), ()) == []
    assert widenings(SearchQuery(names=False), ()) == []


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        # each word once, in the order of the text
        ([Piece("kapal", "translation", "ferry"), Piece("feri", "translation", "ferry"),
          Piece("Kapal", "translation", "ferry")], [("translation", ["kapal", "feri"])]),
        # where a form of what was typed stands, nothing need be told
        ([Piece("ferries", "form", "ferry"), Piece("kapal", "translation", "ferry")], []),
        # each word of the query by itself
        ([Piece("ferries", "form", "ferry"), Piece("Baqeri", "name", "Bageri")], [("name", ["Baqeri"])]),
        # two words that are translated together
        ([Piece("Security", "form", "security"), Piece("Dewan Keamanan", "translation", "security council")],
         [("translation", ["Dewan Keamanan"])]),
        ([Piece("security", "form", "security"), Piece("council", "form", "council"),
          Piece("Dewan Keamanan", "translation", "security council")], []),
        ([Piece("nothing")], []),
    ],
)  # fmt: skip
def test_a_result_tells_by_which_words_it_was_found(pieces: list[Piece], told: list[tuple[str, list[str]]]) -> None:
    assert [(reason.how, reason.words) for reason in reasons(pieces)] == told


def test_a_search_says_what_it_was_widened_to_and_a_result_by_what_it_was_found(
    as_journalist: Client, db: None
) -> None:
    make_and_index("Laksamana Baqeri tiba.", "Bagheri berlayar.")
    found = page(as_journalist, q="Bagheri")
    assert "<bdi>Bagheri</bdi> also written:" in found and "<bdi>Baqeri</bdi>" in found
    assert '<mark class="hit-name">Baqeri</mark>' in found and "<mark>Bagheri</mark>" in found
    # Only the result that does not have what was typed says why.
    assert found.count("hit-reason") == 1


def test_names_and_translations_are_switched_off_and_on(as_journalist: Client, db: None) -> None:
    make_and_index("Laksamana Baqeri tiba.", "Bagheri berlayar.")
    links = Links(page(as_journalist, q="Bagheri")).found
    assert links["switch-name"] == "/?q=Bagheri&names=0"
    found = page(as_journalist, q="Bagheri", names=0, translated=0)
    assert "Baqeri" not in found and "Names are found only as they were typed." in found
    links = Links(found).found
    assert links["switch-name"] == "/?q=Bagheri&translated=0" and links["switch-translation"] == "/?q=Bagheri&names=0"
    assert '<input type="hidden" form="search-form" name="names" value="0">' in found
    assert "switch-name" not in Links(page(as_journalist)).found
