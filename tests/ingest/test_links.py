"""Links and copies found through the database: the same as among all statements at once, in whatever portions they come."""

import random

import pytest

from articles import editing, ingest, linking
from articles.dossiers.knowing import knowledge
from articles.ingest import links
from articles.models import Article, Copy, Link, Statement, StatementKey, User
from tests.seeds import SEEDS, needs_seeds
from tests.test_ingest import OTHER_REPORT, REPORT, bring_in

pytestmark = pytest.mark.django_db
WORDS = ("kapal", "dermaga", "warga", "pelabuhan", "laut", "pagi", "kota", "armada", "galangan", "hakim", "pasar")


def wire(number: int, share: float = 0.0) -> str:
    """Sentences that nobody else has, and a share of some that all of these have."""
    common, own = random.Random(0), random.Random(number)

    def sentence(dice: random.Random) -> str:
        return f"{' '.join(dice.choices(WORDS, k=9)).capitalize()} {dice.randint(100, 999)}."

    shared = [sentence(common) for _ in range(20)][: round(20 * share)]
    return "\n\n".join([*shared, *(sentence(own) for _ in range(20 - len(shared)))])


def proposed() -> set[tuple[int, int]]:
    return set(Link.objects.values_list("a", "b"))


@needs_seeds
@pytest.mark.parametrize("portion", [1, 2, 100])
def test_the_links_are_those_of_all_statements_at_once(portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "GROUP", portion)
    ingest.import_paths([SEEDS])
    bring_in(report=REPORT, other=OTHER_REPORT)
    every = [statement.record() for statement in Statement.objects.with_context()]
    assert proposed() == {(found.a, found.b) for found in linking.propose(every, knowledge=knowledge())} != set()


def test_what_an_editor_marks_is_compared_by_the_next_import(editor: User) -> None:
    bring_in(report=REPORT)
    article = Article.objects.get()
    article.statements.all().delete()
    StatementKey.objects.all().delete()
    start = article.text.index("Galangan ini akan")
    editing.mark(article.pk, article.version, editor, start, article.text.index("”"), speaker_name="")
    bring_in(other=OTHER_REPORT)
    assert Link.objects.get().a.article == article


def test_old_statements_without_keys_get_them_by_proposelinks() -> None:
    bring_in(report=REPORT, other=OTHER_REPORT)
    Link.objects.all().delete()
    StatementKey.objects.all().delete()
    assert ingest.propose_links() == 1
    assert StatementKey.objects.exists()


def test_a_reprint_is_linked_with_the_share_of_its_text() -> None:
    bring_in(one=wire(1, 0.8), two=wire(2, 0.8), three=wire(3, 0.1))
    found = Copy.objects.get()
    assert {found.a.file, found.b.file} == {"one.txt", "two.txt"}
    assert 0.7 < found.share < 0.9


def test_the_same_text_of_two_outlets_is_a_copy_of_all_of_it() -> None:
    row = (
        '{"title": "Kapal", "source": "%s", "text": "Kapal patroli tiba di pelabuhan pagi ini, kata warga di dermaga."}'
    )
    ingest.import_batch(ingest.receive((f"{outlet}.jsonl", (row % outlet).encode()) for outlet in ("Kabar", "Warta")))
    assert Article.objects.count() == 2
    assert [copy.share for copy in Copy.objects.all()] == [1.0]


def test_the_same_notice_on_another_day_is_an_article_of_its_own() -> None:
    notice = "Kapal Tiba\n\n{} Januari 2026\n\nSurabaya, Kabar Dermaga – Kapal patroli tiba di pelabuhan pagi ini.\n"
    bring_in(monday=notice.format(5), tuesday=notice.format(6), again=notice.format(6) + "\nBagikan ke Facebook\n")
    assert Article.objects.count() == 2


def test_rows_that_a_file_has_twice_are_kept_once_and_told() -> None:
    row = '{"title": "Kapal", "text": "Kapal patroli tiba di pelabuhan pagi ini, kata warga di dermaga."}\n'
    other = row.replace("pagi", "malam")
    batch = ingest.receive([("crawl.jsonl", (row + row + other).encode())])
    ingest.import_batch(batch)
    assert Article.objects.count() == 2
    assert "kept once: 1" in batch.files.get().reason


@pytest.mark.parametrize("portion", [1, 2, 100])
def test_all_at_once_come_to_the_same_links_in_any_portions(portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in(
        report=REPORT, other=OTHER_REPORT, third=OTHER_REPORT.replace("Warta Selat", "Suluh").replace("timur", "barat")
    )
    imported = proposed()
    Link.objects.all().delete()
    StatementKey.objects.all().delete()
    monkeypatch.setattr(links, "GROUP", portion)
    assert ingest.propose_links() == len(imported) > 1
    assert proposed() == imported
    assert ingest.propose_links() == 0
