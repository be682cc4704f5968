"""The benchmark of search: an archive like one that people wrote, and queries that find something in it."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from articles import search
from tests.measures.archive import SHARES, TITLE, WORDS, Written, people, ranks, vocabulary, written
from tests.measures.newsroom import store, texts
from tests.measures.queries import BETWEEN, EACH, OR, PHRASE, PREFIX, TWO, WORD, Query, chosen
from tests.measures.rivals import Sqlite

SIZE = 400


@pytest.fixture(scope="module")
def archive() -> list[Written]:
    return list(written(range(SIZE)))


@pytest.fixture(scope="module")
def queries(archive: list[Written]) -> dict[str, list[Query]]:
    return chosen(one.text for one in archive)


def test_the_same_numbers_are_the_same_articles() -> None:
    assert list(written(range(5, 8))) == list(written(range(5, 8)))
    assert list(written(range(5, 8))) != list(written(range(8, 11)))


def test_few_words_are_everywhere_and_many_only_once() -> None:
    found = Counter(ranks(np.random.default_rng(1), 100_000).tolist())
    (_, first), *_, (_, hundredth) = found.most_common(100)
    assert 0.02 < first / 100_000 < 0.08
    assert 20 < first / hundredth < 200
    assert sum(count == 1 for count in found.values()) > 0.4 * len(found)


@pytest.mark.parametrize("count", [20_000, 100_000, 500_000])
def test_the_vocabulary_grows_as_that_of_news_does(count: int) -> None:
    # 308 at a time: a text comes back to its own words, not to those of others.
    dice = np.random.default_rng(1)
    found = {rank for _ in range(count // 308) for rank in ranks(dice, 308).tolist()}
    assert len(found) == pytest.approx(44 * count**0.49, rel=0.2)


def test_texts_have_their_length_their_languages_and_their_quotes(archive: list[Written]) -> None:
    names = {name for language in SHARES for name in people(language)}
    for one in archive:
        assert len(one.title.split()) == TITLE
        assert len(one.text.split()) >= WORDS
        assert len(one.said) in (2, 3)
        for span, speaker in one.said:
            assert one.text[span.start - 1] + one.text[span.end] == "“”"
            assert one.text[span.end :].split(".")[0].endswith(people(one.language)[speaker])
    assert {one.language for one in archive} == SHARES.keys()
    assert len(names) > 500


@pytest.mark.parametrize("language", SHARES)
def test_invented_words_are_words_of_their_language(language: str) -> None:
    words = [vocabulary(language)[rank] for rank in range(100_000, 100_400)]
    written_so_far = {letter for word in vocabulary(language).followers for letter in word}
    assert len(set(words)) > 200
    assert all(word.isdigit() or set(word.casefold()) <= written_so_far for word in words)


def test_every_class_has_queries_without_a_word_in_common(queries: dict[str, list[Query]]) -> None:
    assert list(queries) == list(BETWEEN)
    assert all(EACH * 0.75 <= len(found) <= EACH for found in queries.values())
    words = [word for kind in (WORD, TWO, OR, PHRASE) for query in queries[kind] for word in query.words]
    assert len(words) == len(set(words))


def test_common_words_are_common(archive: list[Written], queries: dict[str, list[Query]]) -> None:
    least, most = BETWEEN[WORD]
    for query in queries[WORD]:
        having = sum(query.words[0] in re.findall(r"\w+", one.text.lower()) for one in archive)
        assert least <= having / SIZE <= most


def test_every_query_finds_something(tmp_path: Path, archive: list[Written], queries: dict[str, list[Query]]) -> None:
    Sqlite.fill(tmp_path, ((number, one.title, one.text) for number, one in enumerate(archive)))
    sqlite = Sqlite(tmp_path)
    for query in (query for found in queries.values() for query in found):
        total, best = sqlite.find(query)
        assert 0 < len(best) <= total, query.text


@pytest.mark.parametrize(
    ("kind", "words", "typed"),
    [
        (WORD, ("kapal",), "kapal"),
        (TWO, ("kapal", "laut"), "kapal laut"),
        (OR, ("kapal", "ship", "schiff"), "kapal OR ship OR schiff"),
        (PHRASE, ("kapal", "laut"), '"kapal laut"'),
        (PREFIX, ("kapa",), "kapa*"),
    ],
)
def test_queries_are_typed_in_newsdesks_grammar(kind: str, words: tuple[str, ...], typed: str) -> None:
    assert Query(kind, words).text == typed


@pytest.mark.django_db
def test_a_stored_archive_has_something_to_count_in_every_facet() -> None:
    store(40)
    search.rebuild()
    results = search.find(search.parse(""))
    assert results.total == 40
    assert all(len(results.facets[name]) > 1 for name in ("language", "outlet", "speaker", "month", "status", "tag"))
    assert [number for number, _, _ in texts(3)] == sorted(number for number, _, _ in texts())[:3]
