"""What any search engine must do for us, and the choice of one by `settings.NEWSDESK_SEARCH_ENGINE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Protocol

from django.conf import settings

from articles.search.documents import ArticleDocument, Reading
from articles.search.found import Found
from articles.search.plan import Plan
from articles.search.scoring import Index
from articles.search.ways import Vocabulary
from articles.search.whoosh_index import WhooshIndex


class View(Vocabulary, Index, Protocol):
    """One state of the index, as it stood when it was asked for."""

    def match(self, plan: Plan, *, statements: bool) -> Found:
        """The articles, or statements, that the plan finds, deleted ones left out."""


class Engine(Protocol):
    """An index on disk: many readers, one writer."""

    def view(self) -> View:
        """The present state. Raises `IndexUnavailable` where there is no index that can be read."""

    def probe(self) -> None:
        """Raises `IndexUnavailable` as `view` does, after a quick look that needs little memory."""

    def fingerprints(self) -> dict[int, int]:
        """The fingerprint of each article that the index has. Raises `IndexUnavailable` as `view` does."""

    def distrust(self) -> None:
        """Looks whether all files are what was written; makes the index unavailable if not, until it is built anew."""

    def is_outdated(self) -> bool:
        """Whether other code or data made the index than would make it now. Raises `IndexMissing`."""

    def is_rebuilding(self) -> bool:
        """Whether a new index is being built beside this one."""

    def one_writer(self, timeout: float) -> AbstractContextManager[None]:
        """Keeps all other writers out; raises `IndexBusy` if one stays in longer than `timeout` seconds."""

    def write(self, documents: Iterable[ArticleDocument], gone: Iterable[int]) -> None:
        """Replaces these articles, where they changed, and drops those ids, in one commit. Inside `one_writer` only."""

    def rebuild(self, read: Reading, ids: Sequence[int], progress: Callable[[int], None], timeout: float) -> int:
        """Builds a new index beside the live one and puts it in its place; returns the number of articles.

        `ids` are the articles to read; what is written to the live index meanwhile comes into the new one as well.
        """


ENGINES: dict[str, Callable[[Path], Engine]] = {"whoosh": WhooshIndex}


def engine() -> Engine:
    """The index of this installation."""
    return _engine(settings.NEWSDESK_SEARCH_ENGINE, Path(settings.NEWSDESK_DATA_DIR) / "index")


@cache
def _engine(name: str, folder: Path) -> Engine:
    return ENGINES[name](folder)
