"""Attribution in a language whose verb stands last: tables of text -> words, speaker, cue."""

import pytest

from articles.analysis import analyse

LEAD = "Su Bakanı Leyla Taşkın köprüye geldi. "

SPOKEN = [
    # what is said stands between the speaker and the cue
    ("Leyla Taşkın, “Köprü sağlam duruyor” dedi.", "Köprü sağlam duruyor", "Leyla Taşkın", "dedi"),
    ("Su Bakanı Leyla Taşkın törende “Köprü sağlam” dedi.", "Köprü sağlam", "Leyla Taşkın", "dedi"),
    # a participle leads in the speaker
    ("“Köprü sağlam duruyor” diyen Leyla Taşkın gitti.", "Köprü sağlam duruyor", "Leyla Taşkın", "diyen"),
    (
        "“Köprü sağlam duruyor” sözleriyle herkesi yatıştıran Leyla Taşkın gitti.",
        "Köprü sağlam duruyor",
        "Leyla Taşkın",
        "sözleriyle",
    ),
    # nobody beside the cue; an office known from elsewhere, with another ending
    (LEAD + "“Köprü sağlam duruyor” dedi.", "Köprü sağlam duruyor", "Leyla Taşkın", "dedi"),
    (LEAD + "Bakan, “Köprü sağlam duruyor” diye konuştu.", "Köprü sağlam duruyor", "Leyla Taşkın", "diye"),
    # before a colon, in the genitive, too; in the paragraph before
    ("Leyla Taşkın şöyle konuştu: “Köprü sağlam duruyor.”", "Köprü sağlam duruyor.", "Leyla Taşkın", "konuştu"),
    ("Leyla Taşkın'ın sesi titriyordu: “Köprü artık yok.”", "Köprü artık yok.", "Leyla Taşkın", None),
    (
        "Leyla Taşkın şöyle konuştu:\n“Köprü hâlâ sağlam duruyor.”",
        "Köprü hâlâ sağlam duruyor.",
        "Leyla Taşkın",
        "konuştu",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker", "cue"), SPOKEN)
def test_it_credits_speech_in_marks(text, words, speaker, cue):
    found = [(one.text, one.kind, one.speaker, one.cue) for one in analyse(text, "tr").quotes]
    assert found == [(words, "direct", speaker, cue)]


REPORTED = [
    # the clause stands before its cue, told by its ending
    ("Leyla Taşkın, köprünün sağlam olduğunu söyledi.", "köprünün sağlam olduğunu", "Leyla Taşkın"),
    ("Leyla Taşkın ayrıca köprünün açılacağını da duyurdu.", "köprünün açılacağını", "Leyla Taşkın"),
    (LEAD + "Köprünün sağlam olduğunu belirtti.", "Köprünün sağlam olduğunu", "Leyla Taşkın"),
    # behind the occasion
    (
        "Leyla Taşkın, dün yaptığı açıklamada köprünün yarın açılacağını bildirdi.",
        "köprünün yarın açılacağını",
        "Leyla Taşkın",
    ),
    # a verb that names nobody: whence the statement comes
    (
        "Köprüler Kurumu'ndan yapılan açıklamada, köprünün yarın açılacağı bildirildi.",
        "köprünün yarın açılacağı",
        "Köprüler Kurumu",
    ),
    # sources stand behind whoever is credited
    ("Leyla Taşkın'a göre köprü yüz yıl dayanır.", "köprü yüz yıl dayanır", "Leyla Taşkın"),
    ("Leyla Taşkın’ın verdiği bilgiye göre köprü yarın açılacak.", "köprü yarın açılacak", "Leyla Taşkın"),
    (LEAD + "Ona göre köprü yüz yıl dayanır.", "köprü yüz yıl dayanır", "Leyla Taşkın"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTED)
def test_it_finds_reported_clauses(text, words, speaker):
    found = [(one.text, one.kind, one.speaker) for one in analyse(text, "tr").quotes]
    assert found == [(words, "indirect", speaker)]


NOT_SPEECH = [
    # a name that somebody uses, a title
    "Halk köprüye “Demir Kedi” diyor.",
    "Köprü “Demir Kedi” adıyla biliniyor.",
    # nobody's words: an object that is no clause, a verb that names nobody
    "Leyla Taşkın köprüyü açıkladı.",
    "Köprünün yarın açılacağı bildirildi.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_it_leaves_out_what_nobody_said(text):
    assert analyse(text, "tr").quotes == ()


def test_somebody_may_speak_in_the_name_of_another():
    (quote,) = analyse("Sözcü Leyla Taşkın bakan adına konuştu: “Köprü yarın açılacak.”", "tr").quotes
    assert (quote.speaker, quote.on_behalf_of) == ("Leyla Taşkın", "bakan")
