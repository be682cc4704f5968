"""Files in, clean articles out.

`read` takes a file's name and its bytes and gives the documents in it and in the files inside it, each with the body of
the article, its language, title, outlet, author, dateline, standfirst and day, the evidence for these, and everything
that was cut on record. `parts` gives the same for one level as it goes: documents, the files inside, and what could not
be read. What cannot become an article raises `articles.records.UnreadableFile`, whose message tells a user what to do.
`Confined` does such work in a process of its own, within limits.
"""

from articles.importing.answers import Call
from articles.importing.confined import Confined, Stopped
from articles.importing.formats import ENDINGS, is_table, seconds_for
from articles.importing.naming import base_name
from articles.importing.reading import DEEPEST, Part, columns, parts, read
from articles.importing.unpacking import MOST_BYTES, MOST_MEMBERS

__all__ = [
    "DEEPEST",
    "ENDINGS",
    "MOST_BYTES",
    "MOST_MEMBERS",
    "Call",
    "Confined",
    "Part",
    "Stopped",
    "base_name",
    "columns",
    "is_table",
    "parts",
    "read",
    "seconds_for",
]
