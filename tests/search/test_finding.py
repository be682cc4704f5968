"""What a search finds, in which order, and how it can be narrowed."""

from dataclasses import replace
from datetime import date

import pytest

from articles import search
from articles.models import Article, OutboxEntry, Person, Status, Tag
from articles.search import SearchResults
from tests.factories import make_article, make_claim, make_person, make_quote

pytestmark = pytest.mark.django_db


def find(text: str = "", **facets: object) -> SearchResults:
    return search.find(search.parse(text, **facets))


def titles(results: SearchResults) -> list[str]:
    by_id = dict(Article.objects.values_list("id", "title"))
    return [by_id[hit.article] for hit in results.hits]


def index(*texts: str, language: str = "id") -> None:
    """Articles whose titles are their first words."""
    for text in texts:
        OutboxEntry.objects.note([make_article(text, title=text.split()[0], language=language).pk])
    search.drain()


def counts(results: SearchResults, facet: str) -> dict[str, int]:
    return {value.value: value.count for value in results.facets[facet]}


def test_all_words_must_match_wherever_they_stand() -> None:
    index("Satu kapal tiba di pelabuhan.", "Dua kapal berlayar.", "Tiga pelabuhan ditutup.")
    assert titles(find("kapal pelabuhan")) == ["Satu"]


def test_the_title_and_the_standfirst_are_searched_too() -> None:
    article = make_article("Isi berita.", title="Gempa besar", standfirst="Warga mengungsi.")
    OutboxEntry.objects.note([article.pk])
    search.drain()
    assert [find(word).total for word in ("gempa", "mengungsi", "isi", "gempa isi")] == [1, 1, 1, 1]


def test_forms_of_a_word_are_found_by_the_language_of_the_article() -> None:
    index("Satu: Iran memperkuat armada.", "Dua: penguatan armada.", "Tiga: kapal tiba.")
    index("Empat: negara itu perkuat armada.", language="ms")
    index("Five ships arrived, said the agreements.", language="en")
    assert sorted(titles(find("penguatan"))) == ["Dua:", "Empat:", "Satu:"]
    assert titles(find("agreement ship")) == ["Five"]


def test_the_form_that_was_typed_comes_first() -> None:
    index("Satu armada diperkuat lagi hari ini.", "Dua penguatan armada lagi hari ini.")
    assert titles(find("penguatan")) == ["Dua", "Satu"]


def test_a_word_in_the_title_counts_more() -> None:
    index("Kapal tiba di sini lagi hari ini.")
    OutboxEntry.objects.note([make_article("Ada feri tiba di sini.", title="Feri tiba").pk])
    OutboxEntry.objects.note([make_article("Ada kabar: feri, feri kecil tiba.", title="Kabar").pk])
    search.drain()
    assert titles(find("feri")) == ["Feri tiba", "Kabar"]


def test_a_phrase_is_exact_and_ends_with_the_title() -> None:
    index("Satu pintu air dibuka.", "Dua pintu, lalu air.", "Tiga pintu berair.", "Empat air pintu.")
    assert titles(find('"pintu air"')) == ["Satu"]
    OutboxEntry.objects.note([make_article("Air naik.", title="Pintu").pk])
    search.drain()
    assert find('"pintu air"').total == 1


def test_what_is_excluded_is_not_found() -> None:
    index("Satu kapal Iran.", "Dua kapal Rusia.", "Tiga kapal dan pintu air.")
    assert titles(find('kapal -Rusia -"pintu air"')) == ["Satu"]
    assert sorted(titles(find("-Rusia"))) == ["Satu", "Tiga"]


def test_a_name_is_found_in_its_other_spellings() -> None:
    index("Satu: Jenderal Bagheri tiba.", "Dua: Jenderal Baqeri tiba.", "Tiga: Jenderal Bageri tiba.")
    index("چهار: محمد باقری گفت", language="fa")
    index("Пять: генералом Багери", language="ru")
    index("Enam: Bager tiba.", "Tujuh: bekerja.")
    for spelling in ("Bagheri", "baqeri", "باقري", "Багери"):
        assert len(find(spelling).hits) == 5, spelling
    assert titles(find("Bagheri"))[0] == "Satu:"


def test_a_name_is_not_found_where_its_vowels_are_denied() -> None:
    index("Satu: Bakri tiba.", "Dua: Karim tiba.", "Tiga: Karam tiba.")
    assert find("Bagheri").total == 0
    assert titles(find("Kareem")) == ["Dua:"]


def test_a_word_that_is_no_name_has_no_other_spellings() -> None:
    index("Satu orang bakar ikan.", "Dua orang ke Baqar.")
    assert titles(find("bakar")) == ["Satu"]


def test_a_phrase_switches_other_spellings_off() -> None:
    index("Satu: Bagheri tiba.", "Dua: Baqeri tiba.")
    assert titles(find('"Bagheri"')) == ["Satu:"]


