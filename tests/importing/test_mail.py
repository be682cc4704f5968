"""Mails: their text is an article, their header tells title, author, day and outlet, attachments are files inside."""

from datetime import date

import pytest

from articles.importing import mail as mails
from articles.importing import parts, read
from articles.importing.documents import RawDocument
from articles.records import Flaw, ImportedDocument, Member, UnreadableFile
from tests.importing.packing import PAGE, STORY, mail, zipped

BODY = STORY.partition("\n\n")[2]


def article(data):
    (found,) = read("a.eml", data)
    return found


def raw(data):
    (found,) = [piece for piece in mails.read("a.eml", data) if isinstance(piece, RawDocument)]
    return found


def hints(**headers):
    return {(one.field, one.value, one.source) for one in raw(mail(BODY, **headers)).hints}


def multipart(kind, *bodies):
    """A mail of several parts, each (media type, text)."""
    texts = "".join(f"--edge\nContent-Type: {media}; charset=utf-8\n\n{text}\n" for media, text in bodies)
    head = f'From: a@b.example\nSubject: Parts\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="edge"\n\n'
    return f"{head}{texts}--edge--\n".encode()


def test_a_mail_is_one_article():
    found = article(mail(BODY))
    assert found.text == BODY.strip()
    assert found.title == "Harbour reopens after eleven days"
    assert found.author == "Dolores Kettering"
    # 23:40 on the second of December where it was sent, though it was the third in Greenwich
    assert found.published == date(2025, 12, 2)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: Harbour reopens", "Harbour reopens"),
        ("Fwd: Harbour reopens", "Harbour reopens"),
        ("FW: RE: Fwd: Harbour reopens", "Harbour reopens"),
        ("Re[2]: Harbour reopens", "Harbour reopens"),
        # of other languages
        ("AW: WG: Harbour reopens", "Harbour reopens"),
        ("TR : Harbour reopens", "Harbour reopens"),
        ("RV: Harbour reopens", "Harbour reopens"),
        ("Ynt: Harbour reopens", "Harbour reopens"),
        ("رد: Harbour reopens", "Harbour reopens"),
        # words that only look like one
        ("Reopening: Harbour is busy", "Reopening: Harbour is busy"),
        ("Report: Harbour is busy", "Report: Harbour is busy"),
        # encoded words, whole and in pieces, and letters that should have been encoded
        ("=?utf-8?q?H=C3=A9ron?= comes =?utf-8?b?YmFjaw==?=", "Héron comes back"),
        ("=?utf-8?q?Un_h=C3=A9?= =?utf-8?q?ron?=", "Un héron"),
        ("=?iso-8859-1?q?H=E9ron?=", "Héron"),
        ("=?x-unknown?q?H=C3=A9ron?=", "Héron"),
        ("Héron comes back", "Héron comes back"),
        ("=?utf-8?b?broken", "=?utf-8?b?broken"),
        ("Harbour\n reopens", "Harbour reopens"),
    ],
)
def test_the_subject_is_the_title(subject, title):
    assert ("title", title, "header") in hints(Subject=subject)


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ("Dolores Kettering <dolores@elsey-courier.example>", {("author", "Dolores Kettering", "header")}),
        ('"Kettering, Dolores" <dolores@elsey-courier.example>', {("author", "Kettering, Dolores", "header")}),
        ("=?utf-8?q?Dolores_K=C3=A9ttering?= <d@elsey.example>", {("author", "Dolores Kéttering", "header")}),
        ("=?utf-8?q?Kettering=2C_Dolores?= <d@elsey.example>", {("author", "Kettering, Dolores", "header")}),
        ("Dolores Kéttering <d@elsey.example>", {("author", "Dolores Kéttering", "header")}),
        # the outlet itself, not a person
        ("Elsey Courier <news@elsey-courier.example>", {("outlet", "Elsey Courier", "header")}),
        # no name
        ("dolores@elsey-courier.example", set()),
        ('"dolores@elsey.example" <dolores@elsey.example>', set()),
        ("<>", set()),
        ("", set()),
        ("((((((" * 100, set()),
    ],
)
def test_the_sender_is_the_author(sender, found):
    said = {one for one in hints(From=sender) if one[2] == "header" and one[0] in ("author", "outlet")}
    assert said == found


