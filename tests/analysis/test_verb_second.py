"""German: the verb stands second, every noun has a capital, the mood tells whose words a clause is."""

from __future__ import annotations

import pytest

from articles.analysis import analyse

INTRODUCED = "Jens Petersen ist Bürgermeister von Altwik. Umweltministerin Karla Voss kam am Montag an. "


def quotes(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.text, one.speaker) for one in analyse(text, "de").quotes]


@pytest.mark.parametrize(
    ("text", "expected", "speaker"),
    [
        # a clause with its complementiser
        ("Petersen sagte am Montag, dass die Brücke alt ist.", "die Brücke alt ist", "Jens Petersen"),
        # a clause with its verb second, in the mood of reported speech
        ("Petersen sagte, die Brücke sei seit Jahren alt.", "die Brücke sei seit Jahren alt", "Jens Petersen"),
        # the other half of the verb ends its clause
        (
            "Die Reederei teilte am Abend in Altwik mit, dass die Fähre heute ausfällt.",
            "die Fähre heute ausfällt",
            "Die Reederei",
        ),
        ("Voss kündigte an, den Hafen zu schließen.", "den Hafen zu schließen", "Karla Voss"),
        # the perfect: the subject stands beside its auxiliary
        ("Am Abend hatte Voss erklärt, der Hafen bleibe offen.", "der Hafen bleibe offen", "Karla Voss"),
        # something else stands first, so that the subject follows its verb
        ("Nach der Sitzung sagte Voss, der Hafen bleibe offen.", "der Hafen bleibe offen", "Karla Voss"),
        # the clause first
        ("Der Hafen bleibe bis Mai offen, sagte Voss in Altwik.", "Der Hafen bleibe bis Mai offen", "Karla Voss"),
        ("Der Hafen bleibe bis Mai offen, so Voss.", "Der Hafen bleibe bis Mai offen", "Karla Voss"),
        # a subordinate clause that credits the main one
        ("Wie Voss mitteilte, bleibt der Hafen offen.", "bleibt der Hafen offen", "Karla Voss"),
        # sources, before and behind
        ("Nach Angaben der Feuerwehr brach der Brand im Keller aus.", "brach der Brand im Keller aus", "der Feuerwehr"),
        ("Laut Voss bleibt der Hafen bis Mai offen.", "bleibt der Hafen bis Mai offen", "Karla Voss"),
        (
            "Einem Bericht der Nordpost zufolge sind zwei Schiffe gesunken.",
            "sind zwei Schiffe gesunken",
            "der Nordpost",
        ),
        # a source inside its clause
        (
            "Der Brand brach laut Polizei im Keller aus.",
            "Der Brand brach laut Polizei im Keller aus",
            "Polizei",
        ),
        # somebody without a name, behind the verb
        (
            "Die Lage sei ernst, sagte eine Sprecherin des Wetterdienstes am Montag.",
            "Die Lage sei ernst",
            "eine Sprecherin des Wetterdienstes",
        ),
    ],
)
def test_reported_clauses(text: str, expected: str, speaker: str) -> None:
    assert ("indirect", expected, speaker) in quotes(INTRODUCED + text)


@pytest.mark.parametrize(
    ("text", "expected", "speaker"),
    [
        ("„Wir haben nichts gehört“, sagte Petersen.", "Wir haben nichts gehört", "Jens Petersen"),
        ("„Wir haben nichts gehört“, so die Ministerin.", "Wir haben nichts gehört", "Karla Voss"),
        ("»Wir haben nichts gehört«, teilte Petersen mit.", "Wir haben nichts gehört", "Jens Petersen"),
        ("Petersen fügte hinzu: „Wir haben nichts gehört.“", "Wir haben nichts gehört.", "Jens Petersen"),
        ("Petersen: „Wir haben nichts gehört.“", "Wir haben nichts gehört.", "Jens Petersen"),
        # somebody told of by an age; a quote inside the quote
        (
            "Der Fischer Uwe Tammen nickte. „Er rief immer: ‚Nur Mut, ihr Leute‘“, erzählte der 74-Jährige.",
            "Er rief immer: ‚Nur Mut, ihr Leute‘",
            "Uwe Tammen",
        ),
        # the name before the colon, behind others; the words come before what stands behind them
        (
            "Voss schwieg, und der Lotse Ole Brandt: „Wir haben nichts gehört.“",
            "Wir haben nichts gehört.",
            "Ole Brandt",
        ),
        # a document
        ("In dem Gutachten heißt es: „Der Damm ist undicht.“", "Der Damm ist undicht.", "dem Gutachten"),
        # phrases that lead words in; longer words without a verb of speech
        ("Petersen empfing sie mit den Worten „Nur herein mit euch“.", "Nur herein mit euch", "Jens Petersen"),
        # a verb of naming credits even a few words
        ("Petersen nannte den Plan „schlicht unbezahlbar“.", "schlicht unbezahlbar", "Jens Petersen"),
    ],
)
def test_direct_quotes(text: str, expected: str, speaker: str) -> None:
    assert ("direct", expected, speaker) in quotes(INTRODUCED + text)


