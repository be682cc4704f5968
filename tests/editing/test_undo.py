"""Taking back: one's own last change that still stands, and never anybody else's."""

import pytest

from articles import editing
from articles.models import Link, OutboxEntry, Statement, User, Utterance
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote() -> Statement:
    return make_quote(make_article(), speaker=make_person())


def now(row: Statement) -> Statement:
    return Statement.objects.get(pk=row.pk)


def test_nothing_of_ones_own_is_refused_with_a_sentence(quote: Statement, editor: User, admin: User) -> None:
    editing.confirm(quote.pk, 1, admin)
    with pytest.raises(editing.Refused, match="nothing of yours"):
        editing.undo(editor)


def test_a_judgement_is_taken_back_with_a_new_version(quote: Statement, editor: User) -> None:
    editing.confirm(quote.pk, 1, editor)
    OutboxEntry.objects.all().delete()
    taken = editing.undo(editor)
    assert (taken.pk, now(quote).status, now(quote).version) == (quote.pk, "proposed", 3)
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [quote.article_id]
    with pytest.raises(editing.Changed):
        editing.reject(quote.pk, 2, editor)


def test_changes_are_taken_back_one_by_one_and_an_undo_is_never_undone(quote: Statement, editor: User) -> None:
    editing.confirm(quote.pk, 1, editor)
    editing.correct(quote.pk, 2, editor, {"note": "one"}, tags=["laut"])
    editing.correct(quote.pk, 3, editor, {"note": "two"}, tags=[])
    seen = []
    for _ in range(3):
        editing.undo(editor)
        row = now(quote)
        seen.append((row.status, row.note, [tag.name for tag in row.tags.all()]))
    assert seen == [("confirmed", "one", ["laut"]), ("confirmed", "", []), ("proposed", "", [])]
    with pytest.raises(editing.Refused):
        editing.undo(editor)


def test_after_an_undo_new_changes_come_first(quote: Statement, editor: User) -> None:
    editing.confirm(quote.pk, 1, editor)
    editing.undo(editor)
    editing.reject(quote.pk, 3, editor)
    editing.undo(editor)
    assert now(quote).status == "proposed"


def test_what_somebody_else_has_changed_since_is_left_alone(quote: Statement, editor: User, admin: User) -> None:
    editing.confirm(quote.pk, 1, editor)
    editing.correct(quote.pk, 2, admin, {"note": "mine"})
    with pytest.raises(editing.Refused, match="Somebody"):
        editing.undo(editor)
    assert (now(quote).status, now(quote).note) == ("confirmed", "mine")


def test_a_marked_passage_goes_again(quote: Statement, editor: User) -> None:
    row = editing.mark(quote.article_id, 1, editor, 0, 14, type="claim")
    editing.undo(editor)
    assert not Statement.objects.filter(pk=row.pk).exists()


def test_a_marked_passage_that_somebody_linked_since_stays(quote: Statement, editor: User, admin: User) -> None:
    row = editing.mark(make_article().pk, 1, editor, 0, 14)
    editing.link(row.pk, quote.pk, "same", admin)
    with pytest.raises(editing.Refused, match="linked since"):
        editing.undo(editor)
    assert Link.objects.count() == 1


def test_a_link_by_hand_goes_again_and_its_utterance_with_it(quote: Statement, editor: User) -> None:
    editing.link(quote.pk, make_quote(make_article()).pk, "same", editor)
    editing.undo(editor)
    assert not Link.objects.exists() and not Utterance.objects.exists()


def test_a_rejected_proposal_stands_again_and_joins_again(quote: Statement, editor: User) -> None:
    other = make_quote(make_article())
    Link.objects.create(a=quote, b=other, relation="same")
    Utterance.objects.regroup([quote.pk])
    editing.link(quote.pk, other.pk, None, editor, 1)
    assert not Utterance.objects.exists()
    editing.undo(editor)
    assert Link.objects.get().status == "proposed"
    assert set(Utterance.objects.get().statements.all()) == {quote, other}


def test_a_rejected_statement_joins_its_utterance_again(quote: Statement, editor: User) -> None:
    other = make_quote(make_article())
    editing.link(quote.pk, other.pk, "same", editor)
    editing.reject(other.pk, 1, editor)
    editing.undo(editor)
    assert set(Utterance.objects.get().statements.all()) == {quote, other}


def test_utterances_follow_the_links_as_they_are_now(quote: Statement, editor: User, admin: User) -> None:
    # Between the change and its undo the utterance of then is gone and another has come.
    first, second = make_quote(make_article()), make_quote(make_article())
    link = editing.link(quote.pk, first.pk, "same", admin)
    editing.correct(quote.pk, 1, editor, {"note": "x"})
    editing.link(quote.pk, first.pk, None, admin, link.version)
    editing.link(quote.pk, second.pk, "same", admin)
    editing.undo(editor)
    assert now(quote).note == ""
    assert set(Utterance.objects.get().statements.all()) == {quote, second}


def test_a_merge_is_taken_back(quote: Statement, admin: User) -> None:
    other = make_person("R. Wibowo")
    editing.merge(other.pk, 1, quote.speaker_id, admin)
    assert editing.undo(admin) == other
    other.refresh_from_db()
    assert other.merged_into is None


# What was done together


@pytest.fixture
def together(quote: Statement, editor: User) -> list[Link]:
    """Three links, confirmed as one after another change."""
    others = [make_quote(make_article()) for _ in range(3)]
    editing.confirm(quote.pk, 1, editor)
    links = [Link.objects.create(a=quote, b=other, relation="same") for other in others]
    editing.confirm_together([(link.pk, 1) for link in links], editor)
    return links


def test_what_was_confirmed_together_is_taken_back_as_one(together: list[Link], quote: Statement, editor: User) -> None:
    assert editing.undo(editor) == together[0]
    assert set(Link.objects.values_list("status", "version")) == {("proposed", 3)}
    editing.undo(editor)
    assert now(quote).status == "proposed"


def test_one_of_them_that_was_changed_since_comes_first(together: list[Link], quote: Statement, editor: User) -> None:
    editing.link(quote.pk, together[1].b_id, None, editor, 2)
    assert editing.undo(editor) == together[1]
    assert set(Link.objects.values_list("status", flat=True)) == {"confirmed"}
    editing.undo(editor)
    assert set(Link.objects.values_list("status", flat=True)) == {"proposed"}


def test_where_somebody_else_has_changed_one_of_them_all_stay(
    together: list[Link], quote: Statement, editor: User, admin: User
) -> None:
    editing.link(quote.pk, together[2].b_id, None, admin, 2)
    with pytest.raises(editing.Refused, match="changed it after you"):
        editing.undo(editor)
    assert list(Link.objects.order_by("pk").values_list("status", flat=True)) == ["confirmed", "confirmed", "rejected"]
