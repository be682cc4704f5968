"""Title, outlet, author, standfirst and day from the lines around a text."""

import time
from datetime import date

import pytest

from articles.importing import read

BODY = (
    "{dateline}Pemerintah menandatangani perjanjian air dengan negara tetangga pada Selasa malam di ibu kota.\n\n"
    "Naskah setebal empat belas halaman itu diteken dua menteri setelah perundingan selama sebelas bulan.\n"
)
TITLE = "Perjanjian Air Akhirnya Diteken di Ibu Kota"


def fields(head, tail="", dateline="BANDUNG - "):
    page = f"{head}\n\n{BODY.format(dateline=dateline)}{tail}"
    (found,) = read("a.txt", page.encode())
    assert found.text == BODY.format(dateline=dateline).strip()
    return found


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (TITLE, TITLE),
        # after masthead and menu, before date and picture
        (f"Kabar Hulu\nNasional   Ekonomi   Olahraga\n{TITLE}\n3 Mei 2024", TITLE),
        (
            f"Kabar Hulu | Jernih dan Dalam\nNasional | Ekonomi | Olahraga\n{TITLE}\nFoto: Bendungan tua",
            TITLE,
        ),
        # printed twice, even where it is short
        (
            "Satu kalimat iklan yang panjang sekali di atas\nAir Diteken Sudah\nAir Diteken Sudah",
            "Air Diteken Sudah",
        ),
        # a question is a title, a sentence is none
        ("Siapa yang Akan Membayar Air Itu?", "Siapa yang Akan Membayar Air Itu?"),
        ("Anda punya dua artikel gratis tersisa bulan ini.\n" + TITLE, TITLE),
        ("Kami menggunakan kuki dan mitra kami juga. Terima Tolak\n" + TITLE, TITLE),
        # the whole of it, where an address or a tab of the browser has the beginning
        (f"{TITLE} Negara\n{TITLE}\n3 Mei 2024", f"{TITLE} Negara"),
        (f"{TITLE}\n{TITLE} Negara\n3 Mei 2024", f"{TITLE} Negara"),
        # no motto
        (f"Kabar Hulu\nBerita dari hulu sampai ke hilir sungai\nEkonomi\n{TITLE}", TITLE),
        # with a full stop, where nothing else can be the title
        (f"{TITLE}.\n3 Mei 2024", f"{TITLE}."),
        ("", ""),
    ],
)
def test_title(head, title):
    assert fields(head).title == title


