"""PDF files: pages to paragraphs, and what to believe of their properties."""

from datetime import date
from time import process_time

import pytest

from articles.importing import pdf as reader
from articles.importing import read
from articles.importing.pdflines import letters
from articles.records import UnreadableFile
from tests.importing.pdf_files import pdf

BODY = """\
The harbour board voted on Monday night to close the old quay to all
ships until the wall behind it has been looked at by an engineer.

"Nobody wants to be the one who waited too long," said Ida Sandvik, the
harbour master, who had asked for the vote."""
PARAGRAPHS = [
    "The harbour board voted on Monday night to close the old quay to all ships until the wall behind it has been looked at by an engineer.",
    '"Nobody wants to be the one who waited too long," said Ida Sandvik, the harbour master, who had asked for the vote.',
]


def raw(data):
    (document,) = reader.read("a.pdf", data)
    return document


def lines_of(text):
    return raw(pdf(text)).text.split("\n")


def test_a_pdf_is_an_article():
    page = f"Harbour Courier\n\nOld quay closed after vote of the harbour board\n\nBy Ann Bell\n\n3 December 2025\n\n{BODY}"
    (found,) = read("wire.pdf", pdf(page))
    assert found.title == "Old quay closed after vote of the harbour board"
    assert (found.author, found.published) == ("Ann Bell", date(2025, 12, 3))
    assert found.text.split("\n") == PARAGRAPHS
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (BODY, PARAGRAPHS),
        # no gap: the last line of a paragraph is short and ended
        (
            BODY.replace("\n\n", "\n").replace(" by an engineer", ""),
            [PARAGRAPHS[0].replace(" by an engineer", ""), PARAGRAPHS[1]],
        ),
        # a line that had room for the next word was ended on purpose
        (
            "Old quay closed\nBy Ann Bell\n3 December 2025\n" + BODY,
            ["Old quay closed", "By Ann Bell", "3 December 2025", *PARAGRAPHS],
        ),
    ],
)
def test_paragraphs(text, paragraphs):
    assert lines_of(text) == paragraphs


def test_an_indented_line_begins_a_paragraph():
    full = [
        "The harbour board voted on Monday night to close the old quay to all",
        "ships until an engineer has looked at the wall behind it, and at all.",
        "Nobody wants to be the one who waited too long, said Ida Sandvik, and",
        "the harbour master closed the meeting.",
    ]
    page = [(70 if n == 2 else 50, 700 - 14 * n, 12, line) for n, line in enumerate(full)]
    assert raw(pdf(page)).text.split("\n") == [f"{full[0]} {full[1]}", f"{full[2]} {full[3]}"]


def test_letters_of_another_size_are_another_paragraph():
    title = [(50, 760, 24, "Old quay closed after a vote of the"), (50, 732, 24, "harbour board")]
    body = [(50, 704 - 14 * n, 12, line) for n, line in enumerate(BODY.split("\n")) if line]
    assert raw(pdf(title + body)).text.split("\n") == ["Old quay closed after a vote of the harbour board", *PARAGRAPHS]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("of the har-", "bour"), "of the harbour"),
        (("of the har\u00ad", "bour"), "of the harbour"),
        # a word that is doubled, and one that has its hyphen elsewhere too
        (("kata orang-", "orang itu"), "kata orang-orang itu"),
        (("a well-known wall, a well-", "known quay"), "a well-known wall, a well-known quay"),
        # a name, a number, a dash
        (("the Anglo-", "Dutch"), "the Anglo- Dutch"),
        (("from 12-", "14 May"), "from 12- 14 May"),
        (("the quay -", "old"), "the quay - old"),
    ],
)
def test_hyphens(lines, joined):
    first, second = lines
    filler = "x" * max(0, 60 - len(first))
    assert raw(
        pdf(f"{filler} {first}\n{second} and so it went on and on for more than one whole line.")
    ).text.startswith(f"{filler} {joined}".strip())


def book(count, head="Harbour Courier", foot="Page {} of 9"):
    sentence = "Paragraph {0} tells what the members of the harbour board said on day {0}\nof their long meeting."
    pages = []
    for n in range(1, count + 1):
        lines = [head, "", *(sentence.format(10 * n + k) + "\n" for k in range(5)), foot.format(n)]
        pages.append("\n".join(lines))
    return pages


@pytest.mark.parametrize("count", [2, 3, 9])
def test_heads_feet_and_page_numbers_are_left_out_of_the_text_but_not_of_the_page(count):
    document = raw(pdf(*book(count)))
    assert document.text.count("Harbour Courier") == 1
    assert document.page.count("Harbour Courier") == count
    assert "Page 2" not in document.text
    assert "Page 2 of 9" in document.page.split("\n")
    assert [n for n in range(1, count + 1) for k in range(5) if f"Paragraph {10 * n + k} " not in document.text] == []
    lines = iter(document.page.split("\n"))
    assert [line for line in document.text.split("\n") if line not in lines] == []
    assert document.warnings == ()


def test_a_paragraph_goes_on_over_the_page():
    first = "Harbour Courier\n\n" + BODY.rsplit("\n", 1)[0] + "\n\n1"
    second = "Harbour Courier\n\n" + BODY.rsplit("\n", 1)[1] + "\n\n2"
    assert raw(pdf(first, second)).text.split("\n") == ["Harbour Courier", *PARAGRAPHS]


def test_lines_that_only_look_alike_inside_of_pages_stay():
    pages = [f"Chapter {n}\n\nThe board met.\n\nIt voted.\n\nIt went home.\n\nMinutes {n}." for n in range(4)]
    assert raw(pdf(*pages)).text.count("It voted.") == 4


