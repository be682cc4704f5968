"""Copies: the same words whatever their marks; most of the same words; in every script."""

import pytest

from articles.text.copies import ENOUGH, bands, body_key, share, shingles

TEXTS = {
    "id": "Kapal patroli tiba di pelabuhan pada pagi hari. Warga menonton dari dermaga sambil menunggu kabar. "
    "Panglima armada membuka galangan baru di tepi timur kota. Galangan itu dibangun selama empat tahun.",
    "ar": "وصلت السفينة إلى الميناء صباح اليوم. وقف السكان على الرصيف في انتظار الأخبار. "
    "افتتح القائد حوضا جديدا في شرق المدينة. استغرق البناء أربع سنوات كاملة من العمل.",
    "ru": "Корабль прибыл в порт рано утром. Жители ждали новостей на причале у старого склада. "
    "Командующий открыл новую верфь на востоке города. Её строили целых четыре года без перерыва.",
    "th": "เรือลาดตระเวนมาถึงท่าเรือในตอนเช้า ชาวบ้านยืนดูจากท่าเรือ ผู้บัญชาการเปิดอู่ต่อเรือแห่งใหม่ อู่นี้ใช้เวลาสร้างสี่ปี",
    "zh": "巡逻船今天早上抵达港口。居民在码头上等待消息。司令在城东开设了新的造船厂。该船厂建造了四年。",
}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kapal tiba, kata warga.", "kapal  tiba\nkata “warga”"),
        ("L’école fermée", "L'ecole fermee"),
        ("كتاب علي", "کتاب علی"),
    ],
)
def test_marks_case_spacing_and_spelling_make_no_other_body(a: str, b: str) -> None:
    assert body_key(a) == body_key(b)


def test_other_words_or_another_order_make_another_body() -> None:
    assert len({body_key(text) for text in ("kapal tiba", "tiba kapal", "kapal tibalah", "kapaltiba")}) == 4


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_and_its_shortened_reprint_meet(language: str) -> None:
    text = TEXTS[language]
    shortened = text[: len(text) * 2 // 3]
    whole, part = shingles(text), shingles(shortened)
    assert share(whole, part) > 0.85
    one, other = bands([whole, part])
    assert set(one) & set(other)


def test_texts_of_one_language_that_say_other_things_do_not() -> None:
    other = "Harga beras naik di pasar kota. Pedagang menyalahkan musim hujan yang panjang dan jalan yang rusak parah."
    assert share(shingles(TEXTS["id"]), shingles(other)) == 0
    one, two = bands([shingles(TEXTS["id"]), shingles(other)])
    assert not set(one) & set(two)


def test_a_sentence_in_common_makes_no_copies() -> None:
    quote = "Galangan itu dibangun selama empat tahun."
    other = f"Harga beras naik di pasar kota sejak pekan lalu. {quote} Pedagang menyalahkan musim hujan yang panjang."
    assert 0 < share(shingles(TEXTS["id"]), shingles(other)) < ENOUGH


def test_the_shortest_texts_are_their_words() -> None:
    assert share(shingles("Kapal tiba"), shingles("kapal tiba!")) == 1
    assert share(shingles(""), shingles("kapal")) == 0
