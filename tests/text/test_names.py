"""Which spellings are one name, and which names only look alike."""

import json
from pathlib import Path

import pytest

from articles.linking.people import identity_key, may_be_one
from articles.text.names import name_key, name_keys, same_name, spelled_alike
from articles.text.scripts import mixes_scripts

PEOPLE = Path(__file__).parent.parent / "corpus" / "people.jsonl"


@pytest.mark.parametrize(
    "spellings",
    [
        # q, gh, g and k; Arabic and Persian letters; Cyrillic
        ["Bagheri", "Baqeri", "Bageri", "باقری", "باقري", "Багери"],
        ["Moghimi", "Moqimi", "Mogimi", "Mukimi", "مقیمی", "Могими"],
        # the article, joined, parted or taking the next letter's sound
        ["al-Zubaidi", "Az-Zubaidi", "ez-Zübeydi", "al Zubaidi", "Al-Zoubaïdi", "الزبيدي", "аз-Зубейди"],
        # doubled letters, final h and a, final consonants without voice
        ["Mohammad", "Muhamad", "Muhammed", "محمد", "Мохаммад"],
        ["Fatimah", "Fatima", "Fatemeh", "فاطمة", "فاطمه"],
        ["Ahmad", "Ahmet", "أحمد", "Ахмад"],
        # accents and softened letters
        ["Çiğdem", "Cigdem", "Чигдем"],
        ["Dağıstanlı", "Dagistanli", "داغستانلي"],
        ["Peñalver", "Penalver", "Пеньяльвер", "بينيالفير", "پنیالور"],
        # a vowel that breaks up the first consonants
        ["Skalli", "Sqalli", "Saqalli", "صقلی", "الصقلي", "Скалли"],
        # "servant of the ..." in one word or three
        ["Abdurrahman", "Abd al-Rahman", "Abdul Rahman", "عبد الرحمن", "عبدالرحمن"],
        # an alif written as a y without dots, and a y whose dots are not written
        ["Mustafa", "Moustafa", "مصطفى", "مصطفا", "Мустафа"],
        ["Sulami", "سلمي", "سلمى"],
        # p and v, which Arabic lacks
        ["Putin", "بوتين", "پوتین", "Путин"],
        ["Soeharto", "Suharto"],
        # a doubled consonant, which Arabic does not show
        ["Kubba", "Koubba", "Кубба", "كبة", "کبه"],
        # an initial vowel, of which Arabic writes only that there is one
        ["Iraq", "Irak", "العراق", "عراق", "Ирак"],
        # case endings of one vowel
        ["Oulhaj", "Ульхаджа", "Oulhach", "اولحاج"],
    ],
)
def test_spellings_of_one_name(spellings: list[str]) -> None:
    missed = [(a, b) for a in spellings for b in spellings if not same_name(a, b)]
    assert missed == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # vowels that both write and that differ
        ("Jamil", "Jamal"),
        ("Karim", "Karam"),
        ("Hassan", "Hussein"),
        ("Miller", "Muller"),
        ("جميل", "Jamal"),
        # a vowel that one has and the other has not
        ("Bagheri", "Bakri"),
        ("Hamdi", "Hammadi"),
        ("Fahmi", "Fahimi"),
        ("Peter", "Petra"),
        # a final i makes a family name
        ("Bagher", "Bagheri"),
        ("Hashem", "Hashemi"),
        # initial vowels and consonants
        ("Hamid", "Ahmad"),
        ("Amin", "Iman"),
        ("Palmer", "Balmer"),
        ("Fischer", "Visser"),
        # names that share their first letters only
        ("Mohammad", "Mahmoud"),
        ("Sharif", "Sharifi"),
        ("Akarsu", "Aksu"),
        ("Kuba", "كبة"),
        ("Iran", "Oran"),
        ("Iraq", "Iran"),
        # too short to guess
        ("Ali", "Ala"),
        ("Lee", "Li"),
    ],
)
def test_names_that_only_look_alike(a: str, b: str) -> None:
    assert not same_name(a, b)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Baqeri", "Mohammad Bagheri", True),
        ("Mohammad Bagheri", "Mohammad Hossein Bageri", True),
        ("محمد باقری", "Mohammad Baqeri", True),
        # a first name alone is nobody in particular
        ("Mohammad", "Mohammad Bagheri", False),
        # two first names, one family
        ("Ali Bagheri", "Mohammad Bagheri", False),
        ("Bagheri Mohammad", "Mohammad Bagheri", False),
        ("", "Mohammad Bagheri", False),
    ],
)
def test_the_shorter_name_stands_in_the_longer(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same
    assert same_name(b, a) is same


# Names of which one has letters of another script that look the same.
@pytest.mark.parametrize(
    ("name", "alike"),
    [
        ("Pаvel", "Pavel"),
        ("Ivan Pаvlov", "Ivan Pavlov"),
        ("Ivаn Pavlov", "Ivan Pavlov"),
        ("Hamid Βagheri", "Hamid Bagheri"),
        ("Ivan Pаvlov", "Ivan Pavlоv"),
        ("Ivan Pаvlov", "Иван Павлов"),
        # a whole word of the other script is read as what it spells
        ("Ivan Рарра", "Ivan Pappa"),
    ],
)
def test_a_name_of_two_scripts_is_nobody_elses(name: str, alike: str) -> None:
    assert not same_name(name, alike)
    assert identity_key(name) != identity_key(alike)
    assert not may_be_one(name, alike)


def test_a_name_spelled_in_another_script_throughout_is_still_the_same() -> None:
    assert same_name("Иван Павлов", "Ivan Pavlov")
    assert identity_key("Иван Павлов") == identity_key("Ivan Pavlov")


@pytest.mark.parametrize(
    ("word", "mixed"),
    [("Pаvel", True), ("Павел", False), ("Pavel", False), ("Çiğdem", False), ("الـBBC", False), ("Παύλος", False), ("Βagheri", True), ("H₂O", False)],
)  # fmt: skip
def test_words_of_two_scripts_that_look_alike(word: str, mixed: bool) -> None:
    assert mixes_scripts(word) is mixed


def test_equal_keys_find_candidates_and_vowels_decide() -> None:
    assert name_key("Jamil") == name_key("Jamal")
    assert not spelled_alike("Jamil", "Jamal")


def test_a_short_word_or_a_figure_has_no_key() -> None:
    assert [name_key(word) for word in ("Ali", "Xi", "F16", "2021", "")] == [""] * 5


def test_keys_of_a_whole_name() -> None:
    assert name_keys("Ghanim al-Zubaidi") == name_keys("غانم الزبيدي")
    assert len(name_keys("Xi Jinping")) == 2


def test_spellings_of_the_corpus_people() -> None:
    """93 of 96 spellings are told; the others are other names: Driss and Idris, Jassim and Yasim."""
    people = [json.loads(line) for line in PEOPLE.read_text().splitlines()]
    spellings = [
        (person["canonical"], {name for names in person["scripts"].values() for name in names}) for person in people
    ]
    found = sum(same_name(name, canonical) for canonical, names in spellings for name in names)
    assert found >= 93
    strangers = [
        (a, b)
        for one, (_, names) in enumerate(spellings)
        for _, others in spellings[one + 1 :]
        for a in names
        for b in others
        if same_name(a, b)
    ]
    assert strangers == []
