"""The day on which a quote was said: rules as tables of language, text -> day of each quote."""

from datetime import date

import pytest

from articles.analysis import analyse

WEDNESDAY = date(2026, 6, 10)
MONDAY, TUESDAY = date(2026, 6, 8), date(2026, 6, 9)


def said_on(language, text, published=WEDNESDAY):
    return [one.circumstances.said_on for one in analyse(text, language, published).quotes]


OWN = [
    # the sentence that credits the words, before or behind them
    ("en", "“Water is a right,” Rara Wulan said on Monday.", MONDAY),
    ("en", "On Monday, Rara Wulan said: “Water is a right.”", MONDAY),
    ("id", "“Air itu hak,” kata Rara Wulan di Bandung, Senin (8/6/2026).", MONDAY),
    ("ms", "“Air itu hak,” kata Rara Wulan pada Isnin.", MONDAY),
    ("de", "„Wasser ist ein Recht“, sagte Rara Wulan am Montag vor Journalisten.", MONDAY),
    ("fr", "« L’eau est un droit », a déclaré lundi Rara Wulan.", MONDAY),
    ("es", "«El agua es un derecho», dijo el lunes Rara Wulan.", MONDAY),
    ("tr", 'Rara Wulan, pazartesi günü yaptığı açıklamada "Su bir haktır" dedi.', MONDAY),
    ("ru", "«Вода — это право», — сказала в понедельник Рара Вулан.", MONDAY),
    ("ar", "وقالت رارا وولان، الاثنين: «الماء حق للجميع في كل مكان».", MONDAY),
    ("fa", "رارا وولان روز دوشنبه گفت: «آب حق همه مردم است.»", MONDAY),
    ("id", "“Air itu hak,” kata Rara Wulan ketika dihubungi, Senin.", MONDAY),
    ("id", "“Air itu hak,” kata Rara Wulan saat ditemui di rumahnya, Senin sore.", MONDAY),
    ("en", "“Water is a right,” Rara Wulan, who heads the panel, said when reached by phone, Monday.", MONDAY),
    # a day in the words is not the day of the words
    ("en", "“We met on Monday and we shall meet again,” Rara Wulan said on Tuesday.", TUESDAY),
    ("id", "Rara Wulan mengatakan pada Selasa bahwa komisi bertemu hari Senin.", TUESDAY),
    # nor is one to come, a bound, or that of something else
    ("en", "“Water is a right,” said Rara Wulan, who was elected on Monday.", None),
    ("id", "“Air itu hak,” kata Rara Wulan yang cuti sampai Senin.", None),
    ("en", "“Water is a right,” said Rara Wulan, who leaves next Monday.", None),
    # of two days the one beside the cue
    ("en", "“Water is a right,” Rara Wulan said on Tuesday, a day after Monday’s vote.", TUESDAY),
    # the agency's day is that of the agency, but not where it only leads in the report
    ("id", "“Air itu hak,” kata Rara Wulan, dikutip dari Antara, Selasa (9/6).", None),
    ("fa", "به گزارش ایسنا، رارا وولان روز دوشنبه گفت: «آب حق همه مردم است.»", MONDAY),
    # a longer time is no day
    ("en", "“Water is a right,” Rara Wulan said last week.", None),
    # no day is told
    ("en", "“Water is a right,” Rara Wulan said.", None),
]


@pytest.mark.parametrize(("language", "text", "day"), OWN)
def test_the_sentence_of_a_quote_tells_its_day(language, text, day):
    assert said_on(language, text) == [day]


ARTICLE = [
    # the day of the beginning holds for everybody who speaks
    (
        "en",
        "Iran and Iraq signed the treaty on Monday.\n\n“Water is a right,” Rara Wulan said.\n\n“So is land,” said Bima Sakti.",
        [MONDAY, MONDAY],
    ),
    (
        "id",
        "Perjanjian itu diteken di Bandung, Senin (8/6).\n\n“Air itu hak,” kata Rara Wulan seusai upacara.",
        [MONDAY],
    ),
    ("de", "Der Rat hat am Montag das Gesetz beschlossen.\n\n„Wasser ist ein Recht“, sagte Rara Wulan.", [MONDAY]),
    ("ar", "وقع البلدان، أمس الثلاثاء، اتفاقية جديدة.\n\nوقالت رارا وولان: «الماء حق للجميع في كل مكان».", [TUESDAY]),
    # a day of long before is a background, and so is one in a clause about something else
    (
        "en",
        "The ferry burned on 14 March.\n\n“It was the doors,” Rara Wulan said.",
        [None],
    ),
    # so does the day of the dateline, and "today" is that day
    ("ms", "TANGIER, 8 Jun – Laporan siap.\n\n“Pintu rosak,” kata Rara Wulan.", [MONDAY]),
    (
        "ru",
        "ТАНЖЕР, 9 июня. Комиссия завершила работу.\n\n«Двери не закрывались», — сказала вчера Рара Вулан.",
        [MONDAY],
    ),
    # an accident is not the day of speech once a sentence with a cue tells another, which is only that speaker's
    (
        "en",
        "The mill burned down on Monday.\n\n“It was a heater,” Rara Wulan said on Tuesday.\n\n“We lost all,” said Bima Sakti.",
        [TUESDAY, None],
    ),
    # what a speaker's own sentence tells holds for that speaker
    (
        "en",
        "The council met on Tuesday.\n\n“It was late,” Rara Wulan said on Monday.\n\n"
        "“It was dark,” said Bima Sakti.\n\n“It was cold,” Wulan said.",
        [MONDAY, TUESDAY, MONDAY],
    ),
    # the paragraph of a quote may tell it before
    (
        "en",
        "Rara Wulan met the press on Monday. “Water is a right,” she said.\n\nTwo farmers came on Tuesday. “So is land,” "
        "said Bima Sakti.",
        [MONDAY, TUESDAY],
    ),
    # days that count from the one told of last
    (
        "en",
        "“It was late,” Rara Wulan said on Monday.\n\nThe next day Bima Sakti spoke. “It was dark,” he said.",
        [MONDAY, TUESDAY],
    ),
    # another occasion is another day
    (
        "en",
        "The treaty was signed on Monday.\n\n“It has a hole in it,” Rara Wulan told the Tribune by phone.",
        [None],
    ),
    # told late, it holds for what was said before
    (
        "en",
        "“The drains were full,” Rara Wulan said.\n\nShe was speaking at the opening of a clinic on Monday.",
        [MONDAY],
    ),
]


@pytest.mark.parametrize(("language", "text", "days"), ARTICLE)
def test_the_article_tells_the_day_of_its_quotes(language, text, days):
    assert said_on(language, text) == days


def test_the_words_of_the_article_are_kept():
    text = "Perjanjian itu diteken di Bandung, Senin (8/6).\n\n“Air itu hak,” kata Rara Wulan."
    (quote,) = analyse(text, "id", WEDNESDAY).quotes
    assert (quote.circumstances.said_when, quote.circumstances.weekday) == ("Senin (8/6)", 0)


def test_a_language_without_cues_still_has_days():
    text = "«El agua es un derecho de todos», diu Rara Wulan, 2026-06-08."
    (quote,) = analyse(text, "ca", WEDNESDAY).quotes
    assert (quote.speaker, quote.circumstances.said_on) == (None, MONDAY)


@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_any_day_of_publication_will_do(published):
    text = "OSLO, 1 January – All met on Monday.\n\nThe next day, a day earlier, “it is so,” Rara Wulan said yesterday."
    assert analyse(text, "en", published).quotes
