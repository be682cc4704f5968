"""Statements judged, corrected, marked and tagged: what changes, what is recorded, what is refused."""

from datetime import date

import pytest

from articles import editing
from articles.models import Article, Link, OutboxEntry, Person, Statement, User, Utterance
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db
TEXT = "Kapal itu tiba.\n“Kami siap,” kata Rahma Wibowo. “Semua siap.”"


@pytest.fixture
def article() -> Article:
    return make_article(TEXT)


@pytest.fixture
def quote(article: Article) -> Statement:
    return make_quote(article, speaker=make_person())


def history(row: Statement) -> list[tuple[str, str, str]]:
    """Who made a statement what, oldest first."""
    records = row.history.order_by("history_id")
    return [(record.history_user.username if record.history_user else "", record.status, record.note)
            for record in records]  # fmt: skip


# Judging


@pytest.mark.parametrize(("verb", "status"), [(editing.confirm, "confirmed"), (editing.reject, "rejected")])
def test_a_judgement_changes_the_status_and_the_version(verb, status: str, quote: Statement, editor: User) -> None:
    row = verb(quote.pk, 1, editor)
    assert (row.status, row.version) == (status, 2)
    assert history(row) == [("", "proposed", ""), ("ed", status, "")]
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [quote.article_id]


def test_who_comes_second_is_told_and_changes_nothing(quote: Statement, editor: User, admin: User) -> None:
    editing.confirm(quote.pk, 1, editor)
    with pytest.raises(editing.Changed):
        editing.reject(quote.pk, 1, admin)
    quote.refresh_from_db()
    assert (quote.status, quote.version, quote.history.count()) == ("confirmed", 2, 2)


def test_a_statement_that_is_gone_has_changed(editor: User) -> None:
    with pytest.raises(editing.Changed):
        editing.confirm(10**12, 1, editor)


def test_rejecting_the_middle_of_an_utterance_parts_the_others(editor: User) -> None:
    first, middle, last = (make_quote(make_article(TEXT, outlet=name)) for name in ("A", "B", "C"))
    for other in (first, last):
        editing.link(middle.pk, other.pk, "same", editor)
    editing.reject(middle.pk, 1, editor)
    assert not Utterance.objects.exists()
    assert not Statement.objects.exclude(utterance=None)


# Correcting


def test_whoever_corrects_a_proposal_confirms_it(quote: Statement, editor: User) -> None:
    row = editing.correct(quote.pk, 1, editor, {"note": "Rekaman ada.", "cue": "tegas"}, tags=["pelabuhan", " laut "])
    assert (row.status, row.note, row.cue) == ("confirmed", "Rekaman ada.", "tegas")
    assert sorted(tag.name for tag in row.tags.all()) == ["laut", "pelabuhan"]
    last = row.history.latest()
    assert (last.history_user, last.note) == (editor, "Rekaman ada.")
    assert sorted(old.tag.name for old in last.tags.all()) == ["laut", "pelabuhan"]


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        # White space and outer marks are left out.
        (" Kapal itu tiba.\n", "Kapal itu tiba."),
        ("“Semua siap.”", "Semua siap."),
        ("Kami siap,” kata", "Kami siap,” kata"),
    ],
)
def test_a_span_is_the_words_without_their_marks(chosen: str, text: str, quote: Statement, editor: User) -> None:
    padded = chosen if chosen in TEXT else chosen.strip(" ")
    start = TEXT.index(padded)
    row = editing.correct(quote.pk, 1, editor, {}, span=(start, start + len(padded)))
    assert row.text == text == TEXT[row.start : row.end]
    assert TEXT[: row.start].endswith(row.prefix) and TEXT[row.end :].startswith(row.suffix)


@pytest.mark.parametrize("span", [(-1, 5), (5, 5), (7, 3), (0, len(TEXT) + 1), (10**9, 10**9 + 1)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int], quote: Statement, editor: User) -> None:
    with pytest.raises(editing.Refused, match="outside"):
        editing.correct(quote.pk, 1, editor, {}, span=span)
    quote.refresh_from_db()
    assert (quote.version, quote.text) == (1, "Kami siap")


def test_a_span_without_words_is_refused(quote: Statement, editor: User) -> None:
    start = TEXT.index(" “Semua")
    with pytest.raises(editing.Refused, match="no words"):
        editing.correct(quote.pk, 1, editor, {}, span=(start, start + 2))


