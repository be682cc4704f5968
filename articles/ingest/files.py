"""One file of a batch: its documents stored, the files inside it listed, an outcome with its reasons."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import Count, Q, Sum
from django.utils import timezone

from articles.importing import MOST_BYTES, MOST_MEMBERS, base_name
from articles.ingest.originals import why
from articles.ingest.preparing import Job, Prepared
from articles.ingest.storing import store
from articles.models import Article, ImportFile, OutboxEntry
from articles.models.imports import Outcome, stored
from articles.records import Findings, ImportedDocument, Notice, UnreadableFile
from articles.records import Notice as _

MOST_TRIES = 3
"""Times that reading one file is begun; a file that stopped its reader each time is set aside."""
AT_ONCE = 50
"""Documents stored in one transaction: others want to write, too."""
FEW = 10
"""Documents of a file that is stored together with others."""
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


def known_among(files: Iterable[ImportFile]) -> set[int | None]:
    """The ids of the originals of these files that were imported before."""
    done = (Outcome.IMPORTED, Outcome.PARTIAL)
    originals = {file.original_id for file in files}
    return set(
        ImportFile.objects.filter(original_id__in=originals, outcome__in=done).values_list("original", flat=True)
    )


def is_small(found: Prepared) -> bool:
    """Whether what came of a file may be stored in one transaction with other files."""
    return not found.stopped and not found.members and len(found.documents) <= FEW


def import_prepared(prepared: Sequence[tuple[ImportFile, Prepared]]) -> list[int]:
    """Stores what came of waiting files and sets their outcomes; returns the ids of the new articles.

    Where files cannot be stored together, each is stored alone and stops no other. A file whose reader was lost stays
    waiting until it was tried MOST_TRIES times.
    """
    work = [_Work(file, found) for file, found in prepared if not _is_tried_again(file, found)]
    try:
        return _store(work)
    except OperationalError:
        # The database is full or busy, which says nothing about the files.
        raise
    except Exception:
        # Another process may have stored the same article meanwhile: what it did is seen the second time.
        return [article for one in work for article in _store_alone(one.file, one.found)]


def _is_tried_again(file: ImportFile, found: Prepared) -> bool:
    if not found.stopped or found.documents or found.members:
        return False
    file.tries += 1
    file.save(update_fields=["tries"])
    return file.tries < MOST_TRIES


def _store_alone(file: ImportFile, found: Prepared) -> list[int]:
    try:
        return _store([_Work(file, found)])
    except _Taken:
        return []
    except OperationalError:
        raise
    except (OSError, UnreadableFile) as error:
        reason = why(error)
    except Exception as error:
        # One poison file must not stop the others. The log names the file by its hash: texts may be confidential.
        logger.error("importing %s failed: %s", file.original, type(error).__name__)
        reason = _(
            "Newsdesk failed on this file (%(error)s). The file is kept; please report it.", error=type(error).__name__
        )
    file.same_as = None
    finish([file], Outcome.REFUSED, [reason])
    return []


@dataclass(slots=True)
class _Work:
    """A file that is being stored."""

    file: ImportFile
    found: Prepared
    is_known: bool = False
    is_begun: bool = False
    """Whether an import that was stopped has stored some of it."""
    articles: list[int] = field(default_factory=list)
    same: list[Article] = field(default_factory=list)
    """What the archive has already of its documents."""


def _store(work: Sequence[_Work]) -> list[int]:
    documents = [(one, *pair) for one in work for pair in one.found.documents]
    *early, last = [documents[at : at + AT_ONCE] for at in range(0, len(documents), AT_ONCE)] or [[]]
    for group in early:
        with transaction.atomic():
            _store_documents(group)
    with transaction.atomic():
        known = known_among(one.file for one in work)
        for one in work:
            one.is_known = one.file.original_id in known
        _store_documents([each for each in last if not each[0].is_known])
        for one in work:
            if one.found.members:
                _list_members(one.file, one.found)
        _finish(work)
    return [article for one in work for article in one.articles]


def _store_documents(group: Sequence[tuple[_Work, ImportedDocument, Findings]]) -> None:
    originals = {one.file.original_id for one, *_rest in group}
    there = set(Article.objects.filter(original_id__in=originals).values_list("original_id", "part"))
    new = []
    for one, document, findings in group:
        if (one.file.original_id, document.part) in there:
            one.is_begun = True
        else:
            new.append((one, document, findings))
    stored_now = store([(one.file.original, document, findings) for one, document, findings in new])
    for (one, *_rest), (article, is_new) in zip(new, stored_now, strict=True):
        if is_new:
            one.articles.append(article.pk)
        else:
            one.same.append(article)
    OutboxEntry.objects.note(article.pk for article, is_new in stored_now if is_new)


def _finish(work: Iterable[_Work]) -> None:
    """Sets the outcomes; most files have the same one."""
    alike: dict[tuple[Any, ...], list[ImportFile]] = {}
    for one in work:
        outcome, reasons = _outcome(one)
        one.file.same_as = one.same[-1] if one.same else None
        alike.setdefault((outcome, *reasons, one.file.same_as), []).append(one.file)
    for (outcome, *reasons, _same_as), files in alike.items():
        if not finish(files, outcome, reasons):
            raise _Taken


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


def _outcome(work: _Work) -> tuple[Outcome, list[Notice]]:
    found = work.found
    if work.is_known:
        return Outcome.DUPLICATE, [_KNOWN]
    wrong = [warning for document, _findings in found.documents for warning in document.warnings]
    wrong += [flaw.notice for flaw in found.flaws if not flaw.slight]
    wrong += [found.refused] if found.refused else []
    told = [_("Files inside: %(count)s.", count=len(found.members))] if found.members else []
    told += [flaw.notice for flaw in found.flaws if flaw.slight]
    if not found.documents and not found.members:
        nothing = _("%(file)s: no article was found in it.", file=base_name(work.file.name))
        return Outcome.REFUSED, list(dict.fromkeys((*told, *wrong))) or [nothing]
    if work.same and not work.articles and not work.is_begun and not found.members:
        return Outcome.DUPLICATE, [_("The archive has this article already, from another file.")]
    if work.same:
        told.append(_("Articles in it that were there already and are kept once: %(count)s.", count=len(work.same)))
    return (Outcome.PARTIAL if wrong else Outcome.IMPORTED), list(dict.fromkeys((*told, *wrong)))


def finish(files: Sequence[ImportFile], outcome: Outcome, reasons: Iterable[Notice]) -> bool:
    """Sets the outcome of waiting files that are the same article, if any; False where one waits no more."""
    told, now = stored(reasons), timezone.now()
    for file in files:
        file.outcome, file.reasons, file.finished_at = outcome, told, now
    waiting = ImportFile.objects.filter(pk__in=[file.pk for file in files], outcome=Outcome.WAITING)
    changed = waiting.update(outcome=outcome, reasons=told, finished_at=now, same_as=files[0].same_as)
    return changed == len(files)


def finish_known(file: ImportFile) -> None:
    """Sets the outcome of a file whose bytes were imported before."""
    finish([file], Outcome.DUPLICATE, [_KNOWN])
