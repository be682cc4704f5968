"""A model of sentence-transformers in a folder of this machine, for those who have installed one.

Newsdesk neither ships nor fetches a model, and works without.
"""

from __future__ import annotations

import importlib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

LIBRARY = "sentence_transformers"


class NoModel(Exception):
    """The folder holds no model that can be read, or the library is not installed; the message says what to do."""


class SentenceModel:
    """Embeddings of texts, each made once while it is remembered."""

    def __init__(self, folder: Path) -> None:
        """Raises `NoModel`."""
        try:
            library = importlib.import_module(LIBRARY)
        except ImportError as error:
            raise NoModel(
                f"A model is configured ({folder}), but the library sentence-transformers is not installed. "
                "Install it beside Newsdesk, or take NEWSDESK_EMBEDDING_MODEL away."
            ) from error
        if not folder.is_dir():
            raise NoModel(f"There is no folder {folder}: NEWSDESK_EMBEDDING_MODEL must name the folder of a model.")
        try:
            self._model: Any = library.SentenceTransformer(str(folder), local_files_only=True)
        except Exception as error:  # The library raises whatever its parts do.
            raise NoModel(f"The model in {folder} cannot be read: {error}") from error
        self._embedded = lru_cache(maxsize=20_000)(self._embed)

    def likeness(self, a: str, b: str) -> float:
        """Cosine of the two embeddings, -1..1."""
        return float(self._embedded(a) @ self._embedded(b))

    def _embed(self, text: str) -> Any:
        return self._model.encode(text, normalize_embeddings=True, show_progress_bar=False)


@cache
def model(folder: Path) -> SentenceModel:
    """The model of a folder, read once. Raises `NoModel`."""
    return SentenceModel(folder)
