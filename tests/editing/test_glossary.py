"""Changes of the glossary: words added, hidden and shown again, new concepts; each recorded, and taken back."""

import pytest

from articles import editing
from articles.models import GlossaryWord, User

pytestmark = pytest.mark.django_db


def test_a_word_is_added_hidden_and_shown_again(editor: User, admin: User) -> None:
    row = editing.add_word("ceasefire", "de", " Stille  der Waffen ", 0, editor)
    assert (row.word, row.hidden, row.version) == ("Stille der Waffen", False, 1)
    row = editing.hide_word("ceasefire", "de", row.word, row.version, admin)
    assert (row.hidden, row.version) == (True, 2)
    row = editing.add_word("ceasefire", "de", row.word, row.version, editor)
    assert (row.hidden, row.version) == (False, 3)
    assert [one.history_user for one in row.history.all()] == [editor, admin, editor]


def test_a_shipped_word_is_hidden_and_shown_again(editor: User) -> None:
    row = editing.hide_word("city-524901", "", "Moscow", 0, editor)
    assert not editing.add_word("city-524901", "", "Moscow", row.version, editor).hidden


def test_a_new_concept_has_a_key_that_no_other_has(editor: User) -> None:
    keys = [editing.add_concept("id", word, 0, editor).concept for word in ("Pungutan garam", "pungutan Garam", "塩")]
    assert keys == ["own-pungutan-garam", "own-pungutan-garam-2", "own-塩"]


@pytest.mark.parametrize("version", [1, 77])
def test_who_comes_late_is_told(version: int, editor: User) -> None:
    row = editing.hide_word("ceasefire", "en", "truce", 0, editor)
    editing.add_word("ceasefire", "en", "truce", row.version, editor)
    for attempt in (
        lambda: editing.hide_word("ceasefire", "en", "truce", version, editor),
        lambda: editing.add_word("ceasefire", "en", "truce", version, editor),
        lambda: editing.add_word("ceasefire", "en", "no war", version, editor),
        lambda: editing.add_concept("en", "no war", version, editor),
    ):
        with pytest.raises(editing.Changed):
            attempt()


@pytest.mark.parametrize(
    ("concept", "language", "word", "told"),
    [
        ("nothing-such", "en", "calm", "no such concept"),
        ("ceasefire", "xx", "calm", "the language"),
        ("ceasefire", "", "calm", "the language"),
        ("ceasefire", "en", " … ", "Type a word"),
        ("ceasefire", "en", "x" * 201, "too long"),
        # it widens nothing
        ("ceasefire", "en", "And", "commonest"),
        # it is there, or was until somebody hid it
        ("ceasefire", "en", "TRUCE", "there already"),
        ("ceasefire", "id", "gencatan senjata", "hidden here"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    concept: str, language: str, word: str, told: str, editor: User
) -> None:
    editing.hide_word("ceasefire", "id", "gencatan senjata", 0, editor)
    with pytest.raises(editing.Refused, match=told):
        editing.add_word(concept, language, word, 0, editor)
    assert GlossaryWord.objects.count() == 1


def test_only_a_word_of_the_concept_can_be_hidden(editor: User) -> None:
    with pytest.raises(editing.Refused, match="no word of this concept"):
        editing.hide_word("ceasefire", "en", "war", 0, editor)


def test_a_change_is_taken_back(editor: User) -> None:
    row = editing.hide_word("ceasefire", "en", "truce", 0, editor)
    editing.add_word("ceasefire", "en", "truce", row.version, editor)
    editing.undo(editor)
    row.refresh_from_db()
    assert row.hidden
    editing.undo(editor)
    assert not GlossaryWord.objects.exists()
