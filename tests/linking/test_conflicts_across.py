"""Conflicts between reports in different languages: cases written before the rules were, and not taken from the corpus."""

from __future__ import annotations

from datetime import date

import pytest

from articles.linking import conflicts
from articles.records import StatementRecord

NUMBERS = [
    # The same figure, in words, digits of any script, other units of the same measure, or inflected.
    ("en", "Twelve workers were hurt", "id", "Dua belas pekerja terluka", False),
    ("en", "Twelve workers were hurt", "fa", "۱۲ کارگر زخمی شدند", False),
    ("en", "a dozen boats sank", "de", "zwölf Boote sanken", False),
    ("en", "1.5 million people fled", "id", "1,5 juta orang mengungsi", False),
    ("en", "The pipe is 2 km long", "fr", "Le tuyau mesure 2000 mètres", False),
    ("en", "talks lasted 120 minutes", "es", "las conversaciones duraron dos horas", False),
    ("de", "Es kostet 3,2 Millionen Euro", "ru", "Это стоит 3,2 миллиона евро", False),
    ("tr", "Yüzde 40 oy aldık", "en", "We won 40 percent of the vote", False),
    ("tr", "Kapılardan beşi açılmadı", "en", "Five of the doors did not open", False),
    ("ru", "Из пяти вагонов сгорело три", "de", "Von fünf Waggons brannten drei aus", False),
    ("ar", "قُتل خمسة عشر جنديا", "en", "Fifteen soldiers were killed", False),
    ("fr", "quatre-vingts familles ont été évacuées", "es", "ochenta familias fueron evacuadas", False),
    # Another figure for the same.
    ("en", "Twelve workers were hurt", "id", "Empat belas pekerja terluka", True),
    ("fa", "۱۵ سرباز کشته شدند", "ar", "قُتل ١٧ جنديا", True),
    ("de", "Der Schaden beträgt 40 Millionen Euro", "tr", "Zarar 14 milyon avro", True),
    ("ru", "Погибли 230 человек", "fr", "203 personnes sont mortes", True),
    ("es", "Tardamos tres horas en llegar", "ms", "Kami mengambil masa lima jam untuk tiba", True),
    ("en", "Unemployment fell by 5.2 percent", "de", "Die Arbeitslosigkeit sank um 2,5 Prozent", True),
    ("en", "Of the 30 ships, nine returned", "fr", "Sur les 30 navires, sept sont revenus", True),
    ("tr", "Bin iki yüz ev yıkıldı", "id", "Dua ribu seratus rumah hancur", True),
    # Bounds: a conflict only where both cannot be true.
    ("en", "More than 9,000 people marched", "es", "Marcharon 10.000 personas", False),
    ("en", "More than 9,000 people marched", "es", "Marcharon 8.000 personas", True),
    ("de", "Weniger als 50 Häuser stehen noch", "fr", "il reste 80 maisons debout", True),
    ("id", "sekitar 445 kilometer jalan rusak", "en", "about 275 miles of road were damaged", False),
    ("en", "between 10 and 15 people are missing", "ru", "Пропали 12 человек", False),
    ("en", "10 to 15 people are missing", "ru", "Пропали 22 человека", True),
    # A figure that only one report has, and figures of other things.
    ("en", "Twelve workers were hurt", "id", "Para pekerja terluka", False),
    ("en", "40 tonnes of rice reached 9 villages", "fr", "Le riz a atteint 9 villages", False),
    ("en", "40 tonnes of rice arrived", "fr", "Le riz est arrivé dans 9 villages", False),
    ("ms", "Sebanyak 600 rumah musnah selepas tiga hari hujan", "es", "Fueron destruidas 600 casas", False),
]

DATES = [
    # The same day, in another calendar or form.
    ("en", "The bridge opens on 20 December", "fa", "پل در ۲۹ آذر باز می‌شود", False),
    ("en", "until Oct. 31", "es", "hasta fines de octubre", False),
    ("de", "am 3. Mai beginnt die Ernte", "ru", "3 мая начнётся уборка", False),
    ("en", "every Sunday", "ar", "كل يوم أحد", False),
    ("ar", "في الأول من تموز", "tr", "1 Temmuz'da", False),
    ("fr", "le 1er juillet", "ms", "pada 1 Julai", False),
    # Another day.
    ("en", "The bridge opens on 20 December", "fa", "پل در ۱۹ آذر باز می‌شود", True),
    ("de", "am 3. Mai beginnt die Ernte", "ru", "5 мая начнётся уборка", True),
    ("fa", "نشست بعدی سه‌شنبه است", "en", "The next session is on Thursday", True),
    ("id", "mulai 1 Juli", "tr", "1 Ağustos'tan itibaren", True),
    ("ar", "في ١٥ كانون الثاني", "fr", "le 15 février", True),
    ("es", "en marzo empezarán las obras", "en", "works will begin in May", True),
    # A day that only one report has, and days of different kind.
    ("id", "pada 12 Oktober kami bertemu lagi", "fr", "nous nous reverrons", False),
    ("en", "on Monday", "de", "am 12. Oktober", False),
]

