"""What one types, completed: names of speakers, and people, outlets and tags in the search box."""

import pytest
from django.test import Client

from articles.linking.people import identity_key
from articles.models import Tag
from articles.views.completion import completions
from tests.factories import make_article, make_person
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # the beginning of any word, in any case
        ("baq", ["Mohammad Baqeri"]),
        # another spelling of the same person is offered as it is written
        ("mohammad", ["Mohammad Baqeri", "Mohammad Bagheri"]),
        # a spelling that nobody has used yet
        ("Bageri", ["Mohammad Baqeri", "Mohammad Bagheri"]),
        ("rahma wib", ["Rahma Wibowo"]),
        # a name of one word, by its sounds
        ("Gadafi", ["Qaddafi"]),
        ("Khadd", []),
        ("zzz", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_completed_with_all_their_spellings(query: str, expected: list[str], as_editor: Client) -> None:
    make_person()
    make_person("Qaddafi")
    person = make_person("Mohammad Baqeri")
    person.spellings.update(key=identity_key("Mohammad Baqeri"))
    person.spellings.create(spelling="Mohammad Bagheri", key=identity_key("Mohammad Bagheri"))
    html = as_editor.get("/people/complete/", {"speaker_name": query}, headers=HTMX).content.decode()
    assert [part.split('"')[0] for part in html.split('data-value="')[1:]] == expected


def test_a_name_with_markup_stays_inert(as_editor: Client) -> None:
    make_person('Rahma "><script>alert(1)</script>')
    assert "<script" not in as_editor.get("/people/complete/?q=rahma").content.decode()


def test_the_search_box_completes_people_outlets_and_tags(as_journalist: Client, db: None) -> None:
    person = make_person("Mohammad Baqeri")
    person.spellings.create(spelling="Mohammad Bagheri", key="x")
    make_article(outlet="Bagian Kota")
    Tag.objects.create(name="bagasi")
    found = as_journalist.get("/complete/?q=feri+Bag").content.decode()
    # A name stays words, so that it is found in all its spellings; what can be told apart becomes a field.
    assert 'data-value="feri Mohammad Bagheri"' in found and "= <bdi>Mohammad Baqeri" in found
    assert 'data-value="feri outlet:&quot;Bagian Kota&quot;"' in found
    assert 'data-value="feri tag:&quot;bagasi&quot;"' in found
    assert 'role="option"' not in as_journalist.get("/complete/?q=B").content.decode()
    assert 'role="option"' not in as_journalist.get("/complete/?q=zz").content.decode()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("mohammad bag", ["Mohammad Bagheri"]),
        ("river mohammad bag", ["river Mohammad Bagheri"]),
        ("speaker:bag", ["speaker:(Mohammad Bagheri)"]),
        ("feri penutur:(mohammad ba", ["feri speaker:(Mohammad Bagheri)"]),
        ("outlet:bag", ['outlet:"Bagian Kota"']),
        ('outlet:"bagian k', ['outlet:"Bagian Kota"']),
        ("(feri OR bagia", ['(feri OR outlet:"Bagian Kota"']),
        # inside of an exact phrase, in other fields, and where a word is ended nothing is offered
        ('"feri bag', []),
        ("date:bag", []),
        ("bag ", []),
        ("", []),
    ],
)
def test_the_end_of_a_search_is_completed(typed: str, completed: list[str], db: None) -> None:
    make_person("Mohammad Bagheri")
    make_article(outlet="Bagian Kota")
    assert [one.text for one in completions(typed) if one.kind != "outlet" or "outlet" in one.text][:1] == completed[:1]
