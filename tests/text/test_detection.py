import pytest

from articles.text.detection import UNKNOWN, confidence, detect_language

ARTICLES = {
    "id": "Gubernur mengatakan bahwa pemerintah provinsi akan memberikan bantuan kepada para nelayan karena "
    "cuaca buruk. Ia berharap bantuan itu bisa diterima sebelum akhir pekan, kata juru bicaranya, Senin.",
    "ms": "Ketua Menteri memberitahu bahawa kerajaan negeri akan menyalurkan bantuan kepada nelayan kerana "
    "cuaca buruk. Beliau berharap bantuan itu boleh diterima sebelum hujung minggu, kata jurucakapnya, Isnin.",
    "en": "The governor said the province would help its fishermen because of the bad weather, and that the "
    "money should reach them before the weekend.",
    "tr": "Vali, kötü hava nedeniyle balıkçılara yardım edileceğini ve paranın hafta sonundan önce "
    "ödeneceğini söyledi.",
    "fr": "Le gouverneur a déclaré que la province aiderait ses pêcheurs en raison du mauvais temps.",
    "es": "El gobernador dijo que la provincia ayudaría a sus pescadores a causa del mal tiempo.",
    "ru": "Губернатор сказал, что область поможет рыбакам из-за плохой погоды.",
    "ar": "قال المحافظ إن المحافظة ستساعد الصيادين بسبب سوء الأحوال الجوية.",
    "fa": "استاندار گفت که استان به ماهیگیران به دلیل هوای بد کمک خواهد کرد.",
    "de": "Der Gouverneur sagte, die Provinz werde den Fischern wegen des schlechten Wetters helfen.",
}


@pytest.mark.parametrize("language", ARTICLES)
def test_a_paragraph_is_enough(language):
    assert detect_language(ARTICLES[language]) == language


def test_page_furniture_in_another_language_does_not_count():
    page = "Leave a Reply\nRead more\nShare this\nSign up\n" + ARTICLES["id"] + "\nAll rights reserved"
    assert detect_language(page) == "id"


def test_a_language_without_a_file_is_named_too():
    assert (
        detect_language(
            "De gouverneur zei dat de provincie de vissers zal helpen wegens het slechte weer, en "
            "dat het geld hen voor het weekend moet bereiken."
        )
        == "nl"
    )


@pytest.mark.parametrize("text", ["", "Iran", "2021 – 12:47"])
def test_too_short_to_tell(text):
    assert detect_language(text) == UNKNOWN


def test_the_right_reading_of_bytes_fits_a_language_better():
    data = "El ministro señaló que el año próximo habrá más agua en la región".encode("cp1252")
    assert confidence(data.decode("cp1252")) > confidence(data.decode("cp1250"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Perjanjian air itu diteken pada hari Jumat di ibu kota, karena musim kering sangat panjang."),
        (
            "ms",
            "Perjanjian air itu dimeterai pada hari Jumaat di ibu kota, kerana musim kering terlalu panjang.",
        ),
    ],
)
def test_a_few_own_words_tell_near_relatives_apart(language, text):
    assert detect_language(text) == language
