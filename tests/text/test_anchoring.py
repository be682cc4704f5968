"""Passages found again in a text that was cleaned anew: kept, moved, altered, orphaned."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.records import Span
from articles.text.anchoring import Anchor, anchor, places

BEFORE = "Kapal itu tiba tadi pagi di dermaga lama. "
WORDS = "Air laut naik dua meter dalam satu malam, dan pasar ikan terendam"
AFTER = " menurut kepala pelabuhan. Warga mengungsi ke bukit."
TEXT = BEFORE + WORDS + AFTER


def marked(text: str, words: str, nth: int = 0, parts: tuple[Span, ...] = ()) -> Anchor:
    """The nth occurrence of the words as it is marked in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return Anchor(start, words, text[max(0, start - 40) : start], text[end : end + 40], parts)


@pytest.mark.parametrize(
    ("new", "verdict", "words"),
    [
        (TEXT, "kept", WORDS),
        (BEFORE + WORDS, "kept", WORDS),
        ("Iklan baris. " + TEXT, "moved", WORDS),
        (WORDS + AFTER, "moved", WORDS),
        # all that stood around it is gone
        ("Judul lain sama sekali.\n\n" + WORDS, "moved", WORDS),
        # a letter was mended
        (TEXT.replace("meter", "metre"), "altered", WORDS.replace("meter", "metre")),
        (TEXT.replace("Air laut", "Air-laut"), "altered", WORDS.replace("Air laut", "Air-laut")),
        (TEXT.replace("terendam", "terendam2"), "altered", WORDS + "2"),
        # litter stands in it now, or its own litter was cut out
        (
            TEXT.replace("malam,", "malam,\nBaca juga: harga garam\n"),
            "altered",
            WORDS.replace("malam,", "malam,\nBaca juga: harga garam\n"),
        ),
        (TEXT.replace(" dalam satu malam,", ""), "altered", WORDS.replace(" dalam satu malam,", "")),
        # its end was cut off
        (BEFORE + WORDS[:-14] + "." + AFTER, "altered", WORDS[:-14]),
        (BEFORE + AFTER, "orphaned", WORDS),
        ("", "orphaned", WORDS),
        # more than half of it was cut: what is left is not filled up with what follows
        (f"{BEFORE}{WORDS[:26]}. Diplomat menyebutnya “perundingan meteran” karena naskahnya.", "orphaned", WORDS),
        # a sentence about the same is not the same
        (BEFORE + "Pasar ikan di kota itu ditutup sejak air naik" + AFTER, "orphaned", WORDS),
    ],
)
def test_what_became_of_a_passage(new: str, verdict: str, words: str) -> None:
    found = anchor(marked(TEXT, WORDS), new)
    assert found.verdict == verdict
    if verdict == "orphaned":
        assert (found.start, found.end) == (len(BEFORE), len(BEFORE + WORDS))
    else:
        assert new[found.start : found.end] == words


CHORUS = "“Kami siap,” kata Rahma.\nKapal datang.\n“Kami siap,” kata Sari.\nHujan turun.\n“Kami siap,” kata Rahma lagi."


@pytest.mark.parametrize(
    ("nth", "new", "place"),
    [
        # what stands around the words chooses
        (1, CHORUS.partition("\n")[2], 0),
        (2, CHORUS.partition("\n")[2], 1),
        (1, "Iklan.\n" * 9 + CHORUS, 1),
        # among equals the nearest
        (0, "“Kami siap,” kata Rahma.\n" * 3, 0),
    ],
)
def test_of_several_places_the_right_one_is_chosen(nth: int, new: str, place: int) -> None:
    found = anchor(marked(CHORUS, "Kami siap", nth), new)
    assert found.start == marked(new, "Kami siap", place).start


def test_a_likely_place_decides_between_equals() -> None:
    lines = "“Kami siap,” kata Rahma.\n" * 30
    old = marked("Satu.\n" + lines, "Kami siap", 15)
    assert anchor(old, lines, old.start - len("Satu.\n")).start == marked(lines, "Kami siap", 15).start


@pytest.mark.parametrize(
    ("words", "new"),
    [
        # inside of another word
        ("Ya", "Yang lain tidak."),
        # a short one elsewhere, with other words around it
        ("siap", "Mereka selalu siap pergi."),
    ],
)
def test_a_chance_likeness_is_not_it(words: str, new: str) -> None:
    assert anchor(marked("Dia bilang begini: “Ya siap,” lalu pergi.", words), new).verdict == "orphaned"