@pytest.mark.parametrize(
    ("head", "dateline", "tail", "outlet"),
    [
        # the masthead, also in capitals or with a motto
        (f"Kabar Hulu\nNasional   Ekonomi   Olahraga\n{TITLE}", "BANDUNG - ", "", "Kabar Hulu"),
        (f"Kabar Hulu – Jernih dan Dalam\nNasional | Ekonomi | Olahraga\n{TITLE}", "", "", "Kabar Hulu"),
        (f"KABAR HULU\n{TITLE}", "BANDUNG - ", "Hak cipta 2024 Kabar Hulu", "Kabar Hulu"),
        (f"PT Kabar Hulu\nNasional | Ekonomi | Olahraga\n{TITLE}", "", "", "Kabar Hulu"),
        # one with a word of outlets' names, also below words of a menu and above a motto
        (f"Cari\nMasuk\nRadar Hulu\nKabar dari tepi sungai\n{TITLE}", "BANDUNG - ", "", "Radar Hulu"),
        (f"Hulukurier\n{TITLE}", "BANDUNG - ", "", "Hulukurier"),
        # one over the kind of outlet
        (f"Kabar Hulu\nSitus berita\n{TITLE}", "BANDUNG - ", "", "Kabar Hulu"),
        # a domain whose words are written apart elsewhere
        (
            f"KabarHulu.com\nNasional | Ekonomi | Olahraga\n{TITLE}",
            "BANDUNG - ",
            "Hak cipta Kabar Hulu",
            "Kabar Hulu",
        ),
        # no menu, and no number by which an authority knows it
        (f"Cari\nMasuk\nDaftar\n{TITLE}", "BANDUNG - ", "", ""),
        (TITLE, "BANDUNG - ", "Copyright ЭЛ № ФС 77-12345", ""),
        # the first name over a menu, not a word of the menu that nobody knows, nor a topic that is a tag too
        (f"Hulu\nAir\nEkonomi\nOlahraga\n{TITLE}", "", "Tag\nAir", "Hulu"),
        (f"Kabar Hulu\nBerita dari hulu sampai hilir\nEkonomi\n{TITLE}", "", "", "Kabar Hulu"),
        # an agency in the dateline is none where a masthead may be one
        (f"Hulu\nEkonomi\nOlahraga\n{TITLE}", "BANDUNG (AFP) - ", "", "Hulu"),
        (TITLE, "BANDUNG (AFP) - ", "", "AFP"),
        # the dateline
        (TITLE, "Bandung, Kabar Hulu – ", "", "Kabar Hulu"),
        (TITLE, "BANDUNG (Kabar Hulu) -- ", "", "Kabar Hulu"),
        (TITLE, "(KABAR HULU) – ", "", "KABAR HULU"),
        (TITLE, "Hulu6.com, Bandung - ", "", "Hulu6"),
        # a place in the dateline is none
        (TITLE, "BANDUNG, Indonesia — ", "", ""),
        # beside the date, beside the author, before the cookies
        (f"{TITLE}\nKabar Hulu | Kamis, 4 Januari 2024", "", "", "Kabar Hulu"),
        (f"{TITLE}\nSari Wulan - KabarHulu\n10/06/26 08:30", "", "", "KabarHulu"),
        (f"Kabar Hulu menggunakan kuki agar nyaman.\n{TITLE}", "BANDUNG - ", "", "Kabar Hulu"),
        # the footer
        (TITLE, "BANDUNG - ", "Copyright © 2024 KABARhulu.com\nAll Rights Reserved", "KABARhulu"),
        (TITLE, "BANDUNG - ", "© 2020–2024 Kabar Hulu Sdn. Bhd.", "Kabar Hulu"),
    ],
)
def test_outlet(head, dateline, tail, outlet):
    assert fields(head, tail, dateline).outlet == outlet


@pytest.mark.parametrize(
    ("head", "tail", "author"),
    [
        (f"{TITLE}\nOleh Sari Wulan", "", "Sari Wulan"),
        (f"{TITLE}\nPenulis: Sari Wulan, Bandung", "", "Sari Wulan"),
        (f"{TITLE}\nBy Jane Doe and John Smith", "", "Jane Doe and John Smith"),
        # only a name, beside the date
        (f"{TITLE}\nSari Wulan\n3 Mei 2024", "", "Sari Wulan"),
        (f"{TITLE}\n3 Mei 2024\nSari Wulan", "", "Sari Wulan"),
        (f"{TITLE}\nSari Wulan, 3 Mei 2024, 20:18", "", "Sari Wulan"),
        (f"{TITLE}\n3 Mei 2024\nBagikan\nSari Wulan\nJurnalis di Bandung", "", "Sari Wulan"),
        (f"{TITLE}\nReporter:\nSari Wulan\nEditor:\nNurul Hayat\n3 Mei 2024", "", "Sari Wulan"),
        # with an agency, a role, a town
        (f"{TITLE}\nSari Wulan dan AFP\n3 Mei 2024", "", "Sari Wulan"),
        (f"{TITLE}\nOleh Sari Wulan dan Antara", "", "Sari Wulan"),
        (f"{TITLE}\nSari Wulan, Wartawan\nBagikan", "", "Sari Wulan"),
        (f"{TITLE}\nSari Wulan / Bandung\n3 Mei 2024", "", "Sari Wulan"),
        (f"{TITLE}\nBy Sari Wulan in Bandung", "", "Sari Wulan"),
        (f"{TITLE}\nOleh Ludwig van Beethoven", "", "Ludwig van Beethoven"),
        # before the date without a mark, if it is named again
        (f"{TITLE}\nSARI WULAN 3 Mei 2024\nFoto: SARI WULAN", "", "SARI WULAN"),
        (f"{TITLE}\nHari Terbit 3 Mei 2024", "", ""),
        (f"{TITLE}\nSari Wulan, Budi Hartono | 3 Mei 2024", "", "Sari Wulan, Budi Hartono"),
        # behind the date
        (f"{TITLE}\n3 Mei 2024 - oleh Sari Wulan", "", "Sari Wulan"),
        # below the text
        (TITLE, "Pewarta: Cherman\nEditor: Nurul Hayat", "Cherman"),
        # nobody
        (f"{TITLE}\nOleh: Redaksi", "", ""),
        (f"{TITLE}\n3 Mei 2024\nBagikan tautan", "", ""),
        (f"{TITLE}\nFacebook X WhatsApp\n3 Mei 2024", "", ""),
        (f"{TITLE}\nBahasa Indonesia | English\n3 Mei 2024", "", ""),
        (f"{TITLE}\nKH Correspondent\n3 Mei 2024", "", ""),
        (TITLE, "Editor: Nurul Hayat", ""),
    ],
)
def test_author(head, tail, author):
    assert fields(head, tail).author == author


