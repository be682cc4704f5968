"""Earlier articles cleaned again: by the recipe of their outlet, with every statement anchored anew."""

from collections import Counter
from pathlib import Path

import pytest

from articles import editing, ingest, search, tasks
from articles.ingest import again
from articles.models import Article, Link, OutboxEntry, Outlet, Recipe, Statement, Status, User

pytestmark = pytest.mark.django_db

HEAD = "Kabar Dermaga\nPanglima Armada Buka Galangan Baru - Edisi 12\n\n"
FIRST = "SURABAYA, Kabar Dermaga – Panglima Armada, Laksamana Rahmat Baqeri, membuka galangan kapal baru di Surabaya."
LITTER = "Kawan pembaca tulisan ini hadir berkat sumbangan 1.204 orang warga yang peduli."
QUOTE = "Galangan ini akan memperbaiki dua belas kapal patroli setiap tahun sampai akhir dasawarsa"
INSIDE = "(gulir untuk lanjut)"
LAST = "Galangan itu dibangun pada 2021 dan mempekerjakan tiga ratus orang dari kampung sekitarnya."
PAGE = f"{HEAD}{FIRST}\n\n{LITTER}\n\n“{QUOTE},” kata Baqeri pada konferensi pers hari Rabu.\n\n{LAST}\n"
INTERRUPTED = PAGE.replace("patroli setiap", f"patroli {INSIDE} setiap")


def bring_in(page: str = PAGE, name: str = "kabar.txt") -> Article:
    ingest.import_batch(ingest.receive([(name, page.encode())]))
    article = Article.objects.latest("pk")
    assert article.outlet is not None and article.outlet.name == "Kabar Dermaga"
    return article


def teach(editor: User, **changes: object) -> Recipe:
    outlet = Outlet.objects.get(name="Kabar Dermaga")
    known = Recipe.objects.filter(outlet=outlet).first()
    return editing.teach(outlet.pk, known.version if known else 0, editor, changes)


def quote(article: Article) -> Statement:
    return article.statements.quotes().get(kind="direct")


def assert_anchored() -> None:
    for row in Statement.objects.placed().select_related("article"):
        text = row.article.text
        assert text[row.start : row.end] == row.text
        assert text[: row.start].endswith(row.prefix) and text[row.end :].startswith(row.suffix)
        assert all(text[fact.start : fact.end] == fact.text for fact in (*row.figures, *row.dates))


def test_litter_goes_and_statements_move(editor: User) -> None:
    article = bring_in()
    before = quote(article)
    claim = article.statements.claims().get(text__contains="mempekerjakan")
    teach(editor, litter=["Kawan pembaca tulisan ini hadir berkat sumbangan # orang warga yang peduli."])
    OutboxEntry.objects.all().delete()
    counts = ingest.clean_again(article.pk)
    article.refresh_from_db()
    assert LITTER not in article.text and article.version == 2
    assert {one["text"].strip() for one in article.removed if one["reason"] == "recipe"} == {LITTER}
    row = quote(article)
    assert (row.pk, row.text, row.anchor, row.version) == (before.pk, QUOTE + ",", "moved", 2)
    assert row.start < before.start
    assert counts["moved"] >= 2 and set(counts) <= {"kept", "moved", "orphaned"}
    moved = Statement.objects.get(pk=claim.pk)
    assert [one.text for one in (*moved.figures, *moved.dates)] == [one.text for one in (*claim.figures, *claim.dates)]
    assert_anchored()
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [article.pk]


def test_litter_inside_of_a_quote_alters_it(editor: User) -> None:
    article = bring_in(INTERRUPTED)
    assert INSIDE in quote(article).text
    start = article.text.index(INSIDE)
    editing.mark_litter(article.pk, 1, editor, start, start + len(INSIDE))
    assert ingest.clean_again(article.pk)["altered"] >= 1
    row = quote(Article.objects.get())
    assert (row.anchor, row.text, row.words) == ("altered", QUOTE + ",", QUOTE + ",")
    assert_anchored()


