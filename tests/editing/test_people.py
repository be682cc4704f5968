"""People found by a spelling, merged, and parted again."""

import pytest

from articles import editing
from articles.models import OutboxEntry, Person, User
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def baqeri() -> Person:
    return editing.speaker_named("Mohammad Baqeri", add_person=True)


@pytest.fixture
def baqiri() -> Person:
    return editing.speaker_named("M. Baqiri", add_person=True)


# Merging


def test_merging_moves_nothing_and_can_be_taken_back(baqeri: Person, baqiri: Person, admin: User) -> None:
    quote = make_quote(make_article(), speaker=baqiri)
    merged = editing.merge(baqiri.pk, 1, baqeri.pk, admin)
    assert merged.root == baqeri and merged.version == 2
    quote.refresh_from_db()
    assert quote.speaker == baqiri
    assert baqeri.record().spellings == ("Mohammad Baqeri", "M. Baqiri")
    assert baqeri.record().statements == 1
    alone = editing.unmerge(baqiri.pk, 2, admin)
    assert alone.root == baqiri
    assert [record.history_user for record in alone.history.order_by("history_id")] == [None, admin, admin]


def test_the_articles_of_both_are_indexed_anew(baqeri: Person, baqiri: Person, admin: User) -> None:
    articles = {make_quote(make_article(), speaker=person).article_id for person in (baqeri, baqiri)}
    for edit in (lambda: editing.merge(baqiri.pk, 1, baqeri.pk, admin), lambda: editing.unmerge(baqiri.pk, 2, admin)):
        OutboxEntry.objects.all().delete()
        edit()
        assert set(OutboxEntry.objects.values_list("article_id", flat=True)) == articles


def test_a_merge_goes_to_whom_the_other_was_merged_into(baqeri: Person, baqiri: Person, admin: User) -> None:
    third = make_person("Baqeri")
    editing.merge(baqiri.pk, 1, baqeri.pk, admin)
    assert editing.merge(third.pk, 1, baqiri.pk, admin).merged_into == baqeri


def test_merges_that_make_no_sense_are_refused(baqeri: Person, baqiri: Person, admin: User) -> None:
    with pytest.raises(editing.Refused, match="same person already"):
        editing.merge(baqeri.pk, 1, baqeri.pk, admin)
    with pytest.raises(editing.Refused, match="gone"):
        editing.merge(baqeri.pk, 1, 10**12, admin)
    with pytest.raises(editing.Refused, match="not merged"):
        editing.unmerge(baqeri.pk, 1, admin)
    editing.merge(baqiri.pk, 1, baqeri.pk, admin)
    # No ring: the one that others were merged into cannot be merged into one of them.
    with pytest.raises(editing.Refused, match="same person already"):
        editing.merge(baqeri.pk, 1, baqiri.pk, admin)
    third = make_person("Surya")
    with pytest.raises(editing.Refused, match="Take that back first"):
        editing.merge(baqiri.pk, 2, third.pk, admin)
    assert Person.objects.get(pk=baqeri.pk).version == 1


def test_who_merges_second_is_told(baqeri: Person, baqiri: Person, admin: User) -> None:
    editing.merge(baqiri.pk, 1, baqeri.pk, admin)
    with pytest.raises(editing.Changed):
        editing.unmerge(baqiri.pk, 1, admin)


# Speakers


@pytest.mark.parametrize("typed", ["Mohammad Baqeri", "  mohammad   BAQERI "])
def test_a_speaker_is_found_by_a_known_spelling(typed: str, baqeri: Person) -> None:
    assert editing.speaker_named(typed) == baqeri


def test_a_merged_spelling_means_the_one_it_was_merged_into(baqeri: Person, baqiri: Person, admin: User) -> None:
    editing.merge(baqiri.pk, 1, baqeri.pk, admin)
    assert editing.speaker_named("M. Baqiri") == baqeri


def test_no_name_is_nobody_and_an_unknown_one_is_asked_about(baqeri: Person) -> None:
    assert editing.speaker_named("  ") is None
    with pytest.raises(editing.UnknownSpeaker):
        editing.speaker_named("Surya Atmaja")
    assert Person.objects.count() == 1


def test_a_name_that_several_people_have_is_asked_about() -> None:
    make_person("Surya")
    make_person("Surya")
    with pytest.raises(editing.Refused, match="Several people"):
        editing.speaker_named("Surya")


# Naming


def test_another_name_keeps_the_old_one_as_a_spelling(baqeri: Person, admin: User) -> None:
    article = make_quote(make_article(), speaker=baqeri).article_id
    OutboxEntry.objects.all().delete()
    renamed = editing.rename(baqeri.pk, 1, "  Mohammad  Hossein Bagheri ", admin)
    assert renamed.name == "Mohammad Hossein Bagheri"
    assert renamed.record().spellings == ("Mohammad Baqeri", "Mohammad Hossein Bagheri")
    assert renamed.history.latest().history_user == admin
    assert set(OutboxEntry.objects.values_list("article_id", flat=True)) == {article}
    assert editing.undo(admin).name == "Mohammad Baqeri"


@pytest.mark.parametrize("name", ["", "  ", "B" * 301])
def test_a_name_that_is_none_is_refused(baqeri: Person, admin: User, name: str) -> None:
    with pytest.raises(editing.Refused):
        editing.rename(baqeri.pk, 1, name, admin)
    baqeri.refresh_from_db()
    assert (baqeri.name, baqeri.version) == ("Mohammad Baqeri", 1)


def test_a_name_given_meanwhile_is_not_overwritten(baqeri: Person, admin: User) -> None:
    editing.rename(baqeri.pk, 1, "M. Baqeri", admin)
    with pytest.raises(editing.Changed):
        editing.rename(baqeri.pk, 1, "General Baqeri", admin)
