"""An archive of statements written in bulk into an empty desk, as an import in the order of the days leaves it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles import linking
from articles.linking.candidates import ALWAYS, COMMON
from articles.linking.tokens import Tokens, tokens
from articles.records import StatementRecord
from articles.text.terms import stop_words
from tests.measures.spoken import PEOPLE, SAID, Spoken, Word, name, spoken, written

AT_ONCE = 500
"""Articles made and stored together."""
ROWS = 1_000_000
"""Keys written together."""
OUTLETS = 60
Keys = NDArray[np.int64]
"""Rows of a key and a statement."""
Made = tuple[list[list[Spoken]], Keys]


def store(size: int) -> None:
    """Fills an empty database with so many statements, their articles, speakers and keys."""
    from django.db import connection, transaction

    of = size // SAID
    chunks = [range(begin, min(begin + AT_ONCE, of)) for begin in range(0, of, AT_ONCE)]
    found: list[Keys] = []
    with connection.cursor() as cursor:
        # The desk goes afterwards, so nothing has to be safe; an index is sooner made when its rows are there.
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("DROP INDEX statement_key_statements")
        rows = _Rows(cursor)
        with ProcessPoolExecutor(os.cpu_count()) as workers:
            for numbers, (made, keys) in zip(chunks, workers.map(_made, chunks, repeat(of)), strict=True):
                found.append(keys)
                with transaction.atomic():
                    rows.add(numbers, made)
        written = taken(np.concatenate(found))
        with transaction.atomic():
            for begin in range(0, len(written), ROWS):
                cursor.executemany(
                    "INSERT INTO articles_statementkey (key, statement_id) VALUES (%s, %s)",
                    written[begin : begin + ROWS].tolist(),
                )
        cursor.execute("CREATE INDEX statement_key_statements ON articles_statementkey (statement_id)")


def _made(numbers: range, of: int) -> Made:
    """The statements of some articles with their keys."""
    made = [spoken(number, of) for number in numbers]
    rows = [
        (key, statement)
        for number, said in zip(numbers, made, strict=True)
        for statement, one in enumerate(said, number * SAID + 1)
        for key in linking.keys(record(one, statement, number + 1), told=told(one))
    ]
    return made, np.array(rows, np.int64)


def told(one: Spoken) -> Tokens:
    """What `tokens` finds in the text, nearly: word by word, so that no word is read twice."""
    found = [_told(word, one.language, not at) for at, word in enumerate(one.words)]
    return Tokens(
        *(tuple(dict.fromkeys(chain.from_iterable(parts))) for parts in zip(*map(_parts, found), strict=True))
    )


@cache
def _told(word: Word, language: str, is_first: bool) -> Tokens:
    text = written(word, language)
    # Behind a word that tells nothing, so that its capital may be that of a name.
    return tokens(text[:1].upper() + text[1:] if is_first else f"{_small(language)} {text}", language)


def _parts(one: Tokens) -> tuple[tuple[str, ...], ...]:
    return one.words, one.facts, one.names


@cache
def _small(language: str) -> str:
    return next(word for word in sorted(stop_words(language)) if tokens(word, language) == Tokens())


def record(one: Spoken, statement: int, article: int) -> StatementRecord:
    """As linking sees it; everybody is the person with the next number."""
    return StatementRecord(
        id=statement,
        article=article,
        file="",
        outlet="",
        language=one.language,
        type="quote",
        text=one.text,
        kind=one.kind,
        speaker=one.speaker_name,
        person=one.speaker + 1,
        published=one.published,
    )


def taken(rows: Keys) -> Keys:
    """Those of the rows that `linking.Postings` takes when statement after statement is added; sorted."""
    order = np.lexsort((rows[:, 1], rows[:, 0]))
    rows = rows[order]
    begins = np.flatnonzero(np.r_[True, rows[1:, 0] != rows[:-1, 0]])
    before = np.arange(len(rows)) - np.repeat(begins, np.diff(np.r_[begins, len(rows)]))
    free = before < COMMON
    kept = np.bincount(rows[free, 1], minlength=int(rows[:, 1].max()) + 1)
    wanting = np.flatnonzero(~free & (kept[rows[:, 1]] < ALWAYS))
    free[list(_forced(rows, wanting, kept))] = True
    return rows[free]


def _forced(rows: Keys, wanting: NDArray[np.int64], kept: NDArray[np.int64]) -> Iterator[int]:
    """Of rows whose keys are full, those that are taken because their statement has too few others."""
    by_statement: dict[int, list[int]] = {}
    for at in wanting.tolist():
        by_statement.setdefault(int(rows[at, 1]), []).append(at)
    over: Counter[int] = Counter()
    for statement in sorted(by_statement):
        full = sorted(by_statement[statement], key=lambda at: (over[int(rows[at, 0])], int(rows[at, 0])))
        chosen = full[: ALWAYS - int(kept[statement])]
        over.update(int(rows[at, 0]) for at in chosen)
        yield from chosen


class _Rows:
    """The rows of articles and statements, made of what all have in common."""

    def __init__(self, cursor: Any) -> None:
        from articles.models import Article, Original, Outlet, Person, Statement

        self._cursor = cursor
        Outlet.objects.bulk_create(Outlet(name=f"Outlet {number}") for number in range(OUTLETS))
        people = [(f"{name(one + 1, 'en')} {name(one, 'en')}",) for one in range(PEOPLE)]
        _insert(cursor, Person(), [{"id": at, "name": found} for at, (found,) in enumerate(people, 1)])
        self._original, self._article = Original(size=1), Article(is_compared=True)
        self._statement = Statement(type="quote", start=0, end=1)

    def add(self, numbers: range, made: Sequence[Sequence[Spoken]]) -> None:
        ids = [number + 1 for number in numbers]
        _insert(self._cursor, self._original, [{"id": one, "sha256": f"{one:064x}"} for one in ids])
        _insert(self._cursor, self._article, list(map(_article, ids, made)))
        _insert(
            self._cursor,
            self._statement,
            [
                _statement(one, statement, article)
                for article, said in zip(ids, made, strict=True)
                for statement, one in enumerate(said, (article - 1) * SAID + 1)
            ],
        )


def _article(number: int, said: Sequence[Spoken]) -> dict[str, Any]:
    return {
        "id": number,
        "original_id": number,
        "file": f"{number}.txt",
        "language": said[0].language,
        "text": "x",
        "published": said[0].published.isoformat(),
        "outlet_id": 1 + number % OUTLETS,
    }


def _statement(one: Spoken, number: int, article: int) -> dict[str, Any]:
    begin = 100 * (number % SAID)
    return {
        "id": number,
        "article_id": article,
        "kind": one.kind,
        "start": begin,
        "end": begin + 99,
        "text": one.text,
        "speaker_id": one.speaker + 1,
        "speaker_name": one.speaker_name,
    }


def _insert(cursor: Any, pattern: Any, rows: list[dict[str, Any]]) -> None:
    """Rows like this one but for some columns, many times sooner than as objects."""
    from django.db import connection

    columns = {
        field.column: field.get_db_prep_save(field.pre_save(pattern, True), connection)
        for field in pattern._meta.concrete_fields
    }
    names, places = ", ".join(f'"{one}"' for one in columns), ", ".join(["%s"] * len(columns))
    cursor.executemany(
        f"INSERT INTO {pattern._meta.db_table} ({names}) VALUES ({places})",
        [tuple({**columns, **row}.values()) for row in rows],
    )
