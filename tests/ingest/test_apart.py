"""A rejected pair is never proposed again, in whatever way its statements come back."""

import pytest

from articles import editing, ingest
from articles.models import Article, Link, Statement, Status, User
from tests.test_ingest import OTHER_REPORT, REPORT, bring_in

pytestmark = pytest.mark.django_db
LITTER = "(gulir untuk lanjut)"
NEIGHBOURS = "\n\n".join(
    (
        "Jalan ke pelabuhan akan diperlebar tahun depan setelah rumah-rumah di tepinya dipindahkan ke kampung baru.",
        "Warga menonton upacara itu dari dermaga lama sambil menunggu feri pagi yang datang terlambat karena kabut.",
        "Tiga kapal pertama sudah menunggu di kolam pelabuhan dan akan ditarik ke galangan pada akhir pekan ini.",
    )
)


@pytest.fixture
def rejected(editor: User) -> Link:
    """The one pair of two reports, which an editor has told apart."""
    bring_in(report=REPORT, other=OTHER_REPORT)
    row = Link.objects.get()
    return editing.link(row.a_id, row.b_id, None, editor, row.version)


def assert_still_alone(rejected: Link) -> None:
    assert [one.pk for one in Link.objects.all()] == [rejected.pk]
    assert Link.objects.get().status == Status.REJECTED
    assert not Statement.objects.exclude(utterance=None).exists()


def test_not_when_all_are_compared_again(rejected: Link) -> None:
    assert ingest.propose_links() == 0
    assert_still_alone(rejected)


def test_not_when_the_file_comes_again(rejected: Link) -> None:
    bring_in(report=REPORT, again=REPORT, other=OTHER_REPORT)
    assert_still_alone(rejected)


def test_not_when_the_people_are_merged(rejected: Link, editor: User) -> None:
    one = rejected.a.speaker
    stranger = editing.speaker_named("Laksamana Wibawa", add_person=True, user=editor)
    assert one is not None and stranger is not None
    editing.merge(one.pk, one.version, stranger.pk, editor)
    assert ingest.propose_links() == 0
    assert_still_alone(rejected)


def reprinted(text: str, outlet: str, **words: str) -> str:
    """The article with more of its own around it, in another outlet and perhaps in a few other words."""
    head, place, *rest = text.split("\n\n")
    place = place.split(" – ", 1)[1]
    found = "\n\n".join((head, f"Surabaya, {outlet} – {place}", *rest)) + f"\n{NEIGHBOURS}\n"
    for old, new in words.items():
        found = found.replace(old, new)
    return found


@pytest.mark.parametrize("words", [{}, {"tahun": "musim"}], ids=["in the same words", "in nearly the same words"])
def test_not_with_a_copy_of_the_article(editor: User, words: dict[str, str]) -> None:
    bring_in(report=reprinted(REPORT, "Kabar Dermaga"), other=OTHER_REPORT)
    row = Link.objects.get()
    editing.link(row.a_id, row.b_id, None, editor, row.version)
    bring_in(reprint=reprinted(REPORT, "Suluh Timur", **words))
    reprint = Article.objects.get(file="reprint.txt")
    other = Article.objects.get(file="other.txt")
    quotes = reprint.statements.quotes()
    assert quotes.exists() and reprint.copies_in.exists()
    assert not Link.objects.filter(a__article=other, b__article=reprint).exists()
    # The copy itself is of one utterance with what it copies.
    assert Link.objects.filter(a__article__file="report.txt", b__article=reprint, b__type="quote").exists()


def test_not_with_what_takes_the_place_of_a_lost_statement(rejected: Link, editor: User) -> None:
    """The words are cleaned anew so that the old statement loses its place, and another is found there."""
    article = rejected.a.article
    old = rejected.a
    Statement.objects.filter(pk=old.pk).update(anchor="orphaned")
    new = Statement.objects.get(pk=old.pk)
    new.pk, new.anchor, new.status = None, "kept", Status.PROPOSED
    new.text = old.text.removesuffix(",")
    new.end = new.start + len(new.text)
    new.save()
    Article.objects.filter(pk=article.pk).update(is_compared=False)
    bring_in()
    assert ingest.propose_links() == 0
    assert_still_alone(rejected)


def test_another_statement_of_the_same_articles_is_proposed(rejected: Link) -> None:
    """Told apart are two statements, not two articles."""
    more = "\n\n“Bengkel baru itu memberi kerja kepada tiga ratus orang dari kampung,” kata Laksamana Rahmat Baqeri.\n"
    bring_in(first=REPORT.replace("Kabar", "Suluh") + more, second=OTHER_REPORT.replace("Warta", "Berita") + more)
    assert (
        Link.objects.exclude(pk=rejected.pk).filter(a__text__contains="Bengkel", b__text__contains="Bengkel").exists()
    )
