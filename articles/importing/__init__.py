"""Files in, clean articles out.

`read` takes a file's name and its bytes and gives the documents in it, each with the body of the article, its
language, title, outlet, author, dateline, standfirst and day, and with everything that was cut on record. What
cannot become an article raises `articles.records.UnreadableFile`, whose message tells a user what to do.
"""

from articles.importing.reading import read

__all__ = ["read"]
