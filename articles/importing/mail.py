"""Mails and mailboxes, by the standard library's email: the text is an article, attachments are files of their own."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import Message

from articles.importing.contents import NAMES, content_of
from articles.importing.decoding import decode
from articles.importing.documents import Piece, RawDocument
from articles.importing.mailheaders import decoded_as, hints, hopeless, words_of
from articles.importing.naming import MEDIA_TYPES, base_name, is_no_article, leaves_its_folder
from articles.importing.unpacking import MOST_MEMBERS, passed_over, too_many
from articles.importing.visible import text_of
from articles.records import Flaw, Member, Notice, UnreadableFile
from articles.records import Notice as _
from articles.text.datelines import find_dateline

_DEEPEST = 50
_NOTE_WORDS = 40
"""A mail with attachments and fewer words, without a dateline, only hands these on."""
_NOTE_SHOWN = 300
_FULLER = 3
"""So many times the words of the plain text must its HTML have to be taken instead: some mails have only a stub."""
_SIGNATURE = re.compile(r"(?m)^-- ?\r?$")
_BAD_QUOTED = re.compile(r"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*\Z)")
_SEALS = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n(?=[!-9;-~]+[ \t]*:|>From )")
_QUOTED_START = re.compile(rb"(?m)^>(>*From )")
_DAMAGED = _("A part of the mail is damaged; some of its letters are missing or wrong.")

Text = tuple[str, tuple[Notice, ...]]
"""A text and warnings about it."""


def read(name: str, data: bytes) -> Iterator[Piece]:
    """The mail's own text and its attachments."""
    try:
        # The newer policies parse headers with code that fails or takes very long on hostile ones.
        message = email.message_from_bytes(data, policy=policy.compat32)
        leaves = list(_leaves(message))
        if len(leaves) > MOST_MEMBERS:
            raise UnreadableFile(too_many(name))
        attachments, others = _attachments(name, leaves)
        texts = _texts(name, message)
    except UnreadableFile:
        raise
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise UnreadableFile(
            _("%(file)s: the mail is damaged or nested too deeply. Save its text as .txt.", file=name)
        ) from error
    body = "\n".join(text for text, _warnings in texts)
    own = _SIGNATURE.split(body)[0]
    if any(map(_may_be_read, attachments)) and _is_note(own):
        yield from _note(own)
    elif body.strip():
        warnings = dict.fromkeys(warning for _text, of_text in texts for warning in of_text)
        text, page = (own, body) if own.strip() and own != body else (body, "")
        yield RawDocument(text, tuple(hints(message)), (*warnings, *hopeless(message)), page=page)
    elif not attachments:
        raise UnreadableFile(_("%(file)s: the mail has no text. Check that it was saved completely.", file=name))
    yield from attachments
    yield from passed_over(others)


def read_box(name: str, data: bytes) -> Iterator[Member]:
    """The mails of a mailbox."""
    starts = list(_START.finditer(data))
    if not starts:
        raise UnreadableFile(_("%(file)s: no mail was found in this mailbox. Export it again.", file=name))
    if len(starts) > MOST_MEMBERS:
        raise UnreadableFile(too_many(name))
    stem = base_name(name).removesuffix(".mbox")
    ends = (*(one.start() for one in starts[1:]), len(data))
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        yield Member(f"{stem}-{number}.eml", _QUOTED_START.sub(rb"\1", data[start.end() : end]))


def _is_note(words: str) -> bool:
    return len(words.split()) < _NOTE_WORDS and not find_dateline(words.strip().partition("\n")[0])


def _note(words: str) -> Iterator[Flaw]:
    shown = " ".join(words.split())
    if shown:
        shown = shown if len(shown) <= _NOTE_SHOWN else f"{shown[:_NOTE_SHOWN]} ..."
        yield Flaw(_("The mail's few words only hand on its attachments and are no article: “%(words)s”", words=shown))


def _may_be_read(piece: Member | Flaw) -> bool:
    return isinstance(piece, Member) and content_of(piece.data) in NAMES and content_of(piece.data) != "binary"