def pieces(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (TEXT, ("Air laut naik", "dan pasar ikan terendam")),
        ("Iklan. " + TEXT, ("Air laut naik", "dan pasar ikan terendam")),
        (TEXT.replace("satu malam", "semalam"), ("Air laut naik", "dan pasar ikan terendam")),
        (
            TEXT.replace("laut naik", "laut\nIklan baris\nnaik"),
            ("Air laut\nIklan baris\nnaik", "dan pasar ikan terendam"),
        ),
        (TEXT.replace("Air laut naik ", ""), (None, "dan pasar ikan terendam")),
    ],
)
def test_its_parts_go_with_it(new: str, expected: tuple[str | None, ...]) -> None:
    parts = pieces(TEXT, "Air laut naik", "dan pasar ikan terendam")
    found = anchor(marked(TEXT, WORDS, parts=parts), new)
    assert tuple(part and part.of(new) for part in found.parts) == expected


def test_a_long_passage_is_found_by_its_ends() -> None:
    long = " ".join(f"Kalimat nomor {n} tentang laut." for n in range(200))
    altered = long.replace("nomor 90 tentang laut", "nomor sembilan puluh")
    found = anchor(marked(BEFORE + long, long), "Iklan. " + BEFORE + altered + AFTER)
    assert (found.verdict, found.start) == ("altered", len("Iklan. " + BEFORE))
    assert found.end == len("Iklan. " + BEFORE + altered)


@pytest.mark.parametrize(
    ("before", "after", "at", "expected"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", 4, 4),
        ("a\nb\nc\n", "b\nc\n", 2, 0),
        ("a\nb\nc\n", "a\nnew\nb\nc\n", 4, 8),
        ("a\nb\nc\n", "", 4, 4),
        ("", "a\n", 0, 0),
    ],
)
def test_places_follow_the_lines_that_both_texts_have(before: str, after: str, at: int, expected: int) -> None:
    assert places(before, after)(at) == expected


def test_long_texts_take_no_long_time() -> None:
    text = "a a " * 500_000
    words = "b" + "a a " * 150
    begun = time.monotonic()
    for near in (0, 1_000_000):
        anchor(Anchor(near, words, "x" * 40, "y" * 40), text)
        places(text.replace(" ", "\n"), "x\n" + text.replace(" ", "\n"))(near)
    assert time.monotonic() - begun < 10


SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS.split()), min_size=3, max_size=12),
    min_size=0, max_size=6,
).map(lambda found: "".join(" ".join(one).capitalize() + ".\n" for one in found))  # fmt: skip
STATEMENT = "Pelabuhan Sbartil ditutup karena dermaganya retak, dan baru dibuka lagi sesudah musim hujan"


@settings(max_examples=150, deadline=None)
@given(old=st.tuples(SENTENCES, SENTENCES), new=st.tuples(SENTENCES, SENTENCES))
def test_edits_around_a_passage_never_lose_it(old: tuple[str, str], new: tuple[str, str]) -> None:
    before, after = (f"{head}Kata dia: “{STATEMENT}.” Begitu.\n{tail}" for head, tail in (old, new))
    found = anchor(marked(before, STATEMENT), after, places(before, after)(before.index(STATEMENT)))
    assert found.verdict == ("kept" if (old[0] and len(old[0]) == len(new[0])) or old[0] == new[0] else "moved")
    assert after[found.start : found.end] == STATEMENT


@settings(max_examples=150, deadline=None)
@given(
    around=st.tuples(SENTENCES, SENTENCES),
    at=st.sampled_from([n for n, sign in enumerate(STATEMENT) if sign == " "][2:-2]),
    litter=st.sampled_from(["Baca juga: harga garam", "IKLAN", "(Foto: arsip)", "Halaman 2 dari 3"]),
)
def test_litter_inside_of_a_passage_alters_it(around: tuple[str, str], at: int, litter: str) -> None:
    before = f"{around[0]}{STATEMENT}.\n{around[1]}"
    after = f"{around[0]}{STATEMENT[:at]}\n{litter}\n{STATEMENT[at + 1 :]}.\n{around[1]}"
    found = anchor(marked(before, STATEMENT), after)
    assert found.verdict == "altered"
    assert after[found.start : found.end] == f"{STATEMENT[:at]}\n{litter}\n{STATEMENT[at + 1 :]}"
    back = anchor(marked(after, f"{STATEMENT[:at]}\n{litter}\n{STATEMENT[at + 1 :]}"), before)
    assert (back.verdict, before[back.start : back.end]) == ("altered", STATEMENT)


@settings(max_examples=150, deadline=None)
@given(around=st.tuples(SENTENCES, SENTENCES))
def test_a_passage_that_is_gone_is_orphaned(around: tuple[str, str]) -> None:
    found = anchor(marked(f"{around[0]}{STATEMENT}.\n{around[1]}", STATEMENT), "".join(around))
    assert (found.verdict, found.start) == ("orphaned", len(around[0]))
