"""Files and folders into the database and the index; one line a file."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from tqdm import tqdm

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
        found = list(ingest.files_under(paths))
        with tqdm(total=len(found), unit=" files", disable=None) as bar:  # None: not where there is no terminal

            def line(file: ImportFile) -> None:
                if file.outcome == Outcome.WAITING:
                    self._print(bar, "columns", file.name, file.columns_in_words)
                    return
                counts[file.outcome] += 1
                if file.parent_id and not bar.disable:
                    bar.total += 1
                bar.set_postfix_str(in_words(counts), refresh=False)
                bar.update()
                if bar.disable or file.outcome != Outcome.IMPORTED or not self.stdout.isatty():
                    self._print(bar, file.outcome, file.name, file.reason)

            ingest.import_paths(found, line)
        self.stdout.write(in_words(counts) or "no files found")

    def _print(self, bar: tqdm, *fields: str) -> None:
        bar.clear()
        self.stdout.write("\t".join(filter(None, fields)))
        bar.refresh()


def in_words(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
