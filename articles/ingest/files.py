"""One file of a batch: read, analysed, stored whole or not at all, with an outcome and its reason."""

import logging
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import analysis, importing
from articles.ingest.originals import why
from articles.ingest.storing import store
from articles.models import ImportFile, OutboxEntry
from articles.models.imports import Outcome, stored
from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

MOST_TRIES = 3
"""Times that reading one file is begun; a file that stopped Newsdesk each time is set aside."""
logger = logging.getLogger(__name__)


def import_file(file: ImportFile) -> list[int]:
    """Imports one waiting file and sets its outcome; returns the ids of its new articles."""
    try:
        return _import(file)
    except (UnreadableFile, OSError) as error:
        outcome, reason = Outcome.REFUSED, why(error)
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
        articles = [store(original, *found) for found in zip(documents, findings, strict=True)]
        OutboxEntry.objects.note(articles)
        _finish(file, Outcome.PARTIAL if warnings else Outcome.IMPORTED, warnings)
    return articles


def _finish(file: ImportFile, outcome: Outcome, reasons: Iterable[Notice]) -> None:
    file.outcome, file.reasons, file.finished_at = outcome, stored(reasons), timezone.now()
    file.save(update_fields=["outcome", "reasons", "finished_at"])
