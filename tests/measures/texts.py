"""Texts that put analysis to the test: prose of each language as long as one likes, and what no writer writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from articles.languages import all_languages
from tests.measures.gold import shipped, written

Kind = tuple[str, Callable[[int], str]]
"""A language, and what makes a text of so many characters."""


@cache
def prose(language: str) -> str:
    """All articles of a language that come with the code, one after the other; "" where there are none."""
    articles = (*shipped(), *written())
    return "\n".join(article.text for article in articles if article.language == language)


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // max(1, len(piece)) + 1))[:size]


def one_line(language: str) -> Callable[[int], str]:
    return lambda size: repeated(prose(language).replace("\n", " ") + " ")(size)


def articles_of(language: str, words: int) -> Iterator[str]:
    """The prose of a language in articles of at least so many words, cut between paragraphs."""
    lines: list[str] = []
    for line in prose(language).split("\n"):
        lines.append(line)
        if sum(len(one.split()) for one in lines) >= words:
            yield "\n".join(lines)
            lines = []


def written_languages() -> tuple[str, ...]:
    """The codes of the languages that have both a file and prose here."""
    return tuple(language.code for language in all_languages() if prose(language.code))


def _words(names: Iterable[str]) -> str:
    """Cues, persons and offices of a language one after the other."""
    return " ".join(names) + " "


def _speech(language: str) -> str:
    speech = next(one.speech for one in all_languages() if one.code == language)
    return _words((*speech.verbs, *speech.that_verbs, *speech.inverted, *speech.sources))


KINDS: dict[str, Kind] = {
    "English prose": ("en", lambda size: repeated(prose("en") + "\n")(size)),
    "English, one line": ("en", one_line("en")),
    "Indonesian, one line": ("id", one_line("id")),
    "Russian prose": ("ru", lambda size: repeated(prose("ru") + "\n")(size)),
    "Arabic, one line": ("ar", one_line("ar")),
    "English as if German": ("de", one_line("en")),
    "capitals": ("en", lambda size: repeated(prose("en").upper() + " ")(size)),
    "straight marks": ("en", repeated('"')),
    "marks of all kinds": ("de", repeated("„“”«»‹›‘’‚'`\" ")),
    "marks that only open": ("en", repeated("“a ")),
    "marks that only close": ("en", repeated("a” ")),
    "marks inside one another": ("en", lambda size: "« " + repeated("“a b’ ")(size - 2)),
    "a mark opened on every line": ("en", repeated("“Rain fell again on Friday\n")),
    "quotes in turn": ("en", repeated("“We go,” he said. ")),
    "quotes without a stop": ("en", repeated('"we go" he said ')),
    "quotes and names": ("en", repeated("“We go,” said Ann Lee, “and now.” Bob Roy said: “No.” ")),
    "dashes": ("ru", repeated("— Да, — сказал он. — Нет. ")),
    "dashes only": ("fr", repeated("— ")),
    "dashes in a row": ("ru", repeated("—")),
    "dashes and marks in one line": ("ru", repeated("— Да, — сказал он, — «да» и «нет», — и ушёл. ")),
    "stops": ("en", repeated(". ")),
    "stops in a row": ("en", repeated(".")),
    "marks and stops": ("en", repeated("“?")),
    "brackets": ("en", repeated("(a ")),
    "a day and space": ("en", lambda size: ("He said on Monday" + " " * size)[:size]),
    "a quote and space": ("en", lambda size: "“We go,”" + " " * (size - 16) + "he said."),
    "dialogue": ("es", repeated("—Sí —dijo Ana—. No.\n")),
    "cues": ("en", lambda size: repeated(_speech("en"))(size)),
    "cues in Indonesian": ("id", lambda size: repeated(_speech("id"))(size)),
    "cues in German": ("de", lambda size: repeated(_speech("de"))(size)),
    "one cue": ("en", repeated("said ")),
    "said that": ("en", repeated("Ann Lee said that he said that ")),
    "according to": ("en", repeated("according to Ann Lee, ")),
    "names": ("en", repeated("Ann Lee Roy ")),
    "names apart": ("en", repeated("Ann Lee, Bob Roy and ")),
    "names that differ": ("en", lambda size: " and ".join(_names(size))[:size]),
    "initials": ("en", repeated("A. B. ")),
    "offices": ("en", repeated("the minister ")),
    "pronouns": ("en", repeated("he she they ")),
    "dates": ("en", repeated("on Monday, 3 May 2020, 4/5/2021, ")),
    "numbers": ("en", repeated("1,234.5 ")),
    "commas": ("en", repeated(", ")),
    "words without a stop": ("en", repeated("rain fell again and ")),
    "one word": ("en", repeated("a")),
    "one word with hyphens": ("en", repeated("a-")),
    "one letter a line": ("en", repeated("A\n")),
    "space": ("en", repeated(" ")),
    "space and lines": ("en", repeated(" \n")),
    "unseen signs": ("ar", repeated("\u200f\u202e\u200b«\u200d")),
    "no language": ("xx", repeated("«Aha, we go now, he and she.» ")),
}
"""What analysis has to get through in a time that grows as the text does."""


def _names(size: int) -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    for number in range(size // 14 + 1):
        one = "".join(letters[number // 26**place % 26] for place in range(4))
        yield f"{one[::-1].title()} {one.title()}"
