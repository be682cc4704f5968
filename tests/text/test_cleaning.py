import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.languages.loading import all_languages
from articles.text.cleaning import clean
from articles.text.normalising import normalise

FIRST = "JAKARTA - Pemerintah menandatangani perjanjian air dengan negara tetangga pada Selasa malam di ibu kota."
SECOND = "Naskah setebal empat belas halaman itu diteken dua menteri setelah perundingan selama sebelas bulan."
LAST = "Komisi bersama akan bertemu lagi bulan depan, kata juru bicara kementerian itu kepada wartawan."
BODY = f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def put_together(cleaned):
    text, position = "", 0
    for one in cleaned.removed:
        text += cleaned.text[position : one.at] + one.text
        position = one.at
    return text + cleaned.text[position:]


@pytest.mark.parametrize(
    "litter",
    [
        # cross-links: a phrase and a colon, a phrase of several words, a headline on the line below
        "Baca Juga : Menteri Akan Kunjungi Bendungan Awal Pekan Depan",
        "READ MORE: “Dry County,” our series on water",
        "SIMAK: Sumur Terakhir di Lembah",
        "BACA JUGA Sumur Terakhir di Lembah",
        "Baca juga:\nSumur Terakhir di Lembah",
        # an unknown label, alone between two paragraphs, with a headline that has no end
        "Dari arsip: Bendungan Tua Kembali Dibuka",
        # pictures
        "Foto : Kepala Dinas Pengairan, Budi Hartono",
        "Bendungan pada musim kering. (Dok. Dinas Pengairan)",
        "Warga memancing di tepi sungai. FOTO/Antara",
        # furniture
        "loading...",
        "A A A",
        "Advertisement",
        "Gulir ke bawah untuk melanjutkan membaca",
        "Bagikan | Cetak | Simpan",
        "[Gambas:Video 20detik]",
    ],
)
def test_litter_between_paragraphs_goes(litter):
    assert clean(f"{FIRST}\n\n{SECOND}\n\n{litter}\n\n{LAST}", "id").text == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        # words of furniture that begin a sentence
        "Foto itu kemudian tersebar luas.",
        "Baca puisi itu, katanya.",
        "Oleh karena itu, pelayaran dihentikan.",
        "Komentar datang dari berbagai pihak.",
        "Editor harian itu membenarkannya.",
        "Lihat saja harganya.",
        "Ia tidak setuju.",
        "Foto-foto itu menjadi bukti di pengadilan.",
        "Hak cipta lagu itu dimiliki seorang petani dari hulu.",
        "Berita terkait perjanjian itu menyebar luas di desa.",
        "The report was published by the ministry, and the ship was registered in Panama.",
        # an agency that signs a paragraph
        "Menteri itu tiba di Moskow pada Selasa malam. (AFP)",
        # speech after a colon, with and without its end
        "Moqimi menjawab: “Kami siap melepas air”",
        "Kubba: “Tidak ada kata mundur.”",
        "Pertanyaannya: siapa yang akan membayar?",
        # lists, dialogue, headings between paragraphs, days of a chronology
        "Syaratnya ada dua:\n- Menunjukkan kartu warga\n- Mengisi formulir",
        "— Airnya belum datang, — katanya.",
        "Apa dampaknya bagi petani?",
        "12 Mei 2023",
        "Latar belakang perundingan",
    ],
)
def test_text_between_paragraphs_stays(sentence):
    text = f"{FIRST}\n\n{SECOND}\n\n{sentence}\n\n{LAST}"
    assert clean(text, "id").text == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Sidang berlanjut esok.",
        # a list of unknown links before a last sentence that somebody speaks
        "Keterangan lanjut\nEmpat tautan\nSungai kita\n“Kami siap,” katanya.",
        "Berita terkait perjanjian itu menyebar luas.",
        "Kapal itu terdaftar di Panama, kata kantor berita itu (AFP).",
        "Oposisi menuntut jawaban!",
        "Menurut Siti, kenaikan itu terjadi sejak Desember lalu",
        "Syaratnya ada dua:\n- Menunjukkan kartu warga\n- Mengisi formulir",
        "“Kami siap,” katanya",
    ],
)
def test_a_short_last_sentence_stays(sentence):
    text = f"{BODY}\n\n{sentence}"
    assert clean(f"{text}\n\nTag\nair\nsungai", "id").text == text


@pytest.mark.parametrize(
    "head",
    [
        "Perjanjian Air Akhirnya Diteken di Ibu Kota",
        # printed twice; menus, date, byline, picture, sizes of letters
        "Perjanjian Air Akhirnya Diteken di Ibu Kota\nPerjanjian Air Akhirnya Diteken di Ibu Kota",
        "Kabar Hulu\nNasional   Ekonomi   Olahraga\nPerjanjian Air Akhirnya Diteken",
        "Perjanjian Air Akhirnya Diteken\nOleh Sari Wulan\nRabu, 20 Oktober 2021 - 12:47 WIB\n0 211\nA A A",
        # a standfirst, and a banner that is a sentence
        "Perjanjian Air Diteken\n\nKesepakatan itu mengakhiri sengketa selama tiga musim kering yang panjang.\n\n0 211",
        "Situs ini menggunakan kuki agar Anda dapat membaca dengan nyaman setiap hari.\nPerjanjian Air Diteken",
    ],
)
def test_what_stands_before_the_dateline_is_no_body(head):
    assert clean(f"{head}\n\n{BODY}", "id").text == BODY


