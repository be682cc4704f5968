"""What a field and its value mean."""

from datetime import date

import pytest

from articles.search.query import (
    All,
    Dated,
    Either,
    Excluded,
    Part,
    Phrase,
    Placed,
    Prefix,
    Quoted,
    SaidBy,
    Similar,
    Term,
    Titled,
    Valued,
)
from tests.search.typed import air, check, laut


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("title:air laut", (Titled(air), laut)),
        ("Judul:air", (Titled(air),)),
        ("title：air", (Titled(air),)),
        ('title:"air laut"', (Titled(Phrase(("air", "laut"))),)),
        ("title:(air laut OR kapal*)", (Titled(Either((All((air, laut)), Prefix("kapal")))),)),
        ("-title:air", (Excluded(Titled(air)),)),
        ("title:-air", (Excluded(Titled(air)),)),
        ("said:air-laut kutipan:kapal~", (Quoted(All((air, laut))), Quoted(Similar("kapal")))),
        # Of one quote: a name of two words makes no group of its own, parentheses do.
        ("said:air speaker:(Rahma Wibowo)", (Quoted(air), SaidBy(Term("Rahma")), SaidBy(Term("Wibowo")))),
        (
            "(said:air speaker:Rahma) (said:laut speaker:Lina)",
            (All((Quoted(air), SaidBy(Term("Rahma")))), All((Quoted(laut), SaidBy(Term("Lina"))))),
        ),
        ("speaker:az-Zubaidi", (SaidBy(Term("Zubaidi")),)),
        ('narasumber:"Rahma Wibowo"', (SaidBy(Phrase(("Rahma", "Wibowo"))),)),
        ("speaker:(Rahma OR Lina)", (Either((SaidBy(Term("Rahma")), SaidBy(Term("Lina")))),)),
        ("place:Teheran -tempat:Baku", (Placed(Term("Teheran")), Excluded(Placed(Term("Baku"))))),
        ("outlet:Suluh", (Valued("outlet", "Suluh"),)),
        ("media:“Suluh  Timur”", (Valued("outlet", "Suluh Timur"),)),
        (
            "tag:banjir-bandang tag:(laut | feri)",
            (Valued("tag", "banjir-bandang"), Either((Valued("tag", "laut"), Valued("tag", "feri")))),
        ),
        # What is no field is a word: a time, an address, a name nobody knows.
        ("10:30", (Term("10"), Term("30"))),
        ("https://suluh.example/title:air", (Term("https"), Term("suluh"), Term("example"), Term("title"), air)),
        ("warna:biru", (Term("warna"), Term("biru"))),
    ],
)
def test_fields(text: str, parts: tuple[Part, ...]) -> None:
    check(text, parts)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("lang:fa", Valued("language", "fa")),
        ("lang:FA", Valued("language", "fa")),
        # A code and a name of languages that have no file yet.
        ("lang:zh-Hant", Valued("language", "zh")),
        ("lang:Japanese", Valued("language", "ja")),
        # Names in English, in the language itself, in any other.
        ("lang:persian", Valued("language", "fa")),
        ("lang:فارسی", Valued("language", "fa")),
        ("bahasa:Rusia", Valued("language", "ru")),
        ("lang:французский", Valued("language", "fr")),
        ("status:rejected", Valued("status", "rejected")),
        ("status:Ditolak", Valued("status", "rejected")),
        ("date:2021", Dated(date(2021, 1, 1), date(2021, 12, 31))),
        ("date:2020-02", Dated(date(2020, 2, 1), date(2020, 2, 29))),
        ("date:2021-10-05", Dated(date(2021, 10, 5), date(2021, 10, 5))),
        ("date:2021/10/5", Dated(date(2021, 10, 5), date(2021, 10, 5))),
        ("tanggal:٢٠٢١-١٠", Dated(date(2021, 10, 1), date(2021, 10, 31))),
        ("date:2021-10..2021-12", Dated(date(2021, 10, 1), date(2021, 12, 31))),
        ("date:2021-10-05…2022", Dated(date(2021, 10, 5), date(2022, 12, 31))),
        ("date:2021..", Dated(date(2021, 1, 1), None)),
        ("date:..2021-10", Dated(None, date(2021, 10, 31))),
        # The later end may come first.
        ("date:2022..2021-11", Dated(date(2021, 11, 1), date(2022, 12, 31))),
    ],
)
def test_values(text: str, part: Part) -> None:
    check(text, (part,))
