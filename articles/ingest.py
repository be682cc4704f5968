"""File -> original -> documents -> findings -> rows -> index: the one place where these rooms meet.

A file is imported whole or not at all: its rows and the note that the index owes an update are one transaction.
"""

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from articles import analysis, exporting, importing, linking, search
from articles.linking.people import identity_key
from articles.models import (
    Article,
    ImportBatch,
    ImportFile,
    Link,
    NameSpelling,
    Original,
    OutboxEntry,
    Outlet,
    Person,
    Statement,
    User,
    Utterance,
)
from articles.models.imports import Outcome, stored
from articles.models.statements import StatementQuerySet
from articles.records import (
    Findings,
    FoundClaim,
    FoundQuote,
    ImportedDocument,
    Notice,
    ProposedLink,
    StatementRecord,
    UnreadableFile,
)
from articles.records import Notice as _
from articles.text.names import same_name

CONTEXT = 40
"""Characters of prefix and suffix kept with a statement, as in `articles.editing`."""
UPLOAD_LIMIT = 50 * 1024 * 1024
"""Bytes of one file; what is larger is refused before it is read."""
MOST_TRIES = 3
"""Times that reading one file is begun; a file that stopped Newsdesk each time is set aside."""
logger = logging.getLogger(__name__)


def receive(files: Iterable[tuple[str, bytes | Path | File]], user: User | None = None) -> ImportBatch:
    """Keeps the originals of a new batch and lists its files as waiting; `import_batch` does the rest.

    Each file is its name and its bytes, its path or an uploaded file. A file over UPLOAD_LIMIT is refused at once and
    not kept.
    """
    batch = ImportBatch.objects.create(created_by=user)
    for name, source in files:
        row = ImportFile(batch=batch, name=name[-1000:])
        try:
            row.original = _keep(source)
        except (UnreadableFile, OSError) as error:
            row.outcome, row.finished_at = Outcome.REFUSED, timezone.now()
            row.reasons = stored([_why(error)])
        row.save()
    return batch


def import_paths(paths: Iterable[Path], progress: Callable[[ImportFile], None] | None = None) -> ImportBatch:
    """Imports files and folders as one batch; what it imported can be found by a search when it returns."""
    batch = receive((path.name, path) for path in files_under(paths))
    for file in batch.files.exclude(outcome=Outcome.WAITING):
        if progress:
            progress(file)
    import_batch(batch, progress)
    return batch


def preview(path: Path) -> Iterator[str]:
    """One file's documents as JSON objects, as `analysearticles` prints them; nothing is stored."""
    try:
        documents = importing.read(path.name, path.read_bytes())
    except (UnreadableFile, OSError) as error:
        yield exporting.unreadable(path.name, _why(error))
        return
    for document in documents:
        yield exporting.document(document, analysis.analyse(document.text, document.language, document.published))


def files_under(paths: Iterable[Path]) -> Iterator[Path]:
    """The given files, and all files inside the given folders, in the order of their names."""
    for path in paths:
        yield from sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def import_batch(batch: ImportBatch, progress: Callable[[ImportFile], None] | None = None) -> None:
    """Imports every waiting file of a batch, one after the other, then links and indexes what is new.

    Raises `search.IndexBusy` where only the last step has to wait: the outbox keeps what the index owes.
    """
    new: list[int] = []
    for file in batch.files.filter(outcome=Outcome.WAITING).select_related("original"):
        new += import_file(file)
        if progress:
            progress(file)
    propose_links(new)
    batch.finished_at = timezone.now()
    batch.save(update_fields=["finished_at"])
    search.drain()


def import_file(file: ImportFile) -> list[int]:
    """Imports one waiting file and sets its outcome; returns the ids of its new articles."""
    try:
        return _import(file)
    except (UnreadableFile, OSError) as error:
        outcome, reason = Outcome.REFUSED, _why(error)
    except IntegrityError:
        outcome, reason = Outcome.DUPLICATE, _("The archive has this file already.")
    except Exception as error:
        # One poison file must not stop the others. The log names the file by its hash: texts may be confidential.
        logger.error("importing %s failed: %s", file.original, type(error).__name__)
        outcome = Outcome.REFUSED
        reason = _(
            "Newsdesk failed on this file (%(error)s). The file is kept; please report it.", error=type(error).__name__
        )
    _finish(file, outcome, [reason])
    return []


def _import(file: ImportFile) -> list[int]:
    original = file.original
    if file.tries >= MOST_TRIES:
        raise UnreadableFile(
            _(
                "Newsdesk stopped %(tries)s times while it read this file. The file is kept; please report it.",
                tries=file.tries,
            )
        )
    file.tries += 1
    file.save(update_fields=["tries"])
    if original.articles.exists():
        _finish(file, Outcome.DUPLICATE, [_("The archive has this file already.")])
        return []
    documents = importing.read(file.name, original.path.read_bytes())
    findings = [analysis.analyse(one.text, one.language, one.published) for one in documents]
    warnings = [warning for document in documents for warning in document.warnings]
    with transaction.atomic():
        articles = [_store(original, *found) for found in zip(documents, findings, strict=True)]
        OutboxEntry.objects.note(articles)
        _finish(file, Outcome.PARTIAL if warnings else Outcome.IMPORTED, warnings)
    return articles


