"""Earlier articles cleaned again, with every statement anchored anew: kept, moved, altered or orphaned.

One article is one transaction, so that text, statements and the index's debt never disagree.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from articles.ingest.links import compare_new
from articles.ingest.rereading import Rereader
from articles.ingest.storing import CONTEXT, add_statements
from articles.models import Article, Copy, OutboxEntry, Outlet, Recipe, Statement, Status
from articles.models.imports import stored
from articles.records import Findings, FoundClaim, FoundQuote, ImportedDocument, Span, UnreadableFile
from articles.text import anchoring
from articles.text.copies import body_key

FIELDS = ("title", "author", "dateline", "standfirst", "published", "language", "url")
REASON = "cleaned again"
"""What the history calls it; there it is nobody's change."""
NEW = "new"


def clean_outlet_again(outlet: int, resumed: bool = False) -> Counter[str]:
    """Cleans all earlier articles of an outlet again, those too that go by another of its names.

    Returns how many statements were kept, moved, altered, orphaned or are new. What a stopped run has not done yet is
    done by one with `resumed`: the recipe keeps how far it came.
    """
    recipe = Recipe.objects.get_or_create(outlet_id=outlet)[0]
    done = recipe.cleaned_to if resumed else 0
    if done is None:
        return Counter()
    Recipe.objects.filter(pk=recipe.pk).update(cleaned_to=done)
    counts: Counter[str] = Counter()
    with Rereader() as reader:
        for article in _earlier(recipe, done):
            counts += clean_again(article, reader)
            Recipe.objects.filter(pk=recipe.pk).update(cleaned_to=article)
    compare_new()
    Recipe.objects.filter(pk=recipe.pk).update(cleaned_to=None)
    return counts


def clean_again(article: int, reader: Rereader | None = None) -> Counter[str]:
    """Reads an article's original again with its outlet's recipe, and anchors its statements in the new text.

    Fields that an editor has corrected stay, as do links; litter is cut by the language that the file shows. New
    findings become proposals where no statement of their type is, a rejected one included; the next `compare_new`
    compares them. Returns how many statements were kept, moved, altered, orphaned or are new; nothing where the file
    cannot be read any more: then the article stays as it is, with a warning.
    """
    if reader is None:
        with Rereader() as reader:
            return clean_again(article, reader)
    while row := Article.objects.select_related("outlet", "original").filter(pk=article).first():
        try:
            document = reader.document(row)
            language, published = _kept(row, document, "language"), _kept(row, document, "published")
            findings = reader.analyse(document.text, language, published)
        except UnreadableFile as error:
            warnings = [one for one in row.warnings if one not in stored([error.notice])]
            Article.objects.filter(pk=article).update(warnings=[*warnings, *stored([error.notice])])
            break
        counts = _store(row, document, findings)
        if counts is not None:
            return counts
        # Somebody has changed the article meanwhile: again, with what it is now.
    return Counter()


def begin_again(outlet: int) -> None:
    """Notes that an outlet's earlier articles are to be cleaned again: pages say so, and a server that is stopped
    before a worker has begun takes it up."""
    recipe = Recipe.objects.get_or_create(outlet_id=outlet)[0]
    Recipe.objects.filter(pk=recipe.pk, cleaned_to=None).update(cleaned_to=0)


def how_far(recipe: Recipe) -> tuple[int, int] | None:
    """How many of an outlet's earlier articles are cleaned again, and of how many; None while nobody cleans them."""
    if recipe.cleaned_to is None:
        return None
    articles = Article.objects.filter(_mine(recipe))
    return articles.filter(pk__lte=recipe.cleaned_to).count(), articles.count()


def _mine(recipe: Recipe) -> Q:
    """The articles of the recipe's outlet, those too that go by another of its names."""
    names = {" ".join(name.split()).casefold() for name in recipe.names}
    outlets = [pk for pk, name in Outlet.objects.values_list("pk", "name") if name.casefold() in names]
    mine = Q(outlet__in=[recipe.outlet_id, *outlets])
    for name in recipe.names:
        mine |= Q(outlet=None, url__icontains=f"/{name}/") | Q(outlet=None, url__icontains=f".{name}/")
    return mine


def _earlier(recipe: Recipe, done: int) -> Iterator[int]:
    mine = _mine(recipe)
    while (
        done := Article.objects.filter(mine, pk__gt=done).order_by("pk").values_list("pk", flat=True).first()
    ) is not None:
        yield done


@transaction.atomic
def _store(row: Article, document: ImportedDocument, findings: Findings) -> Counter[str] | None:
    """The article as the document has it; None where it is no longer the version that was read."""
    before, was = row.text, _shown(row)
    _fill(row, document, findings)
    if _shown(row) == was:
        return Counter({anchoring.KEPT: row.statements.placed().count()})
    if not Article.objects.filter(pk=row.pk, version=row.version).update(version=F("version") + 1):
        return None
    row.version += 1
    if row.text != before:
        row.is_compared = False
        Copy.objects.filter(Q(a=row) | Q(b=row)).delete()
    row._change_reason = REASON
    row.save()
    statements = list(row.statements.select_for_update())
    counts = _anchor_all(statements, before, row.text)
    new = add_statements(row, _unknown(statements, findings))
    OutboxEntry.objects.note([row.pk])
    return counts + Counter({NEW: new})


