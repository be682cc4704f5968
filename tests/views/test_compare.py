"""Two articles side by side, as a page."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles import editing
from articles.models import Article, Copy, Disagreement, Link, User, Verdict
from tests.factories import make_article, make_claim, make_quote

pytestmark = pytest.mark.django_db
SAID = "Dua belas kapal tiba di pelabuhan Kalaba pada hari Selasa"
ELSEWHERE = "Lima belas kapal tiba di pelabuhan Kalaba pada hari Selasa"


@pytest.fixture
def pair() -> tuple[Article, Article]:
    a = make_article(f"Kota itu ramai.\n“{SAID},” kata Rahma Wibowo.")
    b = make_article(f"“{ELSEWHERE},” kata Rahma Wibowo.\nPasar buka.", outlet="Harian Tepi", title="Kapal datang")
    make_quote(a, SAID)
    make_quote(b, ELSEWHERE)
    return a, b


def linked(pair: tuple[Article, Article], editor: User) -> Link:
    one, two = (article.statements.get() for article in pair)
    return editing.link(one.pk, two.pk, "same", editor)


def html_of(browser: Client, a: Article, b: Article) -> str:
    answer = browser.get(reverse("compare", args=[a.pk, b.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_the_summary_tells_how_much_is_in_common(
    pair: tuple[Article, Article], as_journalist: Client, editor: User
) -> None:
    linked(pair, editor)
    words = words_of(html_of(as_journalist, *pair))
    assert re.search(r"\d+% of Suluh Timur is in Harian Tepi, \d+% of Harian Tepi in Suluh Timur;", words)
    assert "1 statement in common, 1 disagreement" in words
    assert "Suluh Timur says “Dua belas kapal”; Harian Tepi says “Lima belas kapal” passage 1" in words


def test_what_was_decided_stands_beside_the_disagreement(
    pair: tuple[Article, Article], as_journalist: Client, editor: User
) -> None:
    linked(pair, editor)
    row = Disagreement.objects.get()
    row.verdict = Verdict.objects.create(
        statement=row.statement, field="number", values=["x"], outcome="unknown", reason="no log", decided_by=editor
    )
    row.save()
    assert "passage 1; decided: cannot be known" in words_of(html_of(as_journalist, *pair))


def test_what_divides_a_whole_speech_is_one_disagreement(as_journalist: Client, editor: User) -> None:
    said = ["Sungai itu tidak membawa paspor ke mana pun", "Dua belas pintu air dibuka mulai Juli nanti"]
    text = "\n".join(f"“{one},” kata Rahma." for one in said)
    a, b = make_article(text), make_article(text, outlet="Harian Tepi")
    for one in said:
        first = make_quote(
            a, one, said_when="hari Rabu", weekday=2, occasion="jumpa pers", occasion_kind="press_conference"
        )
        second = make_quote(b, one, said_when="hari Selasa", weekday=1, occasion="rapat", occasion_kind="meeting")
        editing.link(first.pk, second.pk, "same", editor)
    words = words_of(html_of(as_journalist, a, b))
    assert "2 statements in common, 1 disagreement" in words
    assert "Day, Occasion: Suluh Timur says Wednesday, at a press conference" in words
    assert "passages 1, 2; not decided" in words


def test_a_disagreement_of_other_articles_is_not_told(
    pair: tuple[Article, Article], as_journalist: Client, editor: User
) -> None:
    """Both of the pair say 12; only a third one says 15."""
    a, third = pair
    b = make_article(f"“{SAID},” kata Rahma Wibowo.", outlet="Suluh Barat")
    make_quote(b, SAID)
    linked((a, b), editor)
    linked((a, third), editor)
    assert "no disagreement found" in words_of(html_of(as_journalist, a, b))


def test_where_nothing_is_in_common_it_says_so(as_journalist: Client) -> None:
    html = html_of(as_journalist, make_article("Kota itu ramai."), make_article("Cuaca cerah.", outlet="Harian Tepi"))
    assert "No passage of one is in the other" in html
    assert "0 statements in common, no disagreement found" in words_of(html)


def test_differing_words_are_marked_on_both_sides(pair: tuple[Article, Article], as_journalist: Client) -> None:
    html = html_of(as_journalist, *pair)
    assert re.findall(r'<mark class="differs">([^<]+)</mark>', html) == ["Dua", "Lima"]


def test_what_only_one_has_is_grey(pair: tuple[Article, Article], as_journalist: Client) -> None:
    html = html_of(as_journalist, *pair)
    assert [words_of(one) for one in re.findall(r'part-only">(.*?)</div>', html, re.DOTALL)] == [
        "Kota itu ramai.", "Pasar buka."
    ]  # fmt: skip


def test_a_statement_leads_to_its_reports_or_to_its_place(
    pair: tuple[Article, Article], as_journalist: Client, editor: User
) -> None:
    statement = pair[0].statements.get()
    assert f'href="{statement.get_absolute_url()}"' in html_of(as_journalist, *pair)
    linked(pair, editor)
    statement.refresh_from_db()
    html = html_of(as_journalist, *pair)
    assert html.count(f'href="{statement.utterance.get_absolute_url()}" data-sign') == 2
    assert 'aria-label="quote, Rahma Wibowo, proposed"' in html
    assert 'class="statement quote proposed depth-0"' in html


def test_contradicting_claims_are_told_of(as_journalist: Client, editor: User) -> None:
    a, b = make_article("Kapal itu tiba."), make_article("Kapal itu karam.", outlet="Harian Tepi")
    one, two = make_claim(a), make_claim(b, "Kapal itu karam")
    editing.link(one.pk, two.pk, "contradicts", editor)
    words = words_of(html_of(as_journalist, a, b))
    assert "1 disagreement" in words and "Kapal itu tiba ✓confirmed: contradicts Kapal itu karam passage 1" in words


def test_copies_are_called_copies(pair: tuple[Article, Article], as_journalist: Client) -> None:
    a, b = pair
    third = make_article(outlet="Suluh Barat")
    Copy.objects.create(a=a, b=b, share=0.75)
    Copy.objects.create(a=a, b=third, share=0.6)
    words = words_of(html_of(as_journalist, a, b))
    assert "75% of the shorter text stands word for word in the longer" in words
    assert "1 other copy: Suluh Barat" in words


def test_each_text_carries_its_language_and_direction(as_journalist: Client) -> None:
    a, b = make_article("Kota itu ramai."), make_article("بندر شلوغ بود.", language="fa", outlet="کاریز")
    html = html_of(as_journalist, a, b)
    assert '<div class="passage passage-small" lang="fa" dir="rtl" hx-disable><p>بندر شلوغ بود.</p>' in html
    assert '<div class="passage passage-small" lang="id" dir="ltr" hx-disable><p>Kota itu ramai.</p>' in html
    assert "The languages differ too much" in html


def test_two_articles_of_one_outlet_go_by_their_titles(pair: tuple[Article, Article], as_journalist: Client) -> None:
    Article.objects.update(outlet=pair[0].outlet)
    assert "of “Kapal tiba” is in “Kapal datang”" in words_of(html_of(as_journalist, *pair))


def test_a_moved_passage_is_joined_by_its_number(as_journalist: Client) -> None:
    first, second = (
        "Enam derek baru dipesan dari galangan Gdynia.",
        "Sekolah di dermaga utara ditutup sampai Jumat sore.",
    )
    third = "Pandu kapal meminta kapal tunda kedua sejak badai."
    html = html_of(
        as_journalist, make_article(f"{first}\n{second}\n{third}"), make_article(f"{second}\n{third}\n{first}")
    )
    assert re.findall(r'id="([ab]-1)"', html) == ["a-1", "b-1"]
    assert '<a href="#b-1">moved' in html and '<a href="#a-1">moved' in html
    assert re.findall(r'data-match="(\d)"', html) == ["2", "3"]


def test_an_article_is_not_compared_with_itself(as_journalist: Client) -> None:
    article = make_article()
    answer = as_journalist.get(reverse("compare", args=[article.pk, article.pk]))
    assert (answer.status_code, answer["Location"]) == (302, article.get_absolute_url())


def test_an_article_that_is_not_there_is_not_found(as_journalist: Client) -> None:
    article = make_article()
    for pair in ([article.pk, 999], [999, article.pk], [2**64, article.pk]):
        assert as_journalist.get(reverse("compare", args=pair)).status_code == 404


def test_the_article_page_leads_to_those_that_report_the_same(
    pair: tuple[Article, Article], as_journalist: Client, editor: User
) -> None:
    address = reverse("compare", args=[one.pk for one in pair])
    assert address not in as_journalist.get(pair[0].get_absolute_url()).content.decode()
    linked(pair, editor)
    html = as_journalist.get(pair[0].get_absolute_url()).content.decode()
    assert address in html and reverse("event", args=[pair[0].pk]) in html
    assert (
        "Side by side with Harian Tepi (1 statement in common) Map of the event: 1 article beside this one"
        in words_of(html)
    )


def test_the_number_of_queries_does_not_grow(as_editor: Client, editor: User, django_assert_max_num_queries) -> None:
    a, b = (
        make_article(
            " ".join(f"“Ada {n + more} kapal di dermaga {n} itu,” kata Rahma." for n in range(20)), outlet=outlet
        )
        for more, outlet in ((0, "Suluh Timur"), (50, "Harian Tepi"))
    )
    for n in range(20):
        one, two = (
            make_quote(a, f"Ada {n} kapal di dermaga {n} itu"),
            make_quote(b, f"Ada {n + 50} kapal di dermaga {n} itu"),
        )
        editing.link(one.pk, two.pk, "same", editor)
    with django_assert_max_num_queries(14):
        words = words_of(as_editor.get(reverse("compare", args=[a.pk, b.pk])).content.decode())
    assert "20 statements in common, 20 disagreements" in words
