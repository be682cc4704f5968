"""What an editor should know of a text before trusting its findings: flaws(text, words, code) gives the warnings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from articles.analysis.reading.frame import Word
from articles.languages.loading import all_languages, load
from articles.records import Notice
from articles.records import Notice as _
from articles.text.scripts import mixes_scripts

_SURROGATES = re.compile("[\ud800-\udfff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST_LINE = 20_000
"""Characters; no writer's paragraph is longer."""
_SAMPLE = 400
"""Words by which the language is judged."""
_NAMED = 5
"""Words that a warning names."""
_ENOUGH = 25
_TELLING = 0.1
"""Share of small words by which a language shows."""
_FEWER = 2
"""So many times fewer has a text of the language given than of the one it is in."""


def flaws(text: str, words: Sequence[Word], code: str) -> Iterator[Notice]:
    """The warnings on a text as a whole, given its words and the code of the language it is taken for."""
    if not words:
        yield _("There are no words in the text.")
        return
    plain = text.isascii()
    if not plain and (lost := len(_SURROGATES.findall(text))):
        yield _("Broken characters (lone surrogates) in the text: %(lost)s.", lost=lost)
    if not plain and (turns := len(_TURNS.findall(text))):
        yield _("%(turns)s invisible characters turn the direction of the text; check what it shows.", turns=turns)
    if not plain and (mixed := list(dict.fromkeys(word.text for word in words if mixes_scripts(word.text)))):
        said = ", ".join(mixed[:_NAMED]) + (" …" if len(mixed) > _NAMED else "")
        yield _("Letters of two scripts that look alike meet in these words: %(words)s. Check the names.", words=said)
    if (longest := max(map(len, text.split("\n")))) > _LONGEST_LINE:
        yield _("A paragraph has %(longest)s characters; line breaks may have been lost.", longest=longest)
    if likely := _likelier(words, code):
        given, read = load(code).native_name, load(likely).native_name
        yield _("The text was read as %(given)s but looks like %(likely)s.", given=given, likely=read)


def _likelier(words: Sequence[Word], code: str) -> str:
    """The language that the small words of a text speak for, where they speak against the one given; else ""."""
    sample = words[:_SAMPLE]
    own = load(code)
    if len(sample) < _ENOUGH or not own.words.stop:
        return ""
    counts = Counter(language for word in sample for language in _small_words().get(word.folded, ()))
    likely, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    alike = likely == code or likely in own.related
    return "" if alike or most < _TELLING * len(sample) or most < _FEWER * counts[code] else likely


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """The small words of all languages, each with the codes of its languages."""
    found: dict[str, tuple[str, ...]] = {}
    for language in all_languages():
        for word in {word.casefold() for word in language.words.stop}:
            found[word] = (*found.get(word, ()), language.code)
    return found