def _fill(row: Article, document: ImportedDocument, findings: Findings) -> None:
    row.text, row.body_key = document.text, body_key(document.text)
    for field in FIELDS:
        setattr(row, field, _kept(row, document, field))
    if "outlet" not in row.corrected:
        row.outlet = Outlet.objects.get_or_create(name=document.outlet)[0] if document.outlet else None
    said = [one for one in row.evidence if one["source"] == "editor" and one["field"] in row.corrected]
    row.evidence = [*said, *map(asdict, document.evidence)]
    row.removed = [asdict(removal) for removal in document.removed]
    row.warnings = stored(dict.fromkeys((*document.warnings, *findings.warnings)))


def _shown(row: Article) -> tuple[Any, ...]:
    return row.text, row.outlet_id, row.evidence, row.removed, row.warnings, *(getattr(row, name) for name in FIELDS)


def _kept(row: Article, document: ImportedDocument, field: str) -> Any:
    return getattr(row if field in row.corrected else document, field)


def _anchor_all(statements: list[Statement], before: str, text: str) -> Counter[str]:
    """Gives each statement its place in the new text; where two would share one, the one that was judged has it."""
    near = anchoring.places(before, text)
    taken: set[tuple[str, int, int]] = set()
    counts: Counter[str] = Counter()
    changed = []
    for row in sorted(statements, key=lambda one: (one.status == Status.PROPOSED, not one.is_placed, one.start)):
        old = _state(row)
        found = _anchored(row, text, near(row.start))
        if found.verdict == anchoring.ORPHANED or (row.type, found.start, found.end) in taken:
            row.anchor = anchoring.ORPHANED
        else:
            taken.add((row.type, found.start, found.end))
            _move(row, found, text)
        counts[row.anchor] += 1
        if _state(row) != old:
            changed.append(row)
    _save_all(changed)
    return counts


def _state(row: Statement) -> tuple[Any, ...]:
    return row.anchor, row.start, row.end, row.text, row.prefix, row.suffix, row.parts, row.facts


def _anchored(row: Statement, text: str, near: int) -> anchoring.Anchored:
    parts = [Span(start, end) for start, end in row.parts]
    facts = [Span(fact["start"], fact["end"]) for fact in _facts(row)]
    return anchoring.anchor(anchoring.Anchor(row.start, row.text, row.prefix, row.suffix, (*parts, *facts)), text, near)


def _facts(row: Statement) -> Iterable[dict[str, Any]]:
    return [fact for kind in sorted(row.facts) for fact in row.facts[kind]]


def _move(row: Statement, found: anchoring.Anchored, text: str) -> None:
    """Puts a statement where it was found, with its pieces, and its figures and dates as far as their words hold."""
    row.anchor, row.start, row.end, row.text = found.verdict, found.start, found.end, text[found.start : found.end]
    row.prefix, row.suffix = text[max(0, found.start - CONTEXT) : found.start], text[found.end : found.end + CONTEXT]
    pieces, spans = found.parts[: len(row.parts)], iter(found.parts[len(row.parts) :])
    left = [[piece.start, piece.end] for piece in pieces if piece]
    row.parts = left if len(left) > 1 else [[row.start, row.end]] if len(row.parts) == 1 else []
    moved = {kind: [(fact, next(spans)) for fact in row.facts[kind]] for kind in sorted(row.facts)}
    row.facts = {
        kind: [
            {**fact, "start": span.start, "end": span.end}
            for fact, span in facts
            if span and span.of(text) == fact["text"]
        ]
        for kind, facts in moved.items()
    }


def _save_all(changed: list[Statement]) -> None:
    """Saves what changed; of a statement that a human has a part in, a new place is a row of its history."""
    ids = [row.pk for row in changed]
    # Out of one another's way first: a place may be free only when its last holder has moved.
    Statement.objects.filter(pk__in=ids).update(anchor=anchoring.ORPHANED)
    known = set(Statement.history.filter(id__in=ids).values_list("id", flat=True))
    quietly = []
    for row in changed:
        row.version += row.anchor != anchoring.KEPT
        if row.pk in known and row.anchor != anchoring.KEPT:
            row._change_reason = REASON
            row.save()
        else:
            quietly.append(row)
    fields = ["anchor", "start", "end", "text", "prefix", "suffix", "parts", "facts", "version"]
    Statement.objects.bulk_update(quietly, fields, batch_size=100)


def _unknown(statements: list[Statement], findings: Findings) -> Iterator[FoundQuote | FoundClaim]:
    """The findings where no statement of their type is, and that nobody has rejected in these words."""
    placed = [(row.type, Span(row.start, row.end)) for row in statements if row.is_placed]
    refused = {(row.type, row.text) for row in statements if row.status == Status.REJECTED}
    for found in findings:
        type, here = "claim" if isinstance(found, FoundClaim) else "quote", Span(found.start, found.end)
        taken = any(one == type and here.overlaps(span) for one, span in placed)
        if not taken and (type, found.text) not in refused:
            placed.append((type, here))
            yield found
