"""Litter of scraped pages in each language between two paragraphs, and sentences that only begin like it."""

import pytest

from articles.text.cleaning import clean
from articles.text.page import page_lines

BODIES = {
    "id": "Pemerintah menandatangani perjanjian air dengan negara tetangga pada Selasa malam di ibu kota.",
    "ms": "Kerajaan menandatangani perjanjian air dengan negara jiran pada malam Selasa di ibu negara semalam.",
    "en": "The government signed a water agreement with its neighbour late on Tuesday in the capital.",
    "de": "Die Regierung hat am späten Dienstagabend in der Hauptstadt ein Wasserabkommen mit dem Nachbarn unterzeichnet.",
    "fr": "Le gouvernement a signé mardi soir dans la capitale un accord sur l'eau avec le pays voisin.",
    "es": "El gobierno firmó el martes por la noche en la capital un acuerdo sobre el agua con el país vecino.",
    "ru": "Правительство подписало во вторник вечером в столице соглашение о воде с соседней страной.",
    "tr": "Hükümet salı gecesi başkentte komşu ülkeyle su paylaşımına ilişkin yeni bir anlaşma imzaladı.",
    "ar": "وقعت الحكومة مساء الثلاثاء في العاصمة اتفاقا جديدا بشأن المياه مع الدولة المجاورة.",
    "fa": "دولت سه‌شنبه شب در پایتخت توافق‌نامه تازه‌ای درباره آب با کشور همسایه امضا کرد.",
}


def between(language, line):
    """What is left of a line between two paragraphs."""
    body = BODIES[language]
    return clean(f"{body}\n\n{line}\n\n{body}", language).text.removeprefix(body).removesuffix(body).strip()


