"""Five real files that are not part of the project: read by hand, compared field by field."""

from datetime import date

import pytest

from articles.importing import read
from tests.seeds import needs_seeds, seed

pytestmark = needs_seeds


def imported(number):
    path = seed(number)
    (found,) = read(path.name, path.read_bytes())
    return found, path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "language", "title", "outlet", "author", "published"),
    [
        (
            "000",
            "id",
            "Perkuat Koalisi Militer, Iran Siap Ekspor Senjata ke Negara-Negara Sahabat",
            "Purna Warta",
            "",
            None,
        ),
        ("001", "id", "", "", "", None),
        ("002", "id", "Iran akan Tingkatkan Kerja Sama Militer dengan Rusia", "HanTer", "Hermansyah", None),
        (
            "003",
            "ms",
            "Iran dan Pakistan Perkukuh Hubungan Strategik Pertahanan, Pembuatan Bersama Senjata",
            "Defence Security Asia",
            "",
            None,
        ),
        (
            "004",
            "id",
            "Jenderal Top Iran Tiba di Moskow untuk Teken Penguatan Kerjasama Militer",
            "SINDOnews",
            "",
            date(2021, 10, 20),
        ),
    ],
)
def test_fields(number, language, title, outlet, author, published):
    found, _ = imported(number)
    assert (found.language, found.title, found.outlet) == (language, title, outlet)
    assert (found.author, found.published) == (author, published)


@pytest.mark.parametrize(
    ("number", "first", "last", "paragraphs"),
    [
        ("000", "Tehran, Purna Warta – Salah satu", "senjata nuklir ilegal Iran.", 7),
        ("001", "Kepala Staf Angkatan Bersenjata Iran,", "di berbagai bidang,” tegasnya.", 10),
        ("002", "Jakarta, HanTer - Panglima", "Komprehensif Gabungan (JCPOA).", 9),
        ("003", "(DEFENCE SECURITY ASIA) – Semasa", "dan awam Iran yang lain.", 20),
        ("004", "MOSKOW - Kepala Staf", 'negara itu," kata Baqeri.', 8),
    ],
)
def test_the_body_is_whole(number, first, last, paragraphs):
    found, _ = imported(number)
    assert found.text.startswith(first)
    assert found.text.endswith(last)
    assert len([line for line in found.text.split("\n") if line]) == paragraphs


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_nothing_but_litter_is_cut(number):
    """Every long sentence of the file is in the text, or once in the standfirst."""
    found, raw = imported(number)
    for line in (line.strip() for line in raw.split("\n")):
        if len(line.split()) >= 15 and line.endswith((".", "”")) and "FOTO" not in line:
            assert line in found.text


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_litter_is_left(number):
    found, _ = imported(number)
    lines = found.text.split("\n")
    for litter in (
        "Baca Juga",
        "Leave",
        "loading",
        "rendering",
        "Copyright",
        "Rights",
        "email address",
        "Foto :",
    ):
        assert litter not in found.text
    assert not {"0 211", "A A A", "Iran", "Bageri", "Mejar Jeneral Mohammad Bageri", "(esn)"} & set(lines)
    assert found.title == "" or found.title not in lines
