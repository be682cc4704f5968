"""The bars of a histogram and their months, as HTML."""

from articles.search import FacetValue, SearchQuery, SearchResults
from articles.templatetags.charts import month_bars, month_rows
from articles.views.histogram import Bar, histogram


def bars() -> list[Bar]:
    months = (FacetValue("2024-01", 1200), FacetValue("2024-02", 3))
    found = histogram(SearchQuery(text="<b>", month="2024-02"), SearchResults(1203, months=months))
    assert found
    return list(found.bars)


def test_a_bar_is_a_link_with_a_name() -> None:
    first, second = month_bars(bars(), 64, "2024-02").split("\n")
    assert '<a id="bar-2024-01" href="/?q=%3Cb%3E&amp;month=2024-01"' in first
    assert "<title>January 2024: 1,200</title>" in first and ' tabindex="-1"' in first and "aria-current" not in first
    assert ' aria-current="true"' in second and "tabindex" not in second and 'href="/?q=%3Cb%3E"' in second


def test_the_rows_say_the_same() -> None:
    first, second = month_rows(bars()).split("\n")
    assert first.endswith('id="month-2024-01">January 2024</a></td><td>1,200</td></tr>')
    assert 'aria-current="true">February 2024</a></td><td>3</td>' in second
