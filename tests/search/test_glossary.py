"""The newsroom's glossary: what is shipped with what its editors changed, in every process at once."""

import pytest

from articles import editing
from articles.models import GlossaryWord, User
from articles.search.glossary import OWN, glossary, is_common, languages, shipped

pytestmark = pytest.mark.django_db


def named(typed: str) -> list[str]:
    return [meaning.concept for meaning in glossary().meanings(typed.split())]


def test_without_changes_it_is_what_is_shipped() -> None:
    assert glossary() is shipped()
    assert named("ceasefire") == ["ceasefire"]


def test_a_word_that_an_editor_added_leads_to_the_others(editor: User) -> None:
    assert named("stillewaffen") == []
    editing.add_word("ceasefire", "de", "Stillewaffen", 0, editor)
    (meaning,) = glossary().meanings(["stillewaffen"])
    assert (meaning.concept, meaning.languages) == ("ceasefire", ("de",))
    assert ("gencatan", "senjata") in meaning.phrases["id"]
    assert named("earthquake") == ["earthquake"]


def test_a_word_taken_away_leads_nowhere_and_none_leads_to_it(editor: User) -> None:
    row = editing.hide_word("ceasefire", "en", "truce", 0, editor)
    assert named("truce") == []
    (meaning,) = glossary().meanings(["ceasefire"])
    assert ("truce",) not in meaning.phrases.get("en", ())
    editing.add_word("ceasefire", "en", "truce", row.version, editor)
    assert named("truce") == ["ceasefire"]


def test_a_concept_of_the_editors_own(editor: User) -> None:
    row = editing.add_concept("en", "Salt levy", 0, editor)
    editing.add_word(row.concept, "id", "pungutan garam", 0, editor)
    (meaning,) = glossary().meanings(["salt", "levies"])
    assert meaning.phrases["id"] == (("pungutan", "garam"),)
    assert glossary().concepts[row.concept].theme == OWN


def test_it_is_made_anew_only_after_a_change(editor: User) -> None:
    editing.add_concept("en", "Salt levy", 0, editor)
    before = glossary()
    assert glossary() is before
    # As another process would: this one is told nothing.
    row = GlossaryWord.objects.get()
    row.hidden = True
    row.save()
    assert named("Salt levy") == []


def test_the_question_whether_it_changed_is_one_query(editor: User, django_assert_num_queries) -> None:
    editing.add_concept("en", "Salt levy", 0, editor)
    glossary()
    with django_assert_num_queries(1):
        glossary()


def test_the_commonest_words_of_a_language_tell_nothing() -> None:
    assert is_common("And", "en") and not is_common("and", "id") and not is_common("and so on", "en")
    assert "id" in languages() and "" not in languages()
