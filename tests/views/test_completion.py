"""Names of speakers, completed as one types."""

import pytest
from django.test import Client

from articles.linking.people import identity_key
from tests.factories import make_person
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
