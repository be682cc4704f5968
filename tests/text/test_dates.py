from datetime import date

import pytest

from articles.text.calendars import from_jalali
from articles.text.dates import ascii_digits, find_dates, prefers_day_first


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        # month names, with weekday, clock and zone around them
        ("id", "Rabu, 20 Oktober 2021 - 12:47 WIB", date(2021, 10, 20)),
        ("id", "Terbit: 09 Jun 2026, 21:40 WIB", date(2026, 6, 9)),
        ("ms", "Khamis, 4 Disember 2025", date(2025, 12, 4)),
        ("en", "December 3, 2025", date(2025, 12, 3)),
        ("en", "Wed 3rd Dec. 2025", date(2025, 12, 3)),
        ("fr", "Publié le 1er juin 2026 à 07h45", date(2026, 6, 1)),
        ("es", "Miércoles 10 de junio de 2026", date(2026, 6, 10)),
        ("ru", "10 июня 2026 г., 09:15", date(2026, 6, 10)),
        ("tr", "3 Aralık 2025 Çarşamba, 19.47", date(2025, 12, 3)),
        # English months on a page of another language
        ("id", "Posted on March 5, 2024", date(2024, 3, 5)),
        # figures, in the order of the language
        ("id", "10/06/26 08:30", date(2026, 6, 10)),
        ("ru", "Полина Корабельникова, 03.12.2025, 20:18", date(2025, 12, 3)),
        ("en", "06/09/2026 4:52 PM", date(2026, 6, 9)),
        # only one order gives a date
        ("en", "13/09/2026", date(2026, 9, 13)),
        ("id", "09/13/2026", date(2026, 9, 13)),
        ("en", "2025-12-03T17:45:00Z", date(2025, 12, 3)),
        # Solar Hijri, in Persian digits
        ("fa", "۱۹ خرداد ۱۴۰۵ - ۱۹:۲۲", date(2026, 6, 9)),
        # Levantine and Moroccan months, Arabic digits
        ("ar", "الثلاثاء ٩ حزيران ٢٠٢٦", date(2026, 6, 9)),
        ("ar", "3 دجنبر 2025 - 17:45", date(2025, 12, 3)),
        # a month by the names of two regions; the comma of Arabic
        ("ar", "الأربعاء 17 يناير/كانون الثاني 2024", date(2024, 1, 17)),
        ("ar", "5 آب / أغسطس 2022", date(2022, 8, 5)),
        ("ar", "20 أكتوبر، 2021", date(2021, 10, 20)),
        # figures of the Solar Hijri calendar, from both ends
        ("fa", "۱۴۰۰/۰۶/۲۱ ۱۷:۰۵", date(2021, 9, 12)),
        ("fa", "۲۱/۰۶/۱۴۰۰", date(2021, 9, 12)),
        ("fa", "۵ مرداد ماه ۱۴۰۱", date(2022, 7, 27)),
        # in brackets behind a weekday, years of two digits, points
        ("id", "Rabu (20/10/2021) 07.55 WITA", date(2021, 10, 20)),
        ("id", "Kamis 07/04/22", date(2022, 4, 7)),
        ("de", "Stand: 08.04.2022, 11:02 Uhr", date(2022, 4, 8)),
        ("id", "10.20.2021", date(2021, 10, 20)),
        # the words between day, month and year
        ("es", "30 de mayo de 2024, 02:15 p. m.", date(2024, 5, 30)),
        ("de", "Mittwoch, den 5. Okt. 2022", date(2022, 10, 5)),
        ("de", "9. Jänner 2022", date(2022, 1, 9)),
        ("en", "Jul 28, 2021, 1:22 am IST", date(2021, 7, 28)),
    ],
)
def test_full_dates(language, text, day):
    assert [one.day for one in find_dates(text, language)] == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Selasa (9/6)"),
        ("id", "pada hari Rabu"),
        ("id", "17 September"),
        ("en", "version 1.2.3.4"),
        ("en", "31/31/2025, 12:47, 0.1680 seconds"),
        ("en", "CNW-12-03-25 1931GMT"),
        ("en", "30 February"),
    ],
)
def test_no_full_date(language, text):
    assert [one.day for one in find_dates(text, language) if one.day] == []


def test_a_date_in_two_calendars_has_the_day_of_the_solar_one():
    line = "الخميس ١٣ جمادى الآخرة ١٤٤٧هـ الموافق ٤ ديسمبر ٢٠٢٥م"
    assert [one.day for one in find_dates(line, "ar")] == [None, date(2025, 12, 4)]


def test_spans_count_in_the_given_text():
    line = "Selasa (19/10/2021), lalu 20 Oktober 2021"
    assert [one.span.of(line) for one in find_dates(line, "id")] == ["19/10/2021", "20 Oktober 2021"]


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("from July 1 through Oct. 31, and on Oct. 12", False),
        ("on the night of 14 August, until 15 January", True),
    ],
)
def test_named_months_tell_how_a_page_writes_figures(text, day_first):
    assert prefers_day_first(text, "en") is day_first


@pytest.mark.parametrize(
    ("jalali", "day"),
    [
        # the first day of years around leap years, a leap day, and a day that everybody knows
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1404, 12, 30), None),
        ((1404, 13, 1), None),
        ((1404, 7, 31), None),
    ],
)
def test_solar_hijri_days(jalali, day):
    assert from_jalali(*jalali) == day


def test_digits_of_all_scripts():
    assert ascii_digits("۱۴۰۵ ٢٠٢٦ १२ 7 x") == "1405 2026 12 7 x"
