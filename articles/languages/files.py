"""The keys of what files call their fields in a language file: column heads of tables, prefixes of mail subjects."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileWords:
    """Heads of columns, casefolded, by what stands under them; and what mail programs put before a subject."""

    text: tuple[str, ...] = ()
    """The article itself: "body", "isi berita"."""
    title: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    """The day of publication: "date", "tanggal"."""
    standfirst: tuple[str, ...] = ()
    """The lines between title and text: "summary", "teras"."""
    url: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    mail_prefixes: tuple[str, ...] = ()
    """What a mail program puts before the subject of an answered or forwarded mail: "re", "fwd", "tr"."""
