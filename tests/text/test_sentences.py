"""Paragraphs and sentences: where they end, and where a full stop ends nothing."""

import pytest

from articles.text.sentences import paragraphs, sentences

CASES = [
    # a plain full stop, question and exclamation
    ("en", "It rained. Did it stop? No! It went on.", ["It rained.", "Did it stop?", "No!", "It went on."]),
    # an abbreviation of the language keeps its stop
    ("en", "They meet on Oct. 12 in Irbil. Gov. Pence left.", ["They meet on Oct. 12 in Irbil.", "Gov. Pence left."]),
    # a single capital letter is an initial
    ("en", "J. Smith came. He sat.", ["J. Smith came.", "He sat."]),
    # numbers and times
    (
        "id",
        "Biaya Rp 1.500.000 per orang. Pukul 10.05 WIB dimulai.",
        [
            "Biaya Rp 1.500.000 per orang.",
            "Pukul 10.05 WIB dimulai.",
        ],
    ),
    # a closing mark belongs to its sentence
    ("id", "“Ini hak.” Ia pergi.", ["“Ini hak.”", "Ia pergi."]),
    # a question in marks goes on in its attribution
    ("id", "“Siapa?” kata dia. Ia pergi.", ["“Siapa?” kata dia.", "Ia pergi."]),
    # other scripts' full stops
    ("fa", "او آمد؟ بله.", ["او آمد؟", "بله."]),
    # a paragraph ends a sentence without a stop
    ("en", "A title\nA line.", ["A title", "A line."]),
    # two stops are one end
    ("id", "Negara Timur.. Dia pergi.", ["Negara Timur..", "Dia pergi."]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_it_ends_a_sentence_where_a_reader_does(language, text, expected):
    assert [span.of(text) for span in sentences(text, language)] == expected


def test_paragraphs_leave_out_space_and_empty_lines():
    text = "  one \n\n \n two\t\n"
    assert [span.of(text) for span in paragraphs(text)] == ["one", "two"]


def test_nothing_gives_nothing():
    assert sentences("", "en") == ()
    assert sentences(" \n ", "xx") == ()
