"""Statements in languages far apart, compared by what they name."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from articles.languages.glossary import Concept
from articles.linking import Knowledge, NoModel, compare, embedding_model, propose
from articles.linking.meaning import meaning
from articles.linking.translating import Subject, evidence
from articles.records import StatementRecord
from articles.text.concepts import Glossary

SAID = StatementRecord(
    id=1,
    article=1,
    file="a.txt",
    outlet="A",
    language="en",
    type="quote",
    text="The hospital in Sulaimaniyah has 40 beds, and the doctors have not been paid since March.",
    kind="direct",
    speaker="Mustafa Rashid",
    published=date(2026, 6, 9),
)
REPORTS = {
    "ru": ("В больнице Сулеймании 40 коек, и врачам не платят с марта.", "Мустафа Рашид"),
    "fr": (
        "L'hôpital de Souleimaniye compte 40 lits et les médecins ne sont plus payés depuis mars.",
        "Moustafa Rachid",
    ),
    "ar": ("في مستشفى السليمانية ٤٠ سريراً، والأطباء لم يتقاضوا رواتبهم منذ مارس", "مصطفى رشيد"),
    "tr": ("Süleymaniye'deki hastanede 40 yatak var, doktorlara marttan beri ödeme yapılmıyor.", "Mustafa Raşid"),
}


def report(language: str, number: int = 2, **fields: object) -> StatementRecord:
    text, speaker = REPORTS[language]
    made = replace(
        SAID, id=number, article=number, file=f"{language}.txt", language=language, text=text, speaker=speaker
    )
    return replace(made, **fields)


@pytest.mark.parametrize("language", REPORTS)
def test_a_translation_is_known_by_what_it_names(language: str) -> None:
    found = compare(SAID, report(language))
    assert found.relation == "translation"
    told = {reason.code: reason.value for reason in found.reasons}
    assert (
        "hospital" in told["same_things"] and told["same_numbers"] == "40" and told["same_speaker"] == "Mustafa Rashid"
    )


@pytest.mark.parametrize("language", REPORTS)
def test_who_says_it_counts(language: str) -> None:
    assert evidence(SAID, report(language, speaker="Boris Orlov")).odds < evidence(SAID, report(language)).odds - 3


def test_one_speaker_alone_joins_nothing() -> None:
    other = replace(SAID, id=2, article=2, language="de", text="Wir haben lange gewartet, und niemand ist gekommen.")
    assert compare(SAID, other).relation is None


def test_what_every_statement_of_an_article_names_tells_little() -> None:
    often = Subject([meaning(SAID.text, "en")] * 8)
    seldom = Subject([meaning(SAID.text, "en"), *[meaning("Nobody came.", "en")] * 7])
    other = report("fr")
    assert evidence(SAID, other, (often, Subject())).odds < evidence(SAID, other, (seldom, Subject())).odds


def test_what_is_said_about_anything_tells_less_than_what_is_not() -> None:
    de = replace(SAID, id=2, article=2, language="de")
    common = evidence(replace(SAID, text="They want to give."), replace(de, text="Sie wollen geben."))
    rare = evidence(replace(SAID, text="The hospital, the bridge."), replace(de, text="Das Krankenhaus, die Brücke."))
    assert common.odds < rare.odds


def test_a_statement_has_one_report_in_another_article() -> None:
    """Both of its quotes name beds; the likelier one is the report."""
    nearer = report("fr", 2)
    other = report("fr", 3, article=2, text="Quarante lits, c'est trop peu pour un hôpital.", start=200)
    assert [(link.a, link.b) for link in propose([SAID, nearer, other])] == [(1, 2)]


def test_words_that_editors_add_count() -> None:
    said = replace(SAID, text="The zorbel was shut at dawn.")
    other = replace(SAID, id=2, article=2, language="ru", text="Зорп закрыли на рассвете.", speaker="Мустафа Рашид")
    own = Glossary([Concept("zorbel", "own", {"en": ("zorbel",), "ru": ("зорп",)})])
    assert evidence(said, other, (), Knowledge(own)).odds > evidence(said, other).odds


class _Alike:
    def __init__(self, cosine: float) -> None:
        self.cosine = cosine

    def likeness(self, a: str, b: str) -> float:
        return self.cosine


def test_a_model_of_meaning_speaks_for_a_pair_or_against_it() -> None:
    odds = [evidence(SAID, report("fr"), (), Knowledge(model=_Alike(cosine))).odds for cosine in (0.1, 0.65, 0.95)]
    assert odds[0] < odds[1] == evidence(SAID, report("fr")).odds < odds[2]
    (told,) = [
        one for one in compare(SAID, report("fr"), Knowledge(model=_Alike(0.9))).reasons if one.code == "same_meaning"
    ]
    assert told.value == "90"


def test_a_model_is_read_from_its_folder_and_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    class Reader:
        def __init__(self, folder: str, local_files_only: bool) -> None:
            asked.append((folder, local_files_only))

        def encode(self, text: str, **_: object) -> _Vector:
            return _Vector(1.0 if "a" in text else 0.0)

    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(SentenceTransformer=Reader))
    assert embedding_model(tmp_path).likeness("a", "a") == 1.0
    assert embedding_model(tmp_path).likeness("a", "b") == 0.0
    assert asked == [(str(tmp_path), True)]


class _Vector(float):
    def __matmul__(self, other: float) -> float:
        return self * other


def test_a_model_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(NoModel, match="not installed"):
        embedding_model(tmp_path / "nowhere")
