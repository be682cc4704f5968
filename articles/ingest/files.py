"""One file of a batch: its documents stored, the files inside it listed, an outcome with its reasons."""

import logging
from collections.abc import Iterable, Sequence

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Count, Q, Sum
from django.utils import timezone

from articles.importing import MOST_BYTES, MOST_MEMBERS, base_name
from articles.ingest.copies import same_article
from articles.ingest.originals import why
from articles.ingest.preparing import Job, Prepared
from articles.ingest.storing import store
from articles.models import ImportFile, OutboxEntry
from articles.models.imports import Outcome, stored
from articles.records import Findings, ImportedDocument, Notice, UnreadableFile
from articles.records import Notice as _

MOST_TRIES = 3
"""Times that reading one file is begun; a file that stopped its reader each time is set aside."""
AT_ONCE = 50
"""Documents of one file stored in one transaction: others want to write, too."""
_KNOWN = _("The archive has this file already.")
logger = logging.getLogger(__name__)


class _Taken(Exception):
    """Somebody else has imported the file meanwhile."""


def job_of(file: ImportFile) -> Job:
    """What the reader is told of a waiting file."""
    depth, parent = 0, file.parent
    while parent is not None:
        depth, parent = depth + 1, parent.parent
    fields = tuple(file.columns["fields"]) if file.columns else None
    return Job(file.name, file.original.path, file.url, depth, fields)


def is_known(file: ImportFile) -> bool:
    """Whether the same bytes were imported before; sets the outcome then."""
    done = (Outcome.IMPORTED, Outcome.PARTIAL)
    if not file.original.files.filter(outcome__in=done).exclude(pk=file.pk).exists():
        return False
    finish(file, Outcome.DUPLICATE, [_KNOWN])
    return True


def import_prepared(file: ImportFile, found: Prepared) -> list[int]:
    """Stores what came of a waiting file and sets its outcome; returns the ids of its new articles.

    A file whose reader was lost stays waiting until it was tried MOST_TRIES times.
    """
    if found.stopped and not (found.documents or found.members) and _tries_again(file):
        return []
    try:
        return _import(file, found)
    except _Taken:
        return []
    except (OSError, UnreadableFile) as error:
        outcome, reason = Outcome.REFUSED, why(error)
    except IntegrityError:
        outcome, reason = Outcome.DUPLICATE, _KNOWN
    except OperationalError:
        # The database is full or busy, which says nothing about the file.
        raise
    except Exception as error:
        # One poison file must not stop the others. The log names the file by its hash: texts may be confidential.
        logger.error("importing %s failed: %s", file.original, type(error).__name__)
        outcome = Outcome.REFUSED
        reason = _(
            "Newsdesk failed on this file (%(error)s). The file is kept; please report it.", error=type(error).__name__
        )
    finish(file, outcome, [reason])
    return []


def _tries_again(file: ImportFile) -> bool:
    file.tries += 1
    file.save(update_fields=["tries"])
    return file.tries < MOST_TRIES


def _import(file: ImportFile, found: Prepared) -> list[int]:
    there = set(file.original.articles.values_list("part", flat=True))
    new = [(document, findings) for document, findings in found.documents if document.part not in there]
    articles: list[int] = []
    *early, last = [new[at : at + AT_ONCE] for at in range(0, len(new), AT_ONCE)] or [[]]
    for group in early:
        with transaction.atomic():
            articles += _articles(file, group)
    with transaction.atomic():
        articles += _articles(file, last)
        _list_members(file, found)
        outcome, reasons = _outcome(file, found, stored_before=bool(there), stored_now=bool(articles))
        if not finish(file, outcome, reasons):
            raise _Taken
    return articles


def _articles(file: ImportFile, found: Sequence[tuple[ImportedDocument, Findings]]) -> list[int]:
    """The new articles among these documents, noted for the index."""
    articles = []
    for document, findings in found:
        twin = same_article(document)
        if twin is not None:
            file.same_as = twin
        else:
            articles.append(store(file.original, document, findings))
    OutboxEntry.objects.note(articles)
    return articles


def _list_members(file: ImportFile, found: Prepared) -> None:
    """Lists the files inside a file; raises `UnreadableFile` where all levels of the outermost hold too many."""
    root = file
    while root.parent is not None:
        root = root.parent
    inside = ImportFile.objects.filter(Q(parent=root) | Q(parent__parent=root))
    there = inside.aggregate(count=Count("pk"), size=Sum("original__size"))
    size = (there["size"] or 0) + sum(written.size for _member, written in found.members)
    if there["count"] + len(found.members) > MOST_MEMBERS or size > MOST_BYTES:
        raise UnreadableFile(
            _("%(file)s: with all files inside each other it holds too much. Split it.", file=base_name(root.name))
        )
    known = set(file.members.values_list("name", "original__sha256"))
    ImportFile.objects.bulk_create(
        ImportFile(batch=file.batch, parent=file, name=member.name[-1000:], url=member.url, original=written.row())
        for member, written in found.members
        if (member.name[-1000:], written.sha256) not in known
    )


def _outcome(
    file: ImportFile, found: Prepared, *, stored_before: bool, stored_now: bool
) -> tuple[Outcome, list[Notice]]:
    told = [warning for document, _findings in found.documents for warning in document.warnings]
    told += [flaw.notice for flaw in found.flaws if not flaw.slight]
    told += [found.refused] if found.refused else []
    slight = [flaw.notice for flaw in found.flaws if flaw.slight]
    if found.members:
        slight.insert(0, _("Files inside: %(count)s.", count=len(found.members)))
    reasons = list(dict.fromkeys((*slight, *told)))
    if not found.documents and not found.members:
        nothing = _("%(file)s: no article was found in it.", file=base_name(file.name))
        return Outcome.REFUSED, reasons or [nothing]
    if not found.members and not stored_now and not stored_before and file.same_as:
        return Outcome.DUPLICATE, [_("The archive has this article already, from another file.")]
    return (Outcome.PARTIAL if told else Outcome.IMPORTED), reasons


def finish(file: ImportFile, outcome: Outcome, reasons: Iterable[Notice]) -> bool:
    """Sets the outcome of a waiting file; False where it waits no more."""
    file.outcome, file.reasons, file.finished_at = outcome, stored(reasons), timezone.now()
    waiting = ImportFile.objects.filter(pk=file.pk, outcome=Outcome.WAITING)
    return bool(
        waiting.update(outcome=file.outcome, reasons=file.reasons, finished_at=file.finished_at, same_as=file.same_as)
    )
