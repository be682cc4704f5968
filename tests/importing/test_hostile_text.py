"""Text, tables and JSON built to harm or deceive: refused, read in part, or kept and harmless; always within limits."""

import json
import time

import pytest

from articles.importing import ENDINGS, Confined, columns, read
from articles.importing.crawled import read as read_lines
from articles.importing.documents import RawDocument
from articles.importing.reading import parts
from articles.records import Flaw, ImportedDocument, UnreadableFile

RIVER = "Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up, the minister said."
MB = 1_000_000


@pytest.fixture(scope="module")
def child():
    with Confined() as confined:
        yield confined


def sorted_out(pieces):
    pieces = list(pieces)
    documents = [one for one in pieces if isinstance(one, ImportedDocument)]
    return documents, [str(one.notice) for one in pieces if isinstance(one, Flaw)]


def within_limits(child, name, data):
    """Documents and notices; a child that had to be stopped fails the test."""
    try:
        return sorted_out(child.call("articles.importing.reading.parts", name, data))
    except UnreadableFile as refused:
        return [], [str(refused)]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.md", "a.html"])
def test_50_megabytes_on_one_line_are_refused(child, tmp_path, name):
    path = tmp_path / "line"
    path.write_bytes(b"river " * (50 * MB // 6))
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        list(child.call("articles.importing.reading.parts_of_file", str(path), name))


@pytest.mark.parametrize("name", [f"a{ending}" for ending in ENDINGS])
def test_zero_bytes_are_refused(name):
    with pytest.raises(UnreadableFile, match="the file is empty"):
        read(name, b"")


# A file of each kind around a damaged text.
AROUND = [
    ("a.txt", b"%s"),
    ("a.csv", b'title,text\nRiver,"%s"\n'),
    ("a.json", b'{"title": "River", "text": "%s"}'),
    ("a.jsonl", b'{"title": "River", "text": "%s"}\n'),
]


@pytest.mark.parametrize(("name", "around"), AROUND)
@pytest.mark.parametrize("damage", [b"\xff\xfe", b"\xe2\x80", b"\xed\xa0\x80", b"\xc0\xaf"])
def test_invalid_utf8_shows_where_it_is(name, around, damage):
    (found,) = read(name, around % (RIVER.encode() + b" He said " + damage + b" so."))
    assert "He said \ufffd" in found.text
    assert any("UTF-8" in warning for warning in found.warnings)


def test_lone_surrogates_of_json_show_where_they_are():
    (found,) = read("a.json", b'{"title": "River", "text": "He said \\ud83d so, and \\udc00 so."}')
    assert found.text == "He said \ufffd so, and \ufffd so."
    assert any("lone surrogates" in warning for warning in found.warnings)


def test_a_pair_of_surrogates_is_one_sign():
    (found,) = read("a.json", b'{"text": "He said \\ud83d\\ude00 so."}')
    assert (found.text, found.warnings) == ("He said 😀 so.", ())


@pytest.mark.parametrize(("name", "around"), [*AROUND, ("b.json", b'{"title": "River", "text": "%s"}')])
def test_nul_is_taken_out_and_noted(name, around):
    nul = b"\\u0000" if name == "b.json" else b"\0"
    (found,) = read(name, around % (RIVER.encode() + b" He" + nul + b" said so."))
    assert found.text == f"{RIVER} He said so."
    assert any("NUL" in warning for warning in found.warnings)


@pytest.mark.parametrize(("name", "around"), AROUND)
@pytest.mark.parametrize("sign", [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))], ids=ascii)
def test_what_turns_the_direction_of_text_is_shown(name, around, sign):
    (found,) = read(name, around % f"{RIVER} It was {sign}gpj.exe, he said.".encode())
    assert found.text == f"{RIVER} It was ␚gpj.exe, he said."
    assert any("direction" in warning for warning in found.warnings)


def test_in_a_title_it_is_shown_too():
    (found,) = read("a.csv", f"title,author,text\nRiver \u202elaed,Dolo\u2067res,{RIVER.replace(',', '')}\n".encode())
    assert (found.title, found.author) == ("River ␚laed", "Dolo␚res")


def test_marks_hidden_in_a_name_are_told():
    (found,) = read("a.txt", f"{RIVER}\nHamid Bag\u200bheri agreed, said Iv\u2060an Pav\u200dlov.\n".encode())
    assert found.text.endswith("Hamid Bagheri agreed, said Ivan Pavlov.")
    assert any("Bagheri, Ivan, Pavlov." in warning for warning in found.warnings)


@pytest.mark.parametrize(("name", "around"), AROUND)
def test_100_000_combining_marks_are_stored_and_quickly(child, name, around):
    text = f"{RIVER} It was e" + "\u0301" * 100_000 + ", he said."
    list(child.call("articles.importing.reading.parts", "warm.txt", RIVER.encode()))
    start = time.perf_counter()
    ((found,), flaws) = within_limits(child, name, around % text.encode())
    assert time.perf_counter() - start < 2
    assert found.text.count("\u0301") >= 99_999
    assert flaws == []


@pytest.mark.parametrize("size", [MB, 1024 * 1024, 5 * MB])
def test_a_cell_of_a_megabyte_costs_its_row_only(child, size):
    table = f'title,text\nA,"{RIVER}"\nB,"{"x" * size}"\nC,"{RIVER}"\n'
    found, flaws = within_limits(child, "a.csv", table.encode())
    assert [(one.part, one.title) for one in found] == [(0, "A"), (1, "C")]
    assert flaws == ["a.csv: row 3 has a cell of more than 1 MB. Split it."]


