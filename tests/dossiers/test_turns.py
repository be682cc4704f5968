"""What a person said again, changed, and what contradicts it, with the days of both sides."""

from datetime import date, timedelta

import pytest

from articles.dossiers import lifelines
from articles.dossiers.turns import repeated, turns
from articles.models import Link, Person, Statement, Utterance
from tests.factories import make_article, make_claim, make_person, make_quote

pytestmark = pytest.mark.django_db
DAY = date(2021, 10, 20)
LONG = "Kami siap berlayar ke pelabuhan Ambon"


def words(person: Person | None, day: date | None = DAY, text: str = LONG, **fields: object) -> Statement:
    return make_quote(make_article(f"“{text},” katanya.", published=day), text, speaker=person, **fields)


@pytest.fixture
def person() -> Person:
    return make_person()


def join(one: Statement, other: Statement) -> None:
    Link.objects.create(a=one, b=other, relation="same")
    Utterance.objects.regroup([one.pk])


def again(person: Person) -> list[list[tuple[date, Statement]]]:
    return [[(one.day, one.statement) for one in found] for found in repeated(lifelines.said_by(person.identity()))]


@pytest.mark.parametrize(
    ("days", "is_again"),
    [
        (0, False),
        # Reports come within a week: that is one act of speech, told by several.
        (7, False),
        (8, True),
        (400, True),
    ],
)
def test_reports_of_an_utterance_far_apart_tell_that_it_was_said_again(
    days: int, is_again: bool, person: Person
) -> None:
    first, second = words(person), words(person, DAY + timedelta(days), "Kami siap berlayar")
    join(first, second)
    assert again(person) == ([[(DAY, first), (DAY + timedelta(days), second)]] if is_again else [])


def test_the_day_it_was_said_goes_before_the_day_of_publication(person: Person) -> None:
    join(words(person), words(person, DAY + timedelta(30), said_on=DAY))
    assert again(person) == []


def test_the_same_words_on_another_day_are_said_again_though_nobody_linked_them(person: Person) -> None:
    merged = Person.objects.create(name="R. Wibowo", merged_into=person)
    first, second = words(person), words(merged, DAY + timedelta(1))
    words(person, DAY)
    words(make_person("Wening Palupi"), DAY + timedelta(2))
    assert again(person) == [[(DAY, first), (DAY + timedelta(1), second)]]


@pytest.mark.parametrize(("text", "day"), [("Kami siap", DAY + timedelta(1)), (LONG, DAY), (LONG, None)])
def test_short_words_one_day_and_no_day_are_no_repetition(text: str, day: date | None, person: Person) -> None:
    words(person, DAY, text)
    words(person, day, text)
    assert again(person) == []


def test_a_contradiction_has_its_sides_in_order_of_time(person: Person) -> None:
    later, earlier = words(person, DAY), words(person, None, "Kami tidak siap", said_on=date(2020, 1, 5))
    Link.objects.create(a=later, b=earlier, relation="contradicts")
    (turn,) = turns([person.pk], "contradicts")
    assert (turn.earlier, turn.later, turn.earlier_day, turn.later_day) == (earlier, later, date(2020, 1, 5), DAY)
    assert turn.is_own


def test_what_updates_comes_later_whatever_its_day(person: Person) -> None:
    new, old = words(person, DAY), words(person, DAY + timedelta(3), "Kami akan siap")
    Link.objects.create(a=new, b=old, relation="updates")
    (turn,) = turns([person.pk], "updates")
    assert (turn.earlier, turn.later) == (old, new)
    assert turns([person.pk], "contradicts") == []


def test_others_may_contradict_too(person: Person) -> None:
    own, other = words(person), words(make_person("Wening Palupi"), DAY + timedelta(1))
    Link.objects.create(a=own, b=other, relation="contradicts")
    (turn,) = turns([person.pk], "contradicts")
    assert (turn.is_own, turn.own_earlier, turn.own_later) == (False, True, False)


def test_a_claim_inside_of_a_quote_is_credited_to_its_speaker(person: Person) -> None:
    article = make_article("“Kapal itu tiba dan kami siap,” katanya. Hujan turun.", published=DAY)
    make_quote(article, "Kapal itu tiba dan kami siap", speaker=person)
    inside, outside = make_claim(article, "Kapal itu tiba"), make_claim(article, "Hujan turun")
    other = make_claim(make_article(published=DAY + timedelta(1)))
    for one in (inside, outside):
        Link.objects.create(a=one, b=other, relation="contradicts")
    assert [turn.earlier for turn in turns([person.pk], "contradicts")] == [inside]


def test_what_was_rejected_is_none(person: Person) -> None:
    one, other, third = words(person), words(person, text="Kami tidak siap"), words(person, status="rejected")
    Link.objects.create(a=one, b=other, relation="contradicts", status="rejected")
    Link.objects.create(a=one, b=third, relation="contradicts")
    assert turns([person.pk], "contradicts") == []
