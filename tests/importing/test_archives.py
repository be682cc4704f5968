"""Archives of all kinds give the articles in them; what is no article is counted, what is damaged is told."""

import bz2
import gzip
import lzma
import random
import tarfile
import zipfile
from pathlib import Path

import pytest

from articles.importing import parts, read
from articles.records import Flaw, Member, UnreadableFile
from tests.importing.packing import PAGE, STORY, mail, tarred, zipped

DEMO = sorted((Path(__file__).parents[2] / "articles/demo").glob("*.txt"))[:8]
FILES = [(path.name, path.read_bytes()) for path in DEMO]


def packed(name, files):
    return [(name, zipped(files))]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.zip", zipped(FILES)),
        ("news.zip", zipped(FILES, zipfile.ZIP_STORED)),
        ("news.zip", zipped(FILES, zipfile.ZIP_BZIP2)),
        ("news.zip", zipped([(f"2025/december/{name}", data) for name, data in FILES])),
        # a zip in a zip
        ("news.zip", zipped([*packed("first.zip", FILES[:3]), *packed("second.zip", FILES[3:])])),
        ("news.tar", tarred(FILES)),
        ("news.tar.gz", tarred(FILES, "w:gz")),
        ("news.tgz", tarred(FILES, "w:gz")),
        ("news.tar.bz2", tarred(FILES, "w:bz2")),
        ("news.tar.xz", tarred(FILES, "w:xz")),
        ("news.zip", zipped([("inner.tar.gz", tarred(FILES, "w:gz"))])),
        # attached to a mail, one by one and in an archive
        ("news.eml", mail("See attached.", attachments=[(name, data, "text/plain") for name, data in FILES])),
        ("news.eml", mail("See attached.", attachments=[("news.zip", zipped(FILES), "application/zip")])),
    ],
)
def test_the_demo_articles_in_an_archive_are_what_they_are_alone(name, data):
    found = read(name, data)
    alone = [read(*one)[0] for one in FILES]
    assert [one.file for one in found] == [name for name, _data in FILES]
    assert [one.part for one in found] == list(range(len(FILES)))
    for inside, outside in zip(found, alone, strict=True):
        assert (inside.text, inside.title, inside.outlet) == (outside.text, outside.title, outside.outlet)
        assert (inside.author, inside.published) == (outside.author, outside.published)


def test_members_come_one_by_one():
    pieces = parts("news.zip", zipped([("folder/a.txt", STORY), ("b.html", PAGE)]))
    assert next(pieces) == Member("folder/a.txt", STORY.encode())
    assert next(pieces) == Member("b.html", PAGE.encode())
    assert next(pieces, None) is None


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_what_is_no_article_is_counted_in_one_notice(pack):
    others = ["a.jpg", "b.PNG", "style.css", "app.js", "x.woff2", ".DS_Store", "__MACOSX/._a.txt", "Thumbs.db"]
    name = "news.zip" if pack is zipped else "news.tar"
    pieces = list(parts(name, pack([("a.txt", STORY), *((f"site/{other}", "x") for other in others)])))
    assert [piece.name for piece in pieces if isinstance(piece, Member)] == ["a.txt"]
    assert [piece.notice for piece in pieces if isinstance(piece, Flaw)] == [
        "Passed over, as they hold no articles (pictures and the like): 8."
    ]


def test_a_file_of_an_unknown_kind_is_told_and_the_rest_is_kept():
    (found,) = read("news.zip", zipped([("tool.exe", b"MZ\x90\x00" + bytes(100)), ("a.txt", STORY), ("b.txt", "")]))
    assert found.file == "a.txt"
    assert any(".exe files cannot be read" in warning for warning in found.warnings)
    assert any("b.txt: the file is empty" in warning for warning in found.warnings)


def test_an_archive_without_an_article_says_so():
    with pytest.raises(UnreadableFile, match=r"hold no articles .*: 2"):
        read("news.zip", zipped([("a.jpg", "x"), ("b.jpg", "x")]))


