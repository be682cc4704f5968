"""Claims: what can be checked, and what is no claim."""

from datetime import date

import pytest

from articles.analysis import analyse

CLAIMS = [
    # a figure, a date, an act
    ("en", "The river runs about 275 miles through two countries."),
    ("id", "Bendungan itu selesai dibangun pada tahun 1961 di hulu."),
    ("id", "Iran dan Irak menandatangani perjanjian pembagian air di Kermanshah."),
    ("ms", "Iran dan Iraq memeterai perjanjian air di Kermanshah hari ini."),
    ("en", "The court of Old Town sentenced Bo Lind in spring."),
]
NONE = [
    # opinions, wishes, questions, plans that may not be
    ("en", "The river should run 275 miles through two countries."),
    ("en", "Why did the river run only 275 miles last summer?"),
    ("id", "Semoga 18 meter kubik air itu cukup untuk semua warga."),
    ("id", "Pemerintah harus membayar 14 juta kepada para petani itu."),
    # nothing to check, a fragment, a figure in a word
    ("en", "The morning was grey and nobody spoke for a while."),
    ("en", "Page 1 of 1"),
    ("en", "Much of the 186-page report turns on a small notebook."),
]


@pytest.mark.parametrize(("language", "text"), CLAIMS)
def test_what_can_be_checked_is_a_claim(language, text):
    assert [one.text for one in analyse(text, language).claims] == [text]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_cannot_be_checked_is_none(language, text):
    assert analyse(text, language).claims == ()


def test_the_dateline_is_no_part_of_a_claim():
    text = "KERMANSHAH, Iran (Antara) - Kedua negara itu menandatangani 14 perjanjian."
    (claim,) = analyse(text, "id").claims
    assert claim.text == "Kedua negara itu menandatangani 14 perjanjian."


def test_a_reported_clause_is_a_claim_without_its_attribution():
    text = "Rara Wulan mengatakan bahwa tujuh kapal itu membawa 312 penumpang."
    (claim,) = analyse(text, "id").claims
    assert claim.text == "tujuh kapal itu membawa 312 penumpang"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two to three million people left the coast in 2019."),
        ("id", "Sedikitnya 12 orang tewas di Kota Lama, Senin (8/6)."),
        ("ms", "Kerajaan membelanjakan RM1.5 bilion bagi 20 buah hospital pada tahun lalu."),
        ("de", "Am 3. Dezember starben bei dem Brand sieben Menschen."),
        ("fr", "Au moins quatorze personnes ont été tuées mardi dans l'incendie."),
        ("es", "El puerto exportó 1.250.000 toneladas de trigo."),
        ("tr", "Depremde en az 120 kişi öldü, 300'den fazla kişi yaralandı."),
        ("ru", "Завод выпустил 1,5 млн тонн стали."),
    ],
)
def test_measures_and_counts_are_claims_in_every_language(language, text):
    assert [one.text for one in analyse(text, language, date(2026, 6, 10)).claims] == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # wishes
        ("en", "We hope that 40 ships reach the harbour before the winter."),
        ("id", "Kami berharap 40 kapal tiba sebelum musim hujan berakhir."),
        ("ms", "Kami berharap 40 kapal tiba sebelum musim hujan berakhir."),
        ("de", "Wir hoffen, dass 40 Schiffe vor dem Winter den Hafen erreichen."),
        ("fr", "Nous espérons que 40 bateaux arriveront avant l'hiver."),
        ("es", "Ojalá 40 barcos lleguen al puerto antes del invierno."),
        ("tr", "Umarım 40 gemi kıştan önce limana ulaşır."),
        ("ru", "Мы надеемся, что 40 кораблей дойдут до порта."),
        # duties
        ("en", "The ministry should pay 40 million to the farmers."),
        ("de", "Wir sollten 40 Millionen Euro für den Hafen ausgeben."),
        ("tr", "Limana 40 gemi gelmeli ve yük boşaltmalıdır."),
        ("ru", "Министерство должно заплатить фермерам 40 миллионов рублей."),
        # guesses and what is only supposed
        ("en", "If 40 ships come, the harbour will be full again."),
        ("fr", "Peut-être 40 bateaux sont entrés dans le vieux port."),
        ("de", "Vielleicht kommen 40 Schiffe in den alten Hafen zurück."),
        ("es", "Quizás 40 barcos entraron ayer en el puerto viejo."),
        ("ru", "Если придут 40 кораблей, порт снова будет полон."),
        # questions
        ("id", "Apakah pemerintah membayar 40 juta kepada para petani itu?"),
        ("es", "¿Pagó el ministerio los 40 millones a los agricultores?"),
        # plans without a date
        ("en", "The port will buy 40 cranes from the old shipyard."),
        ("tr", "Liman eski tersaneden 40 vinç satın alacak."),
    ],
)
def test_wishes_duties_guesses_questions_and_vague_plans_are_none(language, text):
    assert analyse(text, language).claims == ()


