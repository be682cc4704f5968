"""What is typed into one line: names and tags hold what can be seen."""

import pytest

from articles import editing
from articles.editing.typed import one_line
from articles.models import Person, Tag, User
from tests.factories import make_article, make_person, make_quote


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Rahma \n Wibowo ", "Rahma Wibowo"),
        # Characters that nobody sees.
        ("Rahma\x00Wibowo", "Rahma Wibowo"),
        ("\x01\x02", ""),
        ("\u202egnirts\u2066", "gnirts"),
        # Joiners belong to the spelling of a Persian word.
        ("علی\u200cپور", "علی\u200cپور"),
    ],
)
def test_what_cannot_be_seen_is_left_out(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize("name", ["\x00", ",,,,", "\u202e", "–"])
def test_nobody_is_called_by_no_letters(name: str, admin: User) -> None:
    person = make_person()
    with pytest.raises(editing.Refused, match="needs a name"):
        editing.rename(person.pk, 1, name, admin)
    quote = make_quote(make_article())
    if one_line(name):
        with pytest.raises(editing.Refused, match="needs a name"):
            editing.correct(quote.pk, 1, admin, {"speaker_name": name}, add_person=True)
    assert list(Person.objects.values_list("name", flat=True)) == ["Rahma Wibowo"]


def test_fields_and_tags_hold_what_can_be_seen(editor: User) -> None:
    quote = make_quote(make_article())
    row = editing.correct(
        quote.pk, 1, editor, {"cue": "ka\x00ta", "note": "One\nline"}, tags=["\x07", " -- ", "la\x01ut"]
    )
    assert (row.cue, row.note) == ("ka ta", "One\nline")
    assert list(Tag.objects.values_list("name", flat=True)) == ["la ut"]
