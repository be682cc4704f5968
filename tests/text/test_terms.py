"""Words, folding and stemming: what counts as one word, and which writings of it are the same."""

import pytest

from articles.text.terms import Word, fold, stem, stems, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A word knows where it stands.
        ("Iran siap.", ["Iran", "siap"]),
        # A reduplicated word is one, whether it is doubled whole, with a suffix or with a prefix.
        ("negara-negara sekutu-sekutunya", ["negara-negara", "sekutu-sekutunya"]),
        ("tuduh-menuduh sayur-mayur", ["tuduh-menuduh", "sayur-mayur"]),
        # Other hyphens part words.
        ("Iran-Pakistan az-Zubaidi", ["Iran", "Pakistan", "az", "Zubaidi"]),
        # So do apostrophes and the zero-width non-joiner.
        ("l'équipage", ["l", "équipage"]),
        ("آتش‌سوزی", ["آتش", "سوزی"]),
        # Accents may be signs of their own; points belong to the word.
        ("l’e\u0301quipage", ["l", "e\u0301quipage"]),
        ("مُحَمَّد", ["مُحَمَّد"]),
        # A script that parts no words gives its signs by twos, a sign with its marks; a lone sign is one.
        ("会议在北京。水", ["会议", "议在", "在北", "北京", "水"]),
        ("F35戦闘機 15日", ["F35", "戦闘", "闘機", "15", "日"]),
        ("น้ำท่วม", ["น้ำ", "ำท่", "ท่ว", "วม"]),
        ("서울에서", ["서울", "울에", "에서"]),
        # Figures keep their separators.
        ("1.250 ton, 3,5 persen, ۴۴۵", ["1.250", "ton", "3,5", "persen", "۴۴۵"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_a_word_carries_its_offsets() -> None:
    assert list(words("–  Iran")) == [Word(3, 7, "Iran")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # case, in Turkish too
        ("İstanbul", "istanbul"),
        ("IRAK", "Irak"),
        ("yangın", "yangin"),
        # accents, composed or not, and letters with strokes
        ("équipage", "e\u0301quipage"),
        ("équipage", "equipage"),
        ("Peñalver", "penalver"),
        ("Łódź", "lodz"),
        ("счёт", "счет"),
        # Persian and Arabic ye, kaf, he; hamza, points, tatweel
        ("مقیمی", "مقيمي"),
        ("کبه", "كبة"),
        ("الأنهار", "الانهار"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        # native digits and separators of figures
        ("۴۴۵", "445"),
        ("٤٤٥", "445"),
        ("1.250", "1,250"),
        ("3,5", "3.5"),
    ],
)
def test_writings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("kata", "kota"), ("3.5", "35"), ("سر", "شر"), ("мир", "мер")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("id", ["penguatan", "memperkuat", "perkuat", "kuat"]),
        ("id", ["negara-negara", "negara", "negaranya"]),
        ("ms", ["memperkukuhkan", "perkukuh"]),
        ("en", ["Agreements", "agreement"]),
        ("ru", ["дверь", "дверей", "дверями"]),
        ("fr", ["Équipages", "équipage"]),
        ("ar", ["الأنهار", "أنهار"]),
        ("tr", ["evlerinden", "evler"]),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, forms: list[str]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_a_word_typed_without_accents_shares_a_stem() -> None:
    assert stems("equipage", "fr") & stems("équipages", "fr")


def test_a_language_without_stemmer_only_folds() -> None:
    assert stem("Ämter", "xx") == "amter"


def test_terms_are_folded_and_stemmed_in_order() -> None:
    assert terms("Penguatan negara-negara", "id") == ["kuat", "negara"]
