"""Where two reports of one utterance disagree."""

from __future__ import annotations

from datetime import date

import pytest

from articles.linking import conflicts
from articles.records import Circumstances, Conflict, StatementRecord


def report(text: str, language: str = "id", speaker: str = "", cue: str = "", **told: object) -> StatementRecord:
    return StatementRecord(
        id=1, article=1, file="a.txt", outlet="", language=language, type="quote", text=text, kind="direct",
        speaker=speaker, cue=cue, circumstances=Circumstances(**told),  # type-checked by the dataclass's tests
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "a", "b", "expected"),
    [
        # Figures that count the same.
        ("id", "melepas 18 meter kubik air", "melepas 16 meter kubik air", [("number", "18 meter kubik", "16 meter kubik")]),
        ("en", "five doors did not close", "six doors did not close", [("number", "five doors", "six doors")]),
        ("en", "Of the 14 doors, five", "Of the 14 doors, six", [("number", "five", "six")]),
        # Written otherwise, but the same figure.
        ("id", "sebelas bulan mereka bertemu", "11 bulan mereka bertemu", []),
        ("id", "1.250 kapal berlayar", "1250 kapal berlayar", []),
        # A figure that only one side gives, or that counts something else.
        ("id", "18 meter kubik air dilepas", "air dilepas", []),
        ("id", "5 kapal karam dan 12 rudal hilang", "3 pesawat jatuh dan 12 rudal hilang", []),
        # Dates in the words.
        ("id", "bertemu lagi 12 Oktober", "bertemu lagi 21 Oktober", [("date", "12 Oktober", "21 Oktober")]),
        ("en", "through Oct. 31", "through the end of October", []),
        ("id", "setiap hari Minggu", "setiap hari Senin", [("date", "Minggu", "Senin")]),
        ("id", "pada 12 Oktober", "pada hari Senin", []),
        # Negation, where both say the rest.
        ("id", "perusahaan pernah mendapat peringatan", "perusahaan tidak pernah mendapat peringatan",
         [("negation", "", "tidak pernah")]),
        ("en", "the doors close", "the doors don't close", [("negation", "", "don't close")]),
        ("en", "the doors don’t close", "the doors did not close", []),
        # In what the shorter report leaves out, a negation is nobody's denial.
        ("id", "kami menerima temuan itu, tetapi tidak sekarang", "kami menerima temuan itu", []),
        # Other words are no conflict.
        ("id", "ekspor grosir peralatan", "ekspor besar-besaran peralatan", []),
    ],
)  # fmt: skip
def test_words_that_disagree(language: str, a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    one, other = report(a, language), report(b, language)
    assert conflicts(one, other) == tuple(Conflict(*each) for each in expected)
    assert conflicts(other, one) == tuple(Conflict(field, y, x) for field, x, y in expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # The day: resolved on both sides, or the weekday.
        ({"said_on": date(2023, 5, 31)}, {"said_on": date(2023, 5, 30)}, [("date", "2023-05-31", "2023-05-30")]),
        ({"said_on": date(2023, 5, 31), "said_when": "Rabu"}, {"weekday": 2, "said_when": "hari Rabu"}, []),
        ({"said_on": date(2023, 5, 31), "said_when": "Rabu"}, {"weekday": 1, "said_when": "hari Selasa"},
         [("date", "Rabu (2023-05-31)", "hari Selasa")]),
        ({"weekday": 2, "said_when": "hari Rabu"}, {"weekday": 1, "said_when": "hari Selasa"},
         [("date", "hari Rabu", "hari Selasa")]),
        # The place, whatever its spelling.
        ({"place": "Teheran"}, {"place": "Tehran"}, []),
        ({"place": "Teheran"}, {"place": "Moskow"}, [("place", "Teheran", "Moskow")]),
        # The occasion: by its kind where both have one, else by its words.
        ({"occasion": "konferensi pers", "occasion_kind": "press_conference"},
         {"occasion": "pertemuan duta besar", "occasion_kind": "meeting"},
         [("occasion", "konferensi pers", "pertemuan duta besar")]),
        ({"occasion": "jumpa pers", "occasion_kind": "press_conference"},
         {"occasion": "konferensi pers", "occasion_kind": "press_conference"}, []),
        ({"occasion": "Konferensi Pers di Teheran"}, {"occasion": "konferensi pers"}, []),
        ({"occasion": "pidato kenegaraan"}, {"occasion": "wawancara televisi"},
         [("occasion", "pidato kenegaraan", "wawancara televisi")]),
        # What one side does not say does not conflict.
        ({"weekday": 2, "place": "Teheran", "occasion": "konferensi pers"}, {}, []),
    ],
)  # fmt: skip
def test_circumstances_that_disagree(
    a: dict[str, object], b: dict[str, object], expected: list[tuple[str, str, str]]
) -> None:
    text = "kami siap membela negara"
    assert conflicts(report(text, **a), report(text, **b)) == tuple(Conflict(*each) for each in expected)


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("Mohammad Baqeri", "Mohammad Bagheri", False),
        ("Bagheri", "Mohammad Baqeri", False),
        ("Sohrab Moqimi", "Ghanim Al-Zubaidi", True),
        ("Sohrab Moqimi", "", False),
    ],
)
def test_speakers_that_disagree(a: str, b: str, conflict: bool) -> None:
    text = "kami siap membela negara"
    expected = (Conflict("speaker", a, b),) if conflict else ()
    assert conflicts(report(text, speaker=a), report(text, speaker=b)) == expected


def test_a_cue_that_denies_is_a_negation() -> None:
    said = report("perusahaan tidak menerima peringatan", cue="kata")
    denied = report("perusahaan menerima peringatan", cue="membantah")
    affirmed = report("perusahaan menerima peringatan", cue="mengatakan")
    assert conflicts(said, denied) == ()
    assert conflicts(said, affirmed) == (Conflict("negation", "tidak menerima", ""),)
    assert conflicts(denied, affirmed) == (Conflict("negation", "membantah", ""),)
