"""Two reports that disagree, and the link between them."""

import pytest

from articles import editing
from articles.models import Link, Statement, User
from tests.editing.disputed import report


@pytest.fixture
def twelve() -> Statement:
    return report("12", "Suluh Timur")


@pytest.fixture
def fifteen() -> Statement:
    return report("15", "Gerbang Asia")


@pytest.fixture
def link(twelve: Statement, fifteen: Statement, editor: User) -> Link:
    return editing.link(twelve.pk, fifteen.pk, "same", editor)