def test_a_plan_with_its_day_is_a_claim():
    (claim,) = analyse("The panel will meet again in Irbil on Oct. 12.", "en", date(2026, 6, 10)).claims
    assert [(one.first, one.last) for one in claim.dates] == [(date(2026, 10, 12), date(2026, 10, 12))]


def test_figures_and_dates_are_normalised():
    text = "Tehran released 18 cubic metres of water per second from July 1 through Oct. 31, 2026."
    (claim,) = analyse(text, "en", date(2026, 6, 10)).claims
    (figure,) = claim.figures
    assert (figure.value, figure.unit, figure.text) == (18, "m3/s", "18 cubic metres of water per second")
    assert [one.first.isoformat() for one in claim.dates] == ["2026-07-01", "2026-10-31"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The dam of Old Town was completed in 1961.", date(1961, 1, 1), date(1961, 12, 31)),
        ("The dam was completed in May 2024 for 40 million dollars.", date(2024, 5, 1), date(2024, 5, 31)),
        ("Seven ships burned on Tuesday off the coast near here.", date(2026, 6, 9), date(2026, 6, 9)),
    ],
)
def test_a_month_and_a_year_are_all_their_days(text, first, last):
    (claim,) = analyse(text, "en", date(2026, 6, 10)).claims
    assert [(one.first, one.last) for one in claim.dates] == [(first, last)]


def test_a_month_of_an_act_that_has_passed_lies_behind():
    (claim,) = analyse("The firm sold seven ships for 40 million euros in December.", "en", date(2026, 6, 10)).claims
    assert [one.first for one in claim.dates] == [date(2025, 12, 1)]


def test_sentences_of_a_quote_are_claims_by_themselves():
    text = "“We are proud of that. The river carried 40 tonnes of sand,” said Rara Wulan."
    (claim,) = analyse(text, "en").claims
    assert claim.text == "The river carried 40 tonnes of sand"


def test_an_article_yields_a_handful():
    text = "\n".join(
        f"The port of Old Town sold {number} ships to the harbour company in 2019." for number in range(20, 60)
    )
    found = analyse(text, "en").claims
    assert len(found) == round(len(text.split()) / 40)
    assert len(analyse(text.split("\n")[0], "en").claims) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قتل سبعة أشخاص وأصيب ٤٦ آخرون في الحريق يوم ١٤ أغسطس."),
        ("ar", "وقع العراق وإيران اتفاقية لتقاسم ١٨ مترا مكعبا في الثانية."),
        ("fa", "در این حادثه هفت نفر جان باختند و ۴۶ نفر زخمی شدند."),
        ("fa", "این کارخانه ۱٫۵ میلیون تن فولاد در سال ۱۴۰۳ تولید کرد."),
    ],
)
def test_measures_and_counts_are_claims_where_the_script_has_no_capitals(language, text):
    assert [one.text for one in analyse(text, language, date(2026, 6, 10)).claims] == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "نأمل أن تصل ٤٠ سفينة إلى الميناء قبل الشتاء."),
        ("ar", "يجب أن تدفع الوزارة ٤٠ مليون دولار للمزارعين."),
        ("ar", "هل دفعت الوزارة ٤٠ مليون دولار للمزارعين؟"),
        ("fa", "امیدواریم ۴۰ کشتی پیش از زمستان به بندر برسند."),
        ("fa", "وزارت باید ۴۰ میلیون دلار به کشاورزان بپردازد."),
        ("fa", "اگر ۴۰ کشتی بیایند، بندر دوباره پر می‌شود."),
    ],
)
def test_wishes_duties_and_questions_are_none_in_any_script(language, text):
    assert analyse(text, language).claims == ()


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("id", "Tujuh kapal terbakar di pelabuhan kemarin sore.", ["2026-06-09"]),
        ("fa", "هفت نفر در ۲۳ مرداد ۱۴۰۴ در این بندر کشته شدند.", ["2025-08-14"]),
        ("id", "Kebakaran itu menewaskan 12 orang, Senin (8/6/2026).", ["2026-06-08"]),
        # Every Tuesday is no day, and a day of the week alone makes no plan.
        ("en", "Every Tuesday the ferry carries 312 passengers to the islands.", []),
    ],
)
def test_days_are_told_by_any_calendar(language, text, days):
    (claim,) = analyse(text, language, date(2026, 6, 10)).claims
    assert [one.first.isoformat() for one in claim.dates] == days
