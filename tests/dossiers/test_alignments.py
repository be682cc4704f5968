"""Two articles side by side: texts, statements, links and copies of both in rows."""

import pytest

from articles import editing
from articles.dossiers.alignments import Compared, Side, compared
from articles.dossiers.parts import Part
from articles.models import Article, Copy, Link, User
from tests.factories import make_article, make_claim, make_quote

pytestmark = pytest.mark.django_db
OPENING = "Kota itu ramai sejak subuh."
SAID = "Dua belas kapal tiba di pelabuhan Kalaba pada hari Selasa"
ELSEWHERE = "Lima belas kapal tiba di pelabuhan Kalaba pada hari Selasa"
CLOSING = "Pasar ikan buka lebih awal daripada biasa."


def words(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(part.look, "".join(segment.text for segment in part.segments)) for part in parts]


def differing(part: Part) -> list[str]:
    return [segment.text for segment in part.segments if segment.hit]


@pytest.fixture
def pair() -> tuple[Article, Article]:
    a = make_article(f"{OPENING}\n“{SAID},” kata Rahma Wibowo.")
    b = make_article(f"“{ELSEWHERE},” kata Rahma Wibowo.\n{CLOSING}", outlet="Harian Tepi")
    make_quote(a, SAID)
    make_quote(b, ELSEWHERE)
    return a, b


def linked(pair: tuple[Article, Article], editor: User, relation: str = "same") -> Link:
    one, two = (article.statements.get() for article in pair)
    return editing.link(one.pk, two.pk, relation, editor)


def test_what_says_the_same_stands_in_one_row(pair: tuple[Article, Article]) -> None:
    found = compared(*pair)
    assert [(words(row.a), words(row.b)) for row in found.rows] == [
        ([("only", OPENING)], []),
        ([("same", f"“{SAID},” kata Rahma Wibowo.")], [("same", f"“{ELSEWHERE},” kata Rahma Wibowo.")]),
        ([], [("only", CLOSING)]),
    ]
    assert 0.5 < found.share_a < 0.9 and found.by_word


def test_words_that_the_other_side_has_not_are_marked(pair: tuple[Article, Article]) -> None:
    row = compared(*pair).rows[1]
    assert (differing(row.a[0]), differing(row.b[0])) == (["Dua"], ["Lima"])


def test_statements_cover_their_words(pair: tuple[Article, Article]) -> None:
    found = compared(*pair)
    (statement,) = found.a.statements.values()
    inside = [segment for segment in found.rows[1].a[0].segments if statement.pk in segment.passages]
    assert "".join(segment.text for segment in inside) == SAID
    assert found.a.depths == {statement.pk: 0}


def test_links_are_counted_and_placed(pair: tuple[Article, Article], editor: User) -> None:
    link = linked(pair, editor)
    found = compared(*pair)
    assert (len(found.common), [one.pk for one in found.links]) == (1, [link.pk])
    assert found.matched == {link.a_id: 1, link.b_id: 1}


def test_a_link_means_the_same_from_either_side(pair: tuple[Article, Article], editor: User) -> None:
    link = linked(pair, editor)
    found = compared(*pair[::-1])
    assert (len(found.common), found.matched) == (1, {link.a_id: 1, link.b_id: 1})


def test_rejected_links_and_statements_are_not_there(pair: tuple[Article, Article], editor: User) -> None:
    link = linked(pair, editor)
    Link.objects.filter(pk=link.pk).update(status="rejected")
    assert compared(*pair).links == ()
    statement = pair[0].statements.get()
    editing.reject(statement.pk, statement.version, editor)
    assert compared(*pair).a.statements == {}


def test_linked_statements_stand_side_by_side_in_languages_that_share_no_words(editor: User) -> None:
    a = make_article(f"{OPENING}\n“{SAID},” kata Rahma Wibowo.")
    b = make_article("بندر شلوغ بود.\nرحمه گفت: «دوازده کشتی سه‌شنبه رسید.»", language="fa", outlet="Kariz")
    one, two = make_quote(a, SAID), make_quote(b, "دوازده کشتی سه‌شنبه رسید")
    assert compared(a, b).matches == 0
    editing.link(one.pk, two.pk, "translation", editor)
    found = compared(a, b)
    assert (found.matches, len(found.common), found.by_word) == (1, 1, False)
    row = next(row for row in found.rows if row.match)
    assert differing(row.a[0]) == differing(row.b[0]) == []


def test_reports_joined_through_a_third_article_stand_side_by_side(editor: User) -> None:
    third = make_article(f"“{SAID},” kata Rahma Wibowo.", outlet="Suluh Barat")
    a = make_article("رحمه گفت: «دوازده کشتی رسید.»", language="fa", outlet="Kariz")
    b = make_article("Рахма сказала: «Двенадцать судов пришли».", language="ru", outlet="Волна")
    middle = make_quote(third, SAID)
    for one in (make_quote(a, "دوازده کشتی رسید"), make_quote(b, "Двенадцать судов пришли")):
        editing.link(middle.pk, one.pk, "translation", editor)
    found = compared(a, b)
    assert (found.matches, len(found.common), found.links) == (1, 1, ())


def test_statements_that_lost_their_place_are_left_out(pair: tuple[Article, Article]) -> None:
    pair[0].statements.update(anchor="orphaned")
    assert compared(*pair).a.statements == {}


def test_copies_are_told_of(pair: tuple[Article, Article]) -> None:
    a, b = pair
    third = make_article(outlet="Suluh Barat")
    Copy.objects.create(a=a, b=b, share=0.75)
    Copy.objects.create(a=b, b=third, share=0.6)
    found = compared(a, b)
    assert (found.copied, found.a.copies, found.b.copies) == (0.75, (), (third,))


def test_the_number_of_queries_does_not_grow(editor: User, django_assert_max_num_queries) -> None:
    texts = [" ".join(f"Kapal nomor {n} tiba di dermaga {n}." for n in range(30))] * 2
    a, b = make_article(texts[0]), make_article(texts[1], outlet="Harian Tepi")
    for n in range(30):
        one, two = (make_claim(article, f"Kapal nomor {n} tiba di dermaga {n}.") for article in (a, b))
        editing.link(one.pk, two.pk, "same", editor)
    with django_assert_max_num_queries(3):
        found = compared(a, b)
    assert isinstance(found, Compared) and isinstance(found.b, Side)
    assert (len(found.common), len(found.links)) == (30, 30)
