"""People found by any spelling, and who may be whom."""

import pytest

from articles import editing
from articles.dossiers.namesakes import alike, called
from articles.models import Person, User

pytestmark = pytest.mark.django_db

NAMES = ("Mohammad Baqeri", "Mohammad Hossein Bageri", "Mohammad Reza Ashtiani", "Baqeri", "Sri Mulyani", "Hamid Bakri")


@pytest.fixture
def people() -> dict[str, Person]:
    return {name: editing.speaker_named(name, add_person=True) for name in NAMES}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # A word of the name in another spelling.
        ("Bagheri", {"Mohammad Baqeri", "Mohammad Hossein Bageri", "Hamid Bakri"}),
        # Several words must all be there.
        ("Muhammad Ashtiani", {"Mohammad Reza Ashtiani"}),
        # The beginning of a name, while it is typed.
        ("mul", {"Sri Mulyani"}),
        ("baqeri", {"Mohammad Baqeri", "Mohammad Hossein Bageri", "Baqeri", "Hamid Bakri"}),
        ("Surya", set()),
        ("%", set()),
    ],
)
def test_people_are_found_by_any_spelling(words: str, found: set[str], people: dict[str, Person]) -> None:
    assert {name for name, person in people.items() if person.pk in called(words)} == found


@pytest.mark.parametrize(
    ("name", "others"),
    [
        # A fuller name, another spelling, a bare surname; but not a given name, nor vowels that differ.
        ("Mohammad Baqeri", ["Baqeri", "Mohammad Hossein Bageri"]),
        ("Baqeri", ["Mohammad Baqeri", "Mohammad Hossein Bageri"]),
        ("Mohammad Reza Ashtiani", []),
        ("Sri Mulyani", []),
    ],
)
def test_who_may_be_the_same_person(name: str, others: list[str], people: dict[str, Person]) -> None:
    assert [other.name for other in alike(people[name])] == others


def test_whoever_was_merged_is_offered_as_the_one_they_are(people: dict[str, Person], admin: User) -> None:
    editing.merge(people["Baqeri"].pk, 1, people["Mohammad Baqeri"].pk, admin)
    assert [other.name for other in alike(people["Mohammad Baqeri"])] == ["Mohammad Hossein Bageri"]
    assert [other.name for other in alike(people["Mohammad Hossein Bageri"])] == ["Mohammad Baqeri"]
