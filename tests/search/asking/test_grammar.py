"""What a typed query means, and that no query is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.asking.grammar import LONGEST, MOST_PARTS, parse
from articles.search.asking.tokens import DEEPEST
from articles.search.query import (
    All,
    Either,
    Excluded,
    Note,
    Part,
    Phrase,
    Prefix,
    SaidBy,
    Similar,
    Term,
    Titled,
    Valued,
)
from tests.search.typed import air, check, depth, kapal, laut, queries, size


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("Iran senjata", (Term("Iran"), Term("senjata"))),
        ('"kerja sama" Iran', (Phrase(("kerja", "sama")), Term("Iran"))),
        ("Iran -Rusia", (Term("Iran"), Excluded(Term("Rusia")))),
        ('Iran -"kerja sama"', (Term("Iran"), Excluded(Phrase(("kerja", "sama"))))),
        # Any kind of quotation mark will do, and any kind of minus sign.
        ("“pintu air” «air mata»", (Phrase(("pintu", "air")), Phrase(("air", "mata")))),
        ("「pintu air」 ‘air mata’", (Phrase(("pintu", "air")), Phrase(("air", "mata")))),
        ("air −laut –kapal", (air, Excluded(laut), Excluded(kapal))),
        # A mark that may be an apostrophe or a letter opens nothing.
        ("‘Abd Sana’a ’kapal", (Term("Abd"), Term("Sana"), kapal)),
        # A word asked for twice is asked for once.
        ("Iran Iran", (Term("Iran"),)),
        # A hyphen inside a word excludes nothing; a doubled word is one.
        ("Iran-Rusia", (Term("Iran"), Term("Rusia"))),
        ("Iran - Rusia – Cina", (Term("Iran"), Term("Rusia"), Term("Cina"))),
        ("negara-negara", (Term("negara-negara"),)),
        # What a hyphen or an apostrophe leaves over is no word.
        ("l'équipage Sana'a F-16", (Term("équipage"), Term("Sana"), Term("16"))),
        # The Arabic article belongs to the name behind it.
        ("az-Zubaidi", (Term("Zubaidi"),)),
        ("Ghanem al Zubaidi", (Term("Ghanem"), Term("Zubaidi"))),
        ("آتش‌سوزی", (Term("آتش"), Term("سوزی"))),
        # A mark at a word's end is part of it, a full stop is not.
        ("e\u0301te\u0301. ตี่", (Term("e\u0301te\u0301"), Term("ตี่"))),
        # Punctuation of other scripts parts words, too.
        ("هل وصلت؟ نعم، وصلت", (Term("هل"), Term("وصلت"), Term("نعم"))),
    ],
)
def test_words_and_phrases(text: str, parts: tuple[Part, ...]) -> None:
    check(text, parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("air OR laut", (Either((air, laut)),)),
        ("air | laut", (Either((air, laut)),)),
        ("air ATAU laut", (Either((air, laut)),)),
        # Small letters are words.
        ("air or laut", (air, Term("or"), laut)),
        # OR binds less than words side by side.
        ("air laut OR kapal", (Either((All((air, laut)), kapal)),)),
        ("air (laut OR kapal)", (air, Either((laut, kapal)))),
        ("air(laut|kapal)", (air, Either((laut, kapal)))),
        ("（air｜laut）", (Either((air, laut)),)),
        # AND and NOT may be written.
        ("air AND laut", (air, laut)),
        ("air DAN NOT laut", (air, Excluded(laut))),
        # Groups that change nothing are not there.
        ("((air) (laut))", (air, laut)),
        ("air OR (laut OR kapal)", (Either((air, laut, kapal)),)),
        ("air OR air", (air,)),
        ("() air", (air,)),
        # A group is excluded as a whole; twice excluded is wanted.
        ("-(air laut)", (Excluded(All((air, laut))),)),
        ("-(air OR laut) kapal", (Excluded(Either((air, laut))), kapal)),
        ("-air-laut", (Excluded(All((air, laut))),)),
        ("-(-air) NOT NOT laut", (air, laut)),
        # Only excluded parts: all articles without them.
        ("-air -laut", (Excluded(air), Excluded(laut))),
        ("air OR -laut", (Either((air, Excluded(laut))),)),
        # The article belongs to the name behind it in groups, too.
        ("al (Zubaidi)", (Term("Zubaidi"),)),
    ],
)
def test_operators_and_groups(text: str, parts: tuple[Part, ...]) -> None:
    check(text, parts)


@pytest.mark.parametrize(
    ("text", "facets", "notes"),
    [
        ('Iran "kerja sama', {}, (Note("open_phrase", "kerja sama"),)),
        ("?! ()", {}, (Note("nothing_to_find", "?! ()"),)),
        ("", {"month": "2021-13"}, (Note("unknown_filter", "month=2021-13"),)),
        ("", {"month": "2021-12..2021-10"}, (Note("unknown_filter", "month=2021-12..2021-10"),)),
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


@pytest.mark.parametrize(
    ("text", "parts", "note"),
    [
        ("(air laut", (air, laut), Note("unclosed", "(")),
        ("air) laut)", (air, laut), Note("unopened", ")")),
        ("(" * 12 + "air" + ")" * 12 + " laut", (air, laut), Note("too_deep", str(DEEPEST))),
        ("air OR", (air,), Note("operator_alone", "OR")),
        ("ATAU air", (air,), Note("operator_alone", "ATAU")),
        ("air OR OR laut", (Either((air, laut)),), Note("operator_alone", "OR")),
        ("air NOT", (air,), Note("operator_alone", "NOT")),
        # Stars.
        ("ai*", (Term("ai"),), Note("star_short", "ai*", "ai")),
        ("a* b*", (Term("a"), Term("b")), Note("star_short", "a*, b*", "a, b")),
        ("*", (), Note("star_alone", "*")),
        ("*air", (air,), Note("star_place", "*air", "air")),
        ("*a*", (Term("a"),), Note("star_place", "*a*", "a")),
        ("gel*bang", (Prefix("gel"),), Note("star_place", "gel*bang", "gel*")),
        ("k*pal", (Term("pal"),), Note("star_place", "k*pal", "pal")),
        ("/gelomb.*/", (Prefix("gelomb"),), Note("star_place", "/gelomb.*/", "gelomb*")),
        ('"air lau*"', (Phrase(("air", "lau")),), Note("star_phrase", "air lau*", '"air lau"')),
        # Tildes.
        ("ai~", (Term("ai"),), Note("tilde_short", "ai~", "ai")),
        ("laut~2", (Similar("laut"),), Note("tilde_figure", "laut~2", "laut~")),
        ('"air laut"~', (Phrase(("air", "laut"), 5),), Note("near", "~", '"air laut"~5')),
        ('"air laut kapal"~1', (Phrase(("air", "laut", "kapal"), 2),), Note("near", "~1", '"air laut kapal"~2')),
        ('"air"~9', (Phrase(("air",)),), Note("near", "~9", '"air"')),
        # Fields.
        ("titel:air", (Term("titel"), air), Note("unknown_field", "titel:", "title:")),
        ("title: air", (air,), Note("empty_field", "title:")),
        ('air tag:"?!"', (air,), Note("empty_field", "tag:")),
        ("title:(air said:laut)", (Titled(All((air, laut))),), Note("nested_field", "said:", "title:")),
        ("speaker:Rah*", (SaidBy(Term("Rah")),), Note("plain_field", "speaker:Rah*", "speaker:Rah")),
        ("tag:feri*", (Valued("tag", "feri"),), Note("plain_field", "tag:feri*", "tag:feri")),
        ("air date:2021-02-30", (air,), Note("bad_date", "2021-02-30")),
        ("air date:kemarin", (air,), Note("bad_date", "kemarin")),
        ("air lang:Klingonish", (air,), Note("unknown_language", "Klingonish")),
        ("air OR status:hilang", (air,), Note("unknown_status", "hilang")),
        # The syntax of an engine is none of ours.
        ("[aa TO zz]", (Term("aa"), Term("TO"), Term("zz")), Note("brackets", "[aa TO zz]")),
    ],
)
def test_what_is_understood_of_a_mistake(text: str, parts: tuple[Part, ...], note: Note) -> None:
    query = parse(text)
    assert query.parts == parts
    assert [found for found in query.notes if found.code != "nothing_to_find"] == [note]


@given(st.text(max_size=400), st.text(max_size=30))
def test_no_query_is_an_error(text: str, value: str) -> None:
    query = parse(text, language=value, month=value, speaker=value, sort=value, offset=value)
    assert sum(map(size, query.parts)) <= MOST_PARTS


@given(queries)
def test_no_query_of_the_grammar_s_own_pieces_is_an_error(text: str) -> None:
    query = parse(text)
    assert sum(map(size, query.parts)) <= MOST_PARTS
    assert all(depth(part) <= 4 * DEEPEST for part in query.parts)
    assert len(query.notes) == len({note.code for note in query.notes})


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000,
        ")" * 5000,
        "a " * 500_000,
        "-" * 10_000,
        '"' * 10_000,
        "title:" * 2000,
        "NOT " * 2000,
        "(-" * 5000,
        "tag:-" * 2000,
        "*" * 10**6,
        "\0" * 300,
        "(a OR " * 5000,
    ],
    ids=lambda text: text[:6],
)
def test_a_huge_query_is_read_as_far_as_queries_go(text: str) -> None:
    query = parse(text)
    assert "too_long" in {note.code for note in query.notes} or len(text) <= LONGEST
    assert sum(map(size, query.parts)) <= MOST_PARTS