def _leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that hold something themselves; a mail inside a mail is one."""
    if depth > _DEEPEST:
        raise RecursionError
    if _is_box(message):
        for part in _inside(message):
            yield from _leaves(part, depth + 1)
    else:
        yield message


def _is_box(part: Message) -> bool:
    return part.get_content_maintype() == "multipart" and part.is_multipart()


def _inside(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _attachments(name: str, leaves: list[Message]) -> tuple[list[Member | Flaw], int]:
    """The attached files, what is damaged about them, and how many hold no article."""
    found: list[Member | Flaw] = []
    others = 0
    for number, part in enumerate(leaves, 1):
        if _is_own_text(part) or part.get_content_type() in _SEALS:
            continue
        called = _called(part, number)
        if leaves_its_folder(called):
            raise UnreadableFile(
                _("%(file)s: an attachment's name leads out of its folder, an attack. Check its source.", file=name)
            )
        if _holds_no_article(part, called):
            others += part.get_content_disposition() == "attachment"
            continue
        content, damaged = _content(part)
        if content.strip():
            found.append(Member(called, content))
        if damaged or not content.strip():
            found.append(Flaw(_("%(file)s: the attachment is damaged or empty.", file=base_name(called)), called))
    return found, others


def _is_own_text(part: Message) -> bool:
    unnamed = not part.get_filename() and part.get_content_disposition() != "attachment"
    return unnamed and part.get_content_type() in ("text/plain", "text/html")


def _called(part: Message, number: int) -> str:
    """The name of an attachment, or one that tells what it is."""
    kind = part.get_content_type()
    ending = ".eml" if kind == "message/rfc822" else MEDIA_TYPES.get(kind, ("",))[0]
    name = words_of(part.get_filename() or "").encode("utf-8", "replace").decode()
    return name or f"attachment-{number}{ending}"


def _holds_no_article(part: Message, called: str) -> bool:
    kind = part.get_content_maintype()
    report = kind == "message" and part.get_content_subtype() != "rfc822"
    return report or kind in ("image", "audio", "video", "multipart") or is_no_article(called)


def _content(part: Message) -> tuple[bytes, bool]:
    """What a part holds, and whether it is damaged."""
    if part.get_content_type() == "message/rfc822" and _inside(part):
        return _inside(part)[0].as_bytes(), False
    content = part.get_payload(decode=True)
    quoted = str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "quoted-printable"
    damaged = bool(part.defects) or (quoted and bool(_BAD_QUOTED.search(str(part.get_payload()))))
    return (content if isinstance(content, bytes) else b""), damaged


def _texts(name: str, part: Message) -> list[Text]:
    """The texts that a reader of the mail sees; of alternatives the first one, unless another one has far more."""
    if _is_box(part):
        groups = [found for one in _inside(part) if (found := _texts(name, one))]
        if part.get_content_subtype() != "alternative":
            return [text for group in groups for text in group]
        best = groups[0] if groups else []
        return next((group for group in groups[1:] if _words(group) > _FULLER * _words(best)), best)
    if not _is_own_text(part):
        return []
    content, damaged = _content(part)
    text, warnings = _decoded(name, content, part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        text = text_of(text)
    return [(text, (*warnings, *((_DAMAGED,) if damaged else ())))] if text.strip() else []


def _words(texts: list[Text]) -> int:
    return sum(len(text.split()) for text, _warnings in texts)


def _decoded(name: str, content: bytes, charset: str) -> Text:
    """The letters of a text in the encoding that the mail names, or where that is wrong, in the most likely one."""
    if charset in ("", "us-ascii", "ascii", "utf-8"):
        return decode(name, content) if content.strip() else ("", ())
    try:
        if not _contradicts(content, charset):
            return decoded_as(content, charset), ()
    except (LookupError, UnicodeError):
        pass
    text, warnings = decode(name, content)
    wrong = _("The mail names an encoding that it is not in, “%(encoding)s”. Check its letters.", encoding=charset[:40])
    return text, (wrong, *warnings)


def _contradicts(content: bytes, charset: str) -> bool:
    """Whether a text is UTF-8 although it is said to be in another encoding, as mails often have it."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    wide = charset.startswith(("utf-16", "utf16", "utf-32", "utf32"))
    return b"\0" not in content if wide else not content.isascii()
