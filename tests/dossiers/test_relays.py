"""Who copied or quoted whom, and how many sources are behind the reports."""

import pytest

from articles.dossiers.relays import Relays, relays
from articles.models import Copy, NameSpelling, Person, Recipe, Statement
from tests.dossiers.conftest import Reported


def copied(one: Statement, other: Statement, share: float = 0.93) -> None:
    a, b = sorted((one.article_id, other.article_id))
    Copy.objects.create(a_id=a, b_id=b, share=share)


def told(found: Relays) -> list[tuple[str, str, str]]:
    """The tree: who has the words from whom, and why."""
    return [(one.name, one.origin.name, one.evidence.kind) for one in found.sources if one.origin and one.evidence]


def count(found: Relays) -> int:
    return len(found.independent)


def test_reports_that_name_nobody_stand_for_themselves(reported: Reported) -> None:
    found = relays([reported("Suluh Timur"), reported("Gerbang Asia", "Pintu air ditutup")])
    assert told(found) == [] and count(found) == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        # One name, as each language has it, with and without the noun for an agency.
        ("id", "kantor berita IRNA"),
        ("en", "the IRNA news agency"),
        ("fa", "خبرگزاری ایرنا"),
        ("ar", "وكالة إيرنا"),
        ("ru", "агентство ИРНА"),
    ],
)
def test_reports_of_one_agency_have_one_source(language: str, words: str, reported: Reported) -> None:
    one = reported("Suluh Timur", relayed_by="IRNA")
    other = reported("Another", language=language, relayed_by=words)
    found = relays([one, other])
    assert told(found) == [("Suluh Timur", "IRNA", "says"), ("Another", "IRNA", "says")]
    assert count(found) == 1
    assert [one.name for one in found.sources if one.report is None] == ["IRNA"]


def test_two_agencies_are_two_sources(reported: Reported) -> None:
    found = relays([reported("A", relayed_by="Tasnim"), reported("B", "Pintu air ditutup", relayed_by="Gulf Wire")])
    assert count(found) == 2


def test_an_agency_that_has_a_report_here_is_that_report(reported: Reported) -> None:
    own, other = reported("Gulf Wire"), reported("Suluh Timur", day=2, relayed_by="kantor berita Gulf Wire")
    found = relays([own, other])
    assert told(found) == [("Suluh Timur", "Gulf Wire", "says")]
    assert count(found) == 1 and len(found.sources) == 2


def test_an_outlet_is_known_by_its_other_names(reported: Reported) -> None:
    own, other = reported("Cahaya Kinabalu"), reported("Suluh Timur", day=2, relayed_by="CKN")
    Recipe.objects.create(outlet=own.article.outlet, names=["CKN"])
    assert told(relays([own, other])) == [("Suluh Timur", "Cahaya Kinabalu", "says")]


def test_spellings_that_editors_joined_are_one_agency(reported: Reported) -> None:
    agency = Person.objects.create(name="Islamic Republic News Agency")
    for spelling in ("Islamic Republic News Agency", "IRNA"):
        NameSpelling.objects.create(person=agency, spelling=spelling, key=_key(spelling))
    one = reported("A", relayed_by="IRNA", language="en")
    other = reported("B", "Pintu air ditutup", relayed_by="Islamic Republic News Agency", language="en")
    assert count(relays([one, other])) == 1


def _key(spelling: str) -> str:
    from articles.linking.people import identity_key

    return identity_key(spelling)


def test_a_chain_is_one_source_and_keeps_its_order(reported: Reported) -> None:
    first = reported("Gulf Wire")
    second = reported("Suluh Timur", day=2, relayed_by="Gulf Wire")
    third = reported("Gerbang Asia", day=3, relayed_by="Suluh Timur")
    found = relays([first, second, third])
    assert told(found) == [("Suluh Timur", "Gulf Wire", "says"), ("Gerbang Asia", "Suluh Timur", "says")]
    assert [one.name for one in found.independent] == ["Gulf Wire"]


