"""Days as articles name them: tables of language, text, day of publication -> words, day."""

import sys
from datetime import date

import pytest

from articles.text.day_lexicon import folded
from articles.text.told_days import find_days

TUESDAY = date(2026, 6, 9)

TOLD = [
    # weekdays: the latest up to publication, in every form and case
    ("en", "said on Tuesday", "on Tuesday", date(2026, 6, 9)),
    ("en", "said late Monday", "late Monday", date(2026, 6, 8)),
    ("en", "at Wednesday’s meeting", "Wednesday", date(2026, 6, 3)),
    ("id", "katanya, Rabu", "Rabu", date(2026, 6, 3)),
    ("id", "pada hari Jumat malam", "hari Jumat malam", date(2026, 6, 5)),
    ("ms", "katanya pada Khamis", "Khamis", date(2026, 6, 4)),
    ("de", "sagte sie am Montagabend", "am Montagabend", date(2026, 6, 8)),
    ("de", "die Sitzung am Sonnabend", "am Sonnabend", date(2026, 6, 6)),
    ("fr", "a-t-elle dit mardi soir", "mardi soir", date(2026, 6, 9)),
    ("fr", "dans la soirée de dimanche", "dans la soirée de dimanche", date(2026, 6, 7)),
    ("es", "dijo este lunes por la noche", "este lunes por la noche", date(2026, 6, 8)),
    ("tr", "salı günü konuştu", "salı günü", date(2026, 6, 9)),
    ("tr", "Cuma akşamı konuştu", "Cuma akşamı", date(2026, 6, 5)),
    ("ru", "сказал он во вторник", "во вторник", date(2026, 6, 9)),
    ("ru", "вечером в среду", "вечером в среду", date(2026, 6, 3)),
    ("ar", "قال يوم الثلاثاء", "يوم الثلاثاء", date(2026, 6, 9)),
    ("ar", "مساء الأحد", "مساء الأحد", date(2026, 6, 7)),
    ("ar", "الاربعاء", "الاربعاء", date(2026, 6, 3)),
    ("fa", "عصر سه‌شنبه گفت", "عصر سه‌شنبه", date(2026, 6, 9)),
    ("fa", "روز سه شنبه گفت", "روز سه شنبه", date(2026, 6, 9)),
    ("fa", "پنج‌شنبه", "پنج‌شنبه", date(2026, 6, 4)),
    # by their distance from today
    ("en", "yesterday", "yesterday", date(2026, 6, 8)),
    ("en", "this morning", "this morning", date(2026, 6, 9)),
    ("en", "two days ago", "two days ago", date(2026, 6, 7)),
    ("id", "kemarin", "kemarin", date(2026, 6, 8)),
    ("id", "3 hari lalu", "3 hari lalu", date(2026, 6, 6)),
    ("ms", "semalam", "semalam", date(2026, 6, 8)),
    ("de", "gestern Abend", "gestern Abend", date(2026, 6, 8)),
    ("de", "vor drei Tagen", "vor drei Tagen", date(2026, 6, 6)),
    ("fr", "avant-hier", "avant-hier", date(2026, 6, 7)),
    ("fr", "aujourd’hui", "aujourd’hui", date(2026, 6, 9)),
    ("fr", "il y a quatre jours", "il y a quatre jours", date(2026, 6, 5)),
    ("es", "anoche", "anoche", date(2026, 6, 8)),
    ("es", "hace dos días", "hace dos días", date(2026, 6, 7)),
    ("tr", "dün akşam", "dün akşam", date(2026, 6, 8)),
    ("tr", "iki gün önce", "iki gün önce", date(2026, 6, 7)),
    ("ru", "вчера вечером", "вчера вечером", date(2026, 6, 8)),
    ("ru", "накануне", "накануне", date(2026, 6, 8)),
    ("ru", "три дня назад", "три дня назад", date(2026, 6, 6)),
    ("ar", "أول من أمس", "أول من أمس", date(2026, 6, 7)),
    ("ar", "قبل ثلاثة أيام", "قبل ثلاثة أيام", date(2026, 6, 6)),
    ("ar", "واليوم", "واليوم", date(2026, 6, 9)),
    ("fa", "دیروز", "دیروز", date(2026, 6, 8)),
    ("fa", "دو روز پیش", "دو روز پیش", date(2026, 6, 7)),
    # a weekday beside such a word
    ("ar", "أمس الاثنين", "أمس الاثنين", date(2026, 6, 8)),
    ("ar", "اليوم الثلاثاء", "اليوم الثلاثاء", date(2026, 6, 9)),
    ("id", "Senin kemarin", "Senin kemarin", date(2026, 6, 8)),
    ("fr", "hier lundi", "hier lundi", date(2026, 6, 8)),
    # "last" excludes today; "last week" counts by weeks, which begin on Saturday in Persian
    ("en", "last Tuesday", "last Tuesday", date(2026, 6, 2)),
    ("id", "Selasa lalu", "Selasa lalu", date(2026, 6, 2)),
    ("fr", "lundi dernier", "lundi dernier", date(2026, 6, 8)),
    ("es", "el pasado viernes", "el pasado viernes", date(2026, 6, 5)),
    ("ru", "в прошлую пятницу", "в прошлую пятницу", date(2026, 6, 5)),
    ("ar", "الاثنين الماضي", "الاثنين الماضي", date(2026, 6, 8)),
    ("en", "Monday last week", "Monday last week", date(2026, 6, 1)),
    ("fr", "lundi de la semaine dernière", "lundi de la semaine dernière", date(2026, 6, 1)),
    ("fa", "دوشنبه هفته گذشته", "دوشنبه هفته گذشته", date(2026, 6, 1)),
    # full dates, weekday before or behind
    ("en", "on Tuesday, June 9, 2026", "on Tuesday, June 9, 2026", date(2026, 6, 9)),
    ("id", "Rabu, 20 Oktober 2021", "Rabu, 20 Oktober 2021", date(2021, 10, 20)),
    ("de", "am Dienstag, dem 9. Juni", "am Dienstag, dem 9. Juni", date(2026, 6, 9)),
    ("tr", "9 Haziran 2026 Salı günü", "9 Haziran 2026 Salı günü", date(2026, 6, 9)),
    ("ru", "во вторник, 9 июня", "во вторник, 9 июня", date(2026, 6, 9)),
    ("fa", "سه‌شنبه ۱۹ خرداد ۱۴۰۵", "سه‌شنبه ۱۹ خرداد ۱۴۰۵", date(2026, 6, 9)),
    # a date without a year is the nearest
    ("en", "on 29 December", "on 29 December", date(2025, 12, 29)),
    ("fr", "le 1er juin", "le 1er juin", date(2026, 6, 1)),
    ("es", "el 1º de junio", "el 1º de junio", date(2026, 6, 1)),
    ("ru", "8-го июня", "8-го июня", date(2026, 6, 8)),
    ("tr", "8 haziran'da", "8 haziran", date(2026, 6, 8)),
    ("ms", "8 Jun", "8 Jun", date(2026, 6, 8)),
    ("fa", "هجدهم خرداد", "هجدهم خرداد", date(2026, 6, 8)),
    # months of Iraq, Morocco and Tunisia, in words or figures; two names of one month
    ("ar", "٩ حزيران", "٩ حزيران", date(2026, 6, 9)),
    ("ar", "8 يونيو/حزيران", "8 يونيو/حزيران", date(2026, 6, 8)),
    ("ar", "الأول من حزيران", "الأول من حزيران", date(2026, 6, 1)),
    ("ar", "16 ماي", "16 ماي", date(2026, 5, 16)),
    # lunar years: the weekday tells which day it was; another calendar beside it tells it too
    ("ar", "الثلاثاء ٢٣ ذو الحجة ١٤٤٧", "الثلاثاء ٢٣ ذو الحجة ١٤٤٧", date(2026, 6, 9)),
    (
        "ar",
        "الخميس ١٣ جمادى الآخرة ١٤٤٧هـ الموافق ٤ ديسمبر ٢٠٢٥",
        "الخميس ١٣ جمادى الآخرة ١٤٤٧هـ الموافق ٤ ديسمبر ٢٠٢٥",
        date(2025, 12, 4),
    ),
    # figures: by the order of the language, the weekday, or what is possible
    ("id", "Selasa (9/6/2026)", "Selasa (9/6/2026)", date(2026, 6, 9)),
    ("id", "Senin malam (8/6)", "Senin malam (8/6)", date(2026, 6, 8)),
    ("id", "(9/6)", "9/6", date(2026, 6, 9)),
    ("en", "06/08/2026", "06/08/2026", date(2026, 6, 8)),
    ("en", "Friday (5/6)", "Friday (5/6)", date(2026, 6, 5)),
    ("en", "2026-06-08", "2026-06-08", date(2026, 6, 8)),
    ("de", "am 8.6.2026", "am 8.6.2026", date(2026, 6, 8)),
    ("fa", "۱۴۰۵/۰۳/۱۸", "۱۴۰۵/۰۳/۱۸", date(2026, 6, 8)),
    # what follows is no part of it
    ("id", "Selasa, 12.30", "Selasa", date(2026, 6, 9)),
    ("en", "on Monday. 12 people", "on Monday", date(2026, 6, 8)),
]


