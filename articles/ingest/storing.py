"""The rows of one article: itself, its outlet, its statements and their speakers."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from articles.ingest.speakers import speakers
from articles.models import Article, Original, Outlet, Person, Statement
from articles.models.imports import stored
from articles.records import Findings, FoundClaim, FoundQuote, ImportedDocument
from articles.text.copies import body_key

CONTEXT = 40
"""Characters of prefix and suffix kept with a statement, as in `articles.editing`."""


def store(original: Original, document: ImportedDocument, findings: Findings) -> int:
    """The rows of one article: itself, its outlet, its statements and their speakers. Returns the article's id."""
    outlet = Outlet.objects.get_or_create(name=document.outlet)[0] if document.outlet else None
    article = Article(
        original=original,
        part=document.part,
        file=document.file,
        outlet=outlet,
        language=document.language,
        title=document.title,
        author=document.author,
        dateline=document.dateline,
        standfirst=document.standfirst,
        published=document.published,
        url=document.url,
        evidence=[asdict(one) for one in document.evidence],
        text=document.text,
        body_key=body_key(document.text),
        removed=[asdict(removal) for removal in document.removed],
        warnings=stored(dict.fromkeys((*document.warnings, *findings.warnings))),
    )
    # Not `create`: what the program makes has no history.
    Article.objects.bulk_create([article])
    add_statements(article, findings)
    return article.pk


def add_statements(article: Article, findings: Iterable[FoundQuote | FoundClaim]) -> int:
    """The statements of these findings as proposals, with their speakers; returns how many."""
    found = list(findings)
    quotes = [one for one in found if isinstance(one, FoundQuote)]
    people = speakers(one.speaker for one in quotes if one.speaker and not one.anonymous)
    return len(Statement.objects.bulk_create(_statement(article, one, people) for one in found))


def _statement(article: Article, found: FoundQuote | FoundClaim, people: Mapping[str, Person]) -> Statement:
    row = Statement(
        article=article,
        type="claim",
        start=found.start,
        end=found.end,
        text=found.text,
        prefix=article.text[max(0, found.start - CONTEXT) : found.start],
        suffix=article.text[found.end : found.end + CONTEXT],
        unsure=found.unsure,
    )
    if isinstance(found, FoundClaim):
        row.facts = {"figures": [asdict(one) for one in found.figures], "dates": [asdict(one) for one in found.dates]}
    else:
        row.type, row.kind = "quote", found.kind
        row.parts = [[part.start, part.end] for part in found.parts]
        row.speaker_name = found.speaker or ""
        row.speaker = None if found.anonymous else people.get(row.speaker_name)
        row.role, row.on_behalf_of, row.cue = found.role, found.on_behalf_of, found.cue or ""
        for name, value in asdict(found.circumstances).items():
            setattr(row, name, value)
    return row
