"""Saved searches as written: their names, what counts as seen, their feeds."""

import pytest

from articles import search
from articles.editing import Refused, searches
from articles.models import OutboxEntry, SavedSearch, User
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def index() -> int:
    """One more article in the index; its id."""
    article = make_article()
    OutboxEntry.objects.note([article.pk])
    search.drain()
    return article.pk


@pytest.mark.parametrize(
    ("typed", "kept"), [("Kapal", "Kapal"), ("  Kapal \n Sirwan\u202e", "Kapal Sirwan"), ("x" * 200, "x" * 200)]
)
def test_a_name_is_one_line(typed: str, kept: str, journalist: User) -> None:
    assert searches.keep(journalist, typed, "q=kapal").name == kept


@pytest.mark.parametrize("typed", ["", " \x00 ", "x" * 201, "Feri"])
def test_a_name_that_cannot_be_is_refused_and_changes_nothing(typed: str, journalist: User) -> None:
    searches.keep(journalist, "Feri", "q=feri")
    row = searches.keep(journalist, "Kapal", "q=kapal")
    with pytest.raises(Refused):
        searches.rename(row, typed)
    row.refresh_from_db()
    assert row.name == "Kapal"


def test_looking_tells_up_to_where_it_was_seen_and_never_goes_back(journalist: User) -> None:
    first = index()
    row = searches.keep(journalist, "Kapal", "q=kapal")
    second = index()
    assert searches.look(row) == first
    # Another window still shows what was new before.
    assert searches.look(row) == first
    row.refresh_from_db()
    assert row.seen_until == second
    SavedSearch.objects.update(seen_until=second + 7)
    searches.look(row)
    row.refresh_from_db()
    assert row.seen_until == second + 7


def test_a_feed_is_open_until_it_is_closed_or_renewed(journalist: User) -> None:
    row = searches.keep(journalist, "Kapal", "q=kapal")
    first = row.feed_key
    assert row.opens_feed(first) and not row.opens_feed("") and not row.opens_feed(first[:-1])
    searches.renew_feed(row)
    row.refresh_from_db()
    assert not row.opens_feed(first) and row.opens_feed(row.feed_key)
    searches.close_feed(row)
    row.refresh_from_db()
    assert not row.opens_feed(first) and not row.opens_feed("")
    assert SavedSearch.objects.get().seen_until == row.seen_until