def test_two_that_name_each_other_make_no_circle(reported: Reported) -> None:
    one, other = reported("Gulf Wire", relayed_by="Tasnim"), reported("Tasnim", day=2, relayed_by="Gulf Wire")
    found = relays([one, other])
    assert count(found) == 1 and len(told(found)) == 1 and len(found.edges) == 2


def test_an_outlet_that_names_itself_is_its_own_source(reported: Reported) -> None:
    found = relays([reported("Gulf Wire", relayed_by="Gulf Wire")])
    assert told(found) == [] and count(found) == 1


def test_a_syndicated_copy_counts_as_one_source(reported: Reported) -> None:
    one, other = reported("Suluh Timur"), reported("Gerbang Asia", day=2)
    copied(one, other)
    found = relays([one, other])
    assert told(found) == [("Gerbang Asia", "Suluh Timur", "copy")]
    assert count(found) == 1 and found.edges[0].evidence.share == 0.93 and found.edges[0].evidence.ordered


@pytest.mark.parametrize("days", [(1, 1), (None, 1), (None, None)])
def test_which_copy_was_first_is_known_by_the_day_only(days: tuple[int | None, ...], reported: Reported) -> None:
    one, other = (reported(name, day=day) for name, day in zip("AB", days, strict=True))
    copied(one, other)
    assert not relays([one, other]).edges[0].evidence.ordered


def test_a_text_with_less_in_common_is_no_copy(reported: Reported) -> None:
    one, other = reported("Suluh Timur"), reported("Gerbang Asia", "Pintu air ditutup")
    copied(one, other, share=0.4)
    assert count(relays([one, other])) == 2


def test_what_an_outlet_says_again_is_no_second_source(reported: Reported) -> None:
    found = relays([reported("Suluh Timur"), reported("Suluh Timur", "Pintu air ditutup", day=2)])
    assert told(found) == [("Suluh Timur", "Suluh Timur", "outlet")] and count(found) == 1


def test_an_outlet_with_a_report_of_its_own_and_one_from_an_agency_has_two(reported: Reported) -> None:
    found = relays([reported("Suluh Timur"), reported("Suluh Timur", day=2, relayed_by="Tasnim")])
    assert count(found) == 2


LONG = "Komisi bersama menutup sembilan pintu air tanpa memperingatkan nelayan maupun syahbandar"


def test_the_same_words_days_later_are_a_guess_and_count_as_a_source(reported: Reported) -> None:
    found = relays([reported("Suluh Timur", LONG), reported("Gerbang Asia", LONG, day=3)])
    assert told(found) == [("Gerbang Asia", "Suluh Timur", "words")]
    assert count(found) == 2 and [one.name for one in found.doubtful] == ["Gerbang Asia"]


@pytest.mark.parametrize(
    ("words", "day", "language"),
    [
        # Few words; the same day; another language; other words.
        ("Kami siap", 3, "id"),
        (LONG, 1, "id"),
        (LONG, 3, "en"),
        ("Komisi bersama membuka pelabuhan lama bagi nelayan dan kapal barang", 3, "id"),
    ],
)
def test_no_guess_without_many_words_days_apart(words: str, day: int, language: str, reported: Reported) -> None:
    first = "Kami siap" if words == "Kami siap" else LONG
    assert told(relays([reported("Suluh Timur", first), reported("Gerbang", words, day, language)])) == []


def test_what_is_known_goes_before_a_guess(reported: Reported) -> None:
    one, other = reported("Suluh Timur", LONG), reported("Gerbang Asia", LONG, day=3, relayed_by="Tasnim")
    assert told(relays([one, other])) == [("Gerbang Asia", "Tasnim", "says")]


def test_the_questions_do_not_grow_with_the_reports(reported: Reported, django_assert_num_queries) -> None:
    rows = [reported(f"Outlet {number}", relayed_by="IRNA" if number % 2 else "") for number in range(20)]
    with django_assert_num_queries(3):
        relays(rows)
