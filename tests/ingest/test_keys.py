"""Keys in the database: they find what the index in memory finds, are written once, and go with their statement."""

from dataclasses import replace
from datetime import date

import pytest

from articles import editing, linking
from articles.ingest.comparable import records
from articles.ingest.keys import renew
from articles.models import Statement, StatementKey, User
from articles.records import StatementRecord
from tests.factories import make_article, make_claim, make_person, make_quote

pytestmark = pytest.mark.django_db
SAID = (
    ("id", "Kami akan memperbaiki dua belas kapal patroli di galangan Surabaya setiap tahun"),
    ("id", "dua belas kapal patroli akan diperbaiki di galangan Surabaya"),
    ("ms", "Kami akan membaiki dua belas kapal peronda di limbungan Surabaya setiap tahun"),
    ("en", "We will repair twelve patrol ships a year in Surabaya"),
    ("id", "Harga cabai naik lagi di pasar"),
    ("ru", "Каждый год мы будем ремонтировать 12 кораблей"),
)


def said(language: str, words: str, **fields: object) -> Statement:
    article = make_article(f"Tiba. “{words},” kata Rahma Wibowo.", language=language, published=date(2026, 3, 2))
    return make_quote(article, words, **fields)


@pytest.fixture
def archive() -> list[StatementRecord]:
    for language, words in SAID:
        said(language, words)
    return records(Statement.objects.all())


def near(found: dict[int, list[int]]) -> dict[int, list[int]]:
    return {one: others[: linking.CANDIDATES] for one, others in found.items()}


def test_the_table_finds_what_the_index_in_memory_finds(archive: list[StatementRecord]) -> None:
    index = linking.Index(archive)
    wanted = {one.id: [other.id for other in index.near(one)] for one in archive}
    assert near(renew(archive)) == wanted
    assert wanted[archive[4].id] == [] and len(wanted[archive[0].id]) > 1
    # One after the other, as articles come in: each finds those before it.
    StatementKey.objects.all().delete()
    for at, one in enumerate(archive):
        index = linking.Index(archive[: at + 1])
        assert renew([one])[one.id] == [other.id for other in index.near(one)]


def test_keys_are_written_once_and_anew_where_the_words_have_changed(
    archive: list[StatementRecord], django_assert_num_queries
) -> None:
    renew(archive)
    written = set(StatementKey.objects.values_list("key", "statement"))
    # A savepoint, the keys of the statements, the statements under these: none is deleted or written.
    with django_assert_num_queries(4):
        renew(archive)
    assert set(StatementKey.objects.values_list("key", "statement")) == written
    changed = replace(archive[0], text="Harga beras naik lagi di pasar")
    assert renew([changed])[changed.id] == [archive[4].id]
    assert set(StatementKey.objects.filter(statement=changed.id).values_list("key", flat=True)) == set(
        linking.keys(changed)
    )


def test_keys_go_with_their_statement(archive: list[StatementRecord]) -> None:
    renew(archive)
    Statement.objects.filter(pk=archive[0].id).delete()
    assert not StatementKey.objects.filter(statement=archive[0].id).exists()
    assert StatementKey.objects.exists()


def test_records_are_what_a_statement_says_of_itself(editor: User) -> None:
    person, other = make_person("Rahma Wibowo"), make_person("Rahma W.")
    first = said("id", "Kami siap berlayar", speaker=person, weekday=2, said_on=date(2026, 3, 1), place="Surabaya")
    anonymous = said("id", "Kami tunggu", speaker_name="warga")
    lost = said("id", "Kami ikut", anchor="orphaned")
    interrupted = said("id", "Kami siap kata Rahma berlayar", parts=[[7, 16], [28, 36]])
    claim = make_claim(make_article("Kapal itu tiba di Surabaya."))
    editing.merge(person.pk, person.version, other.pk, editor)
    rows = [first, anonymous, lost, interrupted, claim]
    found = {one.id: one for one in records(Statement.objects.all())}
    assert len(found) == len(rows)
    for row in rows:
        assert found[row.pk] == Statement.objects.get(pk=row.pk).compared()
    assert found[first.pk].person == other.pk
