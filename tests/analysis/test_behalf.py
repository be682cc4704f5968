"""In whose name somebody speaks: tables of language, text -> speaker, whoever is spoken for."""

import pytest

from articles.analysis import analyse

SPOKEN_FOR = [
    # a phrase before whoever is spoken for, as far as the speaker's name
    ("id", "“Kami siap membantu,” kata Rara Wulan atas nama direktur utama.", "Rara Wulan", "direktur utama"),
    ("en", "“We are ready to help,” Rara Wulan said on behalf of the owners.", "Rara Wulan", "the owners"),
    (
        "fr",
        "« Nous acceptons le rapport », a réagi au nom du directeur général Driss Oulhaj.",
        "Driss Oulhaj",
        "directeur général",
    ),
    # a phrase that means somebody told of before
    (
        "fr",
        "Le ministre Karim Haddad a salué l’accord. Sa porte-parole, Rara Wulan, a tenu à préciser en son nom qu’il partirait demain matin.",
        "Rara Wulan",
        "ministre Karim Haddad",
    ),
    (
        "en",
        "Minister Karim Haddad stayed away. “He is ill,” Rara Wulan said on his behalf.",
        "Rara Wulan",
        "Minister Karim Haddad",
    ),
    # somebody speaks through another, who is quoted next
    (
        "id",
        "Lewat juru bicaranya, Rara Wulan, Menteri Karim Haddad menitipkan pesan. “Beliau sehat,” tutur Wulan.",
        "Rara Wulan",
        "Menteri Karim Haddad",
    ),
    # one who speaks for nobody else
    ("en", "Minister Karim Haddad stayed away. “He is ill,” Rara Wulan said.", "Rara Wulan", ""),
    ("id", "Menteri Karim Haddad menitipkan pesan. “Beliau sehat,” tutur Rara Wulan.", "Rara Wulan", ""),
]


@pytest.mark.parametrize(("language", "text", "speaker", "behalf"), SPOKEN_FOR)
def test_it_tells_in_whose_name_somebody_speaks(language, text, speaker, behalf):
    quote = analyse(text, language).quotes[-1]
    assert (quote.speaker, quote.on_behalf_of) == (speaker, behalf)
