"""Mails and mailboxes, by the standard library's email: the text is an article, attachments are files of their own."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from articles.importing.decoding import decode
from articles.importing.documents import Piece, RawDocument
from articles.importing.naming import base_name, leaves_its_folder
from articles.importing.visible import text_of
from articles.languages.loading import all_languages
from articles.records import Evidence, Flaw, Member, Notice, UnreadableFile
from articles.records import Notice as _

_DEEPEST = 50
_LONGEST_HEADER = 2000
_NOTE_WORDS = 40
"""A mail with attachments and fewer words only hands these on."""
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_START = re.compile(rb"(?m)^From [^\r\n]*\r?\n")


def read(name: str, data: bytes) -> Iterator[Piece]:
    """The mail's own text and its attachments."""
    try:
        message = email.message_from_bytes(data, policy=policy.compat32)
        parts = list(_leaves(message, 0))
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError) as error:
        raise UnreadableFile(
            _("%(file)s: the mail is damaged or nested too deeply. Save its text as .txt.", file=name)
        ) from error
    attachments = list(_attachments(name, message, parts))
    body, warnings = _body(name, parts)
    if attachments and len(body.split()) < _NOTE_WORDS:
        if body.strip():
            yield Flaw(_("The mail's own few words only hand on its attachments and were not imported."))
    elif body.strip():
        own = _SIGNATURE.split(body)[0]
        text, page = (own, body) if own.strip() and own != body else (body, "")
        yield RawDocument(text, tuple(_hints(message)), (*warnings, *_long_headers(message)), page=page)
    elif not attachments:
        raise UnreadableFile(_("%(file)s: the mail has no text. Check that it was saved completely.", file=name))
    yield from attachments


def read_box(name: str, data: bytes) -> Iterator[Member]:
    """The mails of a mailbox."""
    starts = [
        match
        for match in _START.finditer(data)
        if match.start() == 0 or data[: match.start()].endswith(b"\n\n") or data[: match.start()].endswith(b"\n\r\n")
    ]
    if not starts:
        raise UnreadableFile(_("%(file)s: no mail was found in this mailbox. Export it again.", file=name))
    stem = base_name(name).rpartition(".")[0] or "mail"
    for number, start in enumerate(starts, 1):
        end = starts[number].start() if number < len(starts) else len(data)
        mail = re.sub(rb"(?m)^>(>*From )", rb"\1", data[start.end() : end])
        yield Member(f"{stem}-{number}.eml", mail)


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    """The parts that hold something themselves; a mail inside a mail is one."""
    if depth > _DEEPEST:
        raise RecursionError
    payload = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(payload, list):
        for part in payload:
            if isinstance(part, Message):
                yield from _leaves(part, depth + 1)
    else:
        yield message


def _attachments(name: str, message: Message, parts: list[Message]) -> Iterator[Member]:
    for number, part in enumerate(parts, 1):
        inner = part.get_content_type() == "message/rfc822"
        if not inner and not _is_attached(part):
            continue
        called = _header_text(part.get_filename() or "") or (f"mail-{number}.eml" if inner else "")
        if leaves_its_folder(called):
            raise UnreadableFile(
                _("%(file)s: the name of an attachment leads out of its folder, which can be an attack.", file=name)
            )
        payload = part.get_payload()
        if inner:
            whole = payload[0] if isinstance(payload, list) and payload else None
            content = whole.as_bytes() if isinstance(whole, Message) else b""
        else:
            content = _bytes(part)
        if content.strip() and part.get_content_maintype() not in ("image", "audio", "video"):
            yield Member(called, content)


def _is_attached(part: Message) -> bool:
    if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
        return part.get_content_subtype() not in ("plain", "html") and bool(part.get_filename())
    return bool(part.get_filename())


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _body(name: str, parts: list[Message]) -> tuple[str, tuple[Notice, ...]]:
    """The plain text of the mail, or what a reader sees of its HTML."""
    own = [part for part in parts if part.get_content_maintype() == "text" and not _is_attached(part)]
    for kind in ("plain", "html"):
        found = [_decoded(name, part) for part in own if part.get_content_subtype() == kind]
        text = "\n".join(text_of(one) if kind == "html" else one for one, _warnings in found)
        if text.strip():
            return text, tuple(dict.fromkeys(warning for _text, warnings in found for warning in warnings))
    return "", ()


def _decoded(name: str, part: Message) -> tuple[str, tuple[Notice, ...]]:
    content, charset = _bytes(part), part.get_content_charset()
    if not charset or charset == "us-ascii":
        return decode(name, content)
    try:
        text = content.decode(charset, "replace")
    except (LookupError, UnicodeError):
        text, warnings = decode(name, content)
        unknown = _("The mail names an encoding that is not known, %(encoding)s. Check its letters.", encoding=charset)
        return text, (unknown, *warnings)
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    return text, (
        _("%(places)s places were no valid %(encoding)s and show as �.", places=lost, encoding=charset.upper()),
    )


def _long_headers(message: Message) -> Iterator[Notice]:
    for field, value in message.items():
        if len(str(value)) > 10 * _LONGEST_HEADER:
            yield _("The mail's line %(field)s is far too long and was not read.", field=field[:40])


def _hints(message: Message) -> Iterator[Evidence]:
    subject = _header_text(message.get("Subject"))
    sender = _header_text(message.get("From"))
    title = _prefixes().sub("", subject)
    author = parseaddr(sender)[0] if sender.count("(") < 10 else ""
    said = {"title": title, "author": author, "outlet": _header_text(message.get("Organization"))}
    for field, value in said.items():
        if value.strip():
            yield Evidence(field, value.strip(), "header", subject if field == "title" and title != subject else "")
    try:
        date = parsedate_to_datetime(_header_text(message.get("Date"))).date()
    except (TypeError, ValueError, IndexError):
        return
    yield Evidence("published", date.isoformat(), "header", _header_text(message.get("Date")))


def _header_text(value: object) -> str:
    """A header's words, decoded; broken ones as they are."""
    raw = str(value or "")[:_LONGEST_HEADER]
    try:
        return " ".join(str(make_header(decode_header(raw))).split())
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return " ".join(raw.split())


@cache
def _prefixes() -> re.Pattern[str]:
    words = {prefix for language in all_languages() for prefix in language.files.mail_prefixes}
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, sorted(words)))})(?:\[\d+\])?\s?[:：]\s*)+", re.IGNORECASE)
