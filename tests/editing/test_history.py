"""Every human write is in the history once: who, when, what it was before and what it is after."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from articles import editing
from articles.models import (
    Article,
    Disagreement,
    GlossaryWord,
    Link,
    Person,
    Recipe,
    Statement,
    User,
    Utterance,
    Verdict,
)
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db

Desk = SimpleNamespace


def proposed(desk: Desk) -> Link:
    return Link.objects.create(a=desk.quote, b=desk.report, relation="same")


def disputed(**verdict: str) -> Disagreement:
    """Two reports that disagree, with the verdict if one is given."""
    a, b = make_quote(make_article()), make_quote(make_article())
    Link.objects.create(a=a, b=b, relation="same", conflicts=[["place", "Ambon", "Medan"]])
    if verdict:
        Verdict.objects.create(statement=a, field="place", values=["Ambon", "Medan"], **verdict)
    Utterance.objects.regroup([a.pk])
    return Disagreement.objects.get()


WRITES: dict[str, tuple[Callable[[Desk], object], dict[str, list[tuple[object, object]]]]] = {
    "confirm": (
        lambda desk: editing.confirm(desk.quote.pk, 1, desk.user),
        {"statement.status": [("proposed", "confirmed")]},
    ),
    "reject": (
        lambda desk: editing.reject(desk.quote.pk, 1, desk.user),
        {"statement.status": [("proposed", "rejected")]},
    ),
    "correct": (
        lambda desk: editing.correct(desk.quote.pk, 1, desk.user, {"cue": "ujar"}, tags=["laut"]),
        {"statement.cue": [("kata", "ujar")]},
    ),
    "correct, with a new person": (
        lambda desk: editing.correct(desk.quote.pk, 1, desk.user, {"speaker_name": "Sari"}, add_person=True),
        {"statement.speaker_name": [("Rahma Wibowo", "Sari")], "person.name": [(None, "Sari")]},
    ),
    "mark": (
        lambda desk: editing.mark(desk.article.pk, 1, desk.user, 0, 10, "claim"),
        {"statement.text": [(None, "Kapal itu")]},
    ),
    "mark what was rejected": (
        lambda desk: editing.mark(desk.article.pk, 1, desk.user, desk.gone.start, desk.gone.end),
        {"statement.status": [("rejected", "confirmed")]},
    ),
    "link": (
        lambda desk: editing.link(desk.quote.pk, desk.report.pk, "same", desk.user),
        {"link.relation": [(None, "same")]},
    ),
    "confirm_together": (
        lambda desk: editing.confirm_together([(proposed(desk).pk, 1)], desk.user),
        {"link.status": [("proposed", "confirmed")]},
    ),
    "link anew": (
        lambda desk: editing.link(desk.quote.pk, desk.gone.pk, "supports", desk.user, 1),
        {"link.relation": [("same", "supports")]},
    ),
    "merge": (
        lambda desk: editing.merge(desk.other.pk, 1, desk.person.pk, desk.user),
        {"person.merged_into_id": [(None, "person")]},
    ),
    "unmerge": (
        lambda desk: editing.unmerge(desk.merged.pk, 1, desk.user),
        {"person.merged_into_id": [("person", None)]},
    ),
    "rename": (
        lambda desk: editing.rename(desk.person.pk, 1, "Rahma W. Wibowo", desk.user),
        {"person.name": [("Rahma Wibowo", "Rahma W. Wibowo")]},
    ),
    "correct_article": (
        lambda desk: editing.correct_article(desk.article.pk, 1, desk.user, {"title": "Kapal pergi"}),
        {"article.title": [("Kapal tiba", "Kapal pergi")]},
    ),
    "teach": (
        lambda desk: editing.teach(desk.article.outlet_id, 0, desk.user, {"title": "{title} | Suluh"}),
        {"recipe.title": [(None, "{title} | Suluh")]},
    ),
    "mark_litter": (
        lambda desk: editing.mark_litter(desk.article.pk, 1, desk.user, 0, 14),
        {"recipe.outlet_id": [(None, "outlet")]},
    ),
    "add_word": (
        lambda desk: editing.add_word("ceasefire", "en", "calm", 0, desk.user),
        {"glossaryword.word": [(None, "calm")]},
    ),
    "hide_word": (
        lambda desk: editing.hide_word("ceasefire", "en", desk.word.word, 1, desk.user),
        {"glossaryword.hidden": [(False, True)]},
    ),
    "add_concept": (
        lambda desk: editing.add_concept("en", "salt levy", 0, desk.user),
        {"glossaryword.concept": [(None, "own-salt-levy")]},
    ),
    "decide": (
        lambda desk: editing.decide(disputed().pk, 1, "side", "Ambon", "The minutes.", desk.user),
        {"verdict.value": [(None, "Ambon")]},
    ),
    "decide anew": (
        lambda desk: editing.decide(disputed(outcome="all", reason="x").pk, 1, "none", "", "One town.", desk.user),
        {"verdict.outcome": [("all", "none")]},
    ),
    "reopen": (
        lambda desk: editing.reopen(disputed(outcome="all", reason="x").pk, 1, desk.user),
        {"verdict.standing": [(True, False)]},
    ),
}
VERSIONED = (Statement, Link, Person, Article, Recipe, GlossaryWord, Verdict)


@pytest.fixture
def desk(admin: User) -> Desk:
    article, other = make_article(), make_article(outlet="Harian Tepi")
    person = make_person()
    quote, report = make_quote(article, speaker=person), make_quote(other)
    gone = make_quote(article, "kata Rahma", status="rejected")
    Link.objects.create(a=quote, b=gone, relation="same")
    merged = Person.objects.create(name="R. Wibowo", merged_into=person)
    return Desk(
        user=admin, article=article, quote=quote, report=report, gone=gone, person=person,
        other=make_person("Yohanes Lasut"), merged=merged,
        word=GlossaryWord.objects.create(concept="ceasefire", language="en", word="no war"),
    )  # fmt: skip


def test_every_verb_is_here() -> None:
    verbs = {name for name in editing.__all__ if name.islower()} - {"speaker_named"}
    assert {name.split(",")[0].split()[0] for name in WRITES} == verbs - {"undo"}


@pytest.mark.parametrize("write", WRITES)
def test_a_write_is_recorded_once_with_who_before_and_after(write: str, desk: Desk) -> None:
    verb, expected = WRITES[write]
    verb(desk)
    by_user = [one for model in VERSIONED for one in model.history.filter(history_user=desk.user)]
    assert len(by_user) == len(expected)
    for change in by_user:
        kind = change.instance_type.__name__.lower()
        name, ((before, after),) = next((field, values) for field, values in expected.items() if field.startswith(kind))
        field = name.partition(".")[2]
        found = getattr(change.prev_record, field) if change.prev_record else None, getattr(change, field)
        known = {"person": desk.person.pk, "outlet": desk.article.outlet_id}
        assert found == tuple(known.get(value, value) for value in (before, after))
        assert change.history_date is not None
    # Taking it back is one more row, which leads back to what was before.
    editing.undo(desk.user)
    undone = [one for model in VERSIONED for one in model.history.filter(history_user=desk.user)]
    assert len(undone) == len(by_user) + 1


def test_a_refused_write_leaves_no_row(desk: Desk) -> None:
    before = Statement.history.count()
    for attempt in (
        lambda: editing.confirm(desk.quote.pk, 7, desk.user),
        lambda: editing.correct(desk.quote.pk, 1, desk.user, {"speaker_name": "Nobody Known"}),
        lambda: editing.mark(desk.article.pk, 1, desk.user, 0, 10**9),
    ):
        with pytest.raises(editing.Refused):
            attempt()
    assert Statement.history.count() == before