@pytest.mark.parametrize(
    ("head", "tail", "published"),
    [
        (f"{TITLE}\nRabu, 20 Oktober 2021 - 12:47 WIB", "", date(2021, 10, 20)),
        # the first publication, not the change
        (f"{TITLE}\nTerbit: 09 Jun 2026, 21:40 | Diperbarui: 10 Jun 2026", "", date(2026, 6, 9)),
        (f"{TITLE}\nDiperbarui 10 Juni 2026\nTerbit 9 Juni 2026", "", date(2026, 6, 9)),
        (f"{TITLE}\nDiperbarui 10 Juni 2026", "", date(2026, 6, 10)),
        # below the text
        (TITLE, "Terbit 9 Juni 2026", date(2026, 6, 9)),
        (f"{TITLE}\nDiperbarui 10 Juni 2026", "Redaksi, 3 Mei 2026", date(2026, 6, 10)),
        # no full date; a year of copyright is none
        (f"{TITLE}\nRabu\n2 jam yang lalu", "© 2024 Kabar Hulu", None),
    ],
)
def test_published(head, tail, published):
    assert fields(head, tail).published == published


def test_a_date_inside_the_text_is_not_its_own():
    page = f"{TITLE}\n\nEmbargo itu dicabut pada 18 Oktober 2020 setelah sepuluh tahun perundingan yang panjang."
    assert read("a.txt", page.encode())[0].published is None


def test_named_months_of_the_text_tell_how_to_read_the_date():
    american = "Deal signed at last in the capital\n06/09/2026\n\nTehran will release water from July 1 through Oct. 31, he said."
    british = american.replace("July 1 through Oct. 31", "1 July until 31 October")
    assert read("a.txt", american.encode())[0].published == date(2026, 6, 9)
    assert read("a.txt", british.encode())[0].published == date(2026, 9, 6)


def test_standfirst_stands_between_title_and_text():
    standfirst = "Kesepakatan itu mengakhiri sengketa selama tiga musim kering yang panjang."
    found = fields(f"{TITLE}\n\n{standfirst}\n\n0 211")
    assert (found.title, found.standfirst) == (TITLE, standfirst)


def test_endless_lines_of_names_and_days_take_linear_time():
    names = ("".join(chr(97 + int(digit)) for digit in f"{n:05}") for n in range(20_000))
    page = "\n".join(f"Sari {name.capitalize()} 3 Mei 2024" for name in names)
    start = time.perf_counter()
    read("a.txt", f"{page}\n\n{BODY.format(dateline='')}".encode())
    assert time.perf_counter() - start < 20
