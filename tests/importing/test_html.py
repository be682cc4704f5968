"""Web pages as outlets make them, with menus, cookies, cross-links, comments: what comes out of them."""

from datetime import date
from pathlib import Path

import pytest

from articles.importing import html, read

PAGES = Path(__file__).parent / "webpages"
NAMES = sorted(path.name for path in PAGES.iterdir())


def page(name):
    return (PAGES / name).read_bytes()


def raw(source, name="a.html"):
    (document,) = html.read(name, source.encode() if isinstance(source, str) else source)
    return document


def article(source, name="a.html"):
    (document,) = read(name, source.encode() if isinstance(source, str) else source)
    return document


@pytest.mark.parametrize(
    ("name", "title", "outlet", "author", "published"),
    [
        # JSON-LD that refers to its author and outlet; an address for author
        (
            "selat.id.html",
            "Nelayan Selat Tolak Pelabuhan Baru, Bupati Janji Berunding",
            "Warta Selat",
            "Laras Widyaningrum",
            date(2024, 5, 14),
        ),
        # OpenGraph only
        (
            "manar.ar.html",
            "لجنة التحقيق في حريق العبّارة: الحارس حذّر قبل ساعتين",
            "صحيفة المنارة",
            "سلمى بنجلون",
            date(2025, 2, 12),
        ),
        # properties marked in the elements, windows-1251
        (
            "volna.ru.html",
            "Паром загорелся из-за проводки, заявили в комиссии",
            "Волжская волна",
            "Инна Берестова",
            date(2023, 11, 2),
        ),
        # broken JSON-LD before a list with two authors; a topic before the title; ten minutes past midnight
        (
            "tagwerk.de.html",
            "Trinkwasser: Stadtrat streitet über Brunnen & Gebühren",
            "Tagwerk Süd",
            "Henrike Vollmer, Ozan Demirel",
            date(2025, 7, 1),
        ),
        # Dublin Core, a byline for author
        (
            "rivage.fr.html",
            "Le maire refuse de fermer la piscine : « On ne rationne pas l’été »",
            "Le Rivage",
            "Maëlle Kervadec",
            date(2022, 8, 3),
        ),
        # the outlet for author; half past midnight, told in UTC by one source and in local time by the other
        (
            "rud.fa.html",
            "وزیر نیرو: سهم آب رودخانه تغییر نمی‌کند",
            "خبرگزاری رود",
            "",
            date(2024, 6, 10),
        ),
        # a page of 2003: nothing but its title
        (
            "herald.en.html",
            "Ferry inquiry hears of locked doors",
            "Harbor Herald",
            "Ruth Okafor",
            date(2003, 3, 4),
        ),
        # no paragraphs, no names that tell anything
        ("bosfor.tr.html", "Vapur seferleri yarın duruyor", "Boğaz Postası", "Defne Aksoy", date(2021, 1, 29)),
        # all of it in a form; the staff for author; the date of a mail
        (
            "ribera.es.html",
            "La alcaldesa pide perdón por los cortes de agua",
            "Diario de la Ribera",
            "",
            date(2024, 10, 18),
        ),
        # a list of other articles beside its own; today's date in the masthead
        (
            "ledger.en.html",
            "Council scraps flood wall after costs double",
            "The Fenwick Ledger",
            "Imogen Castle",
            date(2026, 3, 31),
        ),
        # a name for the staff in all data, the author in a line of the page
        (
            "teluk.ms.html",
            "Jambatan Teluk ditutup tiga bulan untuk kerja pembaikan",
            "Berita Teluk",
            "Norhayati Samad",
            date(2023, 3, 8),
        ),
    ],
)
def test_fields(name, title, outlet, author, published):
    found = article(page(name), name)
    assert (found.title, found.outlet) == (title, outlet)
    assert (found.author, found.published) == (author, published)
    assert found.language == name.split(".")[1]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("name", "first", "last", "paragraphs"),
    [
        ("selat.id.html", "TANJUNG PURA, Warta Selat – Ratusan", "hingga berita ini diturunkan.", 5),
        ("manar.ar.html", "طنجة - قدمت لجنة التحقيق", "أمام محكمة الاستئناف بطنجة.", 5),
        ("volna.ru.html", "КАЗАНЬ, 2 ноября. Причиной", "жалобу 20 ноября.", 5),
        ("tagwerk.de.html", "Ulmenbach. Der Stadtrat", "müsste das Verwaltungsgericht entscheiden.", 7),
        ("rivage.fr.html", "Saint-Aubin. Le maire, Yann Le Goff,", "jeudi matin à la sous-préfecture.", 5),
        ("rud.fa.html", "توافق تازه پس از یازده ماه گفت‌وگو", "از اول تیرماه اجرا می‌شود.", 6),
        ("herald.en.html", "PORT ELLERY -- Two of", "as its first witness.", 5),
        ("bosfor.tr.html", "İSTANBUL - Fırtına uyarısı", "kullanmaları önerildi.", 3),
        ("ribera.es.html", "Alcañete, 18 oct. La alcaldesa,", "el 2 de noviembre.", 4),
        ("teluk.ms.html", "KUALA TELUK, 7 Mac – Jambatan", "sebelum musim tengkujuh.", 6),
        ("ledger.en.html", "FENWICK — Councillors voted", "misstated the length of the wall.", 9),
    ],
)
def test_the_body_is_whole(name, first, last, paragraphs):
    text = article(page(name), name).text
    assert text.startswith(first)
    assert text.endswith(last)
    assert len(text.split("\n")) == paragraphs


