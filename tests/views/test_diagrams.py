"""Where lines and words of an utterance's pictures stand."""

from datetime import date
from itertools import pairwise

from articles.dossiers.relays import Evidence, Relays, Source
from articles.dossiers.spread import Day, Spread
from articles.models import Statement
from articles.views.diagrams import DEEPEST, LINE, timeline, tree


def chain(length: int, sure: bool = True) -> Relays:
    """Sources of which each has the words from the one before it."""
    sources = [Source(f"Outlet {number}") for number in range(length)]
    for origin, source in pairwise(sources):
        source.origin, source.evidence = origin, Evidence("says" if sure else "words")
        origin.through.append(source)
    return Relays(sources, [])


def test_each_source_stands_below_its_origin_and_further_in() -> None:
    marks = tree(chain(3)).marks
    assert [mark.source.name for mark in marks] == ["Outlet 0", "Outlet 1", "Outlet 2"]
    assert [one.y for one in marks] == [LINE // 2, LINE + LINE // 2, 2 * LINE + LINE // 2]
    assert marks[0].x < marks[1].x < marks[2].x and all(mark.text > mark.x for mark in marks)


def test_a_long_chain_stays_on_the_screen() -> None:
    marks = tree(chain(40)).marks
    assert marks[DEEPEST].x == marks[-1].x and marks[-1].x < 300


def test_a_line_leads_to_every_source_but_the_first() -> None:
    assert len(tree(chain(4)).paths) == 3 and tree(chain(1)).paths == []
    assert [path.evidence.sure for path in tree(chain(2, sure=False)).paths] == [False]


def test_what_has_no_origin_begins_a_tree_of_its_own() -> None:
    picture = tree(Relays([Source("A"), Source("B")], []))
    assert len({mark.x for mark in picture.marks}) == 1 and picture.height >= 2 * LINE


def days(*sizes: int) -> Spread:
    found = [Source(f"Outlet {number}", Statement()) for number in range(sum(sizes))]
    return Spread(
        [Day(date(2026, 6, at + 1), int(at > 0), [found.pop(0) for _ in range(size)]) for at, size in enumerate(sizes)]
    )


def test_time_runs_downwards_with_a_heading_for_each_day() -> None:
    picture = timeline(days(2, 1))
    heights = [mark.y for mark in picture.marks]
    assert heights == sorted(heights) and picture.height > heights[-1]
    assert [heading.day for heading in picture.headings] == [date(2026, 6, 1), date(2026, 6, 2)]
    assert heights[1] < picture.headings[1].y < heights[2]
    assert [mark.first for mark in picture.marks] == [True, True, False]


def test_arcs_have_room_only_where_there_are_any() -> None:
    alone = timeline(days(1, 1))
    joined = days(1, 1)
    source, origin = joined.days[1].reports[0], joined.days[0].reports[0]
    source.origin, source.evidence = origin, Evidence("copy", share=0.9)
    picture = timeline(joined)
    assert len(picture.paths) == 1 and not alone.paths
    assert picture.marks[0].x > alone.marks[0].x


def test_an_agency_without_a_report_has_no_arc() -> None:
    told = days(1)
    source = told.days[0].reports[0]
    source.origin, source.evidence = Source("IRNA"), Evidence("says", "IRNA")
    assert timeline(told).paths == []
