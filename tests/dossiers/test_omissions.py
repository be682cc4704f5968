"""What reports leave out of the fullest version."""

import re

import pytest

from articles.dossiers.omissions import Version, parted, versions
from articles.languages.glossary import COUNTRIES, Concept
from articles.text.concepts import Glossary
from tests.dossiers.conftest import Reported
from tests.factories import make_article, make_quote

GLOSSARY = Glossary([Concept("iraq", COUNTRIES, {"en": ("Iraq",), "id": ("Irak",), "ar": ("العراق",)})])
FULL = (
    "Kami menutup 12 pintu air di hulu. Irak mendapat 18 meter kubik per detik. Nelayan tidak pernah diberi peringatan."
)


def told(version: Version) -> list[dict[str, list[str]]]:
    return [
        {state: [report.article.outlet.name for report in reports] for state, reports in one.had.items()}
        for one in version.sentences
    ]


def of(*rows) -> list[Version]:
    return versions(list(rows), GLOSSARY)


def test_the_fullest_version_is_the_one_with_most_words(reported: Reported) -> None:
    short, full = reported("A", FULL.split(".")[0]), reported("B", FULL)
    assert [version.statement for version in of(short, full)] == [full]
    assert [one.number for one in of(short, full)[0].sentences] == [1, 2, 3]


def test_a_shorter_report_has_some_sentences_and_leaves_out_others(reported: Reported) -> None:
    full, short = reported("B", FULL), reported("A", "Nelayan tidak pernah diberi peringatan apa pun")
    version = of(full, short)[0]
    assert told(version) == [{"left_out": ["A"]}, {"left_out": ["A"]}, {"whole": ["A"]}]
    assert version.lacking and [one.number for one in version.left_out_by(short.pk)] == [1, 2]


def test_half_a_sentence_is_a_part(reported: Reported) -> None:
    rows = reported("B", FULL), reported("A", "Nelayan tidak pernah diberi peringatan. Mereka menutup pintu air")
    assert told(of(*rows)[0])[0] == {"part": ["A"]}


def test_a_sentence_may_stand_elsewhere_in_the_article(reported: Reported) -> None:
    full = reported("B", FULL)
    first, _, third = FULL.rstrip(".").split(". ")
    article = make_article(f"“{first},” katanya. Lalu: “{third}.”", "A")
    short = make_quote(article, first, utterance=full.utterance)
    make_quote(article, third)
    assert told(of(full, short)[0]) == [{"whole": ["A"]}, {"left_out": ["A"]}, {"elsewhere": ["A"]}]


def test_as_many_sentences_in_other_words_leave_nothing_out(reported: Reported) -> None:
    version = of(
        reported("A", "Nelayan tidak pernah diberi peringatan oleh siapa pun"),
        reported("B", "Para pencari ikan belum sekali juga mendapat kabar"),
    )[0]
    assert [next(iter(one.had)) for one in version.sentences] == ["reworded"] and not version.lacking


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # Of two sentences, the facts of the first, of the second, and of none.
        ("أغلقنا 12 بوابة. ثم سكتنا", ["whole", "likely_out", "untold"]),
        ("حصل العراق على 18 مترا. ثم سكتنا", ["likely_out", "whole", "untold"]),
        ("صمتنا. ثم سكتنا", ["untold", "untold", "untold"]),
        # As many sentences: one for each.
        ("أغلقنا البوابات. حصل العراق على الماء. لم يحذر أحد الصيادين", ["whole", "whole", "whole"]),
    ],
)
def test_another_language_is_told_by_its_facts(words: str, expected: list[str], reported: Reported) -> None:
    full = FULL.replace("Nelayan tidak pernah diberi peringatan", "Begitu saja dan tidak lebih dari itu semua")
    version = of(reported("B", full), reported("A", words, language="ar"))[0]
    assert [next(iter(one.had)) for one in version.sentences] == expected


def test_each_group_of_languages_has_its_own_fullest_version(reported: Reported) -> None:
    rows = [reported("A", FULL), reported("B", "أغلقنا 12 بوابة", language="ar")]
    rows.append(reported("C", "أغلقنا 12 بوابة ولم نحذر أحدا", language="ar"))
    assert [version.statement for version in of(*rows)] == [rows[0], rows[2]]
    assert of() == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“Kami siap,” katanya. “Irak tidak.”", ["Kami siap,", "Irak tidak."]),
        ("“Kami,” katanya, “tidak siap.”", ["Kami, tidak siap."]),
        ("“Kami siap. Irak tidak.”", ["Kami siap.", "Irak tidak."]),
    ],
)
def test_an_attribution_may_stand_between_or_inside_sentences(
    text: str, sentences: list[str], reported: Reported
) -> None:
    article = make_article(text)
    parts = [[found.start(1), found.end(1)] for found in re.finditer("“(.*?)”", text)]
    quote = make_quote(article, text[parts[0][0] : parts[-1][1]], parts=parts if len(parts) > 1 else [])
    assert list(parted(quote)) == sentences