def test_a_statement_whose_words_went_is_kept_without_a_place(editor: User) -> None:
    article = bring_in()
    litter = article.statements.claims().get(text=LITTER)
    editing.confirm(litter.pk, 1, editor)
    teach(editor, litter=[LITTER])
    ingest.clean_again(article.pk)
    litter.refresh_from_db()
    assert (litter.anchor, litter.text, litter.status) == ("orphaned", LITTER, Status.CONFIRMED)
    assert litter in article.statements.visible() and litter not in Statement.objects.placed()
    # What was lost is found again when the recipe is taken back.
    teach(editor, litter=[])
    ingest.clean_again(article.pk)
    litter.refresh_from_db()
    assert (litter.anchor, span(Article.objects.get(), LITTER)) == ("kept", (litter.start, litter.end))
    assert_anchored()


def span(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


def test_what_somebody_judged_has_its_move_in_the_history(editor: User) -> None:
    article = bring_in()
    row = quote(article)
    editing.confirm(row.pk, 1, editor)
    teach(editor, litter=[LITTER])
    ingest.clean_again(article.pk)
    last = row.history.first()
    assert (last.history_user, last.history_change_reason, last.anchor) == (None, again.REASON, "moved")
    assert last.prev_record.start == row.start > last.start
    assert not Statement.history.exclude(id=row.pk).exists()
    # An old place is never brought back into the new text; an edit of the old version comes late.
    editing.undo(editor)
    with pytest.raises(editing.Refused, match="Somebody has changed it"):
        editing.undo(editor)
    with pytest.raises(editing.Changed):
        editing.correct(row.pk, 2, editor, {}, span=(row.start, row.end))


def test_what_an_editor_corrected_stays(editor: User) -> None:
    article = bring_in()
    editing.correct_article(article.pk, 1, editor, {"title": "Judul Redaksi", "author": "Rahma"})
    teach(editor, title="{title} - Edisi #", litter=[LITTER])
    ingest.clean_again(article.pk)
    article.refresh_from_db()
    assert (article.title, article.author, article.corrected) == ("Judul Redaksi", "Rahma", ["author", "title"])
    assert [one["source"] for one in article.evidence if one["field"] == "title"][:2] == ["editor", "recipe"]
    assert LITTER not in article.text
    # The lesson can be taken back; the correction no more, for the article has been read anew since.
    assert editing.undo(editor) == Recipe.objects.first() or not Recipe.objects.exists()
    with pytest.raises(editing.Refused, match="Somebody has changed it"):
        editing.undo(editor)


def test_a_field_that_the_recipe_finds_is_set(editor: User) -> None:
    article = bring_in()
    assert article.title.endswith("Edisi 12")
    teach(editor, title="{title} - Edisi #")
    ingest.clean_again(article.pk)
    article.refresh_from_db()
    assert article.title == "Panglima Armada Buka Galangan Baru"
    assert article.history.first().history_change_reason == again.REASON


def test_new_findings_are_proposed_only_where_nothing_is(editor: User) -> None:
    article = bring_in()
    rejected, gone = quote(article), article.statements.claims().get(text__contains="mempekerjakan")
    editing.reject(rejected.pk, 1, editor)
    before = article.statements.exclude(pk=gone.pk).count()
    gone.delete()
    teach(editor, names=["Dermaga"], litter=[LITTER])
    assert ingest.clean_again(article.pk)["new"] == 1
    assert article.statements.count() == before + 1
    new = article.statements.latest("pk")
    assert (new.text, new.status, new.anchor) == (gone.text, Status.PROPOSED, "kept")
    assert quote(article).status == Status.REJECTED
    assert_anchored()


def test_nothing_new_is_nobodys_change(editor: User) -> None:
    article = bring_in()
    OutboxEntry.objects.all().delete()
    counts = ingest.clean_again(article.pk)
    assert counts == Counter(kept=article.statements.count())
    assert Article.objects.get().version == 1 and not OutboxEntry.objects.exists()


def test_a_file_that_cannot_be_read_leaves_the_article_with_a_warning(editor: User, data_dir: Path) -> None:
    article = bring_in()
    teach(editor, litter=[LITTER])
    article.original.path.unlink()
    for _ in range(2):
        assert ingest.clean_again(article.pk) == Counter()
    row = Article.objects.get()
    assert (row.text, row.version, len(row.warnings)) == (article.text, 1, len(article.warnings) + 1)
    assert ingest.clean_again(article.pk + 1) == Counter()


def test_a_recipe_that_leaves_nothing_leaves_the_article_as_it_is(editor: User) -> None:
    article = bring_in()
    teach(editor, litter=[line for line in PAGE.splitlines() if line])
    assert ingest.clean_again(article.pk) == Counter()
    assert Article.objects.get().text == article.text


def test_two_statements_never_share_a_place(editor: User) -> None:
    # Two claims on two sentences that become equal: the one that somebody judged has the place.
    sentence = "Pelabuhan baru itu akan dibuka pada bulan Maret tahun depan."
    other = sentence.replace("akan", "kelak akan")
    article = bring_in(f"{HEAD}{FIRST}\n\n{other}\n\n{LAST}\n")
    article.statements.all().delete()
    proposed = Statement.objects.create(article=article, type="claim", text=other, **placed(article, other))
    text = article.text.replace(other, sentence)
    judged = Statement.objects.create(
        article=article, type="claim", text=sentence, start=0, end=len(sentence), status=Status.CONFIRMED
    )
    counts = again._anchor_all([proposed, judged], article.text, text)
    assert counts == Counter(moved=1, orphaned=1)
    assert Statement.objects.placed().get() == judged


def placed(article: Article, words: str) -> dict[str, int]:
    start, end = span(article, words)
    return {"start": start, "end": end}


def test_statements_that_change_places_do_not_collide() -> None:
    # Each takes the place that another one leaves.
    article = bring_in(f"{HEAD}{FIRST}\n\n{LAST}\n")
    article.statements.all().delete()
    sentences = [f"Kapal nomor {n} tiba di pelabuhan dengan muatan garam. " for n in range(6)]
    length = len(sentences[0])
    before, text = "".join(sentences), "".join(sentences[3:] + sentences[:3])
    rows = [
        Statement.objects.create(
            article=article, type="claim", start=n * length, end=(n + 1) * length - 1, text=sentence.strip()
        )
        for n, sentence in enumerate(sentences)
    ]
    assert again._anchor_all(rows, before, text) == Counter(moved=6)
    for row in Statement.objects.all():
        assert text[row.start : row.end] == row.text


def test_all_articles_of_an_outlet_are_cleaned_links_and_index_follow(editor: User) -> None:
    first = bring_in()
    second = bring_in(PAGE.replace("membuka galangan", "meresmikan galangan").replace("2021", "2020"), "dua.txt")
    other = Outlet.objects.create(name="KD")
    Article.objects.filter(pk=second.pk).update(outlet=other)
    links = set(Link.objects.values_list("pk", flat=True))
    teach(editor, names=["kd"], litter=[LITTER])
    tasks.clean_outlet_again.enqueue(first.outlet_id)
    for article in Article.objects.all():
        assert LITTER not in article.text and article.outlet == first.outlet
    assert Recipe.objects.get().cleaned_to is None
    assert links <= set(Link.objects.values_list("pk", flat=True))
    assert not list(search.verify()) and not OutboxEntry.objects.exists()
    assert not search.find(search.parse("sumbangan")).hits
    assert_anchored()


def test_what_a_stopped_run_left_is_done_by_the_next_start(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [bring_in(PAGE.replace("2021", str(year)), f"{year}.txt") for year in (2018, 2019, 2020)]
    teach(editor, litter=[LITTER])
    clean = again.clean_again

    def dies(article: int, reader: object) -> Counter[str]:
        if article == articles[1].pk:
            raise SystemExit("killed")
        return clean(article, reader)

    with monkeypatch.context() as patch:
        patch.setattr(again, "clean_again", dies)
        with pytest.raises(SystemExit):
            ingest.clean_outlet_again(articles[0].outlet_id)
    assert Recipe.objects.get().cleaned_to == articles[0].pk
    tasks.resume()
    assert [article.version for article in Article.objects.order_by("pk")] == [2, 2, 2]
    assert Recipe.objects.get().cleaned_to is None
    assert ingest.clean_outlet_again(articles[0].outlet_id, resumed=True) == Counter()


def test_who_corrects_it_meanwhile_keeps_the_correction(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    article = bring_in()
    teach(editor, litter=[LITTER])
    store, tries = again._store, []

    def late(row: Article, *found: object) -> Counter[str] | None:
        if not tries:
            editing.correct_article(row.pk, row.version, editor, {"title": "Judul Redaksi"})
        tries.append(row.version)
        return store(row, *found)

    monkeypatch.setattr(again, "_store", late)
    ingest.clean_again(article.pk)
    row = Article.objects.get()
    assert (tries, row.title, row.version) == ([1, 2], "Judul Redaksi", 3)
    assert LITTER not in row.text
