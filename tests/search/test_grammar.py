"""What a typed query means, and that no query is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.grammar import LONGEST, MOST_PARTS, parse
from articles.search.query import Excluded, Note, Phrase, SearchQuery, Term


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("Iran senjata", (Term("Iran"), Term("senjata"))),
        ('"kerja sama" Iran', (Phrase(("kerja", "sama")), Term("Iran"))),
        ("Iran -Rusia", (Term("Iran"), Excluded(Term("Rusia")))),
        ('Iran -"kerja sama"', (Term("Iran"), Excluded(Phrase(("kerja", "sama"))))),
        # Any kind of quotation mark will do.
        ("“pintu air” «air mata»", (Phrase(("pintu", "air")), Phrase(("air", "mata")))),
        # A word asked for twice is asked for once.
        ("Iran Iran", (Term("Iran"),)),
        # A hyphen inside a word excludes nothing; a doubled word is one.
        ("Iran-Rusia", (Term("Iran"), Term("Rusia"))),
        ("negara-negara", (Term("negara-negara"),)),
        # What a hyphen or an apostrophe leaves over is no word.
        ("l'équipage Sana'a F-16", (Term("équipage"), Term("Sana"), Term("16"))),
        # The Arabic article belongs to the name behind it.
        ("az-Zubaidi", (Term("Zubaidi"),)),
        ("Ghanem al Zubaidi", (Term("Ghanem"), Term("Zubaidi"))),
        ("آتش‌سوزی", (Term("آتش"), Term("سوزی"))),
    ],
)
def test_the_parts_of_a_query(text: str, parts: tuple[object, ...]) -> None:
    query = parse(text)
    assert query.parts == parts
    assert query.notes == ()
    assert query.text == text


@pytest.mark.parametrize(
    ("text", "facets", "notes"),
    [
        ('Iran "kerja sama', {}, (Note("open_phrase", "kerja sama"),)),
        ("?! ()", {}, (Note("nothing_to_find", "?! ()"),)),
        ("", {"month": "2021-13"}, (Note("unknown_filter", "month=2021-13"),)),
        ("", {"speaker": "Baqeri"}, (Note("unknown_filter", "speaker=Baqeri"),)),
        ("", {"status": "lost"}, (Note("unknown_filter", "status=lost"),)),
        ("", {"colour": "red"}, (Note("unknown_filter", "colour=red"),)),
        ("a" * (LONGEST + 1), {}, (Note("too_long", str(LONGEST)),)),
        (" ".join(f"w{n}" for n in range(MOST_PARTS + 1)), {}, (Note("too_many_words", str(MOST_PARTS)),)),
    ],
)
def test_a_mistake_becomes_a_note(text: str, facets: dict[str, str], notes: tuple[Note, ...]) -> None:
    query = parse(text, **facets)
    assert query.notes == notes
    assert query.filters == {}
    assert len(query.parts) <= MOST_PARTS


def test_filters_are_read_from_strings() -> None:
    query = parse(
        "air", language="id", outlet="Suluh Timur", speaker="7", month="2021-10", status="confirmed", tag="banjir"
    )
    assert query.filters == {
        "language": "id",
        "outlet": "Suluh Timur",
        "speaker": 7,
        "month": "2021-10",
        "status": "confirmed",
        "tag": "banjir",
    }


def test_pages_and_orders() -> None:
    query = parse("air", said="1", sort="date", limit="50", offset="100")
    assert (query.said, query.sort, query.limit, query.offset) == (True, "date", 50, 100)
    assert parse("air", said="0", limit=None, language="") == SearchQuery("air", (Term("air"),))
    assert parse("", limit="999999999").limit == 1000


@given(st.text(max_size=400), st.text(max_size=30))
def test_no_query_is_an_error(text: str, value: str) -> None:
    query = parse(text, language=value, month=value, speaker=value, sort=value, offset=value)
    assert len(query.parts) <= MOST_PARTS