def test_the_number_of_a_note_is_no_part_of_the_number_before_it():
    page = [(50, 700, 12, "The flood of 2013"), (145, 704, 7, "1"), (152, 700, 12, " was the last.")]
    assert "2013¹" in raw(pdf(page)).text.replace(" ", "")


@pytest.mark.parametrize(
    ("info", "title", "author", "published"),
    [
        ({"Title": "Old quay closed", "Author": "Ann Bell"}, "Old quay closed", "Ann Bell", None),
        ({"Title": "Старый причал закрыт"}, "Старый причал закрыт", None, None),
        ({"CreationDate": "D:20251203233000+07'00'", "Producer": "LibreOffice 7.4"}, None, None, "2025-12-03"),
        # what programs write
        ({"Title": "Microsoft Word - wire.doc", "Author": "user"}, None, None, None),
        ({"Title": "wire_final_2.indd", "Author": "ANN-LAPTOP"}, None, None, None),
        ({"Title": "Untitled document", "Author": "Unknown"}, None, None, None),
        ({"Title": "https://courier.example/a b", "Author": "ann@courier.example x"}, None, None, None),
        ({"Title": "", "CreationDate": "yesterday"}, None, None, None),
        # printed from a browser: that day is not the article's
        ({"CreationDate": "D:20251203", "Producer": "Skia/PDF m120", "Creator": "Chromium"}, None, None, None),
    ],
)
def test_properties(info, title, author, published):
    said = {one.field: one.value for one in raw(pdf(BODY, info=info)).hints}
    assert (said.get("title"), said.get("author")) == (title, author)
    assert (said.get("published") or "")[:10] == (published or "")


def test_the_day_that_is_printed_goes_before_that_of_the_file():
    made = {"CreationDate": "D:20251203", "Producer": "LibreOffice 7.4"}
    assert [one.field for one in raw(pdf("1 December 2025\n\n" + BODY, info=made)).hints] == []
    assert [one.field for one in raw(pdf("3 December 2025\n\n" + BODY, info=made)).hints] == ["published"]


ARABIC = "قال الوزير إن الماء لنا"


def from_the_right(text, letters):
    """Words from the right, the letters of each as they are seen from the left: so browsers print."""
    return [(500 - 60 * n, 700, 12, word[::-1]) for n, word in enumerate(text.split())][::-1]


def test_words_from_the_right_are_read_from_the_right():
    signs = "".join(dict.fromkeys(ARABIC + " 2025«»:")).replace(" ", "")
    document = raw(pdf(from_the_right(ARABIC, signs), letters=signs))
    assert document.text == ARABIC
    assert document.warnings == ()


def test_numbers_among_them_stay_numbers():
    words = ["عام", "2025", "و", "۱۴۰۳", "ثم"]
    signs = "".join(dict.fromkeys("".join(words)))
    seen = [(500 - 60 * n, 700, 12, word if word[0].isdigit() else word[::-1]) for n, word in enumerate(words)]
    assert raw(pdf(seen[::-1], letters=signs)).text == "عام 2025 و ۱۴۰۳ ثم"


def test_text_that_is_stored_the_other_way_is_told_of():
    words = ["مدينة", "كبيرة", "قديمة", "على", "الضفة"]
    signs = "".join(dict.fromkeys("".join(words)))
    document = raw(pdf([(500 - 60 * n, 700, 12, word) for n, word in enumerate(words)][::-1], letters=signs))
    assert any("right to left" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("shapes", "plain"),
    [
        ("o\ufb03ce", "office"),
        ("\ufee3\ufe8e\ufe80", "ماء"),
        ("\ufefb", "لا"),
        # a vowel mark by itself
        ("\ufe8d\ufe70", "اً"),
        # nothing else is changed
        ("m² ½ Ⅳ ﹪", "m² ½ Ⅳ ﹪"),
    ],
)
def test_shapes_of_letters_become_letters(shapes, plain):
    assert letters(shapes) == plain


def test_a_page_that_cannot_be_read_is_told_of():
    document = raw(pdf(*book(3), broken=1))
    assert "Paragraph 14 " in document.text and "Paragraph 34 " in document.text
    assert document.warnings == ("Pages of the PDF that could not be read are missing: 2.",)


def test_pages_that_are_pictures_are_told_of():
    with pytest.raises(UnreadableFile, match="needs OCR"):
        raw(pdf("", picture=True))
    with pytest.raises(UnreadableFile, match="needs OCR"):
        raw(pdf("", ""))
    assert raw(pdf(BODY, "")).warnings == ()
    assert raw(pdf(BODY, "", picture=True)).warnings == (
        "Pages of the PDF that are pictures are missing, they need OCR: 2.",
    )


def test_pages_that_take_too_long_are_told_of(monkeypatch):
    pages = book(4)
    slow = [(50, 700, 12, "x")] * 200_000
    monkeypatch.setattr(reader, "SECONDS", 0.8)
    monkeypatch.setattr(reader, "A_PAGE", 0.0)
    started = process_time()
    document = raw(pdf(pages[0], pages[1], slow, pages[3]))
    assert process_time() - started < 6
    assert "Paragraph 14 " in document.text and "Paragraph 24 " in document.text
    assert document.warnings == ("The PDF took too long: pages 3 to 4 are missing.",)


def test_a_first_page_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "SECONDS", 0.0)
    monkeypatch.setattr(reader, "A_PAGE", 0.0)
    with pytest.raises(UnreadableFile, match="too long"):
        raw(pdf(BODY))


def test_a_long_article_is_kept_whole():
    document = raw(pdf(*book(120)))
    assert [n for n in range(1, 121) for k in range(5) if f"Paragraph {10 * n + k} " not in document.text] == []
