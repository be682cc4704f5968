"""Why two statements belong together, in words; a passage in its paragraph; differing words marked."""

from types import SimpleNamespace

import pytest

from articles.linking import REASONS
from articles.records import Reason
from articles.templatetags.judging import AROUND, before, behind, by_itself, in_words, marked, percent


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("same_words", "95", "95 % of the shorter wording stands in the longer"),
        ("shortened", "30", "the shorter has only 30 % of the longer"),
        ("same_speaker", "Mohammad Baqeri", "same speaker: Mohammad Baqeri"),
        ("same_numbers", "12 40", "both name 12 40"),
        ("near_languages", "id ms", "languages near to each other: Indonesian, Malay"),
        ("days_apart", "0", "published on the same day"),
        ("days_apart", "1", "published 1 day apart"),
        ("days_apart", "12", "published 12 days apart"),
        ("same_reports", "1", "the two articles share 1 other statement"),
        ("same_reports", "2", "the two articles share 2 other statements"),
        # A code of tomorrow is shown as it is, not lost.
        ("moon_phase", "full", "moon_phase full"),
    ],
)
def test_a_reason_in_words(code: str, value: str, words: str) -> None:
    assert in_words(Reason(code, value)) == words


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_that_linking_gives_has_words(code: str) -> None:
    assert code not in in_words(Reason(code, "2"))


@pytest.mark.parametrize(("score", "shown"), [(0, "0%"), (0.954, "95%"), (1, "100%")])
def test_a_score_in_per_cent(score: float, shown: str) -> None:
    assert percent(score) == shown


def passage(text: str, words: str) -> SimpleNamespace:
    start = text.index(words)
    article = SimpleNamespace(text=text)
    return SimpleNamespace(article=article, start=start, end=start + len(words), is_placed=True)


def test_the_rest_of_the_paragraph_stands_around_a_statement() -> None:
    found = passage("Kemarin.\nIa datang. Kami siap, katanya.\nBesok.", "Kami siap")
    assert (before(found), behind(found)) == ("Ia datang. ", ", katanya.")


def test_a_statement_that_lost_its_place_stands_in_what_was_around_it() -> None:
    found = passage("Teks baru.", "baru")
    found.is_placed, found.prefix, found.suffix = False, "Ia bilang: ", ", katanya."
    assert (before(found), behind(found)) == ("Ia bilang: ", ", katanya.")


def test_a_long_paragraph_is_cut_between_words() -> None:
    found = passage("kata " * 200 + "INI" + " lagi" * 200, "INI")
    assert before(found).startswith("… kata ") and before(found).endswith("kata ")
    assert behind(found).startswith(" lagi") and behind(found).endswith(" lagi …")
    assert len(before(found)) <= AROUND + 2 and len(behind(found)) <= AROUND + 2


def test_differing_words_are_marked_and_no_text_becomes_html() -> None:
    pieces = [SimpleNamespace(text=text, changed=changed) for text, changed in (("a <b> ", False), ("<i>", True))]
    assert marked(pieces) == 'a &lt;b&gt; <mark class="differs">&lt;i&gt;</mark>'


def test_a_quote_by_itself_does_not_end_in_a_comma() -> None:
    assert by_itself("Kami siap, dan kapal siap,") == "Kami siap, dan kapal siap"
    assert by_itself("نحن جاهزون،") == "نحن جاهزون"
    assert by_itself("We are ready!") == "We are ready!"
