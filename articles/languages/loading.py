"""Reads and checks the language files. The dataclasses below are the format: an unknown key is an error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

FOLDER = Path(__file__).parent


class LanguageFileError(ValueError):
    """A language file has a key or a value that does not fit; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words for search and comparison."""

    stop: tuple[str, ...] = ()
    """Words too common to tell two sentences apart, casefolded."""
    stemmer: str = ""
    """A Snowball algorithm ("english"), "sastrawi", or nothing."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names of days and months. Each entry may list several forms of one name, the usual one first."""

    weekdays: tuple[tuple[str, ...], ...] = ()
    """Seven, Monday first, as `date.weekday()` counts."""
    months: tuple[tuple[str, ...], ...] = ()
    """Twelve, January first, with short forms."""
    day_first: bool = True
    """Whether 03/04 is the third of April."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language. A language without cue verbs still loads; its analysis is the careful fallback."""

    code: str
    name: str
    """English name."""
    native_name: str
    direction: str = "ltr"
    words: Words = field(default_factory=Words)
    calendar: Calendar = field(default_factory=Calendar)


@cache
def load(code: str) -> Language:
    """The language with this code; an unknown code gives a bare language that knows only its own name."""
    path = FOLDER / f"{code}.toml"
    if not code.isalnum() or not path.is_file():
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


def _section(kind: type[Any], data: Mapping[str, Any], where: str) -> Any:
    hints = get_type_hints(kind)
    known = {item.name for item in fields(kind)}
    for key in data:
        if key not in known:
            raise LanguageFileError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(known))}")
    values = {key: _value(hints[key], value, f"{where}: {key}") for key, value in data.items()}
    try:
        return kind(**values)
    except TypeError as error:
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
        return tuple(_value(get_args(hint)[0], item, where) for item in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise LanguageFileError(f"{where}: a table is wanted, not {value!r}")
        return {key: _value(get_args(hint)[1], item, f"{where}.{key}") for key, item in value.items()}
    if not isinstance(value, hint):
        raise LanguageFileError(f"{where}: {hint.__name__} is wanted, not {value!r}")
    return value