@pytest.mark.parametrize(
    ("language", "litter"),
    [
        ("id", "Baca juga: Menteri Akan Kunjungi Bendungan"),
        ("id", "Halaman Selanjutnya"),
        ("id", "Artikel ini hanya untuk pelanggan"),
        ("id", "BERITA TERKAIT\nSumur Terakhir di Lembah"),
        ("ms", "Baca juga: Menteri Lawat Empangan"),
        ("ms", "Teruskan membaca"),
        ("ms", "Kongsi artikel ini"),
        ("en", "READ MORE: Minister to visit dam"),
        ("en", "Story continues below advertisement"),
        ("en", "RELATED\nThe last well in the valley"),
        ("en", "Sign up for our newsletter"),
        ("en", "Facebook X WhatsApp"),
        ("de", "Lesen Sie auch: Ministerin besucht Talsperre"),
        ("de", "Weiterlesen nach der Anzeige"),
        ("de", "Auch interessant\nDer letzte Brunnen im Tal"),
        ("de", "Dieser Artikel ist nur für Abonnenten"),
        ("fr", "Lire aussi : La ministre visite le barrage"),
        ("fr", "La suite après cette publicité"),
        ("fr", "À lire aussi\nLe dernier puits de la vallée"),
        ("fr", "Cet article est réservé aux abonnés"),
        ("es", "Lea también: La ministra visita la presa"),
        ("es", "Te puede interesar\nEl último pozo del valle"),
        ("es", "Contenido exclusivo para suscriptores"),
        ("ru", "Читайте также: Министр посетит плотину"),
        ("ru", "Продолжение после рекламы"),
        ("ru", "Материалы по теме:\nПоследний колодец долины"),
        ("ru", "Подписывайтесь на наш канал"),
        ("tr", "İlgili haber: Bakan barajı ziyaret edecek"),
        ("tr", "HABERİN DEVAMI"),
        ("tr", "Haberin devamı reklamdan sonra"),
        ("tr", "Bunlar da ilginizi çekebilir\nVadinin son kuyusu"),
        # hamza, tanwin and the letters of other keyboards
        ("ar", "اقرأ أيضا: الوزير يزور السد"),
        ("ar", "إقرأ أيضًا : الوزير يزور السد"),
        ("ar", "اقرا ايضا: الوزير يزور السد"),
        ("ar", "شاهد أيضا\nآخر بئر في الوادي"),
        ("ar", "مساحة إعلانية"),
        ("fa", "بیشتر بخوانید: بازدید وزیر از سد"),
        ("fa", "بيشتر بخوانيد: بازدید وزیر از سد"),
        ("fa", "این مطلب را هم بخوانید: آخرین چاه دره"),
        ("fa", "ادامه مطلب"),
        ("fa", "اشتراک گذاری در تلگرام"),
    ],
)
def test_litter_goes(language, litter):
    assert between(language, litter) == ""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Halaman sekolah itu terendam selama dua hari."),
        ("id", "Sumber air itu: sebuah mata air di lereng gunung."),
        ("id", "Cari kerja kini makin sulit bagi warga desa, katanya."),
        ("id", "Dapatkan air bersih dahulu, baru bicara soal pajak, kata petani itu."),
        ("ms", "Komen penduduk itu dibaca di dewan."),
        ("ms", "Kongsi kuasa itu berakhir tahun lalu."),
        ("ms", "Anda mungkin juga terlibat, kata pegawai itu kepada mereka."),
        ("en", "Share prices fell on Wednesday."),
        ("en", "Follow us, the old man told the soldiers who had lost their way."),
        ("en", "Related companies were not named."),
        ("en", "More on this will be known on Friday, the judge told the court."),
        ("en", "Copyright law was changed twice last year, the minister said."),
        ("en", "Background: The mill closed in 1998 after a fire that killed eleven workers."),
        ("en", "Reach the summit before noon or turn round, the guide warned them."),
        ("en", "The cliché© of the poor fisherman is wrong, said the mayor of the town."),
        ("de", "Anzeige erstattete am Mittwoch auch der Bürgermeister."),
        ("de", "Mehr zu sagen hatte sie nicht."),
        ("de", "Mit Nachdruck fordern die Anwohner"),
        ("de", "Bild und Ton fielen während der Sitzung mehrmals aus."),
        ("de", "Hintergrund: Die Brücke wurde 1998 nach einem Unfall mit elf Toten gesperrt."),
        ("de", "Zum Thema wollte sich der Minister am Abend nicht äußern."),
        ("fr", "Partager l'eau est devenu une question de survie."),
        ("fr", "Réagir vite était la seule solution, selon le maire."),
        ("fr", "Il vous reste un mois, a-t-il lancé aux élus de la vallée."),
        ("fr", "Photo et vidéo ont été versées au dossier."),
        ("es", "Más de 300 vecinos marcharon hacia la plaza"),
        ("es", "Comparte el pozo con otras dos familias."),
        ("es", "Síganos, gritó el bombero a los vecinos de la calle."),
        ("es", "Video y audio serán entregados al juez."),
        ("ru", "Источник, близкий к министерству, подтвердил эти сведения."),
        ("ru", "Реклама табака в стране запрещена с 2013 года."),
        ("ru", "Ранее: дожди размыли дорогу, и село осталось без хлеба на три дня."),
        ("ru", "Подробнее он расскажет на суде."),
        ("tr", "Paylaş dedi babası, o da ekmeği ikiye böldü."),
        ("tr", "Kaynak suyu yıllardır köye ulaşmıyor."),
        ("tr", "Yorum yapmak istemeyen bakan salondan ayrıldı."),
        ("tr", "Haberi duyan köylüler meydanda toplandı."),
        ("ar", "المزيد من المطر يعني المزيد من الفيضانات."),
        ("ar", "شارك في الاجتماع ثلاثة وزراء."),
        ("ar", "المصدر نفسه أكد أن المفاوضات مستمرة."),
        ("fa", "منبع آب روستا خشک شده است."),
        ("fa", "عضویت در این سازمان دو سال طول کشید."),
        ("fa", "به گزارش این خبرگزاری، باران ادامه دارد."),
        # times of a running report, an answer of one word
        ("en", "9:05 p.m."),
        ("en", "Next."),
        ("id", "20.14"),
        # an address at the end of a sentence
        ("en", "“We will not leave the valley,” the union wrote to its members on Tuesday, see https://union.example"),
        # the result of a match, and one of a table
        ("de", "Ghana - Australien: 1:1 (1:1)"),
        ("de", "Canadiens 2 | Bruins 1"),
    ],
)
def test_a_sentence_that_begins_like_litter_stays(language, sentence):
    assert between(language, sentence) == sentence


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("id", "Tag Harga Baru Bikin Pedagang Pasar Bingung"),
        ("en", "More stories from the flood: a town counts its dead and its cows"),
        ("en", "Photo of drowned village moves a whole country to give money"),
        ("de", "Mit Nachdruck: Bürgermeister fordert Ersatz für die Brücke"),
        ("de", "Bild der Verwüstung nach dem Sturm an der ganzen Küste im Norden"),
        ("fr", "La reproduction des tortues inquiète les pêcheurs"),
        ("es", "Más de mil familias esperan casa tras la inundación"),
        ("ru", "Фото погибшего капитана вернули семье через сорок лет после кораблекрушения"),
        ("tr", "Son haberler umut verdi: Barajda su yükseliyor"),
        ("ar", "المزيد من القتلى في فيضانات الجنوب"),
        ("fa", "عضویت در پیمان آب به رأی گذاشته شد"),
    ],
)
def test_a_headline_that_begins_like_litter_is_one(language, title):
    (line,) = page_lines(title, language, True)
    assert line.kind == ""


def test_a_box_about_the_author_is_no_body():
    page = (
        f"Two countries sign river deal at last\nBy Jane Doe\n3 May 2024\n\n{BODIES['en']}\n\n"
        f"“We are ready,” the minister said.\n\nShare\nJane Doe covers water and farming for the Valley Herald."
    )
    assert clean(page, "en").text == f"{BODIES['en']}\n\n“We are ready,” the minister said."


def test_a_list_of_links_goes_with_what_leads_to_it():
    body = BODIES["id"]
    links = "Baca juga\nHarimau Terlihat di Jalan Lintas\nBanjir Rendam Tiga Kecamatan"
    assert clean(f"{body}\n{links}\n{body}", "id").text == f"{body}\n{body}"


def test_a_heading_below_a_link_stays():
    body = BODIES["id"]
    link, heading = "Baca juga: Harimau Terlihat di Jalan Lintas", "Latar belakang perundingan"
    assert clean(f"{body}\n\n{link}\n\n{heading}\n\n{body}", "id").text == f"{body}\n\n{heading}\n\n{body}"


def test_long_paragraphs_above_a_date_are_body():
    long = " ".join([BODIES["de"]] * 5)
    page = f"{BODIES['de']}\n\n{long}\n\nStand: 27.02.2005, 18:23\n\n{BODIES['de']}"
    assert clean(page, "de").text.startswith(BODIES["de"])
