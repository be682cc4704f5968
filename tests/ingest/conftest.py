"""One warm child for all tests of this room: starting one takes longer than they do."""

import pytest

from articles.importing import Confined
from articles.ingest import rereading

CHILD = Confined()


@pytest.fixture(autouse=True)
def one_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "Confined", lambda: CHILD)
    monkeypatch.setattr(rereading.Rereader, "__exit__", lambda *_: None)
