"""The rows of articles: themselves, their outlets, their statements and the speakers of these."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from articles.ingest.copies import is_same, with_bodies
from articles.ingest.speakers import speakers
from articles.models import Article, Original, Outlet, Person, Statement
from articles.models.imports import stored
from articles.records import Findings, FoundClaim, FoundQuote, ImportedDocument
from articles.text.copies import body_key

CONTEXT = 40
"""Characters of prefix and suffix kept with a statement, as in `articles.editing`."""


Found = tuple[Original, ImportedDocument, Findings]


def store(found: Sequence[Found]) -> list[tuple[Article, bool]]:
    """The rows of some articles; for each the article, and whether it is new or one of the same body that was there."""
    outlets = _outlets({document.outlet for _original, document, _findings in found} - {""})
    keys = [body_key(document.text) for _original, document, _findings in found]
    bodies = with_bodies(keys)
    articles: list[tuple[Article, bool]] = []
    for key, (original, document, findings) in zip(keys, found, strict=True):
        alike = bodies.setdefault(key, [])
        article = next((one for one in alike if is_same(one, document)), None)
        if article is None:
            article = _article(original, document, findings, key)
            article.outlet = outlets.get(document.outlet)
            alike.append(article)
            articles.append((article, True))
        else:
            articles.append((article, False))
    # Not `save`: what the program makes has no history.
    Article.objects.bulk_create(article for article, is_new in articles if is_new)
    _add((article, findings) for (article, is_new), (*_, findings) in zip(articles, found, strict=True) if is_new)
    return articles


def _outlets(names: Iterable[str]) -> dict[str, Outlet]:
    Outlet.objects.bulk_create((Outlet(name=name) for name in sorted(names)), ignore_conflicts=True)
    return {outlet.name: outlet for outlet in Outlet.objects.filter(name__in=names)}


def _article(original: Original, document: ImportedDocument, findings: Findings, key: str) -> Article:
    return Article(
        original=original,
        part=document.part,
        file=document.file,
        language=document.language,
        title=document.title,
        author=document.author,
        dateline=document.dateline,
        standfirst=document.standfirst,
        published=document.published,
        url=document.url,
        evidence=[asdict(one) for one in document.evidence],
        text=document.text,
        body_key=key,
        removed=[asdict(removal) for removal in document.removed],
        warnings=stored(dict.fromkeys((*document.warnings, *findings.warnings))),
    )


def add_statements(article: Article, findings: Iterable[FoundQuote | FoundClaim]) -> int:
    """The statements of these findings as proposals, with their speakers; returns how many."""
    return _add([(article, findings)])


def _add(found: Iterable[tuple[Article, Iterable[FoundQuote | FoundClaim]]]) -> int:
    pairs = [(article, one) for article, findings in found for one in _marked_once(findings)]
    quotes = [one for _article, one in pairs if isinstance(one, FoundQuote)]
    people = speakers(one.speaker for one in quotes if one.speaker and not one.anonymous)
    return len(Statement.objects.bulk_create(_statement(article, one, people) for article, one in pairs))


def _marked_once(findings: Iterable[FoundQuote | FoundClaim]) -> Iterable[FoundQuote | FoundClaim]:
    """Of findings of one kind with the same words of the text the first that names a speaker."""
    found: dict[tuple[type, int, int], FoundQuote | FoundClaim] = {}
    for one in findings:
        key = type(one), one.start, one.end
        known = found.setdefault(key, one)
        if isinstance(known, FoundQuote) and not known.speaker:
            found[key] = one
    return found.values()


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
