"""What a statement's words tell, as tokens: strings that two reports of one thing share, whatever their language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.languages import load
from articles.linking.figures import figures
from articles.linking.meaning import common, concepts_in
from articles.linking.names import name_places
from articles.text.concepts import Glossary
from articles.text.kinship import common_form, group
from articles.text.names import word_keys
from articles.text.terms import fold, stem, stop_words, words

MOST = 60
"""Words of a statement that are looked at: longer ones are found by their first."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a text tells; no token stands twice in one of these."""

    words: tuple[str, ...] = ()
    """In the order of the text, what its telling words name, or their common forms: those of one group of languages."""
    facts: tuple[str, ...] = ()
    """The concepts, figures, dates and names that it tells, alike in all languages."""
    names: tuple[str, ...] = ()
    """What may be names, by their sounds, where the script or the language does not tell them from other words."""


@lru_cache(maxsize=50_000)
def tokens(text: str, language: str, glossary: Glossary | None = None) -> Tokens:
    """The tokens of a text; concepts are those of the glossary that is shipped if no other is given."""
    found = [word.text for word in words(text)][:MOST]
    stems, stop = [stem(word, language) for word in found], stop_words(language)
    concepts = [one for one in concepts_in(found, language, glossary) if one.concepts]
    covered = {at for named in concepts for at in range(named.first, named.end)}
    told = {named.first: sorted(named.concepts) for named in concepts}
    telling = (one for named in concepts if named.concepts.isdisjoint(common()) for one in told[named.first])
    ordered: list[str] = []
    for at, word in enumerate(found):
        if at in told:
            ordered += told[at]
        elif at not in covered and fold(word) not in stop:
            ordered.append(f"{group(language)}:{common_form(word, language)}")
    large = {at for at in name_places(text, language) if at < len(found)} - covered
    if not _is_cased(found):
        large = {at for at, word in enumerate(found) if at not in covered and fold(word) not in stop}
    names = _once(_named(found, stems, large, language))
    sure = names if _is_cased(found) and not load(language).people.capital_nouns else ()
    facts = (*telling, *_figures(text, language), *sure)
    return Tokens(_once(ordered), _once(facts), names if not sure else ())


@lru_cache(maxsize=50_000)
def speaker_tokens(name: str, language: str, glossary: Glossary | None = None) -> tuple[str, ...]:
    """What the glossary calls an office or organisation; the surname of anybody else by its sounds."""
    found = [word.text for word in words(name)]
    offices = [named for named in concepts_in(found, language, glossary) if named.concepts]
    if 2 * sum(named.end - named.first for named in offices) > len(found):
        return _once(one for named in offices for one in sorted(named.concepts))
    return tuple(f"~{key}" for word in found[-1:] for key in word_keys(word)[:1] or (fold(word),))


def _named(found: Sequence[str], stems: Sequence[str], large: set[int], language: str) -> Iterator[str]:
    """The sounds of these words, and of their stems where the language declines names."""
    declines = bool(load(language).people.male_endings)
    for at in sorted(large):
        yield from (f"~{key}" for word in (found[at], stems[at])[: 1 + declines] for key in word_keys(word)[:1])


def _is_cased(found: Sequence[str]) -> bool:
    return any(word.casefold() != word.upper() for word in found)


def _figures(text: str, language: str) -> Iterator[str]:
    told = figures(text, language)
    for figure in told.figures:
        if figure.value != "1":
            yield f"#{figure.value}{'%' if figure.unit == '%' else ''}"
    for day in told.days:
        if day.day and day.month:
            yield f"@{day.day}.{day.month}"


def _once(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tokens))
