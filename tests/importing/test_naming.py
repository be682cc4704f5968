"""Names that others chose: safe to show and to keep, and paths that would lead out of an archive."""

import pytest

from articles.importing import read
from articles.importing.naming import base_name, is_no_article, leaves_its_folder
from tests.importing.packing import STORY, tarred, zipped


@pytest.mark.parametrize(
    ("path", "leaves"),
    [
        ("a.txt", False),
        ("folder/a..b.txt", False),
        ("folder/...txt", False),
        ("Q: who counts the gulls.html", False),
        ("12:30 report.txt", False),
        ("../a.txt", True),
        ("a/.. /b.txt", True),
        ("a\\..\\b.txt", True),
        ("/a.txt", True),
        ("\\a.txt", True),
        ("C:\\a.txt", True),
        ("c:a.txt", True),
        ("a.txt\0.exe", True),
    ],
)
def test_paths_that_leave_their_folder(path, leaves):
    assert leaves_its_folder(path) is leaves


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("folder/a.txt", "a.txt"),
        ("folder\\a.txt", "a.txt"),
        ("", "file"),
        ("folder/", "file"),
        ("...", "file"),
        ("a.txt. ", "a.txt"),
        ("nul.txt", "_nul.txt"),
        ("console.txt", "console.txt"),
        ("\u202egpj.txt", "_gpj.txt"),
        ("a\nb\x00.txt", "a_b_.txt"),
        # the joiner that Persian words need
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("half \ud800.t\ud800t", "half _.t_t"),
        (f"{'ж' * 300}.txt", f"{'ж' * 98}.txt"),
        (f"a.{'x' * 300}", f"a.{'x' * 198}"),
    ],
)
def test_safe_names(path, name):
    assert base_name(path) == name


def test_mails_and_articles_are_no_litter():
    assert not any(is_no_article(name) for name in ("a.txt", "a.eml", "a.pdf", "png", "a.js.txt", "macosx/a.txt"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        # 300-byte names and CON: own file name
        (f"{'é' * 150}.txt", f"{'é' * 98}.txt"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("folder/LPT1.txt", "_LPT1.txt"),
        ("folder\\story.txt", "story.txt"),
        ("x\u202etxt.html.txt", "x_txt.html.txt"),
        # file name <img onerror>: stored, inert
        ("<img onerror>.txt", "<img onerror>.txt"),
        ("<img onerror>", "<img onerror>"),
    ],
)
def test_odd_names_get_a_file_name_of_their_own(name, shown):
    for data, archive in (
        (zipped([(name, STORY)]), "a.zip"),
        (tarred([(name, STORY)]), "a.tar"),
    ):
        (found,) = read(archive, data)
        assert found.file == shown
        assert len(found.file.encode()) <= 255
