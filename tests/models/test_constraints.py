"""Rules about one row: the database itself refuses what breaks them, by the name of the rule."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import (
    Article,
    Disagreement,
    GlossaryWord,
    ImportBatch,
    ImportFile,
    Link,
    NameSpelling,
    Original,
    Person,
    SavedSearch,
    Statement,
    User,
    Utterance,
    Verdict,
)
from tests.factories import make_article, make_claim, make_person, make_quote

pytestmark = pytest.mark.django_db

WORDS = "Kami siap"


def statement(**fields: object) -> Statement:
    return make_quote(make_article(), **fields)


def link(**fields: object) -> Link:
    a, b = statement(), statement()
    return Link.objects.create(**{"a": a, "b": b, "relation": "same", **fields})


def twice(make: Callable[[], object]) -> None:
    make()
    make()


def marked_twice() -> None:
    article = make_article()
    twice(lambda: make_quote(article))


def imported_twice() -> None:
    original = make_article().original
    Article.objects.create(original=original, part=0, text="x", language="id", file="x.txt")


def linked_twice() -> None:
    known = link()
    Link.objects.create(a=known.b, b=known.a, relation="updates")


def merged_into_itself() -> None:
    person = make_person()
    person.merged_into = person
    person.save()


def spelled_twice() -> None:
    NameSpelling.objects.create(person=make_person("Rahma Wibowo"), spelling="Rahma Wibowo", key="x")


def glossary_word(**fields: object) -> GlossaryWord:
    return GlossaryWord.objects.create(**{"concept": "truce", "language": "en", "word": "calm", **fields})


def saved(**fields: object) -> SavedSearch:
    user = User.objects.get_or_create(username="jo")[0]
    return SavedSearch.objects.create(**{"user": user, "name": "Kapal", "asked": "q=kapal", **fields})


def verdict(**fields: object) -> Verdict:
    return Verdict.objects.create(
        **{"statement": statement(), "field": "number", "outcome": "all", "reason": "x", **fields}
    )


BROKEN = {
    "statement_span_not_empty": lambda: Statement.objects.create(
        article=make_article(), type="claim", start=5, end=5, text="x"
    ),
    "statement_text_not_empty": lambda: Statement.objects.create(
        article=make_article(), type="claim", start=5, end=6, text=""
    ),
    "statement_type_is_known": lambda: statement(type="rumour", kind=""),
    "statement_kind_belongs_to_quotes": lambda: make_claim(make_article(), kind="direct"),
    "statement_status_is_known": lambda: statement(status="perhaps"),
    "statement_anchor_is_known": lambda: statement(anchor="lost"),
    "statement_is_marked_once": marked_twice,
    "link_joins_two_statements": lambda: link(b=statement(), a_id=(one := statement()).pk, b_id=one.pk),
    "link_once_a_pair": linked_twice,
    "link_relation_is_known": lambda: link(relation="likes"),
    "link_status_is_known": lambda: link(status="perhaps"),
    "link_score_in_0_1": lambda: link(score=1.2),
    "person_has_a_name": lambda: Person.objects.create(name=""),
    "person_not_merged_into_itself": merged_into_itself,
    "spelling_is_listed_once": spelled_twice,
    "spelling_not_empty": lambda: NameSpelling.objects.create(person=make_person(), spelling="", key="x"),
    "glossary_word_is_listed_once": lambda: twice(glossary_word),
    "glossary_word_not_empty": lambda: glossary_word(word=""),
    "glossary_word_has_a_concept": lambda: glossary_word(concept=""),
    "verdict_field_is_known": lambda: verdict(field="mood"),
    "verdict_outcome_is_known": lambda: verdict(outcome="perhaps"),
    "verdict_has_a_reason": lambda: verdict(reason=""),
    "verdict_value_is_of_a_side": lambda: verdict(value="12"),
    "disagreement_field_is_known": lambda: Disagreement.objects.create(
        utterance=Utterance.objects.create(), statement=statement(), field="mood"
    ),
    "article_is_imported_once": imported_twice,
    "article_text_not_empty": lambda: make_article(""),
    "original_is_named_by_sha256": lambda: Original.objects.create(sha256="../../etc/passwd", size=1),
    "user_role_is_known": lambda: User.objects.create(username="x", role="owner"),
    "saved_search_is_named_once": lambda: twice(saved),
    "saved_search_has_a_name": lambda: saved(name=""),
    "saved_search_feed_is_secret": lambda: saved(feed_key="kapal"),
    "import_file_outcome_is_known": lambda: ImportFile.objects.create(
        batch=ImportBatch.objects.create(), name="x", outcome="odd"
    ),
    "import_file_waits_with_its_original": lambda: ImportFile.objects.create(
        batch=ImportBatch.objects.create(), name="x", outcome="waiting"
    ),
    "import_file_failure_has_reason": lambda: ImportFile.objects.create(
        batch=ImportBatch.objects.create(), name="x", outcome="refused"
    ),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_database_refuses_what_breaks_a_rule(rule: str) -> None:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BROKEN[rule]()
    # SQLite names a unique rule on plain columns by the columns, not by its name.
    columns = {
        "statement_is_marked_once": "articles_statement.article_id",
        "spelling_is_listed_once": "articles_namespelling.person_id",
        "glossary_word_is_listed_once": "articles_glossaryword.concept",
        "saved_search_is_named_once": "articles_savedsearch.user_id",
        "article_is_imported_once": "articles_article.original_id",
    }
    named = columns.get(rule, rule) if connection.vendor == "sqlite" else rule
    assert named in str(refusal.value)


def test_every_rule_of_the_tables_is_tried_here() -> None:
    models = (Statement, Link, Person, NameSpelling, Article, Original, User, ImportFile, ImportBatch)
    models += (GlossaryWord, SavedSearch, Verdict, Disagreement)
    assert {rule.name for model in models for rule in model._meta.constraints} == set(BROKEN)


def test_a_passage_may_be_where_another_was_that_lost_its_place() -> None:
    article = make_article()
    for anchor in ("orphaned", "orphaned", "kept"):
        make_quote(article, WORDS, anchor=anchor)
    assert article.statements.placed().count() == 1


def test_a_quote_and_a_claim_may_share_a_passage() -> None:
    article = make_article()
    make_quote(article, WORDS)
    make_claim(article, WORDS)
    assert article.statements.count() == 2