@pytest.mark.parametrize(
    ("raw", "flag", "name"),
    [
        # UTF-8 that says so, and that does not
        ("статья.txt".encode(), 0x800, "статья.txt"),
        ("статья.txt".encode(), 0, "статья.txt"),
        ("خبر.txt".encode(), 0, "خبر.txt"),
        # as older systems of Russia and of the West wrote it
        ("Паром вернулся.txt".encode("cp866"), 0, "Паром вернулся.txt"),
        ("Паром 2.txt".encode("cp866"), 0, "Паром 2.txt"),
        ("café à Genève.txt".encode("cp437"), 0, "café à Genève.txt"),
        ("señor Núñez.txt".encode("cp437"), 0, "señor Núñez.txt"),
        ("plain.txt".encode("cp437"), 0, "plain.txt"),
    ],
)
def test_names_are_read_as_their_makers_meant_them(raw, flag, name):
    marker = "n" * len(raw)
    data = zipped([(marker, STORY)]).replace(marker.encode(), raw)
    if flag:
        data = bytearray(data)
        data[7] |= flag >> 8
        data[data.rindex(b"PK\x01\x02") + 9] |= flag >> 8
    (member,) = parts("news.zip", bytes(data))
    assert member.name == name


@pytest.mark.parametrize(
    ("name", "data", "inner"),
    [
        ("a.txt.gz", gzip.compress(STORY.encode()), "a.txt"),
        ("a.txt.bz2", bz2.compress(STORY.encode()), "a.txt"),
        ("a.txt.xz", lzma.compress(STORY.encode()), "a.txt"),
        ("page.html.gz", gzip.compress(PAGE.encode()), "page.html"),
        ("two.txt.gz", gzip.compress(STORY[:90].encode()) + gzip.compress(STORY[90:].encode()), "two.txt"),
    ],
)
def test_a_single_packed_file(name, data, inner):
    (found,) = read(name, data)
    assert found.file == inner
    assert found.warnings == ()


@pytest.mark.parametrize("kept", [0.3, 0.7])
@pytest.mark.parametrize(("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz")])
def test_a_tar_that_breaks_off_keeps_what_came_before(name, mode, kept):

    chance = random.Random(4)
    noise = [f"{number} {chance.random()}\n" for number in range(3000)]
    files = [(f"{number}.txt", STORY + "".join(noise[number * 100 : number * 100 + 100])) for number in range(20)]
    whole = tarred(files, mode)
    pieces = list(parts(name, whole[: int(len(whole) * kept)]))
    got = [piece for piece in pieces if isinstance(piece, Member)]
    assert [piece.data.decode() for piece in got] == [text for _name, text in files[: len(got)]]
    assert len(got) < 20
    assert [piece.notice for piece in pieces if isinstance(piece, Flaw)] == [
        f"{name}: the archive breaks off; files behind that are missing. Make it again."
    ]


def test_a_tar_with_a_damaged_header_in_its_middle_does_not_end_there_in_silence():
    data = bytearray(tarred([("a.txt", STORY), ("b.txt", STORY), ("c.txt", STORY)]))
    data[data.index(b"b.txt") + 100] ^= 0xFF
    pieces = list(parts("a.tar", bytes(data)))
    assert [piece.name for piece in pieces if isinstance(piece, Member)] == ["a.txt"]
    assert any("breaks off" in piece.notice for piece in pieces if isinstance(piece, Flaw))


def test_a_damaged_gzip_keeps_what_came_before():
    text = "".join(f"The harbour master counted {number} gulls on that day, she said.\n" for number in range(3000))
    data = gzip.compress((STORY + text).encode())
    (found,) = read("a.txt.gz", data[: len(data) // 2])
    assert found.text.startswith("PORT ELSEY")
    assert any("breaks off" in warning for warning in found.warnings)


def test_a_tar_with_names_of_no_encoding():
    info = tarfile.TarInfo("caf\udce9.txt")
    (found,) = read("a.tar", tarred([(info, STORY)]))
    assert found.file == "caf\ufffd.txt"
