"""Files damaged at random places are read or refused; nothing else happens."""

import contextlib
import gzip
import io
import random
import warnings
import zlib

import pytest

from articles.importing import parts, read
from articles.records import UnreadableFile
from tests.importing.packing import PAGE, STORY, deflated, mail, packed_records, raw_zip, record, tarred, zipped

FILES = [("a.txt", STORY), ("b.html", PAGE), ("c/d.txt", STORY)]
ATTACHED = [("a.html", PAGE, "text/html"), ("", mail(), "message/rfc822"), ("b.zip", zipped(FILES), "application/zip")]
WHOLE = {
    "a.zip": zipped(FILES),
    "a.tar": tarred(FILES),
    "a.tar.gz": tarred(FILES, "w:gz"),
    "a.txt.gz": gzip.compress(STORY.encode()),
    "a.warc": record() + record(body=gzip.compress(PAGE.encode()), Content_Encoding="gzip") + record("request"),
    "a.warc.gz": packed_records(record(), record()),
    "a.eml": mail(attachments=ATTACHED),
    "a.mbox": b"From a@b.example Tue Dec  2 23:40:00 2025\n" + mail(attachments=ATTACHED) + b"\n",
}
INSERTED = (bytes(8), b"\xff" * 4, b"\r\n", b"\n\n", b"=?utf-8?q?", b'"', b"(", b";", b"PK\x01\x02", b"PK\x03\x04")


def damaged(data, chance):
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, kind = chance.randrange(len(found)), chance.random()
        if kind < 0.5:
            found[at] = chance.randrange(256)
        elif kind < 0.7:
            del found[at : at + chance.randrange(1, 40)]
        else:
            found[at:at] = chance.choice(INSERTED)
        found = found or bytearray(b"x")
    return bytes(found)


@pytest.mark.parametrize("name", WHOLE)
def test_damaged_files_are_read_or_refused(name):
    chance = random.Random(name)
    for _ in range(150):
        data = damaged(WHOLE[name], chance)
        with contextlib.suppress(UnreadableFile), contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            list(parts(name, data))


def test_a_file_without_a_name_gets_one():
    story = STORY.encode()
    (found,) = read("a.zip", raw_zip([(b"", deflated(story), zlib.crc32(story), len(story))]))
    assert found.file == "file"
