"""How often a text denies."""

from __future__ import annotations

import pytest

from articles.linking.denying import denials


@pytest.mark.parametrize(
    ("language", "text", "least", "most"),
    [
        ("en", "The dam will not be built", 1, 1),
        ("en", "Nobody told us, and we never asked", 2, 2),
        # Words that go with a denial are no second one; alone they are.
        ("es", "No vino nadie", 1, 1),
        ("es", "Nadie vino y nadie llamó", 2, 2),
        ("ru", "Никто никогда не приходил", 1, 1),
        ("fr", "Personne n’a jamais rien dit", 1, 1),
        ("fa", "هیچ کس هرگز نیامد", 1, 1),
        # Endings and prefixes that deny, and words that only look so.
        ("tr", "Bize gelmediler, gelmeyecekler", 2, 2),
        ("tr", "Namaz vakti geldi", 0, 0),
        ("fa", "نامه را نوشت و نشست", 0, 0),
        ("ar", "ولم يصل ولن يصل", 2, 2),
        # Another language may put it without a denial.
        ("de", "Sie gingen ohne Gruß", 0, 1),
        ("tr", "Biz parasız kaldık", 0, 1),
        # In a condition, or as an "only", nothing is denied.
        ("en", "If it does not rain, we leave", 0, 1),
        ("en", "We found nothing but dust", 0, 1),
        ("fr", "Je n’ai vu que du sable", 0, 1),
        ("fr", "Je n’ai pas vu que du sable manquait", 1, 1),
        ("id", "Tidak ada yang selamat selain dia", 0, 1),
        ("de", "Nicht nur die Stadt, auch das Land", 0, 1),
        # A comma ends a phrase: "nicht mehr als" is another thing.
        ("de", "Er atmete nicht mehr, als wir kamen", 1, 1),
    ],
)
def test_denials_are_counted(language: str, text: str, least: int, most: int) -> None:
    told = denials(text, language)
    assert (told.least, told.most) == (least, most)


@pytest.mark.parametrize(
    ("language", "text", "verbs"),
    [
        ("en", "He ruled out talks", 1),
        ("ru", "Он отказался от сделки", 1),
        ("ms", "Mereka menolak", 1),
        ("en", "He sat", 0),
    ],
)
def test_verbs_with_a_denial_in_them_are_told_apart(language: str, text: str, verbs: int) -> None:
    assert (denials(text, language).implicit, denials(text, language).most) == (verbs, 0)


def test_only_what_both_reports_say_is_looked_at() -> None:
    text = "Kami menerima temuan itu, tetapi tidak sekarang"
    assert denials(text, "id", 0, 4).most == 0
    assert denials(text, "id", 5, 7).most == 1
