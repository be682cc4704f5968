"""The demo corpus against its gold: scores that may not fall."""

import json
from functools import cache
from pathlib import Path

import pytest

from articles.importing import read
from articles.text.normalising import normalise

ROOT = Path(__file__).parents[2]
GOLD = [json.loads(line) for line in (ROOT / "tests/corpus/gold.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def document(file):
    (found,) = read(file, (ROOT / "articles/demo" / file).read_bytes())
    return found


def normal(text):
    return normalise(text or "").text


def published(found):
    return found.published.isoformat() if found.published else None


@pytest.mark.parametrize(
    ("field", "right", "least"),
    [
        ("language", lambda found, gold: found.language == gold["lang"], 1.0),
        ("title", lambda found, gold: found.title == normal(gold["title"]), 1.0),
        ("outlet", lambda found, gold: found.outlet == normal(gold["source"]), 1.0),
        ("published", lambda found, gold: published(found) == gold["published"], 1.0),
        ("author", lambda found, gold: found.author == normal(gold["author"]), 1.0),
        ("standfirst", lambda found, gold: found.standfirst == normal(gold.get("standfirst")), 1.0),
        ("first words", lambda found, gold: found.text.startswith(normal(gold["body_first_words"])), 1.0),
        ("last words", lambda found, gold: found.text.endswith(normal(gold["body_last_words"])), 1.0),
        # a place in capitals that no mark parts from the sentence is not told from a name
        ("dateline", lambda found, gold: found.dateline.startswith(normal(gold.get("dateline"))), 0.95),
    ],
)
def test_scores(field, right, least):
    wrong = [gold["file"] for gold in GOLD if not right(document(gold["file"]), gold)]
    assert 1 - len(wrong) / len(GOLD) >= least, f"{field} is wrong in {wrong}"


def test_litter_left():
    strings = [(gold["file"], normal(litter)) for gold in GOLD for litter in gold["boilerplate_strings"]]
    left = [(file, litter) for file, litter in strings if litter in document(file).text]
    assert left == []


@pytest.mark.parametrize("gold", GOLD, ids=[gold["file"][:5] for gold in GOLD])
def test_no_quote_is_lost(gold):
    text = document(gold["file"]).text
    assert [quote["text"] for quote in gold["quotes"] if normal(quote["text"]) not in text] == []


@pytest.mark.parametrize("gold", GOLD, ids=[gold["file"][:5] for gold in GOLD])
def test_removals_and_text_together_are_the_file(gold):
    found = document(gold["file"])
    whole, position = "", 0
    for one in found.removed:
        whole += found.text[position : one.at] + one.text
        position = one.at
    raw = (ROOT / "articles/demo" / gold["file"]).read_bytes().decode("utf-8")
    assert whole + found.text[position:] == normal(raw)
