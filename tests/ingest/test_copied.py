"""Copies of an article are one source: one of them is compared with others, and all are reports of one utterance."""

import pytest

from articles import editing, ingest
from articles.models import Article, Link, Statement, StatementKey, User
from tests.ingest.test_apart import reprinted
from tests.test_ingest import OTHER_REPORT, REPORT, bring_in

pytestmark = pytest.mark.django_db
OUTLETS = ("Kabar Dermaga", "Suluh Timur", "Pantau Dunia")


def bring_copies() -> None:
    for at, outlet in enumerate(OUTLETS):
        bring_in(**{f"copy{at}": reprinted(REPORT, outlet)})


def quotes(file: str) -> list[int]:
    return list(Statement.objects.quotes().filter(article__file=f"{file}.txt").values_list("pk", flat=True))


def test_each_copy_is_linked_with_the_oldest_and_says_why() -> None:
    bring_copies()
    first = quotes("copy0")[0]
    found = Link.objects.filter(a=first)
    assert {one.b.article.file for one in found} == {"copy1.txt", "copy2.txt"}
    assert {one.relation for one in found} == {"same"}
    assert all(one.found_reasons[0].code == "copied" and int(one.found_reasons[0].value) >= 50 for one in found)
    assert (
        len(set(Statement.objects.filter(pk__in=[first, *found.values_list("b", flat=True)]).values_list("utterance")))
        == 1
    )


def test_another_report_is_linked_with_one_of_them() -> None:
    bring_copies()
    bring_in(other=OTHER_REPORT)
    found = Link.objects.filter(b__article__file="other.txt")
    assert [one.a.article.file for one in found] == ["copy0.txt"]


def test_a_copy_that_comes_later_is_linked_with_the_copy_alone() -> None:
    bring_in(copy0=reprinted(REPORT, OUTLETS[0]), other=OTHER_REPORT)
    bring_in(copy1=reprinted(REPORT, OUTLETS[1]))
    quote = quotes("copy1")[0]
    assert [one.other(quote).article.file for one in Link.objects.of(quote)] == ["copy0.txt"]
    assert Statement.objects.exclude(utterance=None).filter(article__file="other.txt").count() == 1
    assert not StatementKey.objects.filter(statement=quote).exists()


def test_what_a_copy_adds_is_its_own() -> None:
    more = "\n\n“Bengkel baru itu memberi kerja kepada tiga ratus orang dari kampung,” kata Laksamana Rahmat Baqeri.\n"
    bring_in(copy0=reprinted(REPORT, OUTLETS[0]), copy1=reprinted(REPORT, OUTLETS[1]) + more)
    bring_in(other=OTHER_REPORT + more)
    added = Link.objects.filter(a__text__contains="Bengkel", b__text__contains="Bengkel").get()
    assert {added.a.article.file, added.b.article.file} == {"copy1.txt", "other.txt"}


def test_a_copy_that_an_editor_tells_apart_is_compared_for_itself(editor: User) -> None:
    bring_in(copy0=reprinted(REPORT, OUTLETS[0]), copy1=reprinted(REPORT, OUTLETS[1]))
    row = Link.objects.get(a=quotes("copy0")[0])
    editing.link(row.a_id, row.b_id, None, editor, row.version)
    ingest.propose_links(list(Article.objects.values_list("pk", flat=True)))
    assert StatementKey.objects.filter(statement=row.b_id).exists()
    assert Link.objects.of(row.b_id).count() == 1