def test_the_mood_of_the_next_sentences_goes_on_with_the_words() -> None:
    text = INTRODUCED + "Petersen sagte, die Brücke sei alt. Sie müsse gesperrt werden. Ein Neubau koste Millionen."
    assert quotes(text)[1] == (
        "indirect",
        "Sie müsse gesperrt werden. Ein Neubau koste Millionen",
        "Jens Petersen",
    )


@pytest.mark.parametrize(
    "text",
    [
        # a name in marks is none of speech
        "Die Fähre „Stern von Altwik“ lag am Montag im Hafen.",
        "Das Magazin „Der Hafen“ erscheint im Mai.",
        # a comparison
        "Petersen sah aus, als habe er nicht geschlafen.",
        # verbs that only with their other half tell of speech
        "Petersen gab dem Lotsen den Schlüssel.",
        "Petersen wies den Weg zum Hafen.",
        # a noun, not a verb of reported speech
        "Die Suche dauerte bis zum Abend an.",
    ],
)
def test_no_speech(text: str) -> None:
    assert quotes(INTRODUCED + text) == []


def test_an_ordinal_ends_no_sentence() -> None:
    text = INTRODUCED + "Die Brücke werde am 16. September gesperrt, sagte Petersen."
    assert quotes(text) == [("indirect", "Die Brücke werde am 16. September gesperrt", "Jens Petersen")]


def test_a_sentence_that_only_credits_the_one_before() -> None:
    text = INTRODUCED + "Der Hafen bleibt bis Mai offen. Das teilte Voss am Abend mit."
    assert quotes(text) == [("indirect", "Der Hafen bleibt bis Mai offen", "Karla Voss")]


@pytest.mark.parametrize(
    ("text", "expected", "speaker"),
    [
        # the passive voice names nobody, or somebody behind a preposition
        ("Am Abend wurde bekannt gegeben, dass der Hafen bald schließt.", "der Hafen bald schließt", None),
        ("Von Voss wurde bestätigt, dass der Hafen bald schließt.", "der Hafen bald schließt", "Karla Voss"),
        # another verb of the same subject goes on with the article
        ("Petersen sagte, die Brücke sei sicher, und nannte Zahlen.", "die Brücke sei sicher", "Jens Petersen"),
        # the party behind a name does not speak
        ("Karla Voss (APD) kündigte an, den Hafen zu schließen.", "den Hafen zu schließen", "Karla Voss"),
        # an aside parts the clause
        (
            "Der Hafen, so Voss, bleibe bis Mai offen.",
            "Der Hafen, so Voss, bleibe bis Mai offen",
            "Karla Voss",
        ),
        # a plain clause before one in the mood of reported speech
        (
            "Petersen wehrte sich gegen den Plan, der Hafen sei dafür zu klein.",
            "der Hafen sei dafür zu klein",
            "Jens Petersen",
        ),
    ],
)
def test_clauses_around_a_report(text: str, expected: str, speaker: str | None) -> None:
    assert ("indirect", expected, speaker) in quotes(INTRODUCED + text)


def test_what_a_text_in_marks_names_is_no_speaker_and_no_quote() -> None:
    text = INTRODUCED + "„Nordpost“ berichtete am Montag, dass die Brücke alt sei."
    assert quotes(text) == [("indirect", "die Brücke alt sei", "Nordpost")]


@pytest.mark.parametrize(
    "text",
    [
        # a verb's form with a capital inside its sentence is a name
        "Die Firma Nord Plant wuchs, um den Bedarf zu decken.",
        # a time of day is no colon before words
        "Das nächste Treffen findet am Freitag um 19:30 Uhr im Hafen statt.",
        # a reason is not what was ordered
        "Am Freitag wurde die Haft angeordnet, da er im Verdacht steht, den Brand gelegt zu haben.",
    ],
)
def test_forms_that_report_nothing(text: str) -> None:
    assert quotes(INTRODUCED + text) == []


def test_words_that_two_rules_find_are_one_quote() -> None:
    text = (
        "Der Minister Jens Kohl bestreitet das.\n\nSeit Mai sei die Brücke gesperrt, er habe davon gewusst. "
        "Das sagte Lena Vogt am Freitag vor dem Rathaus."
    )
    places = [(quote.start, quote.end) for quote in analyse(text, "de").quotes]
    assert len(places) == len(set(places)) > 0
