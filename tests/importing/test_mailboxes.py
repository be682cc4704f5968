"""Mailboxes: each mail in them is a file of its own."""

import time

from articles.importing import parts, read
from tests.importing.packing import PAGE, STORY, mail

BODY = STORY.partition("\n\n")[2]


def box(*mails, start="From dolores@elsey-courier.example Tue Dec  2 23:40:00 2025"):
    return b"".join(start.encode() + b"\n" + one + b"\n" for one in mails)


def test_a_mailbox_holds_mails():
    data = box(mail(BODY, Subject="One"), mail(BODY, Subject="Two"), mail(BODY, Subject="Three"))
    found = read("daily.mbox", data)
    assert [one.title for one in found] == ["One", "Two", "Three"]
    assert [one.file for one in found] == ["daily-1.eml", "daily-2.eml", "daily-3.eml"]
    assert [one.title for one in read("daily.mbox", data.replace(b"\n", b"\r\n"))] == ["One", "Two", "Three"]


def test_lines_that_begin_with_from_belong_to_the_text():
    told = (
        "From the pier they saw it at 10:30.\n\n>From here on nobody spoke.\n\nFrom 11:45 onward it rained, and more."
    )
    (member,) = parts("daily.mbox", box(mail(f"{BODY}\n{told}")))
    assert b"\nFrom the pier" in member.data
    assert b"\nFrom here on" in member.data
    assert b"\nFrom 11:45 onward" in member.data


def test_a_large_mailbox_is_parted_quickly():
    data = box(*[mail(f"{BODY}\n\nFrom now on.\n" * 20)] * 5000)
    assert len(data) > 20_000_000
    start = time.perf_counter()
    assert sum(1 for _member in parts("daily.mbox", data)) == 5000
    assert time.perf_counter() - start < 3


def test_one_hostile_mail_does_not_spoil_the_others():
    hostile = mail(attachments=[("../../x.html", PAGE, "text/html")])
    (found,) = read("daily.mbox", box(hostile, mail(BODY, Subject="Two")))
    assert found.title == "Two"
    assert any("leads out of its folder" in warning for warning in found.warnings)
