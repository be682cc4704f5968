"""File -> original -> documents -> findings -> rows -> index: the one place where these rooms meet.

A file is imported whole or not at all: its rows and the note that the index owes an update are one transaction.
`receive` keeps the files of a batch, `import_batch` imports them, `import_paths` does both; `cancel`, `retry`,
`confirm_columns` and `report` are an admin's. `propose_links` links what is stored, `clean_again` reads an article's
file anew and `clean_outlet_again` those of all its outlet's articles, `preview` and `learn` store nothing.
"""

from articles.importing import ENDINGS
from articles.ingest.again import begin_again, clean_again, clean_outlet_again, how_far
from articles.ingest.batches import add, files_under, import_batch, import_paths, receive
from articles.ingest.links import propose_links
from articles.ingest.managing import cancel, confirm_columns, report, retry
from articles.ingest.originals import UPLOAD_LIMIT
from articles.ingest.preview import preview
from articles.ingest.rereading import Lesson, learn

__all__ = [
    "ENDINGS",
    "UPLOAD_LIMIT",
    "Lesson",
    "add",
    "begin_again",
    "cancel",
    "clean_again",
    "clean_outlet_again",
    "confirm_columns",
    "files_under",
    "how_far",
    "import_batch",
    "import_paths",
    "learn",
    "preview",
    "propose_links",
    "receive",
    "report",
    "retry",
]
