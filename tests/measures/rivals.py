"""The engines that search is measured beside: SQLite's FTS5 and, where it is installed, Tantivy.

Both get titles and texts alone, as two fields, their words as they stand: no stems, no other spellings, no statements,
no facets. What is timed is what a page of results needs at least: the ids of the twenty best by BM25 and the number of
all. FTS5 (`unicode61`, one file, merged into one segment, a connection that stays open) needs two questions for that,
`ORDER BY rank LIMIT 20` (`best`, told by itself as well) and `count(*)`; Tantivy (its usual tokenizer, one thread, a searcher that stays open) one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from tests.measures.queries import OR, PHRASE, PREFIX, Query

FTS5, TANTIVY = "FTS5", "Tantivy"
LIMIT = 20
MEMORY = 128 * 2**20
"""Bytes that Tantivy may gather before it writes."""
Texts = Iterable[tuple[int, str, str]]
"""Ids, titles and texts."""


class Rival(Protocol):
    """An index in a folder."""

    def __init__(self, folder: Path) -> None: ...

    @classmethod
    def fill(cls, folder: Path, texts: Texts) -> None:
        """Makes the index, in files of its own."""

    def find(self, query: Query) -> tuple[int, list[int]]:
        """How many articles there are, and the best of them."""


class Sqlite:
    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "fts5.sqlite3")

    @classmethod
    def fill(cls, folder: Path, texts: Texts) -> None:
        with closing(cls(folder).connection) as connection:
            connection.execute("CREATE VIRTUAL TABLE articles USING fts5(title, text, tokenize='unicode61')")
            with connection:
                connection.executemany("INSERT INTO articles(rowid, title, text) VALUES (?, ?, ?)", texts)
                connection.execute("INSERT INTO articles(articles) VALUES ('optimize')")

    def find(self, query: Query) -> tuple[int, list[int]]:
        question = "SELECT count(*) FROM articles WHERE articles MATCH ?"
        return self.connection.execute(question, [_match(query)]).fetchone()[0], self.best(query)

    def best(self, query: Query) -> list[int]:
        question = "SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self.connection.execute(question, [_match(query), LIMIT])]


def _match(query: Query) -> str:
    """The query in FTS5's grammar."""
    if query.kind == PHRASE:
        return f'"{" ".join(query.words)}"'
    words = [f'"{word}"' for word in query.words]
    return f"{words[0]}*" if query.kind == PREFIX else (" OR " if query.kind == OR else " ").join(words)


class Tantivy:
    def __init__(self, folder: Path) -> None:
        self.index = import_module("tantivy").Index.open(str(folder / "tantivy"))
        self.searcher = self.index.searcher()

    @classmethod
    def fill(cls, folder: Path, texts: Texts) -> None:
        tantivy = import_module("tantivy")
        schema = tantivy.SchemaBuilder().add_integer_field("id", stored=True)
        schema = schema.add_text_field("title").add_text_field("text").build()
        (folder / "tantivy").mkdir()
        writer = tantivy.Index(schema, path=str(folder / "tantivy")).writer(MEMORY)
        for number, title, text in texts:
            writer.add_document(tantivy.Document(id=number, title=title, text=text))
        writer.commit()
        writer.wait_merging_threads()

    def find(self, query: Query) -> tuple[int, list[int]]:
        found = self.searcher.search(self._question(query), LIMIT)
        return found.count, [self.searcher.doc(address)["id"][0] for _, address in found.hits]

    def _question(self, query: Query) -> Any:
        if query.kind == PREFIX:
            return self._starting_with(query.words[0])
        text = f'"{" ".join(query.words)}"' if query.kind == PHRASE else " ".join(query.words)
        return self.index.parse_query(text, ["title", "text"], conjunction_by_default=query.kind != OR)

    def _starting_with(self, prefix: str) -> Any:
        """Not ranked: Tantivy gives all that a pattern finds one score."""
        tantivy = import_module("tantivy")
        fields = [tantivy.Query.regex_query(self.index.schema, field, f"{prefix}.*") for field in ("title", "text")]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in fields])


RIVALS: dict[str, type[Rival]] = {FTS5: Sqlite, TANTIVY: Tantivy}


def rivals() -> dict[str, type[Rival]]:
    """Those at hand, by name."""
    return {name: rival for name, rival in RIVALS.items() if name == FTS5 or find_spec("tantivy")}
