"""Statements: judged, corrected, marked and tagged."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.editing.links import compare_anew
from articles.editing.people import speaker_named
from articles.editing.typed import has_letters, one_line
from articles.editing.versions import Changed, Refused, keep_beginning, record, take
from articles.models import Anchor, Article, OutboxEntry, Statement, Status, Tag, User, Utterance
from articles.models.statements import Kind, Type

CONTEXT = 40
"""Characters of prefix and suffix kept with a statement, so that it can be found again."""
CORRECTABLE = (
    "type", "kind", "speaker_name", "role", "on_behalf_of", "cue", "said_when", "said_on", "place", "occasion",
    "addressee", "relayed_by", "note", "unsure",
)  # fmt: skip


def confirm(statement: int, version: int, user: User) -> Statement:
    return _judge(statement, version, user, Status.CONFIRMED)


def reject(statement: int, version: int, user: User) -> Statement:
    """Rejects a statement. It stays in the table, so that it is never proposed again."""
    return _judge(statement, version, user, Status.REJECTED)


@transaction.atomic
def correct(
    statement: int,
    version: int,
    user: User,
    changes: dict[str, Any],
    *,
    span: tuple[int, int] | None = None,
    tags: Iterable[str] | None = None,
    add_person: bool = False,
) -> Statement:
    """Changes fields of CORRECTABLE, the span and the tags; whoever corrects a proposal confirms it.

    Raises `UnknownSpeaker`, `Refused` (span outside the text) or `Changed`.
    """
    row = take(Statement, statement, version)
    unknown = set(changes) - set(CORRECTABLE)
    if unknown:
        raise Refused(_("These fields cannot be corrected: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    if span is not None:
        _place(row, *span)
        row.parts = []
    before = (row.said_when, row.said_on, row.occasion)
    if "speaker_name" in changes and changes["speaker_name"] != row.speaker_name:
        row.speaker = speaker_named(changes["speaker_name"], add_person, user)
    for name, value in changes.items():
        setattr(row, name, one_line(value) if isinstance(value, str) and name != "note" else value)
    _forget_readings(row, before)
    row.kind = (row.kind or Kind.DIRECT) if row.type == Type.QUOTE else ""
    if row.type not in Type.values or row.kind not in ("", *Kind.values):
        raise Refused(_("A statement is a quote or a claim, and a quote direct, indirect or mixed."))
    if row.status == Status.PROPOSED:
        row.status = Status.CONFIRMED
    row = _save_statement(row, user, tags=tags)
    compare_anew(row.pk)
    return row


@transaction.atomic
def mark(
    article: int,
    version: int,
    user: User,
    start: int,
    end: int,
    type: str = "quote",
    *,
    speaker_name: str = "",
    add_person: bool = False,
    tags: Iterable[str] = (),
) -> Statement:
    """Marks a passage as a quote or a claim, confirmed from the start. White space and outer marks are left out.

    A passage that was rejected before is taken up again. Raises `Refused`, `UnknownSpeaker` or `Changed`.
    """
    # Locked, so that nobody cleans it anew between the look at its version and the new row.
    piece = Article.objects.select_for_update().filter(pk=article).first()
    if piece is None or piece.version != version:
        raise Changed(_("The article was cleaned anew meanwhile. Load it again and mark the passage there."))
    row = Statement(article=piece, type=type, kind="direct" if type == "quote" else "")
    _place(row, start, end)
    known = Statement.objects.placed().filter(article=piece, type=type, start=row.start, end=row.end).first()
    if known and known.status != Status.REJECTED:
        raise Refused(_("This passage is marked already."))
    if known:
        keep_beginning(known)
        row, known.version = known, known.version + 1
    row.status = Status.CONFIRMED
    row.marked_by = user
    if speaker_name:
        row.speaker = speaker_named(speaker_name, add_person, user)
        row.speaker_name = one_line(speaker_name)
    return _save_statement(row, user, tags=tags)


@transaction.atomic
def _judge(statement: int, version: int, user: User, status: Status) -> Statement:
    row = take(Statement, statement, version)
    row.status = status
    return _save_statement(row, user)


def _forget_readings(row: Statement, before: tuple[str, date | None, str]) -> None:
    """What the program read from words that an editor has changed no longer holds."""
    said_when, said_on, occasion = before
    if (row.said_when, row.said_on) != (said_when, said_on):
        row.weekday = row.said_on.weekday() if row.said_on else None
    if row.occasion != occasion:
        row.occasion_kind = ""


def _place(row: Statement, start: int, end: int) -> None:
    text = row.article.text
    if not 0 <= start < end <= len(text):
        raise Refused(_("The selection lies outside the article's text. Select the passage again."))
    while start < end and _is_edge(text[start]):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        end -= 1
    if start == end:
        raise Refused(_("The selection holds no words. Select the passage again."))
    row.start, row.end, row.text, row.anchor = start, end, text[start:end], Anchor.KEPT
    row.prefix, row.suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    # By other words it finds other statements: the next import compares the article with the archive again.
    Article.objects.filter(pk=row.article_id).update(is_compared=False)


def _is_edge(character: str) -> bool:
    return character.isspace() or character == '"' or unicodedata.category(character) in ("Pi", "Pf")


def _save_statement(row: Statement, user: User, tags: Iterable[str] | None = None) -> Statement:
    try:
        with transaction.atomic():
            if row.pk is None:
                row.skip_history_when_saving = True
                row.save()
                del row.skip_history_when_saving
            if tags is not None:
                names = dict.fromkeys(one_line(tag)[:60] for tag in tags)
                set_tags(row, [Tag.objects.get_or_create(name=name)[0] for name in names if has_letters(name)])
            record(row, user)
    except IntegrityError as error:
        raise Refused(_("The article has a statement with just this span already.")) from error
    return _noted(row)


def _noted(row: Statement) -> Statement:
    Utterance.objects.regroup([row.pk])
    OutboxEntry.objects.note([row.article_id])
    row.refresh_from_db()
    return row


def set_tags(row: Statement, tags: list[Tag]) -> None:
    # Tags go into the history with the statement's own row, not as changes of their own.
    row.skip_history_when_saving = True
    row.tags.set(tags)
    del row.skip_history_when_saving
