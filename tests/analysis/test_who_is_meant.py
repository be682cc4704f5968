"""Whom a name, an office or a pronoun means, by what the article tells elsewhere."""

import pytest

from articles.analysis import analyse

SPEAKERS = [
    # A small word inside a name, since the word behind it is spoken of alone.
    (
        "ar",
        "أعلنت وزيرة الصحة فانتا كان سيلا أن المستشفى سيفتح غدا. وقالت سيلا: «سنفتح الأبواب للجميع هذا الأسبوع».",
        ["فانتا كان سيلا"] * 2,
    ),
    # How something was said is no name behind a rank.
    (
        "ar",
        "قال الفريق كريم الجزولي إن السفن عادت أمس إلى الميناء. وقال الفريق بلهجة حازمة: «لن نغلق الميناء أمام أحد».",
        ["كريم الجزولي"] * 2,
    ),
    # An office with the pronoun of whoever it belongs to, and its holder's rank.
    ("ar", "وقال قائدها الفريق كريم الجزولي إن السفن ستعود غدا إلى الميناء.", ["كريم الجزولي"]),
    # A nation beside an office that only one man holds.
    (
        "ar",
        "قال القائد كريم الجزولي إن السفن عادت أمس إلى الميناء. وأقر القائد المصري بأن قواته أعادت سفنا تجارية.",
        ["كريم الجزولي"] * 2,
    ),
    # A name that the article names again without its own article.
    (
        "id",
        'Letnan Jenderal Umar Asy-Syarqawi datang. "Kapal kami sudah kembali ke pelabuhan," ujar Syarqawi, Rabu.',
        ["Umar Asy-Syarqawi"],
    ),
    # The field of an office, written large, is no given name.
    (
        "fr",
        "« Nous irons jusqu'au bout », a déclaré la ministre de la Santé Anne Legrand à Dakar.",
        ["Anne Legrand"],
    ),
    # An article tells that a minister is a woman, so that "il" is somebody else.
    (
        "fr",
        "« Nous irons jusqu'au bout », a déclaré la ministre de la Santé, Anne Legrand. À Podor, l’infirmier-chef "
        "Oumar Ly ne dort plus. « Les malades arrivent la nuit en pirogue », raconte-t-il.",
        ["Anne Legrand", "Oumar Ly"],
    ),
    # A pronoun in the same sentence takes nothing from whom the sentence is about.
    (
        "en",
        'Marietta Kane-Diop, a doctor before she was a minister, does not care for gates. "We will not shut the '
        'border this year," she says.',
        ["Marietta Kane-Diop"],
    ),
    # An office inside a compound, and one that means the same.
    (
        "de",
        "Notenbankchefin Nele Varga sagte, der Zins sei richtig. Die Lira werde halten, erklärte die Notenbankchefin. "
        "Am 5. Mai, so die Notenbankerin, werde sie nach Wien reisen.",
        ["Nele Varga"] * 3,
    ),
    # A commander is the general named before; one behind a preposition, too.
    (
        "fr",
        "Le ton a changé à la conférence du général de corps d’armée Paul Martin. Le commandant affirme que les tirs "
        "cesseront dimanche.",
        ["Paul Martin"],
    ),
    # A verb before its subject.
    (
        "tr",
        'Ali Demir geldi. Ayşe Kaya ise iki mayın bulduğunu anlattı. "Sis bastırırsa atışları bir gün erteleriz" diye '
        "uyardı Demir, havaya dikkat çekerek.",
        ["Ayşe Kaya", "Ali Demir"],
    ),
    # The holder of an office between commas behind the body.
    ("id", "Menurut ekonom Elbdata di Hamburg, Frieda Olsen, langkah itu datang terlambat.", ["Frieda Olsen"]),
    # An office with the pronoun of whoever it belongs to.
    (
        "ms",
        "Gabenornya, Nora Zain mengumumkan kadar dasar dinaikkan sebanyak 250 mata asas. Gabenor itu turut memaklumkan "
        "beliau akan menemui pengeksport.",
        ["Nora Zain"] * 2,
    ),
    # A surname of two words, and a nation beside an office.
    (
        "fa",
        "ماریتو کان سیلا، وزیر بهداشت این کشور، گفت که مرز باز می‌ماند. کان سیلا هشدار داد هر کس واکسن را بفروشد باید پاسخ بدهد.",
        ["ماریتو کان سیلا"] * 2,
    ),
    # What stands behind "as X announced" is in the nominative.
    ("ru", "Ставка, как объявила глава регулятора Нина Сомова, повышена на два пункта.", ["Нина Сомова"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), SPEAKERS)
def test_a_quote_is_credited_to_whom_the_article_means(language: str, text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in analyse(text, language).quotes] == speakers
