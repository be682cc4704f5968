"""The tables: articles and where they came from, people, statements and the links between them.

Rules about one row are constraints named as sentences; reads are QuerySet methods. Nothing here writes for a human
(that is `articles.editing`) or for a file (that is `articles.ingest`).
"""

from articles.models.accounts import Role, User
from articles.models.disagreements import Disagreement
from articles.models.former import FormerReport
from articles.models.glossary import GlossaryWord
from articles.models.imports import ImportBatch, ImportFile, Original
from articles.models.keys import StatementKey
from articles.models.links import Link, Utterance
from articles.models.outbox import OutboxEntry
from articles.models.people import NameSpelling, Person
from articles.models.pieces import Article, Band, Copy, Outlet, Recipe
from articles.models.searches import SavedSearch
from articles.models.statements import Anchor, Claim, Quote, Statement, Status, Tag
from articles.models.verdicts import Outcome, Verdict

__all__ = [
    "Anchor",
    "Article",
    "Band",
    "Claim",
    "Copy",
    "Disagreement",
    "FormerReport",
    "GlossaryWord",
    "ImportBatch",
    "ImportFile",
    "Link",
    "NameSpelling",
    "Original",
    "OutboxEntry",
    "Outcome",
    "Outlet",
    "Person",
    "Quote",
    "Recipe",
    "Role",
    "SavedSearch",
    "Statement",
    "StatementKey",
    "Status",
    "Tag",
    "User",
    "Utterance",
    "Verdict",
]
