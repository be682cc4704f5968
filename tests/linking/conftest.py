"""The glossary and the gazetteer are read once, before a test is timed."""

from __future__ import annotations

import pytest

from articles.text.known_places import known_place
from articles.text.shipped import known_glossary


@pytest.fixture(scope="session", autouse=True)
def _glossary_and_gazetteer() -> None:
    known_glossary().prepared()
    known_place(["Москва"], "ru")
