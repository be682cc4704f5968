"""What the words of a script without capitals are, one by one: office, body, given name, small word, or unknown.

Small words may be written onto the front of others ("وللوزير": and to the minister); they are taken off only where
what remains is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from articles.analysis.reading.frame import Word, folded
from articles.analysis.reading.lexicon import calendar_words, phrases, word_set
from articles.languages.loading import load

ROLES = ("offices", "persons", "bodies", "ranks", "places", "fields")
"""Lists of people whose words tell what somebody is; of a word in several, the first list counts."""
HEADS = ("offices", "persons", "ranks")
"""Those of them that a person can be."""
_PLAIN = ("places", "fields")
"""Lists whose words have the article where they are no given names: "الهند" is a country, "هند" a woman."""
_CALLING = 5
"""Letters of a word for a calling, at least one more."""
_SHORTEST = 3
"""Letters of a word without what is written onto it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One word. `kind` is a list of ROLES, stop, given, particle, number or word."""

    kind: str
    core: str
    """The word without what is written onto it, for lookups."""
    article: bool = False
    led: bool = False
    """Whether a preposition is written onto it."""
    joined: bool = False
    """Whether "and" is written onto it."""
    cut: int = 0
    """Letters of the small words on its front, the article not counted."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of one language by what they do in a noun phrase."""

    code: str
    roles: dict[str, str]
    given: frozenset[str]
    exact: frozenset[str]
    """Given names, as written, that differ from a small word in the form of a letter only: "علي", not "على"."""
    particles: frozenset[str]
    stops: frozenset[str]
    callings: tuple[str, ...]
    articles: tuple[str, ...]
    led: tuple[str, ...]
    joined: tuple[str, ...]
    owners: tuple[str, ...]
    """Pronouns written onto the end of a noun, which make it definite: "قائدها"."""


@cache
def vocabulary(code: str) -> Vocabulary:
    people, speech = load(code).people, load(code).speech
    roles: dict[str, str] = {}
    for lone in (True, False):
        for name in ROLES:
            for phrase in phrases(code, "people", name).entries:
                for at, word in enumerate(phrase if lone == (len(phrase) == 1) else ()):
                    if at == 0 or len(word) > _SHORTEST:
                        roles.setdefault(word, name if at == 0 else "fields")
    stops = word_set(code, "words", "stop") | word_set(code, "people", "prepositions", "place_prepositions", "pronouns")
    stops |= word_set(code, "people", "definite", "indefinite", "quantifiers") | calendar_words(code)
    stops |= word_set(
        code, "speech", "complementisers", "relatives", "fillers", "negations", "on_behalf", "conjunctions"
    )
    stops |= word_set(code, "occasions", "prepositions") | word_set(
        code, "calendar", "day_words", "last", "next", "parts"
    )
    numbers = (folded(word) for forms in load(code).numbers.words.values() for word in forms)
    stops |= {word for word in numbers if not word.startswith(_folded(people.articles) or ("\n",))}
    particles = word_set(code, "people", "particles")
    pronouns = word_set(code, "people", "pronouns")
    given = word_set(code, "people", "male", "female") - pronouns - word_set(code, "people", "ranks")
    bare = {word for word in roles if roles[word] in ("persons", "offices")}
    return Vocabulary(
        code=code,
        roles={word: kind for word, kind in roles.items() if len(word) > 1 or kind == "ranks"},
        given=given,
        exact=frozenset(name for name in (*people.male, *people.female) if folded(name) in stops - pronouns),
        particles=particles,
        stops=stops - particles - bare,
        callings=_folded(people.calling_endings),
        articles=_folded(people.articles),
        led=_folded(people.joined),
        joined=_folded(speech.proclitics),
        owners=_folded(people.possessives),
    )


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(folded(word) for word in words)


def reading(code: str, word: Word) -> Reading:
    if word.text in vocabulary(code).exact:
        return Reading("given", word.folded)
    return _read(code, word.folded)


@lru_cache(maxsize=50_000)
def _read(code: str, folded: str) -> Reading:
    known = vocabulary(code)
    if not folded[:1].isalpha():
        return Reading("number", folded)
    if found := _whole(known, folded):
        return found
    for small in known.joined:
        rest = folded.removeprefix(small)
        if rest != folded and len(rest) >= _SHORTEST and (found := _behind(known, rest)):
            return Reading(found.kind, found.core, found.article, found.led, True, found.cut + len(small))
    return _with_preposition(known, folded) or Reading("word", folded)


def _behind(known: Vocabulary, rest: str) -> Reading | None:
    """A word behind "and", if it is one that is known, or has the article."""
    return _whole(known, rest) or _with_preposition(known, rest)


def _whole(known: Vocabulary, word: str) -> Reading | None:
    if word in known.particles:
        return Reading("particle", word)
    if word in known.stops:
        return Reading("stop", word)
    if word in known.roles and not (word in known.given and known.articles and known.roles[word] in _PLAIN):
        return Reading(known.roles[word], word)
    if word in known.given:
        return Reading("given", word)
    if word.endswith(known.callings) and len(word) > _CALLING:
        return Reading("persons", word)
    for article in known.articles:
        core = word.removeprefix(article)
        if core != word and len(core) >= _SHORTEST:
            return Reading(known.roles.get(core, "word"), core, article=True)
    return _owned(known, word)


def _owned(known: Vocabulary, word: str) -> Reading | None:
    """An office with the pronoun of whoever it belongs to: "its commander"."""
    cores = (word.removesuffix(ending) for ending in known.owners if word.endswith(ending))
    kinds = ((known.roles.get(core, ""), core) for core in cores)
    return next((Reading(kind, core, article=True) for kind, core in kinds if kind in ("offices", "persons")), None)


def _with_preposition(known: Vocabulary, word: str) -> Reading | None:
    for small in known.led:
        rest = word.removeprefix(small)
        if rest == word or len(rest) < _SHORTEST:
            continue
        for article in known.articles:
            # Of "ل" and "ال" together only two letters are written.
            short = article[-1:]
            if small == short and rest.startswith(short) and len(rest) > _SHORTEST:
                core = rest.removeprefix(short)
                return Reading(known.roles.get(core, "word"), core, article=True, led=True, cut=len(small))
        found = _whole(known, rest)
        if found and found.kind in (*ROLES, "word"):
            return Reading(found.kind, found.core, found.article, True, cut=len(small))
    return None
