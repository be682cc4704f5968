"""Where, on what occasion, to whom and how strongly it was said, in reports of different languages."""

from __future__ import annotations

import pytest

from articles.linking import conflicts
from articles.records import Circumstances, StatementRecord


def report(language: str, cue: str = "", speaker: str = "", **told: str) -> StatementRecord:
    return StatementRecord(
        id=1, article=1, file="a.txt", outlet="", language=language, type="quote", text="", kind="direct",
        cue=cue, speaker=speaker, circumstances=Circumstances(**told),
    )  # fmt: skip


def fields(one: StatementRecord, other: StatementRecord) -> list[str]:
    assert {each.field for each in conflicts(one, other)} == {each.field for each in conflicts(other, one)}
    return [each.field for each in conflicts(one, other)]


@pytest.mark.parametrize(
    ("language", "a", "other", "b", "differ"),
    [
        ("en", "Tehran", "ru", "Тегеране", False),
        ("en", "Tehran", "id", "Iran", False),
        ("en", "Tehran", "fa", "بغداد", True),
        ("de", "Kairo", "ar", "القاهرة", False),
        ("fr", "Le Caire", "tr", "Bağdat", True),
    ],
)
def test_places(language: str, a: str, other: str, b: str, differ: bool) -> None:
    assert fields(report(language, place=a), report(other, place=b)) == ["place"] * differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("press_conference", "press_conference", False),
        ("press_conference", "interview", True),
        ("press_conference", "speech", True),
        ("phone", "interview", False),
        # A statement may be made anywhere, and a ceremony have its press conference.
        ("statement", "hearing", False),
        ("ceremony", "press_conference", False),
        ("press_conference", "", False),
    ],
)
def test_occasions(a: str, b: str, differ: bool) -> None:
    assert fields(report("en", occasion_kind=a), report("id", occasion_kind=b)) == ["occasion"] * differ


@pytest.mark.parametrize(
    ("language", "a", "other", "b", "differ"),
    [
        ("en", "President Joko Widodo", "ru", "Владимиру Путину", True),
        ("en", "Vladimir Putin", "ru", "Владимиру Путину", False),
        ("en", "reporters", "de", "Wolfgang Schulze", False),
        ("en", "Reuters", "fr", "l’AFP", False),
        ("en", "the Commission", "fr", "Commission européenne", False),
    ],
)
def test_addressees(language: str, a: str, other: str, b: str, differ: bool) -> None:
    assert fields(report(language, addressee=a), report(other, addressee=b)) == ["addressee"] * differ


@pytest.mark.parametrize(
    ("language", "a", "other", "b", "differ"),
    [
        ("en", "said", "id", "mengatakan", False),
        ("en", "said", "fr", "a menacé", True),
        ("en", "said", "fa", "هشدار داد", True),
        ("de", "warnte", "es", "advirtió", False),
        ("tr", "uyardı", "ru", "пригрозил", True),
        ("en", "suggested", "en", "said", False),
        ("en", "suggested", "de", "forderte", True),
        # Who claims does not vouch for it, who admits does; either is less than two steps from "said".
        ("en", "claimed", "ms", "mengakui", True),
        ("en", "claimed", "ms", "berkata", False),
        ("en", "threatened", "en", "", False),
    ],
)
def test_cues(language: str, a: str, other: str, b: str, differ: bool) -> None:
    assert fields(report(language, cue=a), report(other, cue=b)) == ["wording"] * differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        # Surnames alone, three names told in two ways, an initial.
        ("Moqimi", "Zubaidi", True),
        ("Abdourahman Dirieh Guelleh", "عبد الرحمن ديرية", False),
        ("M. Bagheri", "Mohammad Bagheri", False),
        # A name of one word beside a full one may be a body.
        ("Pertamina", "Sohrab Moqimi", False),
        ("Liwan Ferries", "Driss Oulhaj", False),
        ("Ali Kaya", "Mehmet Kaya", True),
    ],
)
def test_speakers(a: str, b: str, differ: bool) -> None:
    assert fields(report("en", speaker=a), report("ar", speaker=b)) == ["speaker"] * differ