def test_facets_count_with_the_other_filters_applied() -> None:
    for outlet, language, day in [("A", "id", 1), ("A", "ms", 2), ("B", "id", 3)]:
        article = make_article("kapal", outlet=outlet, language=language, published=date(2021, 10 + day // 3, day))
        OutboxEntry.objects.note([article.pk])
    search.drain()
    results = find("kapal", outlet="A")
    assert results.total == 2
    assert counts(results, "outlet") == {"A": 2, "B": 1}
    assert counts(results, "language") == {"id": 1, "ms": 1}
    assert counts(results, "month") == {"2021-10": 2}
    assert [(month.value, month.count) for month in find("kapal").months] == [("2021-10", 2), ("2021-11", 1)]
    for facet in ("outlet", "language", "month"):
        for value in find("kapal").facets[facet]:
            assert find("kapal", **{facet: value.value}).total == value.count


def test_statements_narrow_by_speaker_status_and_tag() -> None:
    speaker, namesake = make_person(), Person.objects.create(name="R. Wibowo")
    namesake.merged_into = speaker
    namesake.save()
    articles = [make_article(title=title) for title in ("Satu", "Dua", "Tiga")]
    quote = make_quote(articles[0], speaker=speaker, status=Status.CONFIRMED)
    quote.tags.add(Tag.objects.create(name="armada"))
    make_quote(articles[1], speaker=namesake)
    make_quote(articles[2], status=Status.REJECTED)
    OutboxEntry.objects.note(article.pk for article in articles)
    search.drain()
    assert sorted(titles(find(speaker=speaker.pk))) == ["Dua", "Satu"]
    assert titles(find(status="confirmed")) == ["Satu"]
    assert titles(find("kapal", tag="armada")) == ["Satu"]
    assert counts(find(), "status") == {"confirmed": 1, "proposed": 1}


def test_a_hit_names_the_statements_that_match() -> None:
    article = make_article()
    quote, claim = make_quote(article), make_claim(article)
    OutboxEntry.objects.note([article.pk])
    search.drain()
    assert [find(word).hits[0].statements for word in ("siap", "kapal", "kata")] == [(quote.pk,), (claim.pk,), ()]


def test_who_said_anything_about_it() -> None:
    article = make_article()
    quote = make_quote(article)
    make_claim(article)
    OutboxEntry.objects.note([article.pk])
    search.drain()
    assert [(hit.article, hit.statements) for hit in find("siap", said=True).hits] == [(article.pk, (quote.pk,))]
    assert find("wibowo", said=True).total == 1
    assert find("kapal", said=True).total == 0
    assert find(said=True).total == 1


def test_without_words_the_newest_come_first_page_by_page() -> None:
    for title, published in [("lama", date(2020, 1, 1)), ("tanpa", None), ("baru", date(2021, 1, 1))]:
        OutboxEntry.objects.note([make_article("kapal", title=title, published=published).pk])
    search.drain()
    assert titles(find()) == ["baru", "lama", "tanpa"]
    assert titles(find("kapal", sort="date")) == ["baru", "lama", "tanpa"]
    assert titles(find(limit=1, offset=1)) == ["lama"]
    assert find(limit=1, offset=7).total == 3


def test_only_what_was_stored_since_then_is_found_and_counted() -> None:
    index("Satu kapal tiba.")
    seen = search.reached()
    index("Dua kapal tiba.", "Tiga feri tiba.")
    later = replace(search.parse("kapal"), after=seen)
    assert titles(search.find(later)) == ["Dua"]
    assert counts(search.find(later), "language") == {"id": 1}
    assert search.tally(later).total == 1
    assert search.tally(replace(later, after=search.reached())) == search.Tally()


def test_what_came_last_into_the_archive_comes_first_whenever_it_was_published() -> None:
    for title, published in [("satu", date(2021, 1, 1)), ("dua", date(2020, 1, 1)), ("tiga", None)]:
        OutboxEntry.objects.note([make_article("kapal", title=title, published=published).pk])
    search.drain()
    assert titles(find("kapal", sort="stored")) == ["tiga", "dua", "satu"]


def test_a_tally_has_the_total_and_the_days_of_the_dated_ones() -> None:
    for published in (date(2021, 3, 5), None, date(2020, 1, 1)):
        make_quote(article := make_article(published=published))
        OutboxEntry.objects.note([article.pk])
    search.drain()
    span = (date(2020, 1, 1), date(2021, 3, 5))
    assert search.tally(search.parse("kapal")) == search.Tally(3, *span)
    assert search.tally(search.parse("siap", said=True)) == search.Tally(3, *span)
    assert search.tally(search.parse("kapal", month="2021-03")) == search.Tally(1, span[1], span[1])
    assert search.tally(search.parse("tidak-ada")) == search.Tally()


def test_without_an_index_nothing_is_counted_and_nothing_reached() -> None:
    assert search.tally(search.parse("kapal")) is None
    assert search.widen(search.parse("kapal")) is None
    assert search.reached() == 0


def test_what_a_search_would_look_for_is_told_without_searching() -> None:
    index("Satu kapal tiba.")
    query = search.parse("ship")
    assert search.widen(query) == search.find(query).widened != ()


def test_an_article_that_waits_for_the_index_is_not_reached() -> None:
    index("Satu kapal tiba.")
    reached = search.reached()
    waiting = make_article("Dua kapal tiba.")
    OutboxEntry.objects.note([waiting.pk])
    assert search.reached() == reached < waiting.pk
    search.drain()
    assert search.reached() == waiting.pk


def test_nothing_found_suggests_what_to_try() -> None:
    index("Kapal berlabuh di dermaga.", "Feri berlabuh di sana.")
    tries = {(one.code, one.value): (one.text, one.count) for one in find("kapal drmaga").suggestions}
    assert tries == {("spelling", "dermaga"): ("kapal dermaga", 1), ("without_word", "drmaga"): ("kapal", 1)}
    filtered = find("kapal", language="ms")
    assert [(one.code, one.value, one.count) for one in filtered.suggestions] == [("without_filter", "language", 1)]
    assert find("kapal").suggestions == ()


@pytest.mark.parametrize(
    "text", ['"', "-", "((((", "*a*", "[a TO z]", "a\x00b", "¶", '"¶"', "\ud800", '- -""', "id:kapal"]
)
def test_no_query_breaks_a_search(text: str) -> None:
    index("Kapal tiba.")
    assert find(text).available
