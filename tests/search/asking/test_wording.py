"""A query as understood can be typed again."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.search.asking.grammar import parse
from articles.search.asking.wording import describe
from tests.search.typed import queries


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("", ""),
        ("air  laut", "air laut"),
        # A side of an OR that has two words is shown as the group that it is.
        ("pintu air ATAU kapal", "(pintu air) OR kapal"),
        ("(air | laut) -kapal", "(air OR laut) -kapal"),
        ("NOT (air laut)", "-(air laut)"),
        ("kata:(siap siaga) penutur:Rahma", "said:(siap siaga) speaker:Rahma"),
        ("media:Suluh media:“Suluh Timur”", 'outlet:Suluh outlet:"Suluh Timur"'),
        ("bahasa:Persian status:ditolak", "lang:fa status:rejected"),
        ("tanggal:2021-10-01..2021-12-31", "date:2021-10..2021-12"),
        ("tanggal:۲۰۲۱-۰۱..", "date:2021.."),
        ("date:2020-02..2021-05-30", "date:2020-02-01..2021-05-30"),
        # A word or a value that would be an operator if it stood alone.
        ("air,OR speaker:ATAU*", "air or speaker:atau"),
        ('tag:"OR" outlet:NOT*', 'tag:"OR" outlet:"NOT"'),
        ("“air laut”~۷ gelomb* gelombang~", '"air laut"~7 gelomb* gelombang~'),
    ],
)
def test_how_a_query_was_understood(typed: str, understood: str) -> None:
    assert describe(parse(typed)) == understood
    assert describe(parse(understood)) == understood


@given(st.one_of(queries, st.text(max_size=80)))
def test_what_was_understood_means_the_same_when_typed(typed: str) -> None:
    query = parse(typed)
    again = parse(describe(query))
    # What is at its limit already is longer, or a group deeper, when it is written out.
    assume(not {note.code for note in again.notes} & {"too_long", "too_deep"})
    assert again.parts == query.parts
    assert again.notes == () or not query.parts


@given(st.dates(), st.dates(), st.sampled_from(("{0}", "{0}..{1}", "{0}..", "..{1}")))
def test_days_mean_the_same_when_typed(first: date, last: date, form: str) -> None:
    query = parse("date:" + form.format(first, last))
    assert len(query.parts) == 1 and not query.notes
    assert parse(describe(query)).parts == query.parts
