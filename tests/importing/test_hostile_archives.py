"""The hostile archives, mails, web archives and disguises of the list in TRUST.md: each gets the outcome given there.

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

from articles.importing import Confined, Stopped, parts, read
from articles.records import Flaw, ImportedDocument, Member, UnreadableFile
from tests.importing.packing import (
    GZIP_HEAD,
    PAGE,
    STORY,
    deflated,
    mail,
    packed_records,
    raw_zip,
    record,
    tarred,
    zeros,
    zipped,
)

GIB = 1 << 30
MB = 1 << 20


@pytest.fixture(scope="module")
def child():
    with Confined() as confined:
        yield confined


def refusal(child, name, data):
    """The reason why the child refuses a file, before it hands on anything of it."""
    found = []
    with pytest.raises(UnreadableFile) as refused:
        found.extend(child.call("articles.importing.reading.parts", name, data))
    assert not [piece for piece in found if not isinstance(piece, Flaw)], "something came before the refusal"
    message = str(refused.value)
    assert message.startswith(f"{name}: ")
    return message


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
def test_zip_archives_refused_before_anything_in_them_is_read(child, make, reason):
    assert reason in refusal(child, "a.zip", make())


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
def test_tar_archives_refused_before_anything_in_them_is_read(child, make, reason):
    assert reason in refusal(child, "a.tar", make())


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
def test_packed_bombs_are_refused(child, name, make):
    start = time.perf_counter()
    assert "unpacks to far more" in refusal(child, name, make())
    assert time.perf_counter() - start < 15


def test_entries_of_a_tar_are_counted_too(child):
    entries = [(special(f"{number}.txt", tarfile.REGTYPE), "") for number in range(20_001)]
    assert "more than 20000 files" in refusal(child, "a.tar.gz", gzipped_tar(entries))


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


# E-mail


def mime_levels(count):
    data = b"Content-Type: text/plain\n\nA letter.\n"
    for level in range(count):
        edge = b"e%d" % level
        data = b'Content-Type: multipart/mixed; boundary="%s"\n\n--%s\n%s\n--%s--\n' % (edge, edge, data, edge)
    return b"From: a@b.example\nSubject: Levels\n" + data


def mails_in_mails(count):
    data = mail()
    for _ in range(count):
        data = b"From: a@b.example\nSubject: Inside\nContent-Type: message/rfc822\n\n" + data
    return data


@pytest.mark.parametrize("make", [lambda: mime_levels(2000), lambda: mime_levels(900), lambda: mails_in_mails(2000)])
def test_2000_mime_levels_are_refused(child, make):
    assert "nested too deeply" in refusal(child, "a.eml", make())


@pytest.mark.parametrize("name", ["../../x.html", "/etc/x.html", "C:\\x.html", "..\\x.html"])
def test_an_attachment_that_leads_out_of_its_folder_is_refused(child, name):
    assert "leads out of its folder" in refusal(child, "a.eml", mail(attachments=[(name, PAGE, "text/html")]))


@pytest.mark.parametrize("field", ["To", "From", "Cc", "Subject"])
@pytest.mark.parametrize(
    "value", ["(" * 20_000, "<" * 20_000, '"' * 20_000, "=?utf-8?q?" * 5_000, "a@b.example, " * 20_000]
)
def test_20000_brackets_in_a_header_cost_no_time(field, value):
    start = time.perf_counter()
    (found,) = read("a.eml", mail(**{field: value}))
    assert time.perf_counter() - start < 1
    assert found.text.startswith("PORT ELSEY — The harbour")
    assert any(f"“{field}”" in warning for warning in found.warnings) == ("(" in value or len(value) > 100_000)


def test_a_bogus_charset_is_read_and_told():
    data = mail().replace(b"charset=utf-8", b"charset=x-klingon")
    (found,) = read("a.eml", data)
    assert "“We counted every gull twice,”" in found.text
    assert any("x-klingon" in warning for warning in found.warnings)


# Web archives


def stories(child, name, data):
    return list(child.call("articles.importing.reading.parts", name, data))


def test_gzip_body_of_200_kb_that_unpacks_to_200_mb_is_refused(child):
    bomb = record(body=zeros(200 * MB, 31), Content_Encoding="gzip")
    data = packed_records(record(), bomb)
    assert len(data) < 300_000
    assert "unpacks to far more" in refusal(child, "a.warc.gz", data)
    assert "unpacks to far more" in refusal(child, "a.warc", record() + bomb)


def test_records_packed_to_nothing_are_refused(child):
    data = packed_records(record(), record(body=bytes(200 * MB)))
    assert "unpacks to far more" in refusal(child, "a.warc.gz", data)


def test_content_length_of_10_to_the_12_keeps_the_page_and_tells(child):
    data = record() + record(url="https://news.example/b", claims=10**12) + record(url="https://news.example/c")
    found = stories(child, "a.warc", data)
    assert [piece.url for piece in found if isinstance(piece, Member)] == [
        "https://news.example/a/river.html",
        "https://news.example/b",
    ]
    assert all(piece.data.strip() == PAGE.encode() for piece in found if isinstance(piece, Member))
    assert any("breaks off" in piece.notice for piece in found if isinstance(piece, Flaw))


def test_a_record_without_target_uri_is_refused(child):
    assert "no address" in refusal(child, "a.warc", record() + record(url=""))


@pytest.mark.parametrize("left", [20, 200, -9, -1])
def test_a_truncated_gzip_keeps_the_records_before_it(child, left):
    whole, last = packed_records(record(), record(url="https://news.example/b")), packed_records(record())
    found = stories(child, "a.warc.gz", whole + last[:left])
    assert len([piece for piece in found if isinstance(piece, Member)]) >= 2
    assert any("breaks off" in piece.notice for piece in found if isinstance(piece, Flaw))


# Disguise

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        # GIF/HTML polyglot
        ("a.html", b"GIF89a/*<html><body>*/=1;alert(1)//</body></html>", "GIF picture"),
        ("a.gif", b"GIF89a/*<html><body>*/=1;alert(1)//</body></html>", ".gif files cannot be read"),
        # PDF+zip
        ("a.pdf", PDF + zipped([("a.txt", STORY)]), "two kinds of file in one"),
        ("a.zip", PDF + zipped([("a.txt", STORY)]), "two kinds of file in one"),
        ("a.zip", zipped([("%PDF-1.7.txt", STORY)]), "two kinds of file in one"),
        # HTML named .pdf
        ("a.pdf", PAGE.encode(), "this is a web page, but its name ends in .pdf"),
        # a zip named .docx
        ("a.docx", zipped([("a.txt", STORY)]), "this is a zip archive, but its name ends in .docx"),
        # zero bytes
        ("a.txt", b"", "the file is empty"),
        ("a.zip", b"", "the file is empty"),
    ],
)
def test_disguises_are_refused(child, name, data, reason):
    assert reason in refusal(child, name, data)


def test_no_limit_was_hit_and_no_answer_was_lost(child):
    try:
        found = list(child.call("articles.importing.reading.parts", "a.txt", STORY.encode()))
    except Stopped as stopped:
        pytest.fail(str(stopped))
    assert isinstance(found[0], ImportedDocument)
