"""When, where, on what occasion, to whom, through whom: tables of text -> circumstances."""

from datetime import date

import pytest

from articles.analysis import analyse

TUESDAY = date(2026, 6, 9)

TOLD = [
    # the day, with the article's words and the date it was
    ("id", "“Air itu hak,” kata Rara Wulan, Senin.", {"said_when": "Senin", "said_on": date(2026, 6, 8)}),
    (
        "id",
        "“Air itu hak,” kata Rara Wulan pada hari Rabu.",
        {"said_when": "hari Rabu", "weekday": 2, "said_on": date(2026, 6, 3)},
    ),
    ("id", "“Air itu hak,” kata Rara Wulan, Kamis (4/6).", {"said_on": date(2026, 6, 4)}),
    ("id", "“Air itu hak,” kata Rara Wulan, Kamis, 4 Juni 2026.", {"said_on": date(2026, 6, 4), "weekday": 3}),
    ("en", "“Water is a right,” Rara Wulan said on Monday.", {"said_when": "on Monday", "said_on": date(2026, 6, 8)}),
    ("en", "“Water is a right,” Rara Wulan said yesterday.", {"said_on": date(2026, 6, 8)}),
    ("ms", "“Air itu hak,” kata Rara Wulan semalam.", {"said_on": date(2026, 6, 8)}),
    # the place
    ("en", "“Water is a right,” Rara Wulan said in Tangier on Monday.", {"place": "Tangier"}),
    ("id", "“Air itu hak,” kata Rara Wulan di Bandung, Senin.", {"place": "Bandung"}),
    # the occasion, in the article's words and as a kind
    (
        "en",
        "“Water is a right,” Rara Wulan said at a news conference.",
        {"occasion": "news conference", "occasion_kind": "press_conference"},
    ),
    (
        "id",
        "“Air itu hak,” kata Rara Wulan pada konferensi pers hari Senin.",
        {"occasion": "konferensi pers", "occasion_kind": "press_conference", "weekday": 0},
    ),
    ("id", "“Air itu hak,” kata Rara Wulan dalam wawancara.", {"occasion_kind": "interview"}),
    ("ms", "“Air itu hak,” kata Rara Wulan pada sidang media.", {"occasion_kind": "press_conference"}),
    ("en", "“Water is a right,” she told Reuters by phone.", {"occasion_kind": "phone"}),
    # not where or on what the speaker works
    ("en", "“Water is a right,” said Rara Wulan, a judge at the River Institute in Tangier.", {"place": ""}),
    ("en", "“Water is a right,” Rara Wulan, who sat on the panel, said.", {"occasion": ""}),
    ("en", "Water is a right of all, according to Rara Wulan.", {"addressee": ""}),
    # to whom
    ("id", "“Air itu hak,” kata Rara Wulan kepada wartawan di Bandung.", {"addressee": "wartawan"}),
    ("en", "“Water is a right,” Rara Wulan told reporters in Tangier.", {"addressee": "reporters", "place": "Tangier"}),
    # through whom; what follows belongs to the relay
    (
        "id",
        "“Air itu hak,” kata Rara Wulan, dikutip dari Kantor Berita Antara, Senin (8/6).",
        {"relayed_by": "Kantor Berita Antara", "said_when": ""},
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_it_tells_how_something_was_said(language, text, expected):
    (quote,) = analyse(text, language, TUESDAY).quotes
    assert {name: getattr(quote.circumstances, name) for name in expected} == expected


def test_without_a_day_of_publication_the_weekday_is_known_and_the_date_is_not():
    (quote,) = analyse("“Air itu hak,” kata Rara Wulan, Senin.", "id").quotes
    assert (quote.circumstances.weekday, quote.circumstances.said_on) == (0, None)


def test_what_is_told_once_holds_for_the_same_speaker_until_told_anew():
    text = (
        "“Satu air,” kata Rara Wulan pada konferensi pers, Senin. “Dua air,” katanya.\n"
        "“Tiga air,” kata Bima Sakti.\n"
        "“Empat air,” ujar Wulan. “Lima air,” kata Wulan dalam wawancara, Rabu."
    )
    told = [
        (one.speaker, one.circumstances.occasion_kind, one.circumstances.weekday) for one in analyse(text, "id").quotes
    ]
    assert told == [
        ("Rara Wulan", "press_conference", 0),
        ("Rara Wulan", "press_conference", 0),
        ("Bima Sakti", "", 0),
        ("Rara Wulan", "press_conference", 0),
        ("Rara Wulan", "interview", 2),
    ]


def test_the_reported_words_tell_nothing_of_how_they_were_said():
    (quote,) = analyse("Rara Wulan mengatakan bahwa komisi akan bertemu di Bandung hari Senin.", "id").quotes
    assert (quote.circumstances.place, quote.circumstances.weekday) == ("", None)
