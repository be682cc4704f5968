"""One statement in ten languages, in which nothing disagrees, and versions of it that disagree with all of them."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import NamedTuple

import pytest

from articles.linking import conflicts
from articles.records import StatementRecord


class Utterance(NamedTuple):
    reports: dict[str, str]
    deviating: tuple[tuple[str, str, str], ...]
    """Language, text and the field in which it disagrees with every report."""


UTTERANCES = {
    "bridge": Utterance(
        {
            "en": "The new bridge at Basra will open on 3 March and will carry 12,000 vehicles a day.",
            "de": "Die neue Brücke in Basra wird am 3. März eröffnet und soll täglich 12.000 Fahrzeuge tragen.",
            "fr": "Le nouveau pont de Bassorah ouvrira le 3 mars et verra passer 12 000 véhicules par jour.",
            "es": "El nuevo puente de Basora se abrirá el 3 de marzo y soportará 12.000 vehículos diarios.",
            "id": "Jembatan baru di Basra akan dibuka pada 3 Maret dan akan dilewati 12 ribu kendaraan per hari.",
            "ms": "Jambatan baharu di Basra akan dibuka pada 3 Mac dan dilalui 12,000 kenderaan sehari.",
            "ru": "Новый мост в Басре откроют 3 марта, по нему будут проезжать 12 тысяч машин в день.",
            "tr": "Basra'daki yeni köprü 3 Mart'ta açılacak ve günde 12 bin aracı taşıyacak.",
            "ar": "سيُفتتح الجسر الجديد في البصرة في ٣ آذار وستعبره ١٢ ألف مركبة يومياً.",
            "fa": "پل جدید بصره در ۱۲ اسفند باز می‌شود و روزانه ۱۲ هزار خودرو از آن می‌گذرند.",
        },
        (
            ("en", "The new bridge at Basra will open on 13 March and will carry 12,000 vehicles a day.", "date"),
            ("id", "Jembatan baru di Basra akan dibuka pada 3 Maret dan akan dilewati 20 ribu kendaraan per hari.",
             "number"),
            ("tr", "Basra'daki yeni köprü 3 Mart'ta açılmayacak ve günde 12 bin aracı taşımayacak.", "negation"),
            ("fr", "Le nouveau pont de Bassorah ouvrira le 3 mai et verra passer 12 000 véhicules par jour.", "date"),
        ),
    ),
    "vaccine": Utterance(
        {
            "en": "We have never sold vaccines abroad, and we will not do so while our own hospitals wait.",
            "de": "Wir haben nie Impfstoff ins Ausland verkauft, und das werden wir nicht tun, solange unsere "
                  "Krankenhäuser warten.",
            "fr": "Nous n’avons jamais vendu de vaccins à l’étranger et nous ne le ferons pas tant que nos hôpitaux "
                  "attendent.",
            "es": "Nunca hemos vendido vacunas al extranjero y no lo haremos mientras nuestros hospitales esperen.",
            "id": "Kami tidak pernah menjual vaksin ke luar negeri dan tidak akan melakukannya selama rumah sakit kami "
                  "menunggu.",
            "ms": "Kami tidak pernah menjual vaksin ke luar negara dan tidak akan berbuat demikian selagi hospital kami "
                  "menunggu.",
            "ru": "Мы никогда не продавали вакцину за рубеж и не будем этого делать, пока наши больницы ждут.",
            "tr": "Yurt dışına hiç aşı satmadık ve kendi hastanelerimiz beklerken satmayacağız.",
            "ar": "لم نبع لقاحات إلى الخارج قط، ولن نفعل ذلك ما دامت مستشفياتنا تنتظر.",
            "fa": "ما هرگز واکسن به خارج نفروخته‌ایم و تا وقتی بیمارستان‌های خودمان منتظرند این کار را نمی‌کنیم.",
        },
        (
            ("en", "We have sold vaccines abroad, and we will do so while our own hospitals wait.", "negation"),
            ("ru", "Мы всегда продавали вакцину за рубеж и будем это делать, пока наши больницы ждут.", "negation"),
        ),
    ),
    "flood": Utterance(
        {
            "en": "The flood killed 17 people and left more than 2,300 families without a home.",
            "de": "Die Flut hat 17 Menschen das Leben gekostet und mehr als 2300 Familien obdachlos gemacht.",
            "fr": "Les inondations ont fait 17 morts et laissé plus de 2 300 familles sans abri.",
            "es": "La inundación dejó 17 muertos y a más de 2.300 familias sin hogar.",
            "id": "Banjir itu menewaskan 17 orang dan membuat lebih dari 2.300 keluarga kehilangan rumah.",
            "ms": "Banjir itu meragut 17 nyawa dan menyebabkan lebih 2,300 keluarga hilang tempat tinggal.",
            "ru": "Наводнение унесло жизни 17 человек и оставило без крова более 2300 семей.",
            "tr": "Selde 17 kişi öldü, 2 bin 300'den fazla aile evsiz kaldı.",
            "ar": "أودى الفيضان بحياة ١٧ شخصاً وترك أكثر من ٢٣٠٠ عائلة بلا مأوى.",
            "fa": "سیل جان ۱۷ نفر را گرفت و بیش از ۲۳۰۰ خانواده را بی‌خانمان کرد.",
        },
        (
            ("en", "The flood killed 71 people and left more than 2,300 families without a home.", "number"),
            ("ar", "أودى الفيضان بحياة ٢٧ شخصاً وترك أكثر من ٢٣٠٠ عائلة بلا مأوى.", "number"),
            ("es", "La inundación dejó 17 muertos y a menos de 1.300 familias sin hogar.", "number"),
        ),
    ),
    "talks": Utterance(
        {
            "en": "The next round of talks will be held in Geneva on Tuesday, and it will last two days.",
            "de": "Die nächste Gesprächsrunde findet am Dienstag in Genf statt und dauert zwei Tage.",
            "fr": "Le prochain cycle de pourparlers se tiendra mardi à Genève et durera deux jours.",
            "es": "La próxima ronda de conversaciones será el martes en Ginebra y durará dos días.",
            "id": "Putaran perundingan berikutnya digelar di Jenewa pada hari Selasa dan berlangsung dua hari.",
            "ms": "Pusingan rundingan seterusnya akan diadakan di Geneva pada hari Selasa dan berlangsung dua hari.",
            "ru": "Следующий раунд переговоров пройдёт в Женеве во вторник и продлится два дня.",
            "tr": "Görüşmelerin bir sonraki turu salı günü Cenevre'de yapılacak ve iki gün sürecek.",
            "ar": "ستُعقد الجولة المقبلة من المحادثات في جنيف يوم الثلاثاء وستستمر يومين.",
            "fa": "دور بعدی گفت‌وگوها سه‌شنبه در ژنو برگزار می‌شود و دو روز طول می‌کشد.",
        },
        (
            ("en", "The next round of talks will be held in Vienna on Tuesday, and it will last two days.", "place"),
            ("ru", "Следующий раунд переговоров пройдёт в Вене во вторник и продлится два дня.", "place"),
            ("de", "Die nächste Gesprächsrunde findet am Donnerstag in Genf statt und dauert zwei Tage.", "date"),
            ("fa", "دور بعدی گفت‌وگوها سه‌شنبه در وین برگزار می‌شود و دو روز طول می‌کشد.", "place"),
        ),
    ),
    "strike": Utterance(
        {
            "en": "If the owners do not pay by 30 June, nobody will work; we are not asking for gifts.",
            "de": "Wenn die Eigentümer bis zum 30. Juni nicht zahlen, wird niemand arbeiten; wir bitten nicht um "
                  "Geschenke.",
            "fr": "Si les propriétaires ne paient pas avant le 30 juin, personne ne travaillera ; nous ne demandons pas "
                  "de cadeaux.",
            "es": "Si los dueños no pagan antes del 30 de junio, nadie trabajará; no pedimos regalos.",
            "id": "Jika pemilik tidak membayar sebelum 30 Juni, tidak ada yang akan bekerja; kami tidak meminta hadiah.",
            "ms": "Jika pemilik tidak membayar sebelum 30 Jun, tiada siapa akan bekerja; kami tidak meminta hadiah.",
            "ru": "Если владельцы не заплатят до 30 июня, никто не будет работать; мы не просим подарков.",
            "tr": "Sahipleri 30 Haziran'a kadar ödemezse kimse çalışmayacak; hediye istemiyoruz.",
            "ar": "إذا لم يدفع المالكون قبل ٣٠ حزيران فلن يعمل أحد؛ نحن لا نطلب هدايا.",
            "fa": "اگر مالکان تا ۹ تیر پرداخت نکنند، هیچ کس کار نخواهد کرد؛ ما هدیه نمی‌خواهیم.",
        },
        (
            ("en", "If the owners do not pay by 20 June, nobody will work; we are not asking for gifts.", "date"),
            ("es", "Si los dueños no pagan antes del 30 de julio, nadie trabajará; no pedimos regalos.", "date"),
        ),
    ),
    "harvest": Utterance(
        {
            "en": "Our farmers brought in 1.4 million tonnes of wheat this year, a third more than in the drought of "
                  "2021.",
            "de": "Unsere Bauern haben in diesem Jahr 1,4 Millionen Tonnen Weizen geerntet, ein Drittel mehr als in der "
                  "Dürre von 2021.",
            "fr": "Nos agriculteurs ont récolté cette année 1,4 million de tonnes de blé, un tiers de plus que lors de "
                  "la sécheresse de 2021.",
            "es": "Nuestros agricultores cosecharon este año 1,4 millones de toneladas de trigo, un tercio más que en "
                  "la sequía de 2021.",
            "id": "Petani kami memanen 1,4 juta ton gandum tahun ini, sepertiga lebih banyak daripada saat kekeringan "
                  "2021.",
            "ms": "Petani kami menuai 1.4 juta tan gandum tahun ini, satu pertiga lebih banyak berbanding kemarau 2021.",
            "ru": "Наши фермеры собрали в этом году 1,4 миллиона тонн пшеницы, на треть больше, чем в засуху 2021 года.",
            "tr": "Çiftçilerimiz bu yıl 1,4 milyon ton buğday topladı; bu, 2021 kuraklığından üçte bir fazla.",
            "ar": "حصد مزارعونا هذا العام 1.4 مليون طن من القمح، أي أكثر بالثلث مما كان في جفاف عام 2021.",
            "fa": "کشاورزان ما امسال ۱/۴ میلیون تن گندم برداشت کردند، یک سوم بیشتر از خشکسالی سال ۱۴۰۰.",
        },
        (
            ("en", "Our farmers brought in 4.1 million tonnes of wheat this year, a third more than in the drought of "
                   "2021.", "number"),
            ("ru", "Наши фермеры собрали в этом году 1,1 миллиона тонн пшеницы, на треть больше, чем в засуху 2021 "
                   "года.", "number"),
            ("de", "Unsere Bauern haben in diesem Jahr 1,4 Millionen Tonnen Weizen geerntet, ein Drittel mehr als in der "
                   "Dürre von 2012.", "date"),
        ),
    ),
    "school": Utterance(
        {
            "en": "No child will have to walk more than two kilometres to school, not only in the cities but everywhere.",
            "de": "Kein Kind wird mehr als zwei Kilometer zur Schule laufen müssen, nicht nur in den Städten, sondern "
                  "überall.",
            "fr": "Aucun enfant ne devra marcher plus de deux kilomètres jusqu’à l’école, non seulement dans les villes "
                  "mais partout.",
            "es": "Ningún niño tendrá que caminar más de dos kilómetros hasta la escuela, no solo en las ciudades sino "
                  "en todas partes.",
            "id": "Tidak seorang anak pun harus berjalan lebih dari dua kilometer ke sekolah, tidak hanya di kota tetapi "
                  "di mana-mana.",
            "ms": "Tiada kanak-kanak perlu berjalan lebih dua kilometer ke sekolah, bukan sahaja di bandar malah di "
                  "mana-mana.",
            "ru": "Ни одному ребёнку не придётся идти до школы больше двух километров, и не только в городах, но и "
                  "везде.",
            "tr": "Hiçbir çocuk okula iki kilometreden fazla yürümek zorunda kalmayacak; sadece şehirlerde değil, her "
                  "yerde.",
            "ar": "لن يضطر أي طفل إلى السير أكثر من كيلومترين إلى المدرسة، ليس فقط في المدن بل في كل مكان.",
            "fa": "هیچ کودکی مجبور نخواهد بود بیش از دو کیلومتر تا مدرسه پیاده برود، نه تنها در شهرها بلکه در همه جا.",
        },
        (
            ("en", "Every child will have to walk more than two kilometres to school, in the cities and everywhere.",
             "negation"),
            ("de", "Kein Kind wird mehr als fünf Kilometer zur Schule laufen müssen, nicht nur in den Städten, sondern "
                   "überall.", "number"),
        ),
    ),
}  # fmt: skip


def report(text: str, language: str) -> StatementRecord:
    return StatementRecord(
        id=1, article=1, file="a.txt", outlet="", language=language, type="quote", text=text, kind="direct",
        published=date(2026, 2, 9),
    )  # fmt: skip


def fields(a: StatementRecord, b: StatementRecord) -> set[str]:
    return {conflict.field for conflict in conflicts(a, b)}


@pytest.mark.parametrize("name", UTTERANCES)
def test_reports_that_agree_have_no_conflict(name: str) -> None:
    reports = [report(text, language) for language, text in UTTERANCES[name].reports.items()]
    false = {
        (one.language, other.language): conflicts(one, other)
        for one, other in combinations(reports, 2)
        if conflicts(one, other)
    }
    assert not false


@pytest.mark.parametrize(
    ("name", "language", "text", "field"),
    [(name, *version) for name, utterance in UTTERANCES.items() for version in utterance.deviating],
)
def test_a_version_that_deviates_has_a_conflict_with_every_report(
    name: str, language: str, text: str, field: str
) -> None:
    found = {
        code: fields(report(text, language), report(other, code)) for code, other in UTTERANCES[name].reports.items()
    }
    assert found == {code: {field} for code in found}
