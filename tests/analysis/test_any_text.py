"""Whatever the text: no exception, exact offsets, and the same answer for the same question."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis import analyse
from articles.languages import Language, all_languages
from articles.records import NAME_KINDS, QUOTE_KINDS, Findings, FoundQuote, Notice
from tests.measures.texts import KINDS, prose

MARKS = "“”„‟\"«»‹›‘’‚‛'`＂「」『』–—―-…()[]{}:;,.!?؟،؛۔。¿¡/\\"
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\u0301\u0308\u064b\u0652\u3099"
BROKEN = "\x00\x01\x1c\x85\u2028\ud800\udfff\ufffd\U0010ffff\U000e0001"
ODD = ("İstanbul", "ǅ", "ﬁ", "ß", "ſ", "ⅷ", "²", "½", "١٢", "۱۴۰۴", "१२", "𝟛𝟜", "王芳", "สวัสดี", "שלום", "ー")
NAMES = ("Ann", "Lee", "McX", "O’Neil", "d’Arc", "Ana-María", "Иван", "Петрова", "علي", "زهرا", "A.", "B.", "UN", "ÇAĞ")
FIGURES = (
    "1",
    "31",
    "2026",
    "1,234.5",
    "3/4/2026",
    "31/02/2026",
    "00/00",
    "9999-99-99",
    "25%",
    "5:30",
    "$4",
    "0" * 400,
)
SPACE = (" ", " ", " ", "\n", "\n\n", "\u00a0", "\u202f", "\t", "\r\n", "", ", ", ". ")
CODES = st.sampled_from([*(one.code for one in all_languages()), "sw", "und"])
WRONG_CODES = st.sampled_from([None, "", "xx", "EN", "en-GB", "../en", "\x00", "\ud800", "e" * 300, "²"])
DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max])


def words_of(language: Language) -> Iterator[str]:
    """Every word and phrase that the file of a language lists for analysis."""
    for section in (language.speech, language.people, language.calendar, language.occasions, language.claims):
        for item in fields(section):
            value = getattr(section, item.name)
            for one in value if isinstance(value, tuple) else ():
                yield from (one,) if isinstance(one, str) else one


WORDS = sorted({word for language in all_languages() for word in words_of(language)})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.title),
    st.sampled_from(MARKS),
    st.sampled_from(UNSEEN + BROKEN),
    st.sampled_from((*NAMES, *ODD, *FIGURES)),
    st.text(st.characters(), max_size=4),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words of all languages, marks and odd signs in any order, with any space between."""
    pieces = draw(st.lists(PIECES, max_size=40))
    spaces = draw(st.lists(st.sampled_from(SPACE), min_size=len(pieces), max_size=len(pieces)))
    return "".join(one + other for one, other in zip(pieces, spaces, strict=True))


@st.composite
def broken_prose(draw: st.DrawFn) -> tuple[str, str]:
    """A stretch of real prose in which some signs went, came, or were put in another order."""
    code = draw(st.sampled_from([one.code for one in all_languages() if prose(one.code)]))
    whole = prose(code)
    start = draw(st.integers(0, max(0, len(whole) - 400)))
    text = whole[start : start + draw(st.integers(20, 1200))]
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 3))
        text = text[:at] + draw(st.one_of(PIECES, st.just(""))) + text[at + gone :]
    return code, text


def check(text: str, found: Findings) -> None:
    for quote in found.quotes:
        assert quote.kind in QUOTE_KINDS
        assert_exact(text, quote.start, quote.end, quote.text)
        check_parts(quote)
        assert quote.speaker is None or quote.speaker.strip()
        assert quote.circumstances.weekday in (None, *range(7))
    for claim in found.claims:
        assert_exact(text, claim.start, claim.end, claim.text)
        for fact in (*claim.figures, *claim.dates):
            assert_exact(text, fact.start, fact.end, fact.text)
            assert claim.start <= fact.start and fact.end <= claim.end
    for name in found.names:
        assert_exact(text, name.start, name.end, name.text)
        assert name.kind in NAME_KINDS and name.name and name.key
    assert all(isinstance(warning, Notice) for warning in found.warnings)
    assert in_order((quote.start, quote.end) for quote in found.quotes)
    assert in_order((claim.start, claim.end) for claim in found.claims)
    assert in_order((name.start, name.end) for name in found.names)


def assert_exact(text: str, start: int, end: int, found: str) -> None:
    assert 0 <= start < end <= len(text)
    assert text[start:end] == found
    assert found.strip() == found


def check_parts(quote: FoundQuote) -> None:
    assert all(part.start < part.end for part in quote.parts)
    assert (quote.parts[0].start, quote.parts[-1].end) == (quote.start, quote.end)
    assert all(one.end <= other.start for one, other in pairwise(quote.parts))


def in_order(places: Iterable[tuple[int, int]]) -> bool:
    listed = list(places)
    return listed == sorted(listed) and len(listed) == len(set(listed))


@settings(max_examples=250, deadline=None, derandomize=True)
@given(texts(), CODES, DAYS)
def test_words_marks_and_odd_signs_in_any_order(text: str, language: str, published: date | None) -> None:
    found = analyse(text, language, published)
    check(text, found)
    assert analyse(text, language, published) == found


@settings(max_examples=150, deadline=None, derandomize=True)
@given(broken_prose(), DAYS)
def test_prose_with_signs_missing_added_and_turned_round(article: tuple[str, str], published: date | None) -> None:
    language, text = article
    check(text, analyse(text, language, published))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(broken_prose(), CODES)
def test_prose_taken_for_another_language(article: tuple[str, str], language: str) -> None:
    check(article[1], analyse(article[1], language))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(texts(), WRONG_CODES)
def test_a_code_that_is_no_language(text: str, code: str | None) -> None:
    check(text, analyse(text, code))


@pytest.mark.parametrize("name", KINDS)
def test_what_no_writer_writes(name: str) -> None:
    language, text = KINDS[name]
    check(text(4000), analyse(text(4000), language, date(2026, 6, 10)))


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", "\ud800", "“", "“”", "“”" * 1000, ".", "a", "“a", "a”", ":“a”"]
)
def test_hardly_any_text(text: str) -> None:
    for language in (None, "en", "ru", "xx"):
        check(text, analyse(text, language))