LITTER = {
    "selat.id.html": [
        "kuki",
        "Ekonomi",
        "Bagikan",
        "Foto:",
        "Baca juga",
        "Iklan",
        "Tag:",
        "Terkait",
        "Udin",
        "Feri",
        "©",
    ],
    "manar.ar.html": ["البث", "رياضة", "شارك", "مشاهدة", "اقرأ أيضا", "الكلمات", "كريم", "©"],
    "volna.ru.html": ["Политика", "Читайте", "Поделиться", "льдины", "©", "2 ноября 2023"],
    "tagwerk.de.html": ["Privatsphäre", "Abo", "Lesezeit", "Foto:", "Mehr zum", "Nitrat", "Tagwerk+", "Freibad", "©"],
    "rivage.fr.html": [
        "Accueil",
        "Partager",
        "PHOTO",
        "Lire aussi",
        "Recevez",
        "pêcheur29",
        "Vos réactions",
        "légales",
    ],
    "rud.fa.html": ["ورزشی", "کد خبر", "انتهای پیام", "برچسب", "پربازدید", "تمامی حقوق"],
    "herald.en.html": ["Front page", "By Ruth", "2003", "Write to us"],
    "bosfor.tr.html": ["Gündem", "Güncelleme", "Köprüde", "Çerez", "gizli"],
    "teluk.ms.html": ["Langkau", "Hiburan", "BACA LAGI", "Tol", "Foto", "Kongsi", "Tag:", "Seterusnya", "Balasan", "©"],
    "ribera.es.html": ["Esquelas", "Compartir", "relacionadas", "Vecino_77", "Aviso legal", "doPostBack"],
    "ledger.en.html": [
        "Skip to",
        "Obituaries",
        "Print",
        "inbox",
        "Most read",
        "Typical of",
        "Privacy",
        "alert",
        "svg text",
    ],
}