@pytest.mark.parametrize(
    ("headers", "outlets"),
    [
        ({}, [("elsey-courier.example", "domain")]),
        ({"Organization": "Elsey Courier"}, [("Elsey Courier", "header"), ("elsey-courier.example", "domain")]),
        (
            {"List_Id": '"Elsey Courier Daily" <daily.elsey-courier.example>'},
            [("Elsey Courier Daily", "header"), ("elsey-courier.example", "domain")],
        ),
        ({"List_Id": "<daily.elsey-courier.example>"}, [("elsey-courier.example", "domain")]),
        # the domain that somebody registered, not the machine in it
        ({"From": "Dolores <d@mail.elsey-courier.co.uk>"}, [("elsey-courier.co.uk", "domain")]),
        # where everybody has an address
        ({"From": "Dolores Kettering <dolores@gmail.com>"}, []),
        ({"From": "Dolores Kettering <dolores@yahoo.co.uk>"}, []),
    ],
)
def test_what_may_be_the_outlet(headers, outlets):
    found = [(one.value, one.source) for one in raw(mail(BODY, **headers)).hints if one.field == "outlet"]
    assert found == outlets


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tue, 02 Dec 2025 23:40:00 -0500", date(2025, 12, 2)),
        ("Wed, 3 Dec 2025 00:10:00 +0330", date(2025, 12, 3)),
        ("Wed, 3 Dec 2025 00:10:00 GMT", date(2025, 12, 3)),
        ("3 Dec 2025 00:10", date(2025, 12, 3)),
        ("yesterday", None),
        ("Tue, 99 Dec 2025 23:40:00 -0500", None),
        ("Tue, 02 Dec 99999999999 23:40:00 +9999999", None),
        ("", None),
    ],
)
def test_the_day_is_that_of_the_sender(written, day):
    assert article(mail(BODY, Date=written)).published == day


def test_plain_text_goes_before_html_that_says_the_same():
    found = raw(multipart("alternative", ("text/plain", BODY), ("text/html", PAGE)))
    assert "eleven days" in found.text
    assert "ferry" not in found.text


def test_a_stub_of_plain_text_gives_way_to_the_html():
    found = raw(multipart("alternative", ("text/plain", "See this letter in a browser."), ("text/html", PAGE)))
    assert "returned to its old pier" in found.text
    assert "browser" not in found.text


def test_html_alone_is_read_as_text_and_its_scripts_are_not():
    page = PAGE.replace("</h1>", "</h1><script>alert(1)</script><img src=https://tracker.example/x.gif>")
    found = raw(mail(page, "text/html"))
    assert "returned to its old pier" in found.text
    assert "alert" not in found.text
    assert "tracker" not in found.text


def test_texts_one_after_the_other_are_one_article():
    found = raw(multipart("mixed", ("text/plain", "The first half."), ("text/plain", "The second half.")))
    assert found.text.split() == ["The", "first", "half.", "The", "second", "half."]


def test_a_signature_is_cut_and_stays_on_record():
    found = raw(mail(f"{BODY}\n-- \nDolores Kettering\nElsey Courier\n"))
    assert "Elsey Courier" not in found.text
    assert "Elsey Courier" in found.page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        # bogus charset
        (mail(BODY).replace(b"charset=utf-8", b"charset=martian"), "martian"),
        # letters that are not in the charset it names
        (mail(BODY).replace(b"charset=utf-8", b"charset=utf-16"), "utf-16"),
        (mail(BODY).replace(b"charset=utf-8", b"charset=iso-8859-1"), "iso-8859-1"),
        # damaged base64
        (
            mail("VGhlIGhhcmJvdXIgb2YgUG9ydCBFbHNleSByZW9wZW5lZCBvbiBUdWVzZGF5LCBzaGUgc2Fp*ZC").replace(
                b"8bit", b"base64"
            ),
            "damaged",
        ),
        # damaged quoted-printable
        (
            mail("The harbour of Port Elsey reopened on Tuesday, =ZZ she said =C3=A9.").replace(
                b"8bit", b"quoted-printable"
            ),
            "damaged",
        ),
        # a multipart whose end is missing
        (multipart("mixed", ("text/plain", BODY))[:-12], ""),
    ],
)
def test_damage_is_told_and_the_text_is_kept(data, said):
    found = article(data)
    assert "of Port Elsey reopened on Tuesday" in found.text
    assert not said or any(said in warning for warning in found.warnings)


