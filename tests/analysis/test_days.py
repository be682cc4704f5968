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


NOT_SPOKEN = [
    # the day of another act behind the reported words is none of these words, nor of the next speaker's
    (
        "en",
        "Rara Wulan admitted that the boats had turned back, which a shipper had complained about on Tuesday.\n\n"
        "Bima Sakti said that the fee was low.",
    ),
    (
        "de",
        "Rara Wulan räumte ein, dass Boote umkehren mussten, was ein Reeder am Dienstag beklagt hatte.\n\n"
        "Bima Sakti sagte: „Das reicht nicht.“",
    ),
    (
        "fr",
        "Rara Wulan a reconnu que des bateaux avaient fait demi-tour, ce dont un armateur s’était plaint mardi.\n\n"
        "« C’est peu », a dit Bima Sakti.",
    ),
    (
        "es",
        "Rara Wulan admitió que los barcos volvieron, algo de lo que una naviera se había quejado el martes.\n\n"
        "«Es poco», dijo Bima Sakti.",
    ),
    (
        "id",
        "Rara Wulan mengakui bahwa kapal diputar balik, hal yang dikeluhkan sebuah perusahaan pada Selasa.\n\n"
        "“Itu kurang,” kata Bima Sakti.",
    ),
    (
        "ms",
        "Rara Wulan mengakui bahawa kapal berpatah balik, perkara yang dirungut sebuah syarikat pada Selasa.\n\n"
        "“Itu kurang,” kata Bima Sakti.",
    ),
    (
        "ru",
        "Рара Вулан признала, что суда разворачивали, на что во вторник жаловался судовладелец.\n\n"
        "«Этого мало», — сказал Бима Сакти.",
    ),
    (
        "tr",
        "Rara Wulan, bir armatörün salı günü yakındığı gibi gemilerin geri çevrildiğini kabul etti.\n\n"
        '"Bu az" dedi Bima Sakti.',
    ),
    (
        "ar",
        "وأقرت رارا وولان بأن السفن أعيدت، وهو ما كان صاحب شركة قد اشتكى منه يوم الثلاثاء.\n\n"
        "وقالت بيما ساكتي: «هذا قليل جدا علينا جميعا».",
    ),
    (
        "fa",
        "رارا وولان پذیرفت که کشتی‌ها برگشتند، موضوعی که مالک شرکتی روز سه‌شنبه از آن گلایه کرده بود.\n\n"
        "بیما ساکتی گفت: «این برای ما کم است.»",
    ),
    # nor is the day of what was told of before
    ("en", "Rara Wulan spoke of a drone that had come near on Sunday.\n\n“It was small,” she said."),
    ("de", "Rara Wulan berichtete von einer Drohne, die am Sonntag nahe kam.\n\n„Sie war klein“, sagte Wulan."),
    ("fr", "Rara Wulan a raconté qu’un drone s’était approché dimanche.\n\n« Il était petit », a dit Rara Wulan."),
    ("es", "Rara Wulan habló de un dron que se acercó el domingo.\n\n«Era pequeño», dijo Rara Wulan."),
    ("id", "Rara Wulan menceritakan sebuah dron yang mendekat pada Minggu malam.\n\n“Itu kecil,” katanya."),
    ("ms", "Rara Wulan mendedahkan sebuah dron yang menghampiri kapal malam Ahad lalu.\n\n“Ia kecil,” katanya."),
    ("ru", "Рара Вулан рассказала о дроне, который в воскресенье пролетел рядом.\n\n«Он был мал», — сказала она."),
    # of long before, it sets no scene, though it stands beside the words
    ("fr", "Il faisait nuit, jeudi, quand l’écho est apparu. « C’était un drone », raconte Rara Wulan."),
    # a dateline gives way to the day on which somebody spoke, and that is only theirs
    (
        "ms",
        "TANGIER, 10 Jun – Latihan diteruskan.\n\n“Pintu itu rosak,” kata Rara Wulan semalam.\n\n“Kami sabar,” kata Bima Sakti.",
    ),
    (
        "ru",
        "Склад горел до понедельника.\n\n«Сгорело всё», — сказала во вторник Рара Вулан.\n\n«Дым стоял», — вспоминает Бима Сакти.",
    ),
    # a date on a line of its own is that of the page
    ("de", "Stand: 09.06.2026, 11:20 Uhr\n\nDie Bank erhöht den Zins.\n\n„Das reicht“, sagte Rara Wulan."),
    ("id", "Diperbarui: 9 Juni 2026, 11.20 WIB\n\nBank menaikkan bunga.\n\n“Cukup,” kata Rara Wulan."),
]


@pytest.mark.parametrize(("language", "text"), NOT_SPOKEN)
def test_a_day_on_which_something_else_happened_is_none_of_speech(language, text):
    assert said_on(language, text)[-1] is None


SCENES = [
    # what the speaker did that day, the occasion that ended on it, a day that opens the sentence
    ("id", "Rara Wulan meninjau lokasi pada Selasa pagi. “Pompa baru datang,” katanya.", TUESDAY),
    ("id", "Keputusan itu diambil dalam rapat yang berakhir Selasa (9/6).\n\n“Cukup,” kata Rara Wulan.", TUESDAY),
    ("en", "The next day, Rara Wulan spoke in Oslo. “It was dark,” she said.", None),
    ("en", "On Monday, Rara Wulan spoke in Oslo. “It was dark,” she said.", MONDAY),
    # a paragraph keeps the day of the words before
    ("ms", "Syarikat itu, dalam kenyataan pada Isnin, menolak dakwaan. “Kami sedia,” menurut kenyataan itu.", MONDAY),
]


@pytest.mark.parametrize(("language", "text", "day"), SCENES)
def test_the_scene_before_the_words_tells_their_day(language, text, day):
    assert said_on(language, text)[-1] == day


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
