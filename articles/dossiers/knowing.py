"""What this newsroom knows besides two statements: its glossary as it stands, its model of meaning if it has one."""

import logging
from dataclasses import replace
from functools import cache
from pathlib import Path

from django.conf import settings

from articles.linking import Knowledge, Model, NoModel, compare, embedding_model
from articles.models import Statement
from articles.records import Comparison, StatementRecord
from articles.search.glossary import glossary

logger = logging.getLogger(__name__)


def knowledge() -> Knowledge:
    return Knowledge(glossary(), _model(settings.NEWSDESK_EMBEDDING_MODEL))


def compared(a: Statement, b: Statement) -> Comparison:
    """What the program says of two stored statements."""
    return compare(a.compared(), b.compared(), knowledge())


def opened() -> None:
    """Opens what the first comparison in a process opens, so that nobody waits for it: glossaries, places, stemmers."""
    one = StatementRecord(1, 1, "", "", "en", "quote", "Two of us were in Jakarta on 3 May.")
    compare(one, replace(one, id=2, article=2, language="id", text="Kami berdua di Jakarta pada 3 Mei."), knowledge())


@cache
def _model(folder: str) -> Model | None:
    """The model that is configured; one that cannot be read is told once, and nothing waits for it."""
    try:
        return embedding_model(Path(folder)) if folder else None
    except NoModel as error:
        logger.warning("%s Links are proposed without it.", error)
        return None
