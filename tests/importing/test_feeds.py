"""RSS 2.0, RSS 1.0 and Atom, as sites offer them."""

import socket
from datetime import date

import pytest

from articles.importing import parts, read
from articles.records import Flaw, UnreadableFile

RUSSIAN = """<?xml version="1.0" encoding="{}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Волжский вестник</title><link>https://vv.example/</link><language>ru</language>
<item><title>Пожар на пароме: комиссия завершила работу</title><link>https://vv.example/1</link>
<dc:creator>Анна Крылова</dc:creator><pubDate>Wed, 03 Dec 2025 23:30:00 +0400</pubDate>
<description>Семь человек погибли.</description>
<content:encoded><![CDATA[<p>КАЗАНЬ, 3 декабря. Комиссия завершила расследование пожара на пароме.</p>
<p>«Мы знаем причину», — сказал министр Пётр Лосев.</p><p>Читайте также: <a href="/2">Паром вернули</a></p>
<img src="https://vv.example/pixel.gif"/>]]></content:encoded></item>
<item><title>Река &amp;quot;без паспорта&amp;quot;</title><link>https://vv.example/2</link>
<author>gusev@vv.example (Иван Гусев)</author><pubDate>04.12.2025</pubDate>
<description>&lt;p&gt;Иран и Ирак договорились о реке…&lt;/p&gt;</description></item>
<item><title>Пусто</title></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title type="html">Tidewater &amp;amp; Tribune</title><updated>2025-12-03T10:00:00Z</updated>
<entry><title>River &lt;deal&gt; signed</title><link href="https://t.example/1" rel="alternate"/>
<author><name>Dolores Kettering</name></author><published>2025-12-03T22:00:00-05:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>KERMANSHAH, Iran — They agreed on Tuesday.</p>
<p>“A river carries no passport,” he said.</p></div></content></entry>
<entry><title>Ferry</title><link href="https://t.example/2"/><updated>2025-12-04T08:00:00Z</updated>
<summary type="text">The commission presented its report.</summary></entry></feed>"""
PERSIAN = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://k.example"><title>خبرگزاری کرانه</title></channel>
<item rdf:about="https://k.example/1"><title>توافق بر سر رود</title><link>https://k.example/1</link>
<description>ایران و عراق روز سه‌شنبه بر سر تقسیم آب رود توافق کردند.</description>
<dc:date>2025-12-03T10:00:00+03:30</dc:date><dc:creator>سارا کیانی</dc:creator></item></rdf:RDF>"""


@pytest.mark.parametrize(("name", "encoding"), [("vv.rss", "utf-8"), ("vv.xml", "windows-1251"), ("vv.txt", "utf-8")])
def test_a_russian_feed(name, encoding):
    found = list(parts("vv.rss", RUSSIAN.format(encoding).encode(encoding, "xmlcharrefreplace")))
    fire, river, empty = found
    assert (fire.title, fire.outlet) == ("Пожар на пароме: комиссия завершила работу", "Волжский вестник")
    # the day where it was published, not the one in Greenwich
    assert (fire.author, fire.published, fire.language) == ("Анна Крылова", date(2025, 12, 3), "ru")
    assert (fire.standfirst, fire.url) == ("Семь человек погибли.", "https://vv.example/1")
    assert fire.text.split("\n") == [
        "КАЗАНЬ, 3 декабря. Комиссия завершила расследование пожара на пароме.",
        "«Мы знаем причину», — сказал министр Пётр Лосев.",
    ]
    assert fire.warnings == ()
    assert (river.title, river.author, river.published) == ('Река "без паспорта"', "Иван Гусев", date(2025, 12, 4))
    assert [str(warning) for warning in river.warnings] == ["The feed has only a summary of this article."]
    assert isinstance(empty, Flaw) and "entry 3" in empty.notice


def test_an_atom_feed():
    river, ferry = read("t.atom", ATOM.encode())
    assert (river.title, river.outlet, river.author) == (
        "River <deal> signed",
        "Tidewater & Tribune",
        "Dolores Kettering",
    )
    assert (river.published, river.url) == (date(2025, 12, 3), "https://t.example/1")
    assert river.text == "KERMANSHAH, Iran — They agreed on Tuesday.\n“A river carries no passport,” he said."
    assert (ferry.text, ferry.published) == ("The commission presented its report.", date(2025, 12, 4))


def test_a_persian_feed_of_the_first_rss():
    (found,) = read("k.rss", PERSIAN.encode())
    assert (found.title, found.outlet, found.author) == ("توافق بر سر رود", "خبرگزاری کرانه", "سارا کیانی")
    assert (found.published, found.language) == (date(2025, 12, 3), "fa")


def test_a_long_description_is_the_article():
    body = "<p>Seven people died in the fire on the ferry, the commission said.</p>" * 10
    data = f"<rss version='2.0'><channel><title>T</title><item><title>Fire</title><description><![CDATA[{body}]]></description></item></channel></rss>"
    (found,) = read("t.rss", data.encode())
    assert found.warnings == ()


def test_a_feed_that_is_no_strict_xml_is_read_with_a_warning():
    data = "<rss version='2.0'><channel><title>T</title><item><title>A&nbsp;B</title><description>Seven people died&nbsp;here.</description></item></channel></rss>"
    (found,) = read("t.rss", data.encode())
    assert (found.title, found.text) == ("A B", "Seven people died here.")
    assert any("XML is broken" in warning for warning in found.warnings)


def test_a_feed_without_entries_is_refused():
    with pytest.raises(UnreadableFile, match="no entries"):
        read("t.rss", b"<rss version='2.0'><channel><title>T</title></channel></rss>")


def test_nothing_is_fetched(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert read("vv.rss", RUSSIAN.format("utf-8").encode())
    with pytest.raises(UnreadableFile):
        read("t.rss", b"https://evil.example/feed.rss")
