"""The index is what the database says, whatever happened on the way."""

from pathlib import Path

import pytest

from articles import search
from articles.models import Article, Original, OutboxEntry, Status
from articles.search import Difference, outbox, whoosh_index
from articles.search.engine import engine
from articles.search.whoosh_codec import opened
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


def save(article: Article) -> Article:
    article.save()
    OutboxEntry.objects.note([article.pk])
    return article


def total(text: str) -> int:
    return search.find(search.parse(text)).total


def test_what_was_saved_is_found_and_the_outbox_is_empty() -> None:
    save(make_article("Kapal tiba."))
    assert search.drain() == 1
    assert total("kapal") == 1
    assert not OutboxEntry.objects.exists()
    assert list(search.verify()) == []


def test_a_change_replaces_and_a_deletion_removes() -> None:
    article = save(make_article("Kapal tiba."))
    search.drain()
    article.text = "Feri tiba."
    save(article)
    search.drain()
    assert (total("kapal"), total("feri"), total("")) == (1, 1, 1)  # The title is "Kapal tiba".
    OutboxEntry.objects.note([article.pk])
    article.delete()
    search.drain()
    assert total("") == 0
    assert list(search.verify()) == []


def test_draining_twice_is_draining_once() -> None:
    article = save(make_article("Kapal tiba."))
    search.drain()
    OutboxEntry.objects.note([article.pk])
    OutboxEntry.objects.note([article.pk])
    assert search.drain() == 1
    assert search.drain() == 0
    assert total("kapal") == 1


def test_an_entry_that_says_nothing_new_writes_nothing() -> None:
    article = save(make_article("Kapal tiba."))
    search.drain()
    before = engine().view()
    OutboxEntry.objects.note([article.pk])
    assert search.drain() == 1
    assert engine().view() is before
    assert not OutboxEntry.objects.exists()


def test_more_entries_than_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "BATCH", 2)
    for number in range(5):
        save(make_article(f"Kapal {number}."))
    search.drain()
    assert total("kapal") == 5


def test_a_word_of_more_articles_than_whoosh_reads_at_once() -> None:
    originals = Original.objects.bulk_create(Original(sha256=f"{number:064x}", size=1) for number in range(300))
    articles = Article.objects.bulk_create(
        Article(
            original=one, file="kapal.txt", language="id", text=f"Kapal kayu {number} tiba " + "feri " * (number % 3)
        )
        for number, one in enumerate(originals)
    )
    OutboxEntry.objects.note(article.pk for article in articles)
    search.drain()
    assert (total("kapal"), total('"kapal kayu"'), total("kapal 299"), total("kapal -feri")) == (300, 300, 1, 100)
    best = search.find(search.parse("feri", limit=100)).hits
    assert {hit.article % 3 for hit in best} == {articles[2].pk % 3}
    OutboxEntry.objects.note(article.pk for article in articles[::2])
    Article.objects.filter(pk__in=[article.pk for article in articles[::2]]).delete()
    search.drain()
    assert (total("kapal"), total('"kapal kayu"'), total("kapal 299"), total("kapal -feri")) == (150, 150, 1, 50)


