"""Word, OpenDocument and RTF as newsrooms write them: what is text, what is furniture, what programs wrote."""

from datetime import date, datetime

import pytest

from articles.importing import read
from articles.importing.office import properties
from articles.records import UnreadableFile
from tests.importing.officefiles import escaped, open_text, saved, word

RIVER = "KERMANSHAH, Iran — Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up."
SPEECH = "“A river carries no passport,” said the deputy minister."


def article(name, data):
    (found,) = read(name, data)
    return found


def test_a_persian_word_document():
    document = word(
        ("Title", "توافق بر سر رود پس از سومین زمستان خشک"),
        "نویسنده: سارا کیانی",
        "۱۲ آذر ۱۴۰۴",
        "کرمانشاه - ایران و عراق روز سه‌شنبه بر سر تقسیم آب رودی که خشک شده بود توافق کردند.",
        "معاون وزیر گفت: «رود گذرنامه ندارد».",
        title="Microsoft Word - khabar.docx",
        author="Microsoft Office User",
    )
    found = article("خبر.docx", saved(document))
    assert (found.title, found.author) == ("توافق بر سر رود پس از سومین زمستان خشک", "سارا کیانی")
    assert (found.published, found.dateline, found.language) == (date(2025, 12, 3), "کرمانشاه -", "fa")
    assert found.text.endswith("«رود گذرنامه ندارد».")
    assert found.warnings == ()


def test_what_the_text_says_goes_before_what_a_program_filled_in():
    document = word(
        "Iran and Iraq sign river deal after dry winter",
        "By Dolores Kettering",
        "3 December 2025",
        RIVER,
        SPEECH,
        title="Agenda 2019",
        author="Newsroom 7",
    )
    document.core_properties.created = datetime(2019, 5, 1)
    found = article("river.docx", saved(document))
    assert found.title == "Iran and Iraq sign river deal after dry winter"
    assert (found.author, found.published) == ("Dolores Kettering", date(2025, 12, 3))


def test_what_only_the_properties_tell_is_taken():
    document = word(RIVER, SPEECH, title="River deal", author="Dolores Kettering")
    document.core_properties.created = datetime(2025, 12, 3)
    found = article("river.docx", saved(document))
    assert (found.title, found.author, found.published) == ("River deal", "Dolores Kettering", date(2025, 12, 3))
    assert found.text == f"{RIVER}\n{SPEECH}"


@pytest.mark.parametrize(
    "junk",
    ["", " ", "Microsoft Office User", "Microsoft Word - haber.docx", "python-docx", "Document1", "Dokument 3", "Admin",
     "User", "Unknown", "untitled", "LibreOffice Writer", "Press release template", "river_final.docx", "HP", "Word Document"],
)  # fmt: skip
def test_what_programs_write_is_no_property(junk):
    assert list(properties(junk, junk, datetime(2013, 12, 23))) == []


def test_tracked_changes_read_as_they_were_accepted():
    block = """<w:p><w:r><w:t xml:space="preserve">They agreed </w:t></w:r>
    <w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>
    <w:moveFrom w:id="2" w:author="x"><w:r><w:t>moved </w:t></w:r></w:moveFrom>
    <w:ins w:id="3" w:author="x"><w:r><w:t>on a treaty</w:t></w:r></w:ins><w:r><w:t>, he said.</w:t></w:r></w:p>"""
    assert article("a.docx", saved(word(RIVER, blocks=[block]))).text.endswith("They agreed on a treaty, he said.")


