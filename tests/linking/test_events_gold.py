"""The held-out events: their gold is whole. What linking makes of them is measured elsewhere, and nothing is tuned on it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from tests.linking.events.linked import ALSO, HERE, KINDS_OF_CONFLICT, gold, linked

ARTICLES = gold()
LINKS = [json.loads(line) for line in (HERE / "links.jsonl").read_text(encoding="utf-8").splitlines()]
EVENTS = sorted({article["event"] for article in ARTICLES})
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["file"])
each_event = pytest.mark.parametrize("event", EVENTS)


def text(article: dict[str, Any]) -> str:
    return (HERE / article["file"]).read_text(encoding="utf-8")


def body(article: dict[str, Any]) -> str:
    whole = text(article)
    first, last = article["body_first_words"], article["body_last_words"]
    assert whole.count(first) == whole.count(last) == 1
    return whole[whole.index(first) : whole.index(last) + len(last)]


def reports(event: int) -> list[dict[str, Any]]:
    return [article for article in ARTICLES if article["event"] == event and not article.get("apart")]


def test_every_text_has_its_gold() -> None:
    assert sorted(path.name for path in HERE.glob("*.txt")) == [article["file"] for article in ARTICLES]


@each_article
def test_the_head_stands_in_the_text(article: dict[str, Any]) -> None:
    assert article["file"].split("_")[1] == article["lang"]
    assert date.fromisoformat(article["published"])
    heads = [article["title"], article["author"] or "", article.get("dateline", ""), *article["boilerplate_strings"]]
    assert [head for head in heads if head not in text(article)] == []
    assert article["source"].casefold() in text(article).casefold()


@each_article
def test_every_statement_stands_once_in_the_body_with_its_speaker_and_cue(article: dict[str, Any]) -> None:
    assert article["quotes"]
    for quote in article["quotes"]:
        assert body(article).count(quote["text"]) == 1
        assert quote["kind"] in ("direct", "indirect", "mixed")
        assert quote.get("speaker_as_written", quote["speaker"]) in body(article)
        assert (quote["cue"] or "") in body(article)
        assert not any(line in quote["text"] for line in article["boilerplate_strings"])
        assert set(quote.get("says", ())) <= set(quote.get("sids", ()))
        said = [field for fields in quote.get("says", {}).values() for field in fields]
        assert set(said) <= {*KINDS_OF_CONFLICT, *ALSO}


@each_article
def test_direct_speech_stands_in_marks_and_reported_speech_does_not(article: dict[str, Any]) -> None:
    for quote in article["quotes"]:
        before = body(article).partition(quote["text"])[0].rstrip(" \u00a0\u202f")
        assert before.endswith(("“", "«", "„", '"', "‘", "—", "–")) == (quote["kind"] == "direct"), quote["text"]


@each_article
def test_words_in_marks_that_nobody_said_stand_in_the_text(article: dict[str, Any]) -> None:
    assert [words for words in article["not_quotes"] if words not in text(article)] == []


def test_the_links_are_those_of_the_statements() -> None:
    """After a change of the gold: ``python -m tests.linking.events.linked``."""
    assert list(linked(ARTICLES)) == LINKS


def test_every_end_of_a_link_is_a_statement_and_no_pair_stands_twice() -> None:
    known = {(article["file"], quote["text"]) for article in ARTICLES for quote in article["quotes"]}
    ends = [tuple((row[end]["file"], row[end]["text"]) for end in "ab") for row in LINKS]
    assert {one for pair in ends for one in pair} <= known
    assert len(set(ends)) == len(ends)


@each_event
def test_an_event_has_what_linking_is_measured_on(event: int) -> None:
    languages = Counter(article["lang"] for article in reports(event))
    assert {"id", "ms"} <= set(languages)
    assert max(languages.values()) == 2
    told = Counter(sid for article in reports(event) for quote in article["quotes"] for sid in quote.get("sids", ()))
    assert min(told.values()) >= 2
    for article in reports(event):
        assert sum("sids" in quote for quote in article["quotes"]) >= 3
        assert any("sids" not in quote for quote in article["quotes"])


@each_event
def test_the_article_of_another_week_shares_nothing(event: int) -> None:
    (apart,) = [article for article in ARTICLES if article["event"] == event and article.get("apart")]
    assert not any("sids" in quote for quote in apart["quotes"])
    days = [date.fromisoformat(article["published"]) for article in reports(event)]
    assert min(abs((date.fromisoformat(apart["published"]) - day).days) for day in days) >= 7


@each_event
def test_reports_of_an_event_disagree_in_every_way(event: int) -> None:
    files = {article["file"] for article in reports(event)}
    of_event = [row for row in LINKS if row["a"]["file"] in files]
    found = {row["conflict"] for row in of_event} | {field for row in of_event for field in row.get("also", ())}
    assert {*KINDS_OF_CONFLICT, *ALSO} <= found
