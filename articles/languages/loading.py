"""Reads and checks the language files; an unknown key is an error. `format.py` and the files it imports have the keys.

A word may give its forms in brackets: "sag(t|te|ten)" stands for "sagt", "sagte" and "sagten".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from articles.languages.format import Language

FOLDER = Path(__file__).parent
_CODE_LENGTH = 2
"""Letters. Other files of the folder are not about one language."""
_FORMS = re.compile(r"\(([^()]*\|[^()]*)\)")


class LanguageFileError(ValueError):
    """A language file has a key or a value that does not fit; the message names file and key."""


@cache
def load(code: str) -> Language:
    """The language with this code; an unknown code gives a bare language that knows only its own name."""
    path = FOLDER / f"{code}.toml"
    if not code.isalnum() or len(code) != _CODE_LENGTH or not path.is_file():
        return Language(code=code, name=code, native_name=code)
    with path.open("rb") as file:
        language: Language = _section(Language, tomllib.load(file), path.name)
    if language.code != code:
        raise LanguageFileError(f"{path.name}: code is {language.code!r}; the file name says {code!r}")
    return language


@cache
def all_languages() -> tuple[Language, ...]:
    """Every language that has a file, by code."""
    return tuple(load(path.stem) for path in sorted(FOLDER.glob("??.toml")))


def direction(code: str) -> str:
    """`ltr` or `rtl`, for the `dir` attribute of every element that shows text of this language."""
    return load(code).direction


def words_of(value: Any, where: str) -> tuple[str, ...]:
    """The words of a list, brackets written out; `where` is file and key, for the complaint."""
    found: tuple[str, ...] = _value(tuple[str, ...], value, where)
    return found


def _section(kind: type[Any], data: Mapping[str, Any], where: str) -> Any:
    hints = get_type_hints(kind)
    known = {item.name for item in fields(kind)}
    for key in data:
        if key not in known:
            raise LanguageFileError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(known))}")
    values = {key: _value(hints[key], value, f"{where}: {key}") for key, value in data.items()}
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:
        raise LanguageFileError(f"{where}: {error}") from error


def _value(hint: Any, value: Any, where: str) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, dict):
            raise LanguageFileError(f"{where}: a table is wanted, not {value!r}")
        return _section(hint, value, where)
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise LanguageFileError(f"{where}: a list is wanted, not {value!r}")
        items = [_value(get_args(hint)[0], item, where) for item in value]
        return tuple(form for item in items for form in (_forms(item) if isinstance(item, str) else (item,)))
    if origin is dict:
        if not isinstance(value, dict):
            raise LanguageFileError(f"{where}: a table is wanted, not {value!r}")
        return {key: _value(get_args(hint)[1], item, f"{where}.{key}") for key, item in value.items()}
    if not isinstance(value, hint):
        raise LanguageFileError(f"{where}: {hint.__name__} is wanted, not {value!r}")
    return value


def _forms(word: str) -> tuple[str, ...]:
    """Every form that a word with brackets stands for."""
    match = _FORMS.search(word)
    if not match:
        return (word,)
    return tuple(
        form for ending in match[1].split("|") for form in _forms(word[: match.start()] + ending + word[match.end() :])
    )