def propose_links(articles: Iterable[int] | None = None) -> int:
    """Proposes links of the statements of these articles (all, if None) with the whole archive; returns how many.

    A pair that has a link already, a rejected one too, is left as it is.
    """
    archive = _records(Statement.objects.visible())
    if articles is None:
        new = archive
    else:
        wanted = set(articles)
        new = [record for record in archive if record.article in wanted]
    if not new:
        return 0
    known = {frozenset(pair) for pair in Link.objects.values_list("a", "b")}
    found = [one for one in linking.propose(new, archive) if frozenset((one.a, one.b)) not in known]
    with transaction.atomic():
        Link.objects.bulk_create(_link(one) for one in found)
        Utterance.objects.regroup(end for one in found for end in (one.a, one.b))
        of = {record.id: record.article for record in archive}
        OutboxEntry.objects.note(of[end] for one in found for end in (one.a, one.b))
    return len(found)


def _link(found: ProposedLink) -> Link:
    compared = found.comparison
    return Link(
        a_id=found.a,
        b_id=found.b,
        relation=compared.relation,
        score=compared.score,
        reasons=[[reason.code, reason.value] for reason in compared.reasons],
        conflicts=[[conflict.field, conflict.a, conflict.b] for conflict in compared.conflicts],
    )


def _records(statements: StatementQuerySet) -> list[StatementRecord]:
    return [statement.record() for statement in statements.with_context()]


def _keep(source: bytes | Path | File) -> Original:
    """Writes the bytes under their SHA-256, so that a crash leaves a whole original or none."""
    folder = Path(settings.NEWSDESK_DATA_DIR) / "originals"
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".new-", delete=False) as copy:
        try:
            for chunk in _chunks(source):
                size += len(chunk)
                if size > UPLOAD_LIMIT:
                    limit = UPLOAD_LIMIT // (1024 * 1024)
                    raise UnreadableFile(
                        _("The file is larger than %(limit)s MB. Split it and import the parts.", limit=limit)
                    )
                digest.update(chunk)
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
            original = Original(sha256=digest.hexdigest(), size=size)
            original.path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(copy.name, original.path)
        except BaseException:
            Path(copy.name).unlink(missing_ok=True)
            raise
    return Original.objects.get_or_create(sha256=original.sha256, defaults={"size": size})[0]


def _chunks(source: bytes | Path | File) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
    elif isinstance(source, File):
        yield from source.chunks()
    else:
        with source.open("rb") as file:
            while chunk := file.read(1 << 20):
                yield chunk


def _why(error: UnreadableFile | OSError) -> Notice:
    """What a person is told about a file that could not be read or kept."""
    if isinstance(error, UnreadableFile):
        return error.notice
    why = error.strerror or type(error).__name__
    return _("The file cannot be read or kept: %(why)s. Mend that and import it again.", why=why)


def _finish(file: ImportFile, outcome: Outcome, reasons: Iterable[Notice]) -> None:
    file.outcome, file.reasons, file.finished_at = outcome, stored(reasons), timezone.now()
    file.save(update_fields=["outcome", "reasons", "finished_at"])


def _store(original: Original, document: ImportedDocument, findings: Findings) -> int:
    """The rows of one article: itself, its outlet, its statements and their speakers. Returns the article's id."""
    outlet = Outlet.objects.get_or_create(name=document.outlet)[0] if document.outlet else None
    article = Article.objects.create(
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
        text=document.text,
        removed=[asdict(removal) for removal in document.removed],
        warnings=stored(dict.fromkeys((*document.warnings, *findings.warnings))),
    )
    Statement.objects.bulk_create(_statement(article, found) for found in findings)
    return article.pk


def _statement(article: Article, found: FoundQuote | FoundClaim) -> Statement:
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
        row.speaker = None if found.anonymous else _speaker(row.speaker_name)
        row.role, row.on_behalf_of, row.cue = found.role, found.on_behalf_of, found.cue or ""
        for name, value in asdict(found.circumstances).items():
            setattr(row, name, value)
    return row


def _speaker(name: str) -> Person | None:
    """The person of this name. Another spelling joins a person only when exactly one can be meant."""
    if not name:
        return None
    key = identity_key(name)
    spellings = NameSpelling.objects.filter(Q(spelling=name) | Q(key=key)).select_related("person__merged_into")
    people = {spelling.person.root for spelling in spellings if spelling.spelling == name}
    people = people or {spelling.person.root for spelling in spellings if same_name(name, spelling.spelling)}
    person = people.pop() if len(people) == 1 else Person.objects.create(name=name)
    NameSpelling.objects.get_or_create(person=person, spelling=name, defaults={"key": key})
    return person
