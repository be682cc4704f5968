"""What this newsroom knows besides two statements: its glossary as it stands, its model of meaning if it has one."""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings

from articles.linking import Knowledge, Model, NoModel, compare, embedding_model
from articles.models import Statement
from articles.records import Comparison
from articles.search.glossary import glossary

logger = logging.getLogger(__name__)


def knowledge() -> Knowledge:
    return Knowledge(glossary(), _model(settings.NEWSDESK_EMBEDDING_MODEL))


def compared(a: Statement, b: Statement) -> Comparison:
    """What the program says of two stored statements."""
    return compare(a.compared(), b.compared(), knowledge())


@cache
def _model(folder: str) -> Model | None:
    """The model that is configured; one that cannot be read is told once, and nothing waits for it."""
    try:
        return embedding_model(Path(folder)) if folder else None
    except NoModel as error:
        logger.warning("%s Links are proposed without it.", error)
        return None
