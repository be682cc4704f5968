"""What a newsroom knows besides two statements."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from articles import editing
from articles.dossiers import knowing
from articles.models import User
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh() -> None:
    knowing._model.cache_clear()


def test_the_words_of_this_newsroom_count(editor: User) -> None:
    said = make_quote(make_article("“The zorbel was shut,” said Layla.", language="en"), "The zorbel was shut,")
    other = make_quote(make_article("«Зорп закрыли», сказала Лейла.", language="ru"), "Зорп закрыли")
    before = knowing.compared(said, other).score
    concept = editing.add_concept("en", "zorbel", 0, editor).concept
    editing.add_word(concept, "ru", "зорп", 0, editor)
    assert knowing.compared(said, other).score > before


def test_a_model_that_cannot_be_read_is_told_once_and_nothing_waits_for_it(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace())
    settings.NEWSDESK_EMBEDDING_MODEL = str(tmp_path / "nowhere")
    assert knowing.knowledge().model is None and knowing.knowledge().model is None
    assert caplog.text.count("There is no folder") == 1


def test_what_the_first_comparison_opens_can_be_opened_before() -> None:
    knowing.opened()