def test_attachments_are_files_inside():
    attachments = [
        ("ferry.html", PAGE, "text/html"),
        ("=?utf-8?q?h=C3=A9ron.txt?=", STORY, "text/plain"),
        ("news.zip", zipped([("a.txt", STORY)]), "application/zip"),
        ("", "%PDF-1.7 and so on", "application/pdf"),
        ("", mail(BODY, Subject="Inside"), "message/rfc822"),
    ]
    first, *members = parts("a.eml", mail(BODY, attachments=attachments))
    assert isinstance(first, ImportedDocument)
    assert [piece.name for piece in members] == [
        "ferry.html",
        "héron.txt",
        "news.zip",
        "attachment-5.pdf",
        "attachment-6.eml",
    ]
    assert members[0].data == PAGE.encode()
    assert members[4].data.startswith(b"From: Dolores")


def test_pictures_seals_and_cards_are_passed_over_and_attached_ones_counted():
    attachments = [
        ("photo.jpg", b"\xff\xd8\xff", "image/jpeg"),
        ("smime.p7s", b"0\x80", "application/pkcs7-signature"),
        ("card.vcf", b"BEGIN:VCARD", "text/vcard"),
    ]
    document, flaw = parts("a.eml", mail(BODY, attachments=attachments))
    assert isinstance(document, ImportedDocument)
    assert flaw == Flaw("Passed over, as they hold no articles (pictures and the like): 2.", slight=True)
    inline = mail(BODY, attachments=[("", b"\xff\xd8\xff", "image/jpeg")])
    assert len(list(parts("a.eml", inline))) == 1


def test_a_covering_note_is_no_article_and_says_so():
    note, member = parts(
        "a.eml", mail("Please see attached.\n\nBest,\nDolores", attachments=[("a.txt", STORY, "text/plain")])
    )
    assert isinstance(note, Flaw)
    assert "“Please see attached. Best, Dolores”" in note.notice
    assert member == Member("a.txt", STORY.encode())


def test_a_news_in_brief_with_an_attachment_is_an_article():
    brief = "PORT ELSEY — The harbour reopened on Tuesday, the harbour master said."
    first, _second = parts("a.eml", mail(brief, attachments=[("a.txt", STORY, "text/plain")]))
    assert first.text == brief


def test_a_few_words_with_a_picture_are_an_article():
    brief = "PORT ELSEY — The harbour reopened on Tuesday, the harbour master said."
    found = article(mail(brief, attachments=[("gull.jpg", b"\xff\xd8\xff", "image/jpeg")]))
    assert found.text == brief


def test_a_mail_without_text_is_refused():
    with pytest.raises(UnreadableFile, match="the mail has no text"):
        read("a.eml", mail(" "))


def test_a_mail_in_a_mail_in_a_mail():
    inner = mail(BODY, Subject="The innermost")
    middle = mail("See below.", attachments=[("", inner, "message/rfc822")], Subject="The middle")
    outer = mail("See below.", attachments=[("", middle, "message/rfc822")])
    found = article(outer)
    assert found.title == "The innermost"
    assert found.file == "attachment-2.eml"


def test_the_text_of_a_mail_is_kept_where_its_attachments_are_too_deep():
    letter = mail(f"{BODY} {BODY}", attachments=[("a.txt", STORY, "text/plain")])
    found = article(
        mail(
            "See below.",
            attachments=[("", mail("See below.", attachments=[("", letter, "message/rfc822")]), "message/rfc822")],
        )
    )
    assert found.file == "attachment-2.eml"
    assert any("Unpack the outer ones first" in warning for warning in found.warnings)
