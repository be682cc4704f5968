"""What the header of a mail tells: title, author, outlet, day. Headers are cut before anything parses them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from articles.importing.decoding import decode
from articles.importing.outlets import of_address
from articles.languages import all_languages
from articles.records import Evidence, Notice, UnreadableFile
from articles.records import Notice as _

_LONGEST = 2000
"""Characters of a header that are read."""
_MOST_BRACKETS = 50
_HOPELESS = 100_000
_NO_CHARSETS = ("idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined")
"""Encodings of Python that are none of mails; some of them take very long."""
_LIST_NAME = re.compile(r"^\s*\"?([^\"<>]+?)\"?\s*<")
_EVERYBODY = re.compile(
    r"^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|gmx|web|mail|yandex|bk|inbox|proton"
    r"|protonmail|qq|163)\.[a-z]{2,5}(?:\.[a-z]{2})?$"
)
"""Domains where everybody can have an address, so that they name no outlet."""


def hints(message: Message) -> Iterator[Evidence]:
    """The fields of an article that a mail's header tells; the day is that of the sender."""
    subject = header(message, "Subject")
    title = _prefixes().sub("", subject).strip()
    if title:
        yield Evidence("title", title, "header", subject if title != subject else "")
    name, domain = _sender(message)
    own_name = bool(name) and _letters(name) in _letters(domain)
    if name and not own_name:
        yield Evidence("author", name, "header")
    list_name = _LIST_NAME.match(header(message, "List-Id"))
    for outlet in (header(message, "Organization"), list_name[1] if list_name else "", name if own_name else ""):
        if outlet:
            yield Evidence("outlet", outlet, "header")
    if domain and not _EVERYBODY.match(domain):
        yield Evidence("outlet", of_address(f"https://{domain}") or domain, "domain", domain)
    written = header(message, "Date")
    try:
        yield Evidence("published", parsedate_to_datetime(written).date().isoformat(), "header", written)
    except (TypeError, ValueError, IndexError, OverflowError):
        return


def header(message: Message, field: str) -> str:
    """The words of a header, decoded; "" where there is none."""
    return words_of(_raw(message, field))


def words_of(raw: str) -> str:
    """Encoded words as what they stand for; damaged ones as they are."""
    try:
        pieces = [one if isinstance(one, str) else _decoded(one, charset) for one, charset in decode_header(raw)]
    except (HeaderParseError, ValueError):
        pieces = [raw]
    return " ".join("".join(pieces).split())


def hopeless(message: Message) -> Iterator[Notice]:
    """Headers that are built like no mail's; what they say is not used."""
    for field, value in message.raw_items():
        if len(str(value)) > _HOPELESS or str(value).count("(") > _MOST_BRACKETS:
            yield _("The mail's header “%(field)s” is damaged and was not read.", field=field[:40])


def _raw(message: Message, field: str) -> str:
    """A header as it is written; letters that should have been encoded are taken for what they are most likely."""
    value = next((str(value) for key, value in message.raw_items() if key.lower() == field.lower()), "")
    value = " ".join(value[:_LONGEST].split())
    return value if value.isascii() else _decoded(value.encode("utf-8", "surrogateescape"), None)


def decoded_as(data: bytes, charset: str) -> str:
    """Bytes in an encoding that a mail names; raises LookupError or UnicodeError where it cannot be that one."""
    if codecs.lookup(charset).name in _NO_CHARSETS:
        raise LookupError(charset)
    text = data.decode(charset)
    # Half letters can be kept nowhere.
    text.encode("utf-8")
    return text


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return decoded_as(data, charset or "utf-8")
    except (LookupError, UnicodeError):
        pass
    try:
        return decode("", data)[0]
    except UnreadableFile:
        return data.decode("latin-1")


def _sender(message: Message) -> tuple[str, str]:
    """Name and domain of who sent it."""
    raw = _raw(message, "From")
    if raw.count("(") > _MOST_BRACKETS:
        return "", ""
    name, address = parseaddr(raw)
    name = words_of(name)
    return ("" if "@" in name else name), address.rpartition("@")[2].strip("> ").lower()


def _letters(name: str) -> str:
    return "".join(one for one in name.casefold() if one.isalnum())


@cache
def _prefixes() -> re.Pattern[str]:
    """What mail programs of all languages put before the subject of an answer (RFC 5322, 3.6.5) or a forwarded mail."""
    words = {prefix for language in all_languages() for prefix in language.files.mail_prefixes}
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, longest_first))})(?:\[\d+\])?\s?[:：]\s*)+", re.IGNORECASE)
