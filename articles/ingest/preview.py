"""What a file would give, without storing anything."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from articles import exporting
from articles.importing import base_name
from articles.ingest.originals import Written
from articles.ingest.preparing import Job, Prepared, reader
from articles.records import Findings, ImportedDocument

Keep = Callable[[bytes], Written]


def preview(path: Path) -> Iterator[str]:
    """The documents of a file, and of the files inside it, as JSON objects, as `analysearticles` prints them.

    `part` counts over all of them. What could not be read is a warning of the document before it, or an object without
    text where there is none.
    """
    part = 0
    with TemporaryDirectory() as folder:
        for name, found in _all_of(Job(path.name, path), _keeping(Path(folder))):
            for document, findings in _documents(found):
                yield exporting.document(replace(document, part=part), findings)
                part += 1
            if not found.documents and not found.members:
                notices = [flaw.notice for flaw in found.flaws] + [found.refused] * bool(found.refused)
                yield exporting.unreadable(base_name(name), " ".join(filter(None, notices)))


def _keeping(folder: Path) -> Keep:
    def keep(content: bytes) -> Written:
        digest = hashlib.sha256(content).hexdigest()
        path = folder / digest
        path.write_bytes(content)
        return Written(digest, len(content), path)

    return keep


def _all_of(job: Job, keep: Keep) -> Iterator[tuple[str, Prepared]]:
    """One file's name and what it holds, and after it the same of each file inside of it."""
    reader().send(job)
    found = reader().prepare(keep)
    yield job.name, found
    for member, written in found.members:
        yield from _all_of(Job(member.name, written.path, member.url, job.depth + 1), keep)


def _documents(found: Prepared) -> Iterator[tuple[ImportedDocument, Findings]]:
    """The documents, the last of them with what went wrong behind it."""
    for at, (document, findings) in enumerate(found.documents, 1):
        wrong = [flaw.notice for flaw in found.flaws] + ([found.refused] if found.refused else [])
        warnings = (*document.warnings, *wrong) if at == len(found.documents) else document.warnings
        yield replace(document, warnings=warnings), findings