@pytest.mark.parametrize(("language", "text", "words", "day"), TOLD)
def test_it_finds_the_day(language, text, words, day):
    (found,) = find_days(text, language, TUESDAY)
    assert (found.span.of(text), found.day, found.weekday, found.passed) == (words, day, day.weekday(), True)


NOT_PASSED = [
    # days to come
    ("en", "next Monday"),
    ("en", "tomorrow"),
    ("id", "pada 12 Oktober"),
    ("id", "Senin depan"),
    ("ms", "esok"),
    ("de", "am kommenden Montag"),
    ("fr", "mardi prochain"),
    ("es", "el próximo martes"),
    ("tr", "gelecek salı"),
    ("ru", "в следующую среду"),
    ("ar", "الثلاثاء المقبل"),
    ("fa", "سه‌شنبه آینده"),
    # bounds, and days that come again
    ("en", "until Friday"),
    ("en", "every Sunday"),
    ("id", "sampai hari Minggu"),
    ("id", "setiap hari Minggu"),
    ("ms", "sehingga 31 Januari"),
    ("de", "bis Freitag"),
    ("fr", "jusqu’au 15 janvier"),
    ("fr", "d’ici au 31 décembre"),
    ("es", "hasta el viernes"),
    ("tr", "15 Ocak'a kadar"),
    ("tr", "her pazar günü"),
    ("ru", "до 20 декабря"),
    ("ru", "с 1 июня"),
    ("ar", "حتى 15 يناير"),
    ("ar", "ابتداءً من الأول من حزيران"),
    ("fa", "تا 25 دی"),
    ("fa", "هر یکشنبه"),
]


