"""A row an article: how columns are named and dates written by newsrooms of many countries."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from articles.importing import columns, parts, read
from articles.importing.days import Days
from articles.records import COLUMN_FIELDS, Flaw, ImportedDocument, UnreadableFile

TURKISH = """Başlık;Kaynak;Yazar;Tarih;Metin;Bağlantı
"Körfez ülkeleri su anlaşmasını imzaladı";Boğaz Postası;Elif Karaca;03.12.2025;"ANKARA - Körfez ülkeleri salı günü su anlaşmasını imzaladı.
“Bu nehir pasaport taşımaz” dedi bakan yardımcısı Mehmet Yalın.";https://bogazpostasi.example/1
"Feribot yangını raporu açıklandı";Boğaz Postası;;14.12.2025;"Feribot yangınında yedi kişi öldü; rapor pazartesi açıklandı.";https://bogazpostasi.example/2
"""
PERSIAN = (
    "عنوان,متن,تاریخ انتشار,منبع\n"
    "توافق بر سر رود,ایران و عراق روز سه‌شنبه بر سر تقسیم آب رودی که خشک شده بود توافق کردند.,۱۴۰۴/۰۹/۱۲,خبرگزاری کرانه\n"
    "گزارش آتش‌سوزی,کمیسیون گزارش نهایی خود را ارائه کرد و هفت نفر در این آتش‌سوزی کشته شدند.,۱۵ آذر ۱۴۰۴,خبرگزاری کرانه\n"
)
RIVER = "Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up, the minister said."
FERRY = "The commission presented its report on the fire on the ferry, in which seven people died, on Monday."


def split(name, data, **options):
    found = list(parts(name, data, **options))
    return [one for one in found if isinstance(one, ImportedDocument)], [one for one in found if isinstance(one, Flaw)]


def table(*rows, end="\n"):
    return end.join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()


def workbook(*sheets):
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254"])
def test_a_turkish_table_with_semicolons(encoding):
    river, ferry = read("haber.csv", TURKISH.encode(encoding))
    assert (river.part, ferry.part) == (0, 1)
    assert river.title == "Körfez ülkeleri su anlaşmasını imzaladı"
    assert (river.outlet, river.author, river.language) == ("Boğaz Postası", "Elif Karaca", "tr")
    assert (river.published, ferry.published) == (date(2025, 12, 3), date(2025, 12, 14))
    assert (river.dateline, river.url) == ("ANKARA -", "https://bogazpostasi.example/1")
    assert river.text.endswith("Mehmet Yalın.")
    assert river.removed == ()


def test_a_persian_table_with_days_of_its_own_calendar():
    river, ferry = read("fa.csv", PERSIAN.encode())
    assert (river.title, river.outlet, river.language) == ("توافق بر سر رود", "خبرگزاری کرانه", "fa")
    assert (river.published, ferry.published) == (date(2025, 12, 3), date(2025, 12, 6))


def test_an_arabic_spreadsheet():
    rows = [
        ["العنوان", "نص الخبر", "التاريخ", "المصدر"],
        [
            "اتفاق النهر",
            "وقعت إيران والعراق يوم الثلاثاء اتفاقا لتقاسم مياه نهر.",
            datetime(2025, 12, 3, 9),
            "وكالة الضفة",
        ],
        [None, None, None, None],
        ["تقرير", "قدمت اللجنة تقريرها النهائي يوم الاثنين.", 45995, "وكالة الضفة"],
        ["فارغ", None, None, None],
    ]
    found, flaws = split("ar.xlsx", workbook(rows))
    assert [(one.title, one.published) for one in found] == [
        ("اتفاق النهر", date(2025, 12, 3)),
        ("تقرير", date(2025, 12, 4)),
    ]
    assert [str(flaw.notice) for flaw in flaws] == ["ar.xlsx: row 5 has no text and was passed over."]


def test_every_sheet_is_read_by_its_own_heads():
    found, flaws = split(
        "news.xlsx", workbook([["title", "body"], ["River", RIVER]], [["notes"], ["x"]], [["Texte"], [FERRY]])
    )
    assert [one.text for one in found] == [RIVER, FERRY]
    assert len(flaws) == 1 and "holds articles" in flaws[0].notice


# The heads of columns, in the languages of newsrooms and the habits of programs, and what they hold.
@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        ("Headline,Body,Source,Byline,Publication Date,Standfirst,URL,Language", "title text outlet author published standfirst url language"),
        ("judul,isi berita,media,penulis,tanggal terbit,ringkasan,tautan,bahasa", "title text outlet author published standfirst url language"),
        ("tajuk,teks,sumber,penulis,tarikh,ringkasan,pautan,bahasa", "title text outlet author published standfirst url language"),
        ("заголовок,текст,источник,автор,дата,аннотация,ссылка,язык", "title text outlet author published standfirst url language"),
        ("titre,texte,source,auteur,date de publication,chapô,lien,langue", "title text outlet author published standfirst url language"),
        ("título,texto,medio,autor,fecha,entradilla,enlace,idioma", "title text outlet author published standfirst url language"),
        ("Überschrift,Artikeltext,Quelle,Verfasser,Datum,Vorspann,Link,Sprache", "title text outlet author published standfirst url language"),
        ("BAŞLIK,İÇERİK,KAYNAK,YAZAR,TARİH,ÖZET,BAĞLANTI,DİL", "title text outlet author published standfirst url language"),
        ("ID,post_title,post_content,post_date,post_status", " title text published "),
        ("articleBody,datePublished,publisher.name,inLanguage", "text published outlet language"),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_heads(heads, fields):
    found = columns("news.csv", f"{heads}\n{','.join('x' for _ in heads.split(','))}\n".encode())
    assert found.names == tuple(heads.split(","))
    assert found.fields == tuple(fields.split(" "))
    assert set(found.fields) <= {*COLUMN_FIELDS, ""}


def test_without_heads_columns_are_known_by_what_they_hold():
    rows = [
        ("https://a.example/1", "2025-12-03", "id", "River shared after third dry winter", RIVER),
        ("https://a.example/2", "2025-12-04", "id", "Report on the ferry is out", FERRY),
    ]
    found = columns("news.tsv", "\n".join("\t".join(row) for row in rows).encode())
    assert found.fields == ("url", "published", "language", "title", "text")
    assert found.samples[0] == tuple(cell[:200] for cell in rows[0])
    assert [one.title for one in read("news.tsv", "\n".join("\t".join(row) for row in rows).encode())] == [
        "River shared after third dry winter",
        "Report on the ferry is out",
    ]


def test_of_several_texts_the_longest_is_the_article_and_samples_are_three():
    data = table(("summary text", "content", "body"), *[("x", "Short.", RIVER)] * 5)
    found = columns("news.csv", data)
    assert found.fields == ("", "", "text")
    assert len(found.samples) == 3


def test_a_given_mapping_goes_before_the_proposed_one():
    data = table(("title", "body", "kicker"), ("River", RIVER, "Water after the third dry winter"))
    (found,) = read("news.csv", data)
    assert found.title == "River"
    ((given,), flaws) = split("news.csv", data, fields=["", "text", "title"])
    assert (given.title, given.text, flaws) == ("Water after the third dry winter", RIVER, [])


def test_a_file_that_is_no_table_has_no_columns():
    assert columns("news.txt", RIVER.encode()) is None


def test_what_stands_above_the_heads_is_told():
    found, flaws = split(
        "news.csv", table(("Export of 3 Dec 2025", "", ""), ("headline", "body", "date"), ("River", RIVER, ""))
    )
    assert [one.title for one in found] == ["River"]
    assert "Export of 3 Dec 2025" in flaws[0].notice


def test_a_spreadsheet_may_name_its_separator():
    (found,) = read("news.csv", f"sep=;\r\ntitle;text\r\nRiver;{RIVER}\r\n".encode())
    assert (found.title, found.text) == ("River", RIVER)


def test_cells_of_html_become_text_and_paragraphs_stay():
    blog = f"{RIVER}\n\n<b>Hamid Bagheri</b>, a deputy minister, agreed & signed."
    page = f"<!-- wp:paragraph --><p>{FERRY}</p><p>Talks resume in October.</p><script>alert(1)</script>"
    found = read("news.csv", table(("title", "text"), ("A &amp; B", blog), ("<i>Ferry</i>", page)))
    assert [one.title for one in found] == ["A & B", "Ferry"]
    assert found[0].text.split("\n") == [RIVER, "Hamid Bagheri, a deputy minister, agreed & signed."]
    assert found[1].text == f"{FERRY}\nTalks resume in October."


def test_a_clean_cell_is_kept_whole_and_litter_is_still_litter():
    clean = "Talks resume in October\nAfter the river, the sea"
    littered = f"{RIVER}\n\nREAD MORE: Our series on water in the West\n\n{FERRY}"
    found = read("news.csv", table(("title", "text"), ("River", clean), ("Ferry", littered)))
    assert (found[0].text, found[0].removed) == (clean, ())
    assert found[1].text == f"{RIVER}\n\n{FERRY}"
    assert [one.reason for one in found[1].removed] == ["crosslink"]


def test_ends_of_lines_may_be_written_out():
    """So do databases in files with tabs; a path of another system has one of these at most."""
    lines, path = f"{RIVER}\\n\\nBaca juga: Air di Barat\\n\\n{FERRY}", f"{RIVER} It lies in C:\\news."
    found = read("news.tsv", f"title\ttext\nRiver\t{lines}\nPath\t{path}\n".encode())
    assert found[0].text.startswith(f"{RIVER}\n")
    assert found[0].text.endswith(FERRY)
    assert found[1].text == path


def test_a_title_repeated_in_the_text_is_no_part_of_it():
    (found,) = read(
        "news.csv",
        table(("title", "text"), ("River shared after dry winter", f"River shared after dry winter\n\n{RIVER}")),
    )
    assert (found.title, found.text) == ("River shared after dry winter", RIVER)


def test_only_furniture_in_a_row_does_not_stop_the_others():
    found, flaws = split("news.csv", table(("title", "text"), ("x", "Leave a Reply\nloading..."), ("River", RIVER)))
    assert [(one.part, one.title) for one in found] == [(0, "River")]
    assert "furniture" in flaws[0].notice


# What the text shows, what a column says, and the language.
@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        ("Perundingan lanjut Oktober, kata menteri.", "ms-MY", "ms"),
        ("Perundingan lanjut Oktober, kata menteri.", "id", "id"),
        (RIVER, "ru", "en"),
        ("Ya, kata dia.", "id", "id"),
        ("Ya, kata dia.", "xx", "und"),
    ],
)
def test_the_language_that_a_column_names_decides_among_near_relatives(text, said, language):
    (found,) = read("news.csv", table(("language", "text"), (said, text)))
    assert found.language == language


# How programs write quotation marks into cells.
@pytest.mark.parametrize(
    "line",
    [
        '"River"\t"""A river carries no passport,"" he said."',
        '"River"\t"\\"A river carries no passport,\\" he said."',
        'River\t"A river carries no passport," he said.',
    ],
    ids=["twice", "backslash", "as they are"],
)
def test_quotation_marks_of_the_article_are_kept(line):
    (found,), flaws = split("news.tsv", f"title\ttext\n{line}\n".encode())
    assert found.text == '"A river carries no passport," he said.'
    assert flaws == []