def test_a_quote_that_becomes_a_claim_has_no_kind_and_back(quote: Statement, editor: User) -> None:
    assert editing.correct(quote.pk, 1, editor, {"type": "claim"}).kind == ""
    assert editing.correct(quote.pk, 2, editor, {"type": "quote"}).kind == "direct"


@pytest.mark.parametrize("changes", [{"status": "confirmed"}, {"id": 7}, {"type": "rumour"}, {"kind": "sung"}])
def test_what_cannot_be_corrected_is_refused(changes: dict, quote: Statement, editor: User) -> None:
    with pytest.raises(editing.Refused):
        editing.correct(quote.pk, 1, editor, changes)


def test_two_statements_cannot_share_one_span(quote: Statement, article: Article, editor: User) -> None:
    other = make_quote(article, "Semua siap")
    with pytest.raises(editing.Refused, match="just this span"):
        editing.correct(other.pk, 1, editor, {}, span=(quote.start, quote.end))


def test_an_unknown_speaker_is_asked_about_and_made_only_on_demand(quote: Statement, editor: User) -> None:
    with pytest.raises(editing.UnknownSpeaker):
        editing.correct(quote.pk, 1, editor, {"speaker_name": "Surya Atmaja"})
    assert Person.objects.count() == 1
    row = editing.correct(quote.pk, 1, editor, {"speaker_name": "Surya Atmaja"}, add_person=True)
    assert row.speaker.name == row.speaker_name == "Surya Atmaja"


def test_a_correction_lists_the_conflicts_of_links_anew(editor: User) -> None:
    one = make_quote(make_article(TEXT, outlet="A"), place="Ambon")
    two = make_quote(make_article(TEXT, outlet="B"), place="Medan")
    link = editing.link(one.pk, two.pk, "same", editor)
    assert ["place", "Ambon", "Medan"] in link.conflicts
    editing.correct(two.pk, 1, editor, {"place": "Ambon"})
    link.refresh_from_db()
    assert (link.conflicts, link.version, link.status) == ([], 1, "confirmed")
    editing.undo(editor)
    assert ["place", "Ambon", "Medan"] in Link.objects.get().conflicts


# Marking


def test_a_marked_passage_is_confirmed_from_the_start(article: Article, editor: User) -> None:
    start = TEXT.index("“Semua")
    row = editing.mark(article.pk, 1, editor, start, len(TEXT), tags=["laut"])
    assert (row.text, row.type, row.kind, row.status) == ("Semua siap.", "quote", "direct", "confirmed")
    assert row.marked_by == editor
    assert row.history.count() == 1
    assert [old.tag.name for old in row.history.latest().tags.all()] == ["laut"]


def test_an_article_that_was_cleaned_anew_is_not_marked_by_old_offsets(article: Article, editor: User) -> None:
    Article.objects.update(version=2)
    for known, version in ((article.pk, 1), (10**12, 1)):
        with pytest.raises(editing.Changed):
            editing.mark(known, version, editor, 0, 5)


def test_a_passage_is_marked_once(article: Article, quote: Statement, editor: User) -> None:
    with pytest.raises(editing.Refused, match="already"):
        editing.mark(article.pk, 1, editor, quote.start, quote.end)


def test_a_rejected_passage_is_taken_up_again(article: Article, quote: Statement, editor: User) -> None:
    editing.reject(quote.pk, 1, editor)
    row = editing.mark(article.pk, 1, editor, quote.start, quote.end)
    assert (row.pk, row.status, row.version) == (quote.pk, "confirmed", 3)
    assert [status for _, status, _ in history(row)] == ["proposed", "rejected", "confirmed"]


def test_what_the_program_read_from_corrected_words_no_longer_holds(editor: User) -> None:
    quote = make_quote(
        make_article(), said_when="hari Rabu", weekday=2, occasion="konferensi pers", occasion_kind="press_conference"
    )
    row = editing.correct(quote.pk, 1, editor, {"cue": "kata"})
    assert (row.weekday, row.occasion_kind) == (2, "press_conference")
    row = editing.correct(quote.pk, 2, editor, {"said_when": "Selasa lalu", "occasion": "pertemuan"})
    assert (row.weekday, row.occasion_kind) == (None, "")
    row = editing.correct(quote.pk, 3, editor, {"said_on": date(2021, 10, 19)})
    assert row.weekday == 1