def test_every_place_of_text_in_its_order():
    box = """<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Beside a box, he said so.</w:t></w:r>
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box, he said so.</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
    <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box, he said so.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control, he said so.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table, he said so.</w:t></w:r></w:p><w:p><w:r><w:t>Twice, he said so.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    broken = "<w:p><w:r><w:t>Above a break, he said so.</w:t><w:br/><w:t>Below it, he said so.</w:t></w:r></w:p>"
    found = article("a.docx", saved(word(RIVER, blocks=[box, control, table, broken])))
    assert found.text.split("\n") == [
        RIVER,
        "Beside a box, he said so.",
        "In a box, he said so.",
        "In a control, he said so.",
        "In a table, he said so.",
        "Twice, he said so.",
        "Above a break, he said so.",
        "Below it, he said so.",
    ]


def test_an_article_inside_of_a_table_has_a_heading_too():
    cell = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"
        for line in ("River deal is signed after dry winter", "By Dolores Kettering", RIVER, SPEECH)
    )
    found = article("a.docx", saved(word(blocks=[f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"])))
    assert (found.title, found.author) == ("River deal is signed after dry winter", "Dolores Kettering")
    assert found.text == f"{RIVER}\n{SPEECH}"


def test_heads_feet_and_comments_are_left_out_and_told():
    document = word(RIVER, SPEECH)
    document.sections[0].header.paragraphs[0].text = "Tidewater Tribune"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_comment(document.paragraphs[0].runs, "Check this.", author="ed")
    found = article("a.docx", saved(document))
    assert found.text == f"{RIVER}\n{SPEECH}"
    assert any("Tidewater Tribune | Page 1" in warning for warning in found.warnings)
    assert any("Comments" in warning for warning in found.warnings)


def test_an_open_document():
    body = f"""<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Never said.</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p text:style-name="P1">Iran and Iraq sign river deal after dry winter</text:p>
    <text:p>KERMANSHAH, Iran — Iran and Iraq agreed<text:note text:id="n"><text:note-citation>1</text:note-citation><text:note-body><text:p>The treaty is of 1975.</text:p></text:note-body></text:note> on Tuesday<text:s text:c="3"/>on
    a river.<text:line-break/>It is dry.<office:annotation><text:p>Check.</text:p></office:annotation></text:p>
    <text:p><draw:frame><draw:text-box><text:p>In a box, he said so.</text:p></draw:text-box></draw:frame></text:p>
    <table:table><table:table-row><table:table-cell><text:p>In a table, he said so.</text:p></table:table-cell></table:table-row></table:table>
    <text:list><text:list-item><text:p>{SPEECH}</text:p></text:list-item></text:list>"""
    found = article(
        "river.odt",
        open_text(
            body,
            styles='<style:master-page style:name="Standard"><style:header><text:p>Tidewater Tribune</text:p></style:header></style:master-page>',
            meta="<dc:title>river.odt</dc:title><meta:initial-creator>Dolores Kettering</meta:initial-creator><meta:creation-date>2025-12-03T10:00:00</meta:creation-date>",
            automatic='<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
        ),
    )
    assert (found.title, found.author) == ("Iran and Iraq sign river deal after dry winter", "Dolores Kettering")
    assert found.published == date(2025, 12, 3)
    assert found.text.split("\n") == [
        "KERMANSHAH, Iran — Iran and Iraq agreed on Tuesday on a river.",
        "It is dry.",
        "In a box, he said so.",
        "In a table, he said so.",
        SPEECH,
        "The treaty is of 1975.",
    ]
    assert [("Tidewater Tribune" in one, "Comments" in one) for one in found.warnings] == [(True, False), (False, True)]


RUSSIAN = "КАЗАНЬ, 3 декабря. Комиссия завершила расследование пожара на пароме."
ARABIC = "وقعت إيران والعراق يوم الثلاثاء اتفاقا لتقاسم مياه نهر."


# Text, the code page of the document, the charset of its font, and how letters are written.
@pytest.mark.parametrize(
    ("text", "page", "charset", "encoding"),
    [
        (RUSSIAN, 1251, 204, "cp1251"),
        (RUSSIAN, 1251, 0, "cp1251"),
        (RUSSIAN, 1252, 204, "cp1251"),
        (RUSSIAN, 1252, 0, ""),
        (ARABIC, 1256, 178, "cp1256"),
        (ARABIC, 1252, 0, ""),
        ("Üçüncü mühendis şöyle dedi: “Çığ düştü.”", 1254, 162, "cp1254"),
        ("Kata menteri 😀 itu: “Kami siap.”", 1252, 0, ""),
    ],
)
def test_rtf_of_all_code_pages(text, page, charset, encoding):
    source = rf"{{\rtf1\ansi\ansicpg{page}\deff0{{\fonttbl{{\f0\fnil\fcharset{charset} Arial;}}}}\uc1\f0 {escaped(text, encoding)}\par}}"
    assert article("a.rtf", source.encode("ascii")).text == text


def test_a_russian_rtf_with_everything():
    source = r"""{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fswiss\fcharset204 Arial;}}
{\info{\title Черновик}{\author Анна Крылова}{\creatim\yr2025\mo12\dy3\hr10\min5}}
{\header\pard\f0 Волжский вестник\par}\f0 Пожар на пароме: комиссия завершила работу\par
КАЗАНЬ, 3 декабря. Комиссия завершила расследование пожара на пароме.\par
{\deleted\revauth1 Это удалено. }«Мы знаем причину», — сказал министр{\super\chftn{\footnote\pard\f0 Он назначен в мае.}}.\par
{\field{\*\fldinst{HYPERLINK "https://vv.example/"}}{\fldrslt Отчёт опубликован во вторник.}}\par}"""
    found = article("пожар.rtf", escaped(source, "cp1251").encode("ascii"))
    assert (found.title, found.author) == ("Пожар на пароме: комиссия завершила работу", "Анна Крылова")
    assert (found.published, found.language) == (date(2025, 12, 3), "ru")
    assert [line for line in found.text.split("\n") if line] == [
        RUSSIAN,
        "«Мы знаем причину», — сказал министр.",
        "Отчёт опубликован во вторник.",
        "Он назначен в мае.",
    ]
    assert any("Волжский вестник" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), ".docx"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "save it as .docx"),
        ("a.rtf", b"{\\rtf1\\uc", "Save it again|furniture"),
        ("a.rtf", b"{\\rtf1\\ansi\\uc\\u99999999999 abc}", "Save it again"),
        ("a.odt", open_text("<text:p/>"), "furniture"),
        ("a.odt", open_text("<text:p>"), "broken"),
    ],
)
def test_refused_with_what_to_do(name, data, advice):
    with pytest.raises(UnreadableFile, match=advice):
        read(name, data)
