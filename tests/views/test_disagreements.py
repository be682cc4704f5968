"""Where reports disagree, in sentences: who says what, and which cell of the table is flagged."""

from datetime import date

import pytest

from articles.languages.occasions import Occasions
from articles.models import Statement
from articles.records import Conflict
from articles.views.disagreements import OCCASIONS, disagreements, flagged, sources
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db


def report(outlet: str = "Suluh Timur", published: date | None = None, **fields: object) -> Statement:
    return make_quote(make_article(outlet=outlet, published=published), **fields)


def told(reports: list[Statement], *found: tuple[int, int, Conflict]) -> list[tuple[str, list[str]]]:
    """Each sentence as its fields and its sides, the reports by their places in the list."""
    ids = [(reports[a].pk, reports[b].pk, conflict) for a, b, conflict in found]
    return [
        ("+".join(one.fields), [f"{' & '.join(side.sources)}: {side.value or side.words}" for side in one.sides])
        for one in disagreements(reports, ids)
    ]


def test_circumstances_become_one_sentence() -> None:
    reports = [
        report("A", weekday=2, said_when="hari Rabu", occasion="konferensi pers", occasion_kind="press_conference"),
        report("B", weekday=1, said_when="hari Selasa", occasion="pertemuan", occasion_kind="meeting"),
    ]
    found = Conflict("date", "hari Rabu", "hari Selasa"), Conflict("occasion", "konferensi pers", "pertemuan")
    assert told(reports, (0, 1, found[0]), (0, 1, found[1])) == [
        ("date+occasion", ["A: Wednesday, at a press conference", "B: Tuesday, at a meeting"]),
    ]


def test_who_spoke_is_a_sentence_of_its_own() -> None:
    reports = [report("A", place="Ambon"), report("B", place="Medan", speaker_name="Ghanim al-Zubaidi")]
    found = Conflict("place", "Ambon", "Medan"), Conflict("speaker", "Rahma Wibowo", "Ghanim al-Zubaidi")
    assert told(reports, (0, 1, found[0]), (0, 1, found[1])) == [
        ("place", ["A: Ambon", "B: Medan"]),
        ("speaker", ["A: Rahma Wibowo", "B: Ghanim al-Zubaidi"]),
    ]


def test_reports_that_agree_stand_together_and_who_says_nothing_is_left_out() -> None:
    reports = [report("A", place="Ambon"), report("B", place="Medan"), report("C", place="Ambon"), report("D")]
    assert told(reports, (0, 1, Conflict("place", "Ambon", "Medan"))) == [("place", ["A & C: Ambon", "B: Medan"])]


def test_a_known_day_is_told_as_a_date() -> None:
    reports = [report("A", said_on=date(2021, 10, 19)), report("B", said_on=date(2021, 10, 20))]
    found = Conflict("date", "2021-10-19", "2021-10-20")
    assert told(reports, (0, 1, found)) == [("date", ["A: Tuesday, 19 October 2021", "B: Wednesday, 20 October 2021"])]


def test_a_day_that_the_words_name_is_no_circumstance() -> None:
    reports = [report("A", said_when="hari Rabu", weekday=2), report("B", said_when="hari Rabu", weekday=2)]
    found = Conflict("date", "12 Oktober", "21 Oktober")
    assert told(reports, (0, 1, found)) == [("date", ["A: 12 Oktober", "B: 21 Oktober"])]


def test_a_place_that_the_words_name_is_no_circumstance() -> None:
    reports = [report("A", place="Ambon"), report("B", place="Ambon")]
    found = Conflict("place", "Medan", "Poso")
    assert told(reports, (0, 1, found)) == [("place", ["A: Medan", "B: Poso"])]
    a, b = (one.pk for one in reports)
    assert flagged(reports, [(a, b, found)]) == {a: {"wording"}, b: {"wording"}}


def test_to_whom_is_a_sentence_of_its_own_and_a_flag() -> None:
    reports = [report("A", addressee="Dewi Lasut", place="Ambon"), report("B", addressee="Rudi Manoppo", place="Medan")]
    found = Conflict("addressee", "Dewi Lasut", "Rudi Manoppo"), Conflict("place", "Ambon", "Medan")
    assert told(reports, (0, 1, found[0]), (0, 1, found[1])) == [
        ("place", ["A: Ambon", "B: Medan"]),
        ("addressee", ["A: Dewi Lasut", "B: Rudi Manoppo"]),
    ]
    a, b = (one.pk for one in reports)
    assert flagged(reports, [(a, b, found[0])]) == {a: {"addressee"}, b: {"addressee"}}


def test_the_same_point_of_several_links_is_told_once() -> None:
    reports = [report("A"), report("B"), report("C")]
    found = [(0, 1, Conflict("number", "18", "16")), (1, 2, Conflict("number", "16", "18"))]
    assert told(reports, *found) == [("number", ["A & C: 18", "B: 16"])]


def test_a_denial_that_only_one_has() -> None:
    reports = [report("A"), report("B")]
    assert told(reports, (0, 1, Conflict("negation", "tidak", ""))) == [("negation", ["A: tidak", "B: "])]


def test_spellings_of_one_speaker_are_one_value() -> None:
    person = make_person("Sohrab Moqimi")
    reports = [
        report("A", speaker=person, speaker_name="Sohrab Moqimi"),
        report("B", speaker=person, speaker_name="S. Moghimi"),
        report("C", speaker_name="Ghanim al-Zubaidi"),
    ]
    found = Conflict("speaker", "Sohrab Moqimi", "Ghanim al-Zubaidi")
    assert told(reports, (0, 2, found)) == [("speaker", ["A & B: Sohrab Moqimi", "C: Ghanim al-Zubaidi"])]


def test_a_report_is_named_so_that_it_can_be_told_from_the_others() -> None:
    first, second = report("A", date(2023, 6, 1)), report("A", date(2023, 6, 3))
    assert list(sources([first, second]).values()) == ["A (June 1, 2023)", "A (June 3, 2023)"]
    nameless = report("B")
    nameless.article.outlet = None
    assert list(sources([first, nameless]).values()) == ["A", "the other report"]
    assert list(sources([nameless, first]).values()) == ["“Kapal tiba”", "A"]


def test_flags_are_on_the_reports_of_the_conflict_alone() -> None:
    reports = [report("A", place="Ambon"), report("B", place="Medan"), report("C")]
    a, b, c = (one.pk for one in reports)
    found = [(a, b, Conflict("place", "Ambon", "Medan")), (a, c, Conflict("number", "18", "16"))]
    assert flagged(reports, found) == {a: {"place", "wording"}, b: {"place"}, c: {"wording"}}


def test_every_kind_of_occasion_that_a_language_file_can_name_has_words() -> None:
    assert set(OCCASIONS) == set(Occasions.__dataclass_fields__) - {"prepositions"}