PLACES = [
    # One place, however it is spelled or declined.
    ("en", "The panel meets in Tehran", "ru", "Комиссия соберётся в Тегеране", False),
    ("fr", "une station à Bassorah", "ar", "محطة في البصرة", False),
    ("de", "Das Treffen ist in Genf", "es", "La reunión es en Ginebra", False),
    ("tr", "Toplantı Şam'da yapılacak", "en", "The meeting will be held in Damascus", False),
    ("id", "pertemuan di Kairo", "ms", "mesyuarat di Kaherah", False),
    # A place within another.
    ("en", "The panel meets in Tehran", "de", "Das Gremium tagt in Iran", False),
    # Another place for the same.
    ("en", "The panel meets in Tehran", "ru", "Комиссия соберётся в Багдаде", True),
    ("fr", "une station à Bassorah", "ar", "محطة في الموصل", True),
    ("tr", "Toplantı Şam'da yapılacak", "en", "The meeting will be held in Beirut", True),
    ("id", "pertemuan di Kairo", "fa", "نشست در بیروت", True),
    ("es", "La reunión es en Ginebra", "de", "Das Treffen ist in Wien", True),
    # A place that only one report has.
    ("en", "The panel meets in Tehran", "ru", "Комиссия соберётся снова", False),
]

NEGATIONS = [
    # One denies, the other does not.
    ("en", "The dam will not be built", "de", "Der Damm wird gebaut", True),
    ("fr", "Nous n’avons pas signé", "es", "Hemos firmado", True),
    ("id", "Kami tidak akan mundur", "tr", "Geri çekileceğiz", True),
    ("tr", "Köprü açılmayacak", "en", "The bridge will be opened", True),
    ("fa", "ما به شهر بازنمی‌گردیم", "ar", "سنعود إلى المدينة", True),
    ("fa", "کارخانه تعطیل نشده است", "ru", "Завод закрыт", True),
    ("ru", "Мы не платили выкуп", "ms", "Kami membayar wang tebusan", True),
    ("ar", "لن نوقف الضخ", "fr", "Nous arrêterons le pompage", True),
    ("de", "Es gibt keinen Plan", "en", "There is a plan", True),
    # Both deny, each in its own way.
    ("en", "Nobody warned us", "ru", "Нас никто не предупреждал", False),
    ("es", "Nadie nos avisó nunca", "de", "Niemand hat uns je gewarnt", False),
    ("en", "They met without shaking hands", "tr", "El sıkışmadan buluştular", False),
    ("fr", "L’eau n’est jamais arrivée", "fa", "آب هرگز نرسید", False),
    ("ar", "لا توجد خطة", "en", "There is no plan", False),
    ("tr", "Bu bizim suçumuz değil", "id", "Ini bukan kesalahan kami", False),
    ("tr", "Susuz kaldık", "en", "We were left without water", False),
    ("ms", "Tiada siapa cedera", "es", "Nadie resultó herido", False),
    # Only, and not only: no denial.
    ("en", "We found nothing but ash", "fr", "Nous n’avons trouvé que des cendres", False),
    ("es", "No encontramos más que ceniza", "id", "Kami hanya menemukan abu", False),
    ("ar", "لم نجد سوى الرماد", "ru", "Мы нашли только пепел", False),
    ("ru", "Это не только наш долг, но и право", "en", "It is our duty and our right", False),
    ("de", "Es ist nicht nur ein Recht, sondern eine Pflicht", "fr", "C’est un droit et un devoir", False),
    # Twice no is no denial, once is.
    ("en", "It is not impossible to rebuild", "es", "No es imposible reconstruir", False),
    # In a part that the other report lacks.
    ("en", "We accept the ruling. We will not pay.", "ru", "Мы признаём решение.", False),
    ("de", "Wir kommen wieder, aber nicht morgen", "es", "Volveremos", False),
]  # fmt: skip

SPEAKERS = [
    ("Guizlán Skalli", "غزلان الصقلي", False),
    ("Mohammad Bagheri", "Мохаммад Багери", False),
    ("Sükrü Gökdeniz", "Şükrü Gökdeniz", False),
    ("Bagheri", "محمد باقری", False),
    ("Ministry of Energy", "Sohrab Moqimi", False),
    ("juru bicara kementerian", "Sohrab Moqimi", False),
    ("Юсеф Хаддад", "Yousef Haddad", False),
    ("Jürgen Weiß", "Juergen Weiss", False),
    ("Sohrab Moqimi", "غانم الزبيدي", True),
    ("Анна Лебедева", "Maria Schulz", True),
    ("Ali Kaya", "Mehmet Kaya", True),
]


def report(text: str, language: str, speaker: str = "", cue: str = "") -> StatementRecord:
    return StatementRecord(
        id=1, article=1, file="a.txt", outlet="", language=language, type="quote", text=text, kind="direct",
        speaker=speaker, cue=cue, published=date(2026, 6, 9),
    )  # fmt: skip


def fields(a: StatementRecord, b: StatementRecord) -> set[str]:
    both_ways = {frozenset(each.field for each in conflicts(*pair)) for pair in ((a, b), (b, a))}
    assert len(both_ways) == 1
    return set(both_ways.pop())


def table(name: str, rows: list[tuple[str, str, str, str, bool]]) -> list[object]:
    return [pytest.param(name, row, id=f"{name}-{row[0]}-{row[2]}-{at}") for at, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("field", "row"),
    [
        *table("number", NUMBERS),
        *table("date", DATES),
        *table("place", PLACES),
        *table("negation", NEGATIONS),
    ],
)
def test_words_that_disagree(field: str, row: tuple[str, str, str, str, bool]) -> None:
    language, text, other, words, differ = row
    assert fields(report(text, language), report(words, other)) == ({field} if differ else set())


@pytest.mark.parametrize(("a", "b", "differ"), SPEAKERS)
def test_speakers_that_disagree(a: str, b: str, differ: bool) -> None:
    one, other = report("kami siap", "id", a), report("we are ready", "en", b)
    assert fields(one, other) == ({"speaker"} if differ else set())