def test_entries_stay_when_the_index_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    save(make_article("Kapal tiba."))
    search.drain()
    save(make_article("Feri tiba."))

    def fail(*args: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(type(engine()), "write", fail)
    with pytest.raises(OSError):
        search.drain()
    assert OutboxEntry.objects.count() == 1
    monkeypatch.undo()


def test_verify_lists_every_difference() -> None:
    kept, changed, gone = (save(make_article(text)) for text in ("Satu kapal.", "Dua kapal.", "Tiga kapal."))
    search.drain()
    make_quote(kept, "Satu")
    OutboxEntry.objects.note([kept.pk])
    search.drain()
    assert list(search.verify()) == []
    make_quote(changed, "Dua")
    missing = make_article("Empat kapal.")
    gone_id = gone.pk
    gone.delete()
    assert sorted(search.verify(), key=lambda one: one.article) == [
        Difference(changed.pk, "outdated"),
        Difference(gone_id, "gone"),
        Difference(missing.pk, "missing"),
    ]


def test_a_rejected_statement_leaves_the_index() -> None:
    quote = make_quote(save(make_article()))
    search.drain()
    assert search.find(search.parse("siap", said=True)).total == 1
    quote.status = Status.REJECTED
    quote.save()
    OutboxEntry.objects.note([quote.article_id])
    search.drain()
    assert search.find(search.parse("siap", said=True)).total == 0


def test_a_rebuild_is_whole_and_tells_how_far_it_is() -> None:
    for text in ("Satu kapal.", "Dua kapal."):
        make_article(text)
    told: list[int] = []
    assert search.rebuild(told.append) == 2
    assert told == [1, 2]
    assert total("kapal") == 2
    assert list(search.verify()) == []


def test_what_is_saved_during_a_rebuild_is_in_the_new_index() -> None:
    first = save(make_article("Satu kapal."))
    search.drain()

    def meanwhile(done: int) -> None:
        first.text = "Satu feri."
        save(first)
        save(make_article("Dua feri."))
        search.drain()
        assert total("feri") == 2
        assert search.find(search.parse("feri")).stale

    search.rebuild(meanwhile)
    assert total("feri") == 2
    assert not search.find(search.parse("feri")).stale
    assert list(search.verify()) == []


def test_a_rebuild_that_breaks_leaves_the_live_index() -> None:
    save(make_article("Satu kapal."))
    search.drain()

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        search.rebuild(stop)
    results = search.find(search.parse("kapal"))
    assert (results.total, results.stale) == (1, False)
    assert search.rebuild() == 1


def test_without_an_index_a_search_says_so_and_draining_makes_one() -> None:
    make_article("Kapal tiba.")
    results = search.find(search.parse("kapal"))
    assert (results.available, results.stale, results.hits) == (False, True, ())
    search.drain()
    assert total("kapal") == 1


def test_a_torn_index_breaks_no_page_and_is_made_anew(data_dir: Path, caplog: pytest.LogCaptureFixture) -> None:
    save(make_article("Kapal tiba."))
    search.drain()
    build = data_dir / "index" / (data_dir / "index" / "current").read_text()
    for name in [path.name for path in build.iterdir() if path.is_file()]:
        for damage in (b"", b"\0" * 64):
            engine().opened = None
            (build / name).write_bytes(damage)
            results = search.find(search.parse("kapal"))
            assert results.total in (0, 1)
    assert not results.available
    save(make_article("Feri tiba."))
    search.drain()
    assert "Rebuilding it now" in caplog.text
    assert (total("kapal"), total("feri")) == (2, 1)


def test_a_writer_that_stays_in_is_waited_for_and_then_named() -> None:
    save(make_article("Kapal tiba."))
    search.drain()
    save(make_article("Feri tiba."))
    with engine().one_writer(1), pytest.raises(search.IndexBusy):
        search.drain(timeout=0.2)
    assert OutboxEntry.objects.count() == 1
    search.drain()
    assert total("feri") == 1


def test_an_index_of_an_earlier_version_is_made_anew_and_searched_meanwhile(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(make_article("Kapal tiba."))
    search.drain()
    assert search.renew() == 0
    monkeypatch.setattr(whoosh_index, "index_version", lambda: "of tomorrow")
    assert total("kapal") == 1
    assert search.renew() == 1
    assert search.renew() == 0
    assert total("kapal") == 1


def test_without_an_index_there_is_none_to_renew() -> None:
    assert search.renew() == 0


def test_files_that_left_the_index_are_let_go(data_dir: Path) -> None:
    for number in range(12):
        save(make_article(f"Kapal {number}."))
        search.drain()
        assert total("kapal") == number + 1
    search.rebuild()
    assert total("kapal") == 12
    assert {file for file in opened if not file.exists()} == set()
