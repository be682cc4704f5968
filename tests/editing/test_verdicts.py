"""Verdicts: decided with a reason, kept whatever becomes of links and utterances, opened again by what is new."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from articles import editing, ingest
from articles.models import Article, Disagreement, Link, Person, Statement, User, Utterance, Verdict
from tests.editing.disputed import WORDS, decide, report
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_one(link: Link) -> Disagreement:
    return Disagreement.objects.get()


def plain(values: Iterable[str]) -> list[str]:
    return [value.removesuffix(" kapal") for value in values]


def state() -> list[tuple[str, list[list[str]], bool]]:
    return [(one.field, [plain(side.values) for side in one.dispute.sides], one.is_open)
            for one in Disagreement.objects.order_by("field")]  # fmt: skip


OPEN = [("number", [["12"], ["15"]], True)]
DECIDED = [("number", [["12"], ["15"]], False)]


def test_a_linked_pair_that_differs_is_open(open_one: Disagreement, twelve: Statement, fifteen: Statement) -> None:
    assert state() == OPEN
    assert [side.statements for side in open_one.dispute.sides] == [(twelve.pk,), (fifteen.pk,)]
    assert open_one.statement == twelve


@pytest.mark.parametrize(
    ("outcome", "value", "kept"),
    [
        ("side", "12", "12"),
        ("side", "15", "15"),
        ("all", "12", ""),
        ("none", "", ""),
        ("unknown", "", ""),
    ],
)
def test_a_verdict_has_an_outcome_and_a_reason(
    outcome: str, value: str, kept: str, open_one: Disagreement, twelve: Statement, editor: User
) -> None:
    verdict = decide(editor, outcome, value, "  The port's\n log. ")
    assert (verdict.statement, verdict.field, plain(verdict.values)) == (twelve, "number", ["12", "15"])
    assert (verdict.outcome, plain([verdict.value]), verdict.reason) == (outcome, [kept], "The port's log.")
    assert (verdict.decided_by, verdict.version, verdict.standing) == (editor, 1, True)
    assert state() == DECIDED and Disagreement.objects.get().verdict == verdict
    assert not Disagreement.objects.open()


@pytest.mark.parametrize(
    ("outcome", "value", "reason", "said"),
    [
        ("side", "13", "x", "No report says that"),
        ("side", "", "x", "No report says that"),
        ("maybe", "", "x", "Choose what is right"),
        ("", "", "x", "Choose what is right"),
        ("all", "", "", "needs a reason"),
        ("all", "", " \n\u202e", "needs a reason"),
        ("all", "", "…!", "needs a reason"),
        ("all", "", "x" * 2001, "too long"),
    ],
)
def test_what_is_no_verdict_is_refused(
    outcome: str, value: str, reason: str, said: str, open_one: Disagreement, editor: User
) -> None:
    with pytest.raises(editing.Refused, match=said):
        decide(editor, outcome, value, reason)
    assert state() == OPEN and not Verdict.objects.exists()
    assert Disagreement.objects.get().version == open_one.version


def test_who_is_slower_is_told(open_one: Disagreement, editor: User, admin: User) -> None:
    decide(admin)
    with pytest.raises(editing.Changed, match="meanwhile"):
        editing.decide(open_one.pk, open_one.version, "all", "", "Both.", editor)
    with pytest.raises(editing.Changed, match="no longer disagree"):
        editing.decide(open_one.pk + 1, 1, "all", "", "Both.", editor)
    assert Verdict.objects.get().outcome == "side"


def test_a_value_that_came_meanwhile_is_told_too(open_one: Disagreement, fifteen: Statement, editor: User) -> None:
    editing.link(fifteen.pk, report("20", "Jangkar").pk, "same", editor)
    with pytest.raises(editing.Changed):
        editing.decide(open_one.pk, open_one.version, "unknown", "", "The port's log.", editor)


def test_a_verdict_can_be_changed_and_its_history_tells(open_one: Disagreement, editor: User, admin: User) -> None:
    first = decide(editor)
    second = decide(admin, "unknown", "", "Two logs.")
    assert (second.pk, second.version, second.decided_by) == (first.pk, 2, admin)
    assert [row.reason for row in second.history.all()] == ["Two logs.", "The port's log."]


def test_a_new_value_opens_it_again_and_a_known_one_does_not(link: Link, fifteen: Statement, editor: User) -> None:
    decide(editor)
    editing.link(fifteen.pk, report("12", "Jangkar").pk, "same", editor)
    assert state() == DECIDED
    third = editing.link(fifteen.pk, report("20", "Pruva").pk, "same", editor)
    assert state() == [("number", [["12"], ["15"], ["20"]], True)]
    assert Verdict.objects.get().touches(Disagreement.objects.get().dispute)
    editing.link(fifteen.pk, third.b_id, None, editor, third.version)
    assert state() == DECIDED


def test_opened_again_it_is_remembered_and_no_earlier_one_takes_its_place(
    link: Link, fifteen: Statement, editor: User
) -> None:
    decide(editor)
    third = editing.link(fifteen.pk, report("20", "Pruva").pk, "same", editor)
    later = decide(editor, reason="A second log.")
    editing.link(fifteen.pk, third.b_id, None, editor, third.version)
    row = Disagreement.objects.get()
    assert row.verdict == later
    reopened = editing.reopen(row.pk, row.version, editor)
    assert (reopened.pk, reopened.standing, reopened.version) == (later.pk, False, 2)
    assert state() == OPEN and Verdict.objects.count() == 2
    row.refresh_from_db()
    with pytest.raises(editing.Refused, match="Nobody has decided"):
        editing.reopen(row.pk, row.version, editor)
    with pytest.raises(editing.Changed):
        editing.reopen(row.pk, row.version - 1, editor)
    assert decide(editor).pk not in (later.pk, None)
    assert state() == DECIDED


def test_undo_takes_back_verdicts_changes_and_openings(open_one: Disagreement, editor: User) -> None:
    decide(editor)
    decide(editor, "unknown", "", "Two logs.")
    row = Disagreement.objects.get()
    editing.reopen(row.pk, row.version, editor)
    seen = []
    for _ in range(3):
        editing.undo(editor)
        row = Disagreement.objects.get()
        seen.append((row.is_open, row.verdict.reason if row.verdict else ""))
    assert seen == [(False, "Two logs."), (False, "The port's log."), (True, "")]
    assert not Verdict.objects.exists()


def test_anothers_verdict_is_not_taken_back(open_one: Disagreement, editor: User, admin: User) -> None:
    decide(editor)
    decide(admin, "unknown", "", "Two logs.")
    with pytest.raises(editing.Refused, match="Somebody has changed"):
        editing.undo(editor)


def test_a_marked_passage_with_a_verdict_stays(twelve: Statement, editor: User, admin: User) -> None:
    Verdict.objects.create(statement=twelve, field="number", outcome="all", reason="x")
    row = editing.mark(make_article().pk, 1, editor, 0, 14)
    Verdict.objects.create(statement=row, field="number", outcome="all", reason="x")
    with pytest.raises(editing.Refused, match="verdict was given"):
        editing.undo(editor)


# What a verdict survives.


def test_it_survives_a_link_that_is_rejected_and_stands_again(link: Link, editor: User, admin: User) -> None:
    decide(admin)
    rejected = editing.link(link.a_id, link.b_id, None, editor, link.version)
    assert state() == [] and not Utterance.objects.exists()
    editing.link(link.a_id, link.b_id, "same", editor, rejected.version)
    assert state() == DECIDED


def test_it_survives_a_regrouping_under_another_utterance(link: Link, fifteen: Statement, editor: User) -> None:
    decide(editor)
    before = Utterance.objects.get().pk
    others = [report("15", outlet) for outlet in ("A", "B", "C")]
    for other in others[1:]:
        editing.link(others[0].pk, other.pk, "same", editor)
    editing.link(fifteen.pk, others[0].pk, "same", editor)
    assert state() == DECIDED
    Statement.objects.update(utterance=None)
    Utterance.objects.all().delete()
    assert state() == []
    Utterance.objects.regroup([fifteen.pk])
    assert Utterance.objects.get().pk != before and state() == DECIDED


def test_it_survives_a_rejected_statement_that_comes_back(
    link: Link, fifteen: Statement, editor: User, admin: User
) -> None:
    decide(admin)
    editing.reject(fifteen.pk, 1, editor)
    assert state() == []
    editing.undo(editor)
    assert state() == DECIDED


def test_it_survives_proposing_anew_and_cleaning_anew(tmp_path: Path, editor: User) -> None:
    wires = tmp_path / "wires"
    wires.mkdir()
    for name, number in (("a", 12), ("b", 15)):
        text = f"AMBON - “{WORDS.format(number)},” kata Rahma Wibowo kepada wartawan di pelabuhan, Rabu.\n\nPelabuhan itu ramai."
        (wires / f"{name}.txt").write_text(text)
    ingest.import_paths([wires])
    assert Disagreement.objects.filter(field="number").count() == 1
    decide(editor)
    ingest.import_paths([wires])
    ingest.propose_links()
    assert state() == DECIDED
    # As if the articles had been cleaned less well before.
    Article.objects.update(text=Concat(Value("Iklan.\n\n"), "text"))
    Statement.objects.update(start=F("start") + 8, end=F("end") + 8)
    for pk in Article.objects.values_list("pk", flat=True):
        assert ingest.clean_again(pk)["moved"]
    ingest.propose_links()
    assert state() == DECIDED


def test_it_survives_people_who_are_merged_and_parted(admin: User) -> None:
    one, two = make_person("Rahma Wibowo"), make_person("Dewi Lasut")
    a = report("12", "A", speaker=one, speaker_name=one.name)
    b = report("15", "B", speaker=two, speaker_name=two.name)
    editing.link(a.pk, b.pk, "same", admin)
    speaker = ("speaker", [["Rahma Wibowo"], ["Dewi Lasut"]], True)
    assert state() == [*OPEN, speaker]
    decide(admin)
    row = Disagreement.objects.get(field="speaker")
    editing.decide(row.pk, row.version, "side", "Rahma Wibowo", "She was there.", admin)
    editing.merge(two.pk, two.version, one.pk, admin)
    # One person cannot be at odds with herself.
    assert state() == DECIDED
    editing.unmerge(two.pk, Person.objects.get(pk=two.pk).version, admin)
    assert state() == [*DECIDED, ("speaker", [["Rahma Wibowo"], ["Dewi Lasut"]], False)]
    editing.undo(admin)
    assert state() == DECIDED
    editing.undo(admin)
    assert len(state()) == 2


def test_a_corrected_statement_that_agrees_now_disagrees_no_more(editor: User) -> None:
    a, b = report("12", "A", place="Ambon"), report("12", "B", place="Medan")
    editing.link(a.pk, b.pk, "same", editor)
    assert state() == [("place", [["Ambon"], ["Medan"]], True)]
    editing.correct(b.pk, 1, editor, {"place": "Ambon"})
    assert state() == []
    editing.undo(editor)
    assert state() == [("place", [["Ambon"], ["Medan"]], True)]
