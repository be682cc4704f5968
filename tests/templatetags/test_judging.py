"""A passage in its surroundings, differing words marked."""

from types import SimpleNamespace

import pytest

from articles.templatetags.judging import before, behind, by_itself, in_context, marked, percent


@pytest.mark.parametrize(("score", "shown"), [(0, "0%"), (0.954, "95%"), (1, "100%")])
def test_a_score_in_per_cent(score: float, shown: str) -> None:
    assert percent(score) == shown


def passage(text: str, words: str, parts: tuple[str, ...] = ()) -> SimpleNamespace:
    start = text.index(words)
    spans = [[text.index(part), text.index(part) + len(part)] for part in parts]
    article = SimpleNamespace(text=text, language="id")
    return SimpleNamespace(
        article=article, start=start, end=start + len(words), text=words, parts=spans, is_placed=True
    )


def test_the_sentences_around_a_statement() -> None:
    found = passage("Kemarin. \n\n Ia datang. Kami siap, katanya.\n\nBesok.", "Kami siap")
    # Empty lines between paragraphs are left out.
    assert (before(found), behind(found)) == ("Kemarin.\nIa datang. ", ", katanya.\nBesok.")


def test_a_statement_that_lost_its_place_stands_in_what_was_around_it() -> None:
    found = passage("Teks baru.", "baru")
    found.is_placed, found.prefix, found.suffix = False, "Ia bilang: ", ", katanya."
    assert (before(found), behind(found)) == ("Ia bilang: ", ", katanya.")


def piece(text: str, changed: bool = False) -> SimpleNamespace:
    return SimpleNamespace(text=text, changed=changed)


def test_a_compared_statement_stands_in_its_context() -> None:
    found = passage("Ia <b>: “Kami siap,” katanya.", "Kami siap")
    html = in_context(found, [piece("Kami "), piece("siap", True)])
    assert html == (
        '<span class="around">Ia &lt;b&gt;: “</span>Kami <mark class="differs">siap</mark>'
        '<span class="around">,” katanya.</span>'
    )


def test_what_interrupts_a_statement_is_muted() -> None:
    text = "“Kami semua,” kata Rahma, “siap sekali,” lagi."
    found = passage(text, "Kami semua,” kata Rahma, “siap sekali", ("Kami semua", "siap sekali"))
    # The words are “Kami semua siap sekali”; one piece reaches across the interruption.
    html = in_context(found, [piece("Kami "), piece("semua siap", True), piece(" sekali")])
    assert html == (
        '<span class="around">“</span>Kami <mark class="differs">semua</mark>'
        '<span class="around">,” kata Rahma, “</span><mark class="differs">siap</mark> sekali'
        '<span class="around">,” lagi.</span>'
    )


def test_differing_words_are_marked_and_no_text_becomes_html() -> None:
    pieces = [SimpleNamespace(text=text, changed=changed) for text, changed in (("a <b> ", False), ("<i>", True))]
    assert marked(pieces) == 'a &lt;b&gt; <mark class="differs">&lt;i&gt;</mark>'


def test_a_quote_by_itself_does_not_end_in_a_comma() -> None:
    assert by_itself("Kami siap, dan kapal siap,") == "Kami siap, dan kapal siap"
    assert by_itself("نحن جاهزون،") == "نحن جاهزون"
    assert by_itself("We are ready!") == "We are ready!"
