"""The table of reports: order, groups, what joins them, and what need not be read twice."""

from articles.dossiers.reports import MANY, Matrix, by_language, in_order, matrix
from articles.models import Link, Statement
from articles.text.concepts import Glossary
from tests.dossiers.conftest import Reported

GLOSSARY = Glossary([])


def table(rows: list[Statement], base: Statement | None = None) -> Matrix:
    return matrix(rows, base or rows[0], {}, GLOSSARY)


def outlets(found: Matrix) -> list[list[str]]:
    return [[row.statement.article.outlet.name for row in group.reports] for group in found.groups]


def test_reports_come_by_day_and_undated_ones_last(reported: Reported) -> None:
    for name, day in (("A", None), ("B", 9), ("C", 2)):
        reported(name, day=day)
    reported("D", status="rejected")
    assert [one.article.outlet.name for one in in_order(Statement.objects.all())] == ["C", "B", "A"]


def test_languages_that_can_be_compared_are_one_group(reported: Reported) -> None:
    rows = [reported(language, language=language) for language in ("id", "en", "ms", "en")]
    assert [[one.article.language for one in group] for group in by_language(rows)] == [["id", "ms"], ["en", "en"]]


def test_a_short_table_is_one_group(reported: Reported) -> None:
    rows = [reported("A"), reported("B", language="en")]
    assert outlets(table(rows)) == [["A", "B"]]


def test_a_long_table_is_parted_by_language_that_of_the_base_first(reported: Reported) -> None:
    rows = [reported(f"{language}{number}", language=language) for number in range(4) for language in ("id", "en")]
    rows += [reported("fr", language="fr"), reported("tr", language="tr")]
    assert len(rows) > MANY
    found = table(rows, rows[1])
    assert outlets(found) == [["en0", "en1", "en2", "en3"], ["id0", "id1", "id2", "id3"], ["fr", "tr"]]
    assert [group.languages for group in found.groups] == [("en",), ("id",), ("fr", "tr")]


def test_words_that_stand_there_already_are_folded_away_in_a_long_table(reported: Reported) -> None:
    rows = [reported(f"Outlet {number}", "Kami menutup pintu air") for number in range(MANY)]
    other = [reported("B", "Pintu air ditutup"), reported("C", "“Pintu air” ditutup!")]
    found = {row.statement: row.repeats for row in table([*rows, *other], rows[3]).reports}
    assert found[rows[3]] is None and found[rows[0]] == found[rows[7]] == rows[3]
    assert found[other[0]] is None and found[other[1]] == other[0]
    assert not any(row.repeats for row in table(rows).reports)


def test_a_row_shows_the_link_that_is_to_be_judged_and_counts_the_others(reported: Reported) -> None:
    a, b, c = (reported(name) for name in "ABC")
    Link.objects.create(a=a, b=c, relation="same", status="confirmed", score=0.9)
    proposed = Link.objects.create(a=c, b=b, relation="same", score=0.7)
    Link.objects.create(a=a, b=b, relation="same", status="rejected")
    rows = table([a, b, c]).reports
    assert rows[0].joined is None and rows[1].joined is None
    assert rows[2].joined and (rows[2].joined.link, rows[2].joined.to, rows[2].joined.others) == (proposed, b, 1)


def test_only_other_languages_are_compared_by_facts(reported: Reported) -> None:
    rows = [reported("A", "Kami menutup 12 pintu"), reported("B", "Kami menutup 15 pintu")]
    rows += [reported("C", "We closed 15 gates", language="en"), reported("D", "Kami tutup 15 pintu", language="ms")]
    found = table(rows).reports
    differing = [[fact.here for fact in row.facts if fact.state == "differs"] for row in found]
    assert differing == [[], [], ["15 gates"], ["15 pintu"]]
    assert [row.compared for row in found] == [True, True, False, True]
