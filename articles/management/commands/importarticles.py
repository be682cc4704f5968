"""Files and folders into the database and the index; one line a file."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from articles import ingest
from articles.management.desk import DeskCommand, existing
from articles.models import ImportFile
from articles.models.imports import Outcome


class Command(DeskCommand):
    help = "Imports files and folders (read recursively); returns when a search finds what it imported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=existing, metavar="PATH")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        counts: Counter[str] = Counter()

        def line(file: ImportFile) -> None:
            if file.outcome == Outcome.WAITING:
                self.stdout.write("\t".join(("columns", file.name, file.columns_in_words)))
                return
            counts[file.outcome] += 1
            self.stdout.write("\t".join(filter(None, (file.outcome, file.name, file.reason))))

        ingest.import_paths(paths, line)
        self.stdout.write(", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "no files found")
