"""The sentences around a passage: whole ones, across paragraphs, and not too much of them."""

import pytest

from articles.text.surroundings import AROUND, before, behind

TEXT = "Kapal itu tiba. Hujan turun.\nIa datang pagi. “Kami siap,” kata Rahma.\nSemua pulang. Malam tiba."


def around(text: str, words: str, language: str = "id") -> tuple[str, str]:
    start = text.index(words)
    return before(text, start, language), behind(text, start + len(words), language)


def test_the_sentences_before_and_behind_come_across_paragraphs() -> None:
    told = around(TEXT, "Kami siap")
    assert told == (TEXT[: TEXT.index("Kami siap")], TEXT[TEXT.index("Kami siap") + len("Kami siap") :])


def test_of_a_long_text_only_whole_sentences_that_are_near() -> None:
    text = "Kapal nomor satu tiba di dermaga. " * 20 + "“Kami siap,” katanya. " + "Semua orang pulang ke rumah. " * 20
    told, follows = around(text, "Kami siap")
    assert told.startswith("Kapal nomor") and told.endswith("dermaga. “") and 200 < len(told) <= AROUND
    assert follows.startswith(",” katanya.") and follows.endswith("rumah.") and 200 < len(follows) <= AROUND


def test_a_sentence_without_end_is_cut_between_words() -> None:
    told, follows = around("kata " * 400 + "INI" + " lagi" * 400, "INI")
    assert told.startswith("… kata ") and told.endswith("kata ") and len(told) <= AROUND + 2
    assert follows.startswith(" lagi") and follows.endswith(" lagi …") and len(follows) <= AROUND + 2


def test_at_either_end_there_is_nothing() -> None:
    assert around("Kami siap", "Kami siap") == ("", "")


@pytest.mark.parametrize("language", ["ar", "fa", "ru", "und", "xx"])
def test_it_needs_no_data_of_the_language(language: str) -> None:
    assert around("Один. Два слова. Три.", "Два", language) == ("Один. ", " слова. Три.")