def test_a_text_of_a_megabyte_costs_its_record_only(child):
    lines = [json.dumps({"title": one, "text": text}) for one, text in (("A", RIVER), ("B", "x" * MB), ("C", RIVER))]
    found, flaws = within_limits(child, "a.jsonl", "\n".join(lines).encode())
    assert [one.title for one in found] == ["A", "C"]
    assert flaws == ["a.jsonl: record 2 has more than 1 MB of text. Split it."]


@pytest.mark.parametrize("separator", [b",", b";", b"\t"])
def test_100_000_columns_are_refused(child, separator):
    table = separator.join([b"text"] + [b"x"] * 99_999) + b"\n" + separator.join([RIVER.encode()] * 100_000)
    assert within_limits(child, "a.csv", table) == (
        [],
        ["a.csv: a row has 100000 columns. Check how its cells are parted."],
    )
    with pytest.raises(UnreadableFile, match="100000 columns"):
        columns("a.csv", table)


IMPOSSIBLE = [
    b'{"a":' * MB,
    b"[" * MB + b"]" * MB,
    b'{"text": ' + b"9" * MB + b"}",
    b'{"text": "x", "n": -' + b"9" * MB + b"}",
    b'{"text": "x", "n": NaN}',
    b'{"text": "x", "n": Infinity}',
    b'{"text": "x", "n": -Infinity}',
    b'{"text": "x", "n": 1e999}',
]
NAMES = ["depth", "lists", "integer", "negative", "NaN", "infinity", "less", "overflow"]


@pytest.mark.parametrize("data", IMPOSSIBLE, ids=NAMES)
def test_impossible_json_is_refused(child, data):
    assert within_limits(child, "a.json", data) == (
        [],
        ["a.json: its JSON is broken, too deep or holds impossible numbers. Export it again."],
    )


@pytest.mark.parametrize("bad", IMPOSSIBLE, ids=NAMES)
def test_in_json_lines_it_costs_its_line_only(child, bad):
    good = json.dumps({"text": RIVER}).encode()
    found, flaws = within_limits(child, "a.jsonl", b"\n".join([good, bad, good]))
    assert [one.part for one in found] == [0, 1]
    assert flaws == ["a.jsonl: line 2 is no valid JSON and was passed over."]


@pytest.mark.parametrize("bad", [b'{"text": "brok', b"}", b"nonsense", b'{"id": 1}', b"[]", b"null", b'"\xff"'])
@pytest.mark.parametrize("place", [0, 499, 999])
def test_of_a_thousand_lines_one_bad_one_costs_no_other(child, bad, place):
    lines = [json.dumps({"text": f"{n}. {RIVER}"}).encode() for n in range(1000)]
    lines[place] = bad
    # The reader alone: to look at a thousand texts for each kind would take long.
    found = list(read_lines("a.jsonl", b"\n".join(lines)))
    assert sum(isinstance(one, RawDocument) for one in found) == 999
    assert [isinstance(one, Flaw) for one in found].index(True) == place


def test_of_a_thousand_lines_999_become_articles(child):
    lines = [json.dumps({"text": f"{n}. {RIVER}"}).encode() for n in range(1000)]
    lines[500] = b'{"text": "brok'
    found, flaws = within_limits(child, "a.jsonl", b"\n".join(lines))
    assert [one.part for one in found] == list(range(999))
    assert flaws == ["a.jsonl: line 501 is no valid JSON and was passed over."]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b'"' * MB),
        ("a.csv", b"a,b\r" * 200_000),
        ("a.csv", b"text\n" + b'"' + b"x\n" * MB),
        ("a.csv", b"text\n" + (b'"' + b"<div>" * 100_000 + b'"\n') * 3),
        ("a.csv", b"text\n" + b"<" * 300_000 + b"a" * 100_000),
        ("a.json", b"{" + b'"a":1,' * 500_000 + b'"text":"x"}'),
        ("a.json", b"[" + b"{}," * 100_000 + b"{}]"),
        ("a.json", b'{"text":[' * 300 + b'"x"' + b"]}" * 300),
        ("a.txt", b"&#x202e;" * 500_000),
        ("a.txt", "a\u200b".encode() * MB),
        ("a.txt", "аa".encode() * 500_000),
    ],
    ids=["quotes", "returns", "unclosed", "divs", "less", "keys", "objects", "nested", "entities", "hidden", "mixed"],
)
def test_files_built_to_take_for_ever_end(child, name, data):
    within_limits(child, name, data)


def test_very_many_rows_without_text_are_counted():
    found, flaws = sorted_out(
        parts("a.csv", b"title,text\nRiver," + RIVER.replace(",", "").encode() + b"\nx,\n" * 10_000)
    )
    assert len(found) == 1
    assert len(flaws) == 501
    assert flaws[-1] == "a.csv: 9500 more of its rows could not be read."


def test_html_in_a_cell_that_is_an_attack_costs_its_row_only():
    table = f'title,text\nA,"{"<div>" * 20_000}x"\nB,"{RIVER}"\n'
    found, flaws = sorted_out(parts("a.csv", table.encode()))
    assert [one.title for one in found] == ["B"]
    assert flaws == ["a.csv: row 2 cannot be read and was passed over."]