def test_uneven_quotation_marks_are_told():
    found, flaws = split("news.csv", f'title,text\nA,"{RIVER}\nB,{FERRY}\n'.encode())
    assert found[0].text.startswith(RIVER)
    assert "uneven from line 2" in flaws[0].notice


def test_no_column_of_articles_says_what_to_do():
    with pytest.raises(UnreadableFile, match="Name one “text”"):
        read("prices.csv", b"item,price\nrope,3\nsail,5\n")


# Cells of one column, the language beside them, and the first of them as a day.
@pytest.mark.parametrize(
    ("cells", "text", "day"),
    [
        (["2025-12-03T22:10:00-05:00"], RIVER, "2025-12-03"),
        (["2025-12-03 22:10:00"], RIVER, "2025-12-03"),
        (["20251203"], RIVER, "2025-12-03"),
        (["Wed, 03 Dec 2025 10:00:00 GMT"], RIVER, "2025-12-03"),
        # the order that is possible for all of the column
        (["03/12/2025", "14/12/2025"], RIVER, "2025-12-03"),
        (["12/03/2025", "12/14/2025"], RIVER, "2025-12-03"),
        (["03/12/2025", "12/14/2025"], "Le ministre a déclaré lundi que la rivière était à sec.", "2025-03-12"),
        # the order of the language, where both are possible
        (["03/12/2025"], "Le ministre a déclaré lundi que la rivière était à sec.", "2025-12-03"),
        (["3.12.2025 14:05"], RIVER, "2025-12-03"),
        (["Wed Dec 03 23:30:00 +0000 2025"], RIVER, "2025-12-03"),
        # days that a spreadsheet counts, seconds that a server counts
        (["45994"], RIVER, "2025-12-03"),
        (["45994.5"], RIVER, "2025-12-03"),
        (["1764748800"], RIVER, "2025-12-03"),
        (["1764748800000"], RIVER, "2025-12-03"),
        # other calendars and digits
        (["۱۴۰۴/۰۹/۱۲"], "ایران و عراق روز سه‌شنبه بر سر تقسیم آب رود توافق کردند.", "2025-12-03"),
        (["12-09-1404"], "ایران و عراق روز سه‌شنبه بر سر تقسیم آب رود توافق کردند.", "2025-12-03"),
        (["١٤/١٢/٢٠٢٥"], "قدمت اللجنة تقريرها النهائي يوم الاثنين وقالت.", "2025-12-14"),
        # a lunar day depends on who saw the moon; years of other calendars are not those of ours
        (["1447-06-12"], "قدمت اللجنة تقريرها النهائي يوم الاثنين وقالت.", ""),
        (["1404-09-12"], RIVER, ""),
        # what is no day
        (["Tuesday"], RIVER, ""),
        (["99/99/2025"], RIVER, ""),
        ([""], RIVER, ""),
    ],
)
def test_days_in_cells(cells, text, day):
    assert Days(cells).iso(cells[0], text) == day


def test_a_day_of_another_calendar_is_not_taken_for_one_of_ours():
    (found,) = read("news.csv", table(("date", "text"), ("1447-06-12", RIVER)))
    assert found.published is None
