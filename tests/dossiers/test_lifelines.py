"""What a person said over time: each act once, by month, in which roles, by whom told, narrowed down."""

from datetime import date

import pytest

from articles import search
from articles.dossiers import lifelines
from articles.dossiers.lifelines import Narrowed, Span
from articles.models import Link, OutboxEntry, Person, Statement, Utterance
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db
MAY, JUNE, LATER = date(2021, 5, 31), date(2021, 6, 1), date(2021, 8, 3)


def words(text: str, outlet: str, person: Person, published: date | None = None, **fields: object) -> Statement:
    language = fields.pop("language", "id")
    article = make_article(f"“{text},” katanya.", outlet, published=published, language=language)
    return make_quote(article, text, speaker=person, **fields)


@pytest.fixture
def person() -> Person:
    return make_person()


@pytest.fixture
def made(person: Person) -> dict[str, Statement]:
    """An utterance in three reports, one of them credited to somebody else; a later statement; one without a day."""
    made = {
        "first": words("Kami siap berlayar", "Suluh Timur", person, JUNE, said_on=MAY, role="menteri"),
        "second": words("Kami siap berangkat", "Gerbang Asia", person, JUNE, role="menteri"),
        "other": words("Kami siap", "Gerbang Asia", make_person("Wening Palupi"), JUNE),
        "later": words("Hujan turun lebat", "Suluh Timur", person, LATER, role="gubernur", language="ms"),
        "undated": words("Pelabuhan ditutup", "Kabar Laut", person),
        "gone": words("Tidak pernah", "Kabar Laut", person, LATER, status="rejected"),
    }
    for name in ("second", "other"):
        Link.objects.create(a=made["first"], b=made[name], relation="same")
    Utterance.objects.regroup([made["first"].pk])
    return made


def told(said: object) -> list[lifelines.Told]:
    return lifelines.told(said, list(lifelines.acts(said)))


def test_each_act_stands_once_the_latest_first_with_all_its_reports(person: Person, made: dict) -> None:
    found = told(lifelines.said_by([person.pk]))
    assert [(one.statement, one.day, one.reports) for one in found] == [
        (made["later"], LATER, 1),
        # Said in May, published in June: by the first of the person's own statements.
        (made["first"], MAY, 3),
        (made["undated"], None, 1),
    ]
    assert found[1].outlets == ("Suluh Timur", "Gerbang Asia")


def test_those_who_were_merged_are_one(person: Person, made: dict) -> None:
    merged = Person.objects.create(name="R. Wibowo", merged_into=person)
    words("Kapal kedua tiba", "Kabar Laut", merged, LATER)
    assert len(told(lifelines.said_by(person.identity()))) == 4


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ({"language": "ms"}, ["later"]),
        ({"language": "tr"}, []),
        ({"words": "hujan"}, ["later"]),
        ({"words": "siap LAYAR"}, ["first"]),
        ({"words": "hujan siap"}, []),
        ({"words": "siap", "language": "ms"}, []),
    ],
)
def test_it_is_narrowed_down(to: dict, expected: list[str], person: Person, made: dict) -> None:
    said = lifelines.narrowed(lifelines.said_by([person.pk]), Narrowed(**to), person.pk)
    assert [one.statement for one in told(said)] == [made[name] for name in expected]


def test_of_an_act_that_is_narrowed_down_a_report_that_fits_is_shown(person: Person, made: dict) -> None:
    outlet = made["second"].article.outlet_id
    said = lifelines.narrowed(lifelines.said_by([person.pk]), Narrowed(outlet=outlet), person.pk)
    assert [(one.statement, one.reports) for one in told(said)] == [(made["second"], 3)]


def test_words_are_found_in_other_forms_where_the_index_knows_them(person: Person, made: dict) -> None:
    search.rebuild()
    OutboxEntry.objects.all().delete()
    said = lifelines.narrowed(lifelines.said_by([person.pk]), Narrowed(words="menutup pelabuhan"), person.pk)
    assert [one.statement for one in told(said)] == [made["undated"]]


def test_months_have_their_statements_and_undated_ones_none(person: Person, made: dict) -> None:
    said = lifelines.said_by([person.pk])
    assert lifelines.months(said) == [("2021-05", 1), ("2021-06", 1), ("2021-08", 1)]
    assert [one.statement for one in told(lifelines.in_month(said, "2021-08"))] == [made["later"]]
    assert told(lifelines.in_month(said, "2021-07")) == []


@pytest.mark.parametrize(
    ("text", "month"),
    [("2021-10", "2021-10"), ("2021-12", "2021-12"), ("2021-13", ""), ("2021-1", ""), ("0000-01", ""), ("٢٠٢١-١٠", "")],
)
def test_a_month_of_an_address(text: str, month: str, person: Person) -> None:
    assert lifelines.month_of(text) == month
    assert not lifelines.in_month(lifelines.said_by([person.pk]), month).exists()


def test_roles_come_in_the_order_in_which_they_begin(person: Person, made: dict) -> None:
    assert lifelines.roles(lifelines.said_by([person.pk])) == [
        Span("menteri", 2, MAY, JUNE),
        Span("gubernur", 1, LATER, LATER),
    ]


def test_outlets_and_languages_come_by_number(person: Person, made: dict) -> None:
    said = lifelines.said_by([person.pk])
    assert [(one.value[1], one.number, one.last) for one in lifelines.outlets(said)] == [
        ("Suluh Timur", 2, LATER),
        ("Gerbang Asia", 1, JUNE),
        ("Kabar Laut", 1, None),
    ]
    assert [(one.value, one.number) for one in lifelines.languages(said)] == [("id", 3), ("ms", 1)]
