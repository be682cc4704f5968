import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.normalising import compose, normalise


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        # line ends of all systems, and blanks at the edges of lines
        ("satu\r\ndua\rtiga\u2028empat", "satu\ndua\ntiga\nempat"),
        ("  satu \t\n   dua  ", "satu\ndua"),
        # one empty line at most
        ("satu\n\n\n \n\ndua", "satu\n\ndua"),
        # every kind of space is a space; those inside a line keep their number, menus are told by them
        ("12\u00a0octobre,\u202f«\u2009oui", "12 octobre, « oui"),
        ("Berita   Foto", "Berita   Foto"),
        # entities, named and numbered; an ampersand that begins none stays
        ("&#8220;Rabu&nbsp;(3/12)&quot; &amp; AT&T", '“Rabu (3/12)" & AT&T'),
        # composed letters
        ("Ze\u0301i\u0308touna", "Zéïtouna"),
        # marks that nobody sees leave the words
        ("\ufeffBag\u200bhe\u00adri \u200fقال\u200e", "Bagheri قال"),
        # the joiner of Persian stays, one that hides inside Latin letters goes
        ("سه\u200cشنبه Bag\u200cheri", "سه\u200cشنبه Bagheri"),
        # control characters
        ("a\x07b\x9fc", "abc"),
    ],
)
def test_base_text(raw, text):
    assert normalise(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text", "warning"),
    [
        ("a\x00b", "ab", "1 NUL"),
        ("a\ud800b&#xDFFF;", "a\ufffdb\ufffd", "lone surrogates"),
        # controls of direction neither act nor vanish: a sign stands for each
        ("abc \u202etxt.exe", "abc ␚txt.exe", "direction"),
        ("\u2067abc\u2069", "␚abc␚", "2 invisible"),
        *[(f"a{chr(sign)}b", "a␚b", "show as ␚") for sign in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))],
        # marks that hide inside of words go, and their words are named
        ("Hamid Bag\u200bhe\u2060ri said", "Hamid Bagheri said", "out: Bagheri, Bagheri."),
        ("Bag\u200cheri", "Bagheri", "out: Bagheri."),
    ],
)
def test_what_a_reader_should_know_is_a_warning(raw, text, warning):
    found = normalise(raw)
    assert found.text == text
    assert any(warning in one for one in found.warnings)


def test_ordinary_text_gives_no_warning():
    assert normalise("Kata “Baqeri” – hari Rabu.").warnings == ()
    assert normalise("\ufeffsoft\u00adened سه\u200cشنبه CD\u200cها \u200fقال\u200e.").warnings == ()


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_any_text_becomes_one_that_can_be_stored(raw):
    normalise(raw).text.encode("utf-8")


@given(st.text())
def test_a_base_text_without_entities_is_its_own_base_text(raw):
    text = normalise(raw.replace("&", "")).text
    assert normalise(text).text == text


@pytest.mark.parametrize(
    "raw",
    [
        "e" + "\u0301\u0323" * 100_000,
        "\u200c" * 300_000 + "!",
        "a" + " " * 300_000 + "b\n" * 100_000,
        "&" * 300_000 + "&amp" * 100_000,
    ],
)
def test_hostile_text_takes_linear_time(raw):
    start = time.perf_counter()
    normalise(raw)
    assert time.perf_counter() - start < 3


def test_composing_keeps_an_endless_row_of_marks():
    row = "\u0301" * 200
    assert compose("e\u0301 x" + row) == "é x" + row
