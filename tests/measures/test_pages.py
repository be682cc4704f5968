"""The measure of the import: what a marked page holds, and what counts as right."""

from dataclasses import replace
from pathlib import Path

import pytest

from articles.languages import all_languages
from tests.measures import pages

PAGE = """@ tuned; Warta Selat / Selat; Sari Wulan; 2024-05-03
- Warta Selat
- Nasional | Dunia | Sukan
# Jambatan baharu dibuka kepada orang ramai hari ini
- Oleh Sari Wulan
- 3 Mei 2024
> KUALA SELAT: Jambatan baharu sepanjang dua kilometer dibuka kepada orang ramai pada pagi Jumaat.
> "Kami menunggu jambatan ini selama dua puluh tahun," kata ketua kampung.¦ (sw)
- Baca juga: Feri dihentikan
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ms.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_marked_page_tells_what_is_right(folder: Path) -> None:
    (page,) = pages.written(folder=folder)
    assert (page.language, page.half, page.outlets) == ("ms", "tuned", ("Warta Selat", "Selat"))
    assert (page.first, page.last) == ("KUALA SELAT: Jambatan baharu sepanjang", 'puluh tahun," kata ketua kampung.')
    assert page.litter[-2:] == ("Baca juga: Feri dihentikan", "(sw)")
    assert "Kami menunggu jambatan ini selama dua puluh tahun," in page.quotes
    assert b"kampung. (sw)" in page.raw


def test_halves_are_kept_apart(folder: Path) -> None:
    assert list(pages.written("held", folder)) == []


def test_what_is_wrong_is_told(folder: Path) -> None:
    (page,) = pages.written(folder=folder)
    raw = page.raw.replace(b"3 Mei 2024", b"4 Mei 2024").replace(b"Jumaat.", b"Jumaat. Benar.")
    tally = pages.measured([page, replace(page, raw=raw)])
    assert tally.errors[0] == "ms-1: PUBLISHED '2024-05-04', not '2024-05-03'"
    assert tally.figures()["published"] == 50.0
    assert tally.figures()["language"] == 100.0


@pytest.mark.parametrize("half", ["tuned", "held"])
def test_every_language_has_pages(half: str) -> None:
    found = [page.language for page in pages.written(half)]
    assert all(found.count(one.code) >= 2 for one in all_languages())
