"""The hostile archives of the list in TRUST.md: each gets the outcome given there.

What endangers memory or time is read in the confined child, as an import does it. Everything is made here.
"""

import io
import lzma
import stat
import tarfile
import time
import zipfile
import zlib

import pytest

from articles.importing import parts, read
from articles.records import Flaw, Member, UnreadableFile
from tests.importing.packing import (
    GZIP_HEAD,
    STORY,
    deflated,
    raw_zip,
    tarred,
    zeros,
    zipped,
)

GIB = 1 << 30
MB = 1 << 20


def entry(name, mode=0, **fields):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    for field, value in fields.items():
        setattr(info, field, value)
    return info


def special(name, kind, target=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def one_gib_of_zeros():
    packed = zeros(GIB)
    return raw_zip([(b"zeros.txt", packed, 0, GIB)])


def many_small_bombs():
    packed = zeros(40 * MB)
    return raw_zip([(b"%d.txt" % number, packed, zlib.crc32(bytes(40 * MB)), 40 * MB) for number in range(5)])


def lying(told):
    content = STORY.encode() * 100
    good = STORY.encode()
    return raw_zip(
        [
            (b"good.txt", deflated(good), zlib.crc32(good), len(good)),
            (b"lying.txt", deflated(content), zlib.crc32(content), told(len(content))),
        ]
    )


def lying_bomb():
    return raw_zip([(b"small.txt", zeros(GIB), 0, 100)])


def local_header_lies():
    data = bytearray(zipped([("a.txt", STORY)]))
    data[22:26] = (12).to_bytes(4, "little")
    return bytes(data)


def overlapping():
    data = bytearray(zipped([("a.txt", STORY), ("b.txt", STORY)]))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = bytes(4)
    return bytes(data)


def quoted_overlap():
    """A file whose packed bytes hold the header and the content of the next one."""
    inner = zipped([("b.txt", STORY)], zipfile.ZIP_STORED)
    data = bytearray(zipped([("a.txt", inner[: inner.index(b"PK\x01\x02")]), ("b.txt", STORY)], zipfile.ZIP_STORED))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (30 + len("a.txt")).to_bytes(4, "little")
    return bytes(data)


def encrypted():
    data = bytearray(zipped([("a.txt", STORY)]))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def many_entries(count=70_000, name="{}.txt"):
    return raw_zip([(name.format(number).encode(), b"\x03\x00", 0, 0) for number in range(count)])


def with_name(name):
    crc = zlib.crc32(STORY.encode())
    return raw_zip(
        [
            (b"good.txt", deflated(STORY.encode()), crc, len(STORY.encode())),
            (name, deflated(STORY.encode()), crc, len(STORY.encode())),
        ]
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        # 1 GiB of zeros in 1 MB
        (one_gib_of_zeros, "unpacks to far more"),
        (many_small_bombs, "unpacks to far more"),
        # lying size header
        (lambda: lying(lambda real: real - 7), "another size than it says"),
        (lambda: lying(lambda real: real + 7), "another size than it says"),
        (lambda: lying(lambda real: 0), "another size than it says"),
        (lying_bomb, "unpacks to far more"),
        (local_header_lies, "another size than it says"),
        # overlapping entries
        (overlapping, "overlap"),
        (quoted_overlap, "overlap"),
        # 70,000 entries
        (many_entries, "more than 20000 files"),
        (lambda: many_entries(70_000, "{}/"), "more than 20000 files"),
        # ../../x, absolute, a\..\b, C:\x paths
        (lambda: with_name(b"../../x"), "leads out of its folder"),
        (lambda: with_name(b"../../x.txt"), "leads out of its folder"),
        (lambda: with_name(b"news/../../x.txt"), "leads out of its folder"),
        (lambda: with_name(b"/etc/x.txt"), "leads out of its folder"),
        (lambda: with_name(b"\\\\server\\x.txt"), "leads out of its folder"),
        (lambda: with_name(b"a\\..\\b.txt"), "leads out of its folder"),
        (lambda: with_name(b"C:\\x.txt"), "leads out of its folder"),
        (lambda: with_name(b"../folder/"), "leads out of its folder"),
        # symlink
        (
            lambda: zipped([("good.txt", STORY), (entry("a.txt", stat.S_IFLNK | 0o777), "/etc/passwd")]),
            "links or devices",
        ),
        (lambda: zipped([("good.txt", STORY), (entry("a.txt", stat.S_IFCHR | 0o666), "")]), "links or devices"),
        # ok.txt\0.exe
        (lambda: with_name(b"ok.txt\0.exe"), "leads out of its folder"),
        # encrypted
        (encrypted, "encrypted"),
        # empty
        (lambda: zipped([]), "empty"),
        (lambda: zipped([("folder/", "")]), "empty"),
        (lambda: raw_zip([(b"a.txt", b"", 0, 0)])[:40], "damaged"),
    ],
)
def test_zip_archives_refused_before_anything_in_them_is_read(refusal, make, reason):
    assert reason in refusal("a.zip", make())


def gzipped_tar(files):
    return tarred(files, "w:gz")


def tar_bomb():
    """A tar.gz that claims, and has, 1 GiB of zeros."""
    info = tarfile.TarInfo("zeros.txt")
    info.size = GIB
    return zlib_gz(info.tobuf() + bytes(512), GIB)