@pytest.mark.parametrize("name", NAMES)
def test_no_litter_is_left(name):
    text = article(page(name), name).text
    assert [litter for litter in LITTER[name] if litter in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_made_of_lines_of_the_page_in_their_order(name):
    document = raw(page(name))
    lines = iter(document.page.split("\n"))
    assert [line for line in document.text.split("\n") if line not in lines] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_left_out_is_on_the_page(name):
    # what people see, but nothing that acts, and no script
    whole = raw(page(name)).page
    unseen = ("alert", "doPostBack", "gizli", "svg text", "gtag")
    assert [litter for litter in LITTER[name] if litter not in whole and litter not in unseen] == []
    assert [word for word in (*unseen, "javascript:", "hx-", "<") if word in whole] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_seen_is_lost(name):
    found = article(page(name), name)
    kept = "\n".join([found.text, *(one.text for one in found.removed)])
    assert [line for line in raw(page(name)).page.split("\n") if line not in kept] == []


def story(paragraphs, wrap="<p>{}</p>"):
    sentence = (
        "Paragraph {} of the long report tells what the members of the harbour board said to each other that day."
    )
    return "".join(wrap.format(sentence.format(n)) for n in range(paragraphs))


@pytest.mark.parametrize(
    "wrap",
    [
        "<p>{}</p>",
        # wrapped in the source
        "<p>{}</p>\n",
        # never closed
        "<p>{}",
        "{}<br><br>",
        "<div>{}</div>",
        "<ul><li>{}</li></ul>",
        "<section><h3>The day</h3><p>{}</p></section>",
        "<p><span>{}</span></p>",
    ],
)
def test_a_long_article_is_kept_whole(wrap):
    wrapped = story(600, wrap).replace(" members", "\n  members") if "\n" in wrap else story(600, wrap)
    document = raw(f"<html><body><h1>The long report</h1><div class='article'>{wrapped}</div></body></html>")
    assert document.page and [line for line in document.text.split("\n") if line not in document.page.split("\n")] == []
    assert [n for n in range(600) if f"Paragraph {n} of" not in document.text] == []
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
    ],
)
def test_the_encoding_that_a_page_declares(declared, encoding):
    source = f"<html><head>{declared}<title>Été à Nîmes</title></head><body><h1>Été à Nîmes</h1>{story(3)}<p>Le prix : 5 €, dit-il hier soir à Nîmes devant la foule.</p></body></html>"
    document = raw(source.encode(encoding))
    assert "5 €" in document.text
    assert document.warnings == ()


def test_an_encoding_that_cannot_be_true_is_not_believed():
    source = f'<html><head><meta charset="utf-16"></head><body>{story(3)}<p>Ça suffit, a-t-elle déclaré à la presse réunie à Nîmes.</p></body></html>'
    assert "Ça suffit" in raw(source).text


def test_paragraphs_that_seem_to_be_other_matter_are_told_of():
    aside = (
        "<div class='share'><p>"
        + "The board has met on every second Monday since the harbour was built, in the hall behind the old customs house, and each of its members brings a lamp."
        + "</p></div>"
    )
    document = raw(f"<html><body><article><h1>The report</h1>{story(5)}{aside}{story(5)}</article></body></html>")
    assert "brings a lamp" in document.text or any("left out" in warning for warning in document.warnings)
    assert "brings a lamp" in document.page


def test_an_article_that_only_the_data_of_a_page_have():
    whole = (
        "The harbour board voted on Monday night to close the old quay.\\n\\n"
        + "It met for four hours &amp; more. " * 20
    )
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Old quay closed", "articleBody": "{whole}"}}</script>'
    shown = "<h1>Old quay closed</h1><p>The harbour board voted on Monday night to close the old quay.</p><p>Subscribe now.</p>"
    document = raw(f"<html><head>{data}</head><body>{shown}</body></html>")
    assert document.text.startswith("The harbour board voted on Monday night to close the old quay.\n")
    assert document.text.endswith("It met for four hours & more.")
    assert "Subscribe now." in document.page
    assert "taken from the data" in document.warnings[0]


def test_what_the_page_shows_goes_before_what_its_data_have():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "In short."}</script>'
    document = raw(f"<html><head>{data}</head><body><h1>The report</h1>{story(5)}</body></html>")
    assert "Paragraph 4" in document.text
    assert document.warnings == ()
