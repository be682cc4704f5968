"""What Newsdesk knows of each language: one TOML file a language, checked when it is loaded.

In goes an ISO 639-1 code, out comes a `Language`. Adding a language means adding a file; no code names one.
"""

from articles.languages.format import Language
from articles.languages.loading import (
    LanguageFileError,
    all_languages,
    direction,
    load,
)

__all__ = ["Language", "LanguageFileError", "all_languages", "direction", "load"]