def test_without_a_dateline_the_body_begins_after_date_and_byline():
    body = "A river deal was signed on Tuesday after eleven months of talks in hotel corridors.\n\nBoth sides smiled."
    head = "Two countries sign river deal\nFarmers wait to see whether the numbers turn into water.\nBy Jane Doe\n3 May 2024"
    assert clean(f"{head}\n\n{body}", "en").text == body


@pytest.mark.parametrize(
    "tail",
    [
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
        "(esn)\nBaca Berita Terkait Lainnya\nCopyright © 2024 Kabar Hulu\nread/ rendering in 0.1680 seconds",
        "— KABAR HULU\nLeave A Reply",
        "Penyunting: Ratri\nTopik: air, perbatasan\nDukung jurnalisme kami",
        "Comments (41)\nOldSalt62: I agree with every single word of this article, and so does my whole family.",
        # phrases that no language file knows: several lines without end, all of it short
        "Zzz qqq: aaa\nBbb ccc ddd\nEee fff. Ggg hhh.",
    ],
)
def test_what_stands_after_the_last_sentence_is_no_body(tail):
    assert clean(f"{BODY}\n{tail}", "id").text == BODY


def test_an_ending_that_text_follows_is_none():
    text = f"{FIRST}\n\nBerita Terkait\n\n{SECOND}\n\n{LAST}"
    assert clean(text, "id").text == BODY


@pytest.mark.parametrize(
    ("sign_off", "name"),
    [(" Hermansyah", "Hermansyah"), (" (esn)", ""), (" – AFP", ""), (" Rina Sari", "Rina Sari")],
)
def test_a_sign_off_on_the_last_line_goes(sign_off, name):
    cleaned = clean(BODY + sign_off, "id")
    assert (cleaned.text, cleaned.signature) == (BODY, name)
    assert cleaned.removed[-1].reason == "sign-off"


def test_a_short_last_sentence_with_a_sign_off_stays():
    cleaned = clean(f"{BODY}\n\nBeliau berkata demikian selepas mesyuarat itu. – AGENSI\n\nTag\nair", "ms")
    assert cleaned.text == f"{BODY}\n\nBeliau berkata demikian selepas mesyuarat itu."


def test_a_caption_of_nothing_but_a_name_of_the_article_goes():
    first = "Semasa lawatan itu, Jeneral Bageri bertemu Presiden Pakistan, kata jurucakap Kementerian Luar Iran."
    second = "Kerjasama antara Iran dan Pakistan melangkaui usaha memerangi keganasan, kata Jeneral Bageri lagi."
    text = f"{first}\n\nIran\n\n{second}\nBageri\nMejar Jeneral Mohammad Bageri\n{first}"
    assert clean(text, "ms").text == f"{first}\n\n{second}\n{first}"


def test_lines_wrapped_at_a_fixed_width_are_paragraphs():
    text = (
        "The quick summary of the report was wrapped at seventy-two columns by\n"
        "an old mail program, and so each of the lines ends in the middle of\n"
        "a sentence although the paragraph goes on for several lines more.\n\n"
        "Mohammad Baqeri said in Tehran that the armed forces were ready for\n"
        "the task, and that nobody should doubt it. He added that the work had\n"
        "already begun, and that it would be finished by the end of the year\n"
        "at the latest."
    )
    assert clean(text, "en").text == text


def test_repeated_paragraphs_are_all_kept():
    text = "\n\n".join([SECOND, SECOND, LAST, LAST])
    assert clean(text, "id").text == text


def test_a_page_of_furniture_has_no_body():
    cleaned = clean("Leave a Reply\nloading...\nShare", "en")
    assert cleaned.text == ""
    assert put_together(cleaned) == "Leave a Reply\nloading...\nShare"


PHRASES = [
    phrase
    for language in all_languages()
    for kind in (
        "crosslinks",
        "lines",
        "beginnings",
        "endings",
        "comments",
        "copyright",
        "credits",
        "bylines",
    )
    for phrase in getattr(language.page, kind)[:4]
]
LINES = st.one_of(
    st.sampled_from(
        [FIRST, SECOND, LAST, "", "Judul Berita Ini", "Iran", "(esn)", "0 211", "20 Oktober 2021", *PHRASES]
    ),
    st.tuples(st.sampled_from(PHRASES), st.sampled_from([": ", " ", " | "]), st.text(max_size=30)).map("".join),
    st.text(max_size=60),
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["id", "en", "fa"]))
def test_removals_and_text_together_are_the_page_to_the_letter(lines, language):
    text = normalise("\n".join(lines)).text
    assert put_together(clean(text, language)) == text


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        "a, " * 100_000 + "\n" + "- " * 100_000,
        "Foto" + "(" * 200_000,
        "Foo: bar\n" * 20_000,
    ],
)
def test_hostile_text_takes_linear_time(text):
    start = time.perf_counter()
    clean(normalise(text).text, "en")
    assert time.perf_counter() - start < 5
