"""Where, on what occasion, to whom and through whom: tables of language, text -> circumstances, in all languages."""

from datetime import date

import pytest

from articles.analysis import analyse

TOLD = [
    # to whom, where and on what occasion: by prepositions, or by the ending of the words themselves
    (
        "en",
        "“Water is a right of all,” Rara Wulan told reporters in Tangier on Monday at a news conference.",
        {"addressee": "reporters", "place": "Tangier", "occasion_kind": "press_conference"},
    ),
    ("en", "“Water is a right of all,” Rara Wulan said, as quoted by IRNA.", {"relayed_by": "IRNA"}),
    # an occasion that stands for those who were there, and one behind a long preposition or a joined one
    (
        "en",
        "“Water is a right of all,” Rara Wulan told the news conference.",
        {"occasion": "the news conference", "occasion_kind": "press_conference", "addressee": ""},
    ),
    ("en", "“Water is a right of all,” Rara Wulan told the panel.", {"occasion": "", "addressee": "the panel"}),
    (
        "fr",
        "Au cours de la conférence de presse, Rara Wulan a prévenu les marchands : « L’eau est un droit de tous. »",
        {"occasion_kind": "press_conference"},
    ),
    (
        "ar",
        "وفي مقابلة مع إذاعة محلية، قالت رارا وولان: «الماء حق للجميع في كل مكان».",
        {"occasion_kind": "interview"},
    ),
    (
        "en",
        "“Water is a right of all,” Rara Wulan said in a tweet on Monday.",
        {"occasion_kind": "message", "addressee": ""},
    ),
    (
        "en",
        "“Water is a right of all,” Rara Wulan said in an interview with the Tribune.",
        {"occasion_kind": "interview"},
    ),
    (
        "id",
        "“Air itu hak semua orang,” kata Rara Wulan kepada wartawan di Jakarta, Senin (8/6).",
        {"addressee": "wartawan", "place": "Jakarta"},
    ),
    (
        "id",
        "“Air itu hak semua orang,” kata Rara Wulan dalam jumpa pers di Jakarta, seperti dikutip dari IRNA.",
        {"relayed_by": "IRNA", "occasion_kind": "press_conference", "place": "Jakarta"},
    ),
    (
        "ms",
        "“Air itu hak semua orang,” kata Rara Wulan kepada pemberita selepas mesyuarat di Ipoh.",
        {"addressee": "pemberita", "place": "Ipoh", "occasion_kind": "meeting"},
    ),
    (
        "de",
        "„Wasser ist ein Recht aller“, sagte Rara Wulan am Montag vor Journalisten in Berlin.",
        {"place": "Berlin", "addressee": "Journalisten"},
    ),
    (
        "de",
        "„Wasser ist ein Recht aller“, sagte Rara Wulan bei einer Pressekonferenz in Wien.",
        {"place": "Wien", "occasion_kind": "press_conference", "addressee": ""},
    ),
    (
        "fr",
        "« L’eau est un droit de tous », a déclaré Rara Wulan à la presse, lundi à Tanger.",
        {"addressee": "la presse", "place": "Tanger"},
    ),
    (
        "fr",
        "« L’eau est un droit de tous », a déclaré Rara Wulan à Tanger lors d’une conférence de presse.",
        {"addressee": "", "place": "Tanger", "occasion_kind": "press_conference"},
    ),
    ("fr", "« L’eau est un droit de tous », a déclaré Rara Wulan, citée par l’AFP.", {"relayed_by": "AFP"}),
    (
        "es",
        "«El agua es un derecho de todos», dijo Rara Wulan a la prensa en Madrid.",
        {"addressee": "la prensa", "place": "Madrid"},
    ),
    ("es", "«El agua es un derecho de todos», declaró Rara Wulan ante la comisión.", {"addressee": "la comisión"}),
    (
        "es",
        "«El agua es un derecho de todos», dijo Rara Wulan en una rueda de prensa, según informó EFE.",
        {"occasion_kind": "press_conference", "relayed_by": "EFE"},
    ),
    (
        "tr",
        'Rara Wulan, Ankara\'da gazetecilere "Su herkesin hakkıdır" dedi.',
        {"addressee": "gazetecilere", "place": "Ankara"},
    ),
    ("tr", 'Rara Wulan, basın toplantısında "Su herkesin hakkıdır" dedi.', {"occasion_kind": "press_conference"}),
    ("tr", 'AA\'nın haberine göre Rara Wulan, "Su herkesin hakkıdır" dedi.', {"relayed_by": "AA"}),
    ("ru", "«Вода — это право каждого», — сказала журналистам Рара Вулан.", {"addressee": "журналистам"}),
    (
        "ru",
        "«Вода — это право каждого», — сказала Рара Вулан на пресс-конференции в Москве.",
        {"occasion_kind": "press_conference", "place": "Москве"},
    ),
    ("ru", "«Вода — это право каждого», — сказала Рара Вулан, передаёт ТАСС.", {"relayed_by": "ТАСС"}),
    ("ar", "وقالت رارا وولان خلال مؤتمر صحفي: «الماء حق للجميع في كل مكان».", {"occasion_kind": "press_conference"}),
    (
        "ar",
        "وقالت رارا وولان، بحسب وكالة الأنباء العراقية: «الماء حق للجميع في كل مكان».",
        {"relayed_by": "وكالة الأنباء العراقية"},
    ),
    ("fa", "به گزارش ایرنا، رارا وولان گفت: «آب حق همه مردم است.»", {"relayed_by": "ایرنا"}),
    ("fa", "رارا وولان در جمع خبرنگاران گفت: «آب حق همه مردم است.»", {"addressee": "خبرنگاران"}),
    # a preposition that leads in much else needs people behind it
    ("fr", "« L’eau est un droit de tous », a déclaré Rara Wulan à Tanger.", {"addressee": ""}),
    ("es", "«El agua es un derecho de todos», dijo Rara Wulan al mediodía.", {"addressee": ""}),
    ("de", "„Wasser ist ein Recht aller“, sagte Rara Wulan vor dem Rathaus.", {"addressee": ""}),
    ("en", "“Water is a right of all,” said Rara Wulan, who moved to Tangier.", {"addressee": ""}),
    # the agency leads in the report, or is the one who speaks
    ("id", "Dikutip dari Antara, Rara Wulan mengatakan air itu hak semua orang.", {"relayed_by": "Antara"}),
    ("ru", "«Вода — это право каждого», — сообщила Рара Вулан.", {"relayed_by": ""}),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_it_tells_how_something_was_said(language, text, expected):
    (quote,) = analyse(text, language, date(2026, 6, 9)).quotes
    assert {name: getattr(quote.circumstances, name) for name in expected} == expected