@pytest.mark.parametrize(("language", "text"), NOT_PASSED)
def test_days_to_come_and_bounds_have_not_passed(language, text):
    assert [one.passed for one in find_days(text, language, TUESDAY)] == [False]


NONE = [
    # numbers, and words that are days only with a capital or beside a date
    ("en", "3-2 and 9/6 and 2.5 (3.2)"),
    ("en", "You may march in the sun."),
    ("id", "dua minggu"),
    ("id", "seribu sen"),
    ("tr", "pazar yeri"),
    ("de", "Di Mi So"),
    ("es", "el mar de los domingos"),
    ("fr", "99 mars, 0 juin, 31 fév"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_day(language, text):
    assert find_days(text, language, TUESDAY) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "last week"),
        ("id", "minggu lalu"),
        ("fr", "le mois dernier"),
        ("ru", "на прошлой неделе"),
        ("de", "zuvor"),
    ],
)
def test_a_longer_time_is_told_without_a_day(language, text):
    (found,) = find_days(text, language, TUESDAY)
    assert (found.span.of(text), found.day, found.weekday) == (text, None, None)


def test_without_a_day_of_publication_only_a_full_date_has_a_day():
    text = "Tuesday; yesterday; June 9; June 8, 2026"
    assert [(one.weekday, one.day) for one in find_days(text, "en", None)] == [
        (1, None),
        (None, None),
        (None, None),
        (0, date(2026, 6, 8)),
    ]


@pytest.mark.parametrize("published", [None, date.min, date.max, TUESDAY])
@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026, 30 Feb, 31/31/2026, 0/0/0000 and 9999-99-99",
        "9" * 5000 + "/" + "1" * 5000,
        "32 June 99999 and 31 December 9999, Monday 1 January 0001",
        "Monday Tuesday last next last Monday of of of June",
        "(" * 2000 + "Monday" + ")" * 2000,
    ],
)
def test_absurd_days_are_none(text, published):
    for language in ("en", "id", "ar", "fa", "xx"):
        for one in find_days(text, language, published):
            assert one.span.of(text)


def test_one_spelling_keeps_every_offset():
    signs = "".join(chr(code) for code in range(sys.maxunicode + 1))
    assert len(folded(signs)) == len(signs)