def zlib_gz(head, size):
    """A gzip file of some bytes and so many zeros."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return GZIP_HEAD + packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH) + zeros(size)


def pax_bomb():
    """A tar.gz whose extra header alone has 1 GiB."""
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, GIB
    return zlib_gz(info.tobuf(), GIB)


def sparse_bomb():
    """A file of 1 GiB that has no bytes in the archive."""
    info = tarfile.TarInfo("hole.txt")
    info.pax_headers = {"GNU.sparse.major": "0", "GNU.sparse.size": str(GIB), "GNU.sparse.map": f"{GIB},0"}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(info)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        # ../../x, absolute, a\..\b, C:\x paths
        (lambda: tarred([("good.txt", STORY), ("../../x.txt", STORY)]), "leads out of its folder"),
        (lambda: tarred([("good.txt", STORY), ("/etc/x.txt", STORY)]), "leads out of its folder"),
        (lambda: tarred([("good.txt", STORY), ("a\\..\\b.txt", STORY)]), "leads out of its folder"),
        (lambda: tarred([("good.txt", STORY), ("C:\\x.txt", STORY)]), "leads out of its folder"),
        # symlink, hard link, devices
        (
            lambda: tarred([("good.txt", STORY), (special("a.txt", tarfile.SYMTYPE, "/etc/passwd"), "")]),
            "links, devices",
        ),
        (
            lambda: tarred([("good.txt", STORY), (special("a.txt", tarfile.LNKTYPE, "good.txt"), "")]),
            "links, devices",
        ),
        (lambda: tarred([("good.txt", STORY), (special("a.txt", tarfile.CHRTYPE), "")]), "links, devices"),
        (lambda: tarred([("good.txt", STORY), (special("a.txt", tarfile.FIFOTYPE), "")]), "links, devices"),
        # empty
        (lambda: tarred([]), "binary data"),
        (lambda: tarred([(special("folder", tarfile.DIRTYPE), "")]), "empty"),
        # a file of zeros that takes no room
        (sparse_bomb, "files with holes"),
    ],
)
def test_tar_archives_refused_before_anything_in_them_is_read(refusal, make, reason):
    assert reason in refusal("a.tar", make())


@pytest.mark.parametrize(
    ("name", "make"),
    [
        # 1 GiB of zeros in 1 MB
        ("a.tar.gz", tar_bomb),
        ("a.tar.gz", pax_bomb),
        ("a.txt.gz", lambda: zlib_gz(b"", GIB)),
        ("a.txt.xz", lambda: lzma.compress(bytes(100 * MB), preset=0)),
    ],
)
def test_packed_bombs_are_refused(refusal, name, make):
    start = time.perf_counter()
    assert "unpacks to far more" in refusal(name, make())
    assert time.perf_counter() - start < 15


def test_entries_of_a_tar_are_counted_too(refusal):
    entries = [(special(f"{number}.txt", tarfile.REGTYPE), "") for number in range(20_001)]
    assert "more than 20000 files" in refusal("a.tar.gz", gzipped_tar(entries))


def nested(levels):
    data, name = STORY.encode(), "story.txt"
    for level in range(levels):
        data, name = zipped([(name, data)]), f"{level}.zip"
    return data


def test_nesting_3_is_refused_and_2_is_read():
    # nesting 3: a zip in a zip in a zip in a zip is one too many, counted by the files around the article
    assert [one.file for one in read("a.zip", nested(1))] == ["story.txt"]
    assert [one.file for one in read("a.zip", nested(2))] == ["story.txt"]
    with pytest.raises(UnreadableFile, match="Unpack the outer ones first"):
        read("a.zip", nested(3))


def test_files_of_all_levels_are_counted():
    # 60 archives of 40 MB each, which are harmless one by one
    inner = zipped([("a.txt", bytes(4 * MB))])
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read("a.zip", zipped([(f"{number}.zip", inner) for number in range(200)]))


def flawed_crc():
    data = bytearray(zipped([("good.txt", STORY), ("bad.txt", STORY.replace("gull", "duck"))], zipfile.ZIP_STORED))
    at = data.index(b"duck")
    data[at : at + 4] = b"dock"
    return bytes(data)


def broken_deflate():
    data = bytearray(zipped([("good.txt", STORY), ("bad.txt", STORY)]))
    at = data.rindex(b"bad.txt", 0, data.index(b"PK\x01\x02")) + len("bad.txt")
    data[at + 40 : at + 60] = bytes(20)
    return bytes(data)


@pytest.mark.parametrize("make", [flawed_crc, broken_deflate])
def test_bad_crc_loses_that_file_only(make):
    found = list(parts("a.zip", make()))
    assert [piece.name for piece in found if isinstance(piece, Member)] == ["good.txt"]
    (flaw,) = [piece for piece in found if isinstance(piece, Flaw)]
    assert flaw.name == "bad.txt"
    assert "damaged inside the archive" in flaw.notice


def test_duplicate_names_and_nfc_nfd_pairs_are_both_kept():
    names = ["a.txt", "a.txt", "caf\u00e9.txt", "cafe\u0301.txt"]
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([(name, STORY.replace("eleven", f"{number} long")) for number, name in enumerate(names)])
    assert [one.file for one in read("a.zip", data)] == names
    assert [one.file for one in read("a.tar", tarred([(name, STORY) for name in names]))] == names
