"""What an editor is shown before judging: candidates in order, and two wordings side by side."""

import pytest

from articles import editing, search
from articles.dossiers.pairs import candidates, side_by_side
from articles.models import Link, OutboxEntry, Statement, User
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db

WORDS = "Angkatan Bersenjata Iran sepenuhnya siap untuk ekspor {} peralatan pertahanan dan pelatihan"


def report(words: str, outlet: str, **fields: object) -> Statement:
    language = fields.pop("language", "id")
    return make_quote(make_article(f"“{words},” katanya.", outlet, language=language), words, **fields)


@pytest.fixture
def asked() -> Statement:
    return report(WORDS.format("grosir"), "Purna Warta")


@pytest.fixture
def near() -> Statement:
    return report(WORDS.format("besar-besaran"), "Gerbang Asia")


@pytest.fixture
def far() -> Statement:
    return report("Peralatan pertahanan dibeli dari luar negeri tahun lalu", "Suluh Timur")


def shown(asked: Statement, words: str = "") -> list[Statement]:
    return [one.statement for one in candidates(asked, words)]


def test_the_likeliest_comes_first_with_score_and_reasons(asked: Statement, near: Statement, far: Statement) -> None:
    first, second = candidates(asked)
    assert (first.statement, second.statement) == (near, far)
    assert first.score > 0.8 > second.score and first.reasons
    assert (first.relation, first.version, first.judged) == ("same", 0, False)


def test_statements_of_the_same_article_are_no_candidates(asked: Statement) -> None:
    make_quote(asked.article, "Angkatan Bersenjata Iran")
    assert shown(asked) == []


def test_rejected_statements_are_no_candidates(asked: Statement, near: Statement, editor: User) -> None:
    editing.reject(near.pk, 1, editor)
    assert shown(asked) == []


def test_proposed_links_come_first_then_judged_ones_and_rejected_ones_last(
    asked: Statement, near: Statement, far: Statement, editor: User
) -> None:
    plain = report(WORDS.format("besar"), "Kabar Laut")
    proposed = report("Kapal siap", "Kabar Darat")
    editing.link(asked.pk, far.pk, "supports", editor)
    editing.link(asked.pk, near.pk, None, editor)
    Link.objects.create(a=proposed, b=asked, relation="same", conflicts=[["place", "Ambon", "Medan"]])
    found = candidates(asked)
    assert [one.statement for one in found] == [proposed, far, plain, near]
    assert [one.judged for one in found] == [False, True, False, True]
    assert [one.version for one in found] == [1, 1, 0, 1]
    # The values of the statement that was asked about come first.
    assert (found[0].conflicts[0].a, found[0].conflicts[0].b) == ("Medan", "Ambon")


def test_another_language_is_offered_where_the_speaker_is_the_same(asked: Statement, near: Statement) -> None:
    person = make_person()
    Statement.objects.update(speaker=person)
    arabic = report("القوات المسلحة جاهزة", "شناشيل", language="ar", speaker=person)
    stranger = report("نحن هنا منذ زمن", "شناشيل", language="ar", speaker_name="")
    asked.refresh_from_db()
    assert arabic in shown(asked) and stranger not in shown(asked)


def test_words_find_other_statements(asked: Statement, near: Statement, far: Statement) -> None:
    OutboxEntry.objects.note([asked.article_id, near.article_id, far.article_id])
    search.drain()
    assert shown(asked, "luar negeri") == [far]
    # In another form, and by the speaker's name.
    assert far in shown(asked, "membeli")
    assert set(shown(asked, "Rahma peralatan")) == {near, far}
    assert shown(asked, "tidak-ada-yang-begini") == []


def test_words_are_found_without_an_index_too(asked: Statement, far: Statement) -> None:
    assert shown(asked, "luar negeri") == [far]


def changed(side: tuple) -> list[str]:
    return [piece.text for piece in side if piece.changed]


def test_the_words_that_only_one_side_has_are_marked(asked: Statement, near: Statement) -> None:
    found = side_by_side(asked, near)
    assert (changed(found.a), changed(found.b)) == (["grosir"], ["besar-besaran"])
    assert "".join(piece.text for piece in found.a) == asked.text


def test_nothing_is_marked_where_languages_cannot_be_compared(asked: Statement) -> None:
    found = side_by_side(asked, report("القوات المسلحة جاهزة", "شناشيل", language="ar"))
    assert not found.any
