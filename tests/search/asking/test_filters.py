"""What a form's and a command's filters mean."""

from articles.search.asking.grammar import parse
from articles.search.query import (
    SearchQuery,
    Term,
)


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
    assert parse("", month="2021-10..2022-01").month == "2021-10..2022-01"


def test_pages_and_orders() -> None:
    query = parse("air", said="1", sort="date", limit="50", offset="100", after="7")
    assert (query.said, query.sort, query.limit, query.offset, query.after) == (True, "date", 50, 100, 7)
    assert parse("air", said="0", limit=None, language="") == SearchQuery("air", (Term("air"),))
    assert parse("", limit="999999999").limit == 1000
    assert not parse("", names="0").names
    assert not parse("", translated="0").translated
