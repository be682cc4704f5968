"""Who said what: tables of text -> quotes, and what must never happen."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis import analyse

LEAD = "Menteri Air Rara Wulan tiba di Kota Lama. "

DIRECT = [
    # cue before its subject, in the languages that turn them round
    ("id", "“Air itu hak,” kata Rara Wulan.", "Air itu hak,", "Rara Wulan", "kata"),
    ("ms", "“Air itu hak,” ujar Rara Wulan.", "Air itu hak,", "Rara Wulan", "ujar"),
    ("en", "“Water is a right,” said Rara Wulan.", "Water is a right,", "Rara Wulan", "said"),
    # subject before its cue, with an apposition
    ("en", "“Water is a right,” Rara Wulan, the minister, said.", "Water is a right,", "Rara Wulan", "said"),
    ("id", "Rara Wulan, menteri air, berkata, “Air itu hak.”", "Air itu hak.", "Rara Wulan", "berkata"),
    ("en", "Rara Wulan of Old Town told reporters: “Water is a right.”", "Water is a right.", "Rara Wulan", "told"),
    # rank and office are not the name
    ("id", "“Air itu hak,” ujar Menteri Air Rara Wulan.", "Air itu hak,", "Rara Wulan", "ujar"),
    ("id", "“Kami siap penuh,” tegas Mayor Jenderal Rara Wulan.", "Kami siap penuh,", "Rara Wulan", "tegas"),
    ("ms", "“Kami siap penuh,” kata Menteri Air, Rara Wulan, semalam.", "Kami siap penuh,", "Rara Wulan", "kata"),
    # a bare surname, a pronoun, an ending
    ("id", LEAD + "“Air itu hak,” kata Wulan.", "Air itu hak,", "Rara Wulan", "kata"),
    ("id", LEAD + "“Air itu hak,” katanya.", "Air itu hak,", "Rara Wulan", "katanya"),
    ("id", LEAD + "“Air itu hak,” ujar dia.", "Air itu hak,", "Rara Wulan", "ujar"),
    ("en", "Judge Rara Wulan rose. “Water is a right,” she said.", "Water is a right,", "Rara Wulan", "said"),
    # an office alone, known from elsewhere
    (
        "en",
        "Judge Rara Wulan rose. It rained. “Water is a right,” the judge said.",
        "Water is a right,",
        "Rara Wulan",
        "said",
    ),
    # the one who speaks, not the one spoken for
    (
        "en",
        "“Water is a right,” Mayor Bo Lind's spokeswoman Rara Wulan said.",
        "Water is a right,",
        "Rara Wulan",
        "said",
    ),
    # no cue: the sentence before
    (
        "id",
        "Rara Wulan mengatakan sungai itu kering. “Air itu hak kami semua.”",
        "Air itu hak kami semua.",
        "Rara Wulan",
        None,
    ),
    # an attribution behind a question; a signature; a verb that no list has
    ("en", "“Is water a right?” Judge Rara Wulan asked.", "Is water a right?", "Rara Wulan", "asked"),
    ("en", "“Water is a right of all.” — Rara Wulan", "Water is a right of all.", "Rara Wulan", None),
    ("en", "“Water is a right of all,” Rara Wulan growled.", "Water is a right of all,", "Rara Wulan", "growled"),
    # the opening mark is lost, the closing mark is lost
    (
        "id",
        "“Air itu hak,” kata Rara Wulan.\nKami siap membela sungai itu.”",
        "Kami siap membela sungai itu.",
        "Rara Wulan",
        None,
    ),
    ("id", LEAD + "“Kami siap membela sungai, sambungnya.", "Kami siap membela sungai,", "Rara Wulan", "sambungnya"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker", "cue"), DIRECT)
def test_it_credits_speech_in_marks(language, text, words, speaker, cue):
    found = [one for one in analyse(text, language).quotes if one.text == words]
    assert [(one.kind, one.speaker, one.cue) for one in found] == [("direct", speaker, cue)]


REPORTED = [
    ("id", "Rara Wulan mengatakan bahwa air itu milik semua warga.", "air itu milik semua warga", "indirect"),
    ("id", "Rara Wulan menambahkan, komisi akan bertemu lagi.", "komisi akan bertemu lagi", "indirect"),
    ("id", "Menurut Rara Wulan, air itu milik semua.", "air itu milik semua", "indirect"),
    ("ms", "Rara Wulan menegaskan bahawa air itu milik semua.", "air itu milik semua", "indirect"),
    ("en", "Rara Wulan argued that water belongs to all.", "water belongs to all", "indirect"),
    ("en", "Rara Wulan said water belongs to all.", "water belongs to all", "indirect"),
    ("en", "Water belongs to all people, Rara Wulan said.", "Water belongs to all people", "indirect"),
    ("en", "Water belongs to all, according to Rara Wulan.", "Water belongs to all", "indirect"),
    ("en", "According to Rara Wulan, water belongs to all.", "water belongs to all", "indirect"),
    # words in marks inside the clause
    ("en", "Rara Wulan argued that water “belongs to all” of us.", "water “belongs to all” of us", "mixed"),
    # a name in marks inside the clause is no speech
    ("en", "Rara Wulan argued that the book “Dry Country” is right.", "the book “Dry Country” is right", "indirect"),
]


@pytest.mark.parametrize(("language", "text", "clause", "kind"), REPORTED)
def test_it_finds_reported_speech(language, text, clause, kind):
    found = [(one.text, one.kind, one.speaker) for one in analyse(text, language).quotes]
    assert found == [(clause, kind, "Rara Wulan")]


def test_an_attribution_between_gives_one_quote_in_parts():
    text = "“Ini bukan hadiah,” ujar Rara Wulan. “Ini hak kami semua.”"
    (quote,) = analyse(text, "id").quotes
    assert [part.of(text) for part in quote.parts] == ["Ini bukan hadiah,", "Ini hak kami semua."]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # scare quotes, slogans, titles, names
        ("id", "Pemerintah menghapus kampanye “tekanan maksimum” tahun lalu."),
        ("id", "Kain rentang bertulis “Air Itu Amanah” digantung di pintu."),
        ("en", "Diplomats have a name for it, “meter diplomacy,” because it is dry."),
        ("en", "The film “Dust” opened on Friday."),
        # the cue is denied
        ("en", "Rara Wulan did not say that water belongs to all."),
        ("id", "Rara Wulan tidak mengatakan bahwa air itu milik semua."),
    ],
)
def test_words_that_nobody_says_are_no_quotes(language, text):
    assert analyse(text, language).quotes == ()


def test_the_language_is_told_from_the_text_where_nobody_says_it():
    text = "“Sungai itu milik semua warga di kedua sisi perbatasan negara kami,” kata Rara Wulan seusai upacara."
    (quote,) = analyse(text).quotes
    assert (quote.speaker, quote.cue) == ("Rara Wulan", "kata")


def test_a_language_without_cues_gets_clear_speech_only():
    text = "Ele disse: «A água é de todos os moradores.» O livro «Seca» saiu."
    (quote,) = analyse(text, "pt").quotes
    assert (quote.text, quote.kind, quote.speaker) == ("A água é de todos os moradores.", "direct", None)


ALPHABET = st.text(
    alphabet=st.one_of(
        st.sampled_from("“”„\"«»‹›'’‘`,.:;?! \n—-–()[]"),
        st.characters(),
        st.characters(categories=["Cs"]),
    ),
    max_size=200,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "'",
            "``",
            "''",
            "«",
            "»",
            " kata ",
            "katanya",
            " said ",
            "Rara Wulan",
            "menurut",
            ", ",
            ". ",
            "\n",
            ": ",
            " bahwa ",
            " that ",
            "according to ",
            "hari Rabu",
            " Kamis (1/6)",
            "dikutip dari ",
            "air ",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(ALPHABET, PIECES), st.sampled_from(["id", "ms", "en", "fa", "xx"]))
def test_any_text_is_taken_and_every_offset_holds(text, language):
    findings = analyse(text, language, date(2026, 6, 9))
    for one in findings:
        assert text[one.start : one.end] == one.text
        assert one.text.strip()
    for quote in findings.quotes:
        assert quote.parts
        assert all(quote.start <= part.start < part.end <= quote.end for part in quote.parts)


@pytest.mark.parametrize(
    "piece",
    [
        "“Air itu hak,” kata Rara Wulan. Ia pergi ke Kota Lama. ",
        "“",
        "Rara Wulan, ",
        "kata ",
        '"a" ',
        "A",
        "« » ",
        "Rara Wulan mengatakan bahwa ",
        "(",
        "1.",
        "-",
    ],
)
def test_a_long_text_takes_a_time_in_proportion(piece):
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    analyse(text, "id")
    assert time.process_time() - begin < 5
