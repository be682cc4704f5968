"""Where the words of a query stand in a text, in whatever form, spelling or translation the text has them.

What to look for is prepared once for a query and a language; then each different word of the texts is looked at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from articles.languages import load
from articles.search.indexing import can_be_name
from articles.search.query import Phrase, Prefix, Similar, Term
from articles.search.query import Word as Wanted
from articles.search.results import Widened
from articles.text.compounding import opens
from articles.text.names import spelled_alike, word_keys
from articles.text.stemming import GUESS, asked, compounds, stem, stems
from articles.text.terms import Word, fold, words

FORM, NAME, TRANSLATION = "form", "name", "translation"
"""How a text has a word of a query: as typed or a form of it, in another spelling, by a word for the same concept."""
ALIKE = 82
"""Of 100: how much a word must be spelled like the one that was typed with a tilde. The index says the same."""
SEARCHES = 32
"""Queries, each in one language, of which what to look for is kept."""
MOST_WORDS = 20_000
"""Different words of texts of which a seeker remembers what they may be."""


class Seen(NamedTuple):
    """A passage of a text that stands for a word of the query."""

    start: int
    end: int
    how: str
    word: str
    """The word or words of the query, as typed."""


class _Aim(NamedTuple):
    """Words in a row to look for, named by the first; of each following one, what it may be: folded forms or stems."""

    how: str
    word: str
    rest: tuple[frozenset[str], ...] = ()
    only_names: bool = False
    length: int = 0
    """Letters that are meant, from the first of the word; 0 for all."""


@lru_cache(maxsize=SEARCHES)
def seeker(language: str, wanted: tuple[Wanted, ...], widened: tuple[Widened, ...] | None) -> Seeker:
    """The seeker of these words in texts of a language; `widened` is None where nobody knows what the archive has."""
    return Seeker(language, wanted, widened)


class Seeker:
    """Looks for the words of one query in texts of one language."""

    def __init__(self, language: str, wanted: Sequence[Wanted], widened: Sequence[Widened] | None) -> None:
        self.language = language
        self.terms: list[Term] = []
        self.parts: list[Prefix | Similar] = []
        self.near: list[Phrase] = []
        self.by_form: defaultdict[str, list[_Aim]] = defaultdict(list)
        self.by_stem: defaultdict[str, list[_Aim]] = defaultdict(list)
        self.known: dict[str, tuple[_Aim, ...]] = {}
        for part in wanted:
            self._prepare(part)
        for one in widened or ():
            self._widen(one)
        self.hears_names = widened is None
        # Stemming every word of a text takes long, so that only those are stemmed which may have one of the stems.
        cores = sorted({re.escape(_core(one)) for one in [*self.by_stem, *self._irregular()]})
        self.may_have_stem = re.compile("|".join(cores) if cores else "(?!)")

    def seek(self, text: str) -> list[Seen]:
        """The passages in order; where several overlap, they are one."""
        if not (self.by_form or self.parts or self.near):
            return []
        found = list(words(text))
        if len(self.known) > MOST_WORDS:
            self.known = {}
        seen = [*self._in_a_row(found)]
        for phrase in self.near:
            seen += self._near(found, phrase)
        return [*_joined(sorted(seen, key=lambda one: (one.start, -one.end)))]

    def _prepare(self, part: Wanted) -> None:
        match part:
            case Phrase(typed, distance):
                folded = [fold(word) for word in typed]
                if distance and len(folded) > 1:
                    self.near.append(part)
                elif folded:
                    rest = tuple(frozenset((word,)) for word in folded[1:])
                    self.by_form[folded[0]].append(_Aim(FORM, " ".join(typed), rest))
            case Term(typed):
                self._add([word.text for word in words(typed)], FORM, typed)
                for whole in asked(typed, self.language):
                    self._add(compounds(self.language).get(whole, ()), FORM, typed)
                self.terms.append(part)
            case Prefix() | Similar():
                self.parts.append(part)

    def _widen(self, one: Widened) -> None:
        for name in one.names:
            aim = _Aim(NAME, one.word, only_names=True)
            for index in (self.by_form, self.by_stem):
                index[fold(name)].append(aim)
        for language, phrase in one.translations:
            if language in ("", self.language):
                self._add([word.text for word in words(phrase)], TRANSLATION, one.word)

    def _add(self, row: Sequence[str], how: str, word: str) -> None:
        """Looks for words in a row, each in any of its forms."""
        if row:
            forms = [asked(one, self.language) | {fold(one)} for one in row]
            aim = _Aim(how, word, tuple(forms[1:]))
            self.by_form[fold(row[0])].append(aim)
            for one in asked(row[0], self.language):
                self.by_stem[one].append(aim)

    def _irregular(self) -> Iterator[str]:
        """The forms of a word that is looked for which do not hold its stem."""
        words = load(self.language).words
        for forms in (*words.irregular, *words.apart):
            if not self.by_stem.keys().isdisjoint(stems(forms[0], self.language)):
                yield from map(fold, forms)

    def _in_a_row(self, found: Sequence[Word]) -> Iterator[Seen]:
        known = self.known
        for place, word in enumerate(found):
            aims = known.get(word.text)
            if aims is None:
                aims = known[word.text] = tuple(dict.fromkeys(self._aims(word.text)))
            for aim in aims:
                last = place + len(aim.rest)
                following = found[place + 1 : last + 1]
                if len(following) == len(aim.rest) and all(map(self._is_one_of, following, aim.rest)):
                    end = word.start + aim.length if aim.length else found[last].end
                    yield Seen(word.start, end, aim.how, aim.word)

    def _is_one_of(self, word: Word, forms: frozenset[str]) -> bool:
        return fold(word.text) in forms or not forms.isdisjoint(stems(word.text, self.language))

    def _aims(self, word: str) -> Iterator[_Aim]:
        """What a word of a text may be, or be the first of."""
        folded = fold(word)
        aims = [*self.by_form.get(folded, ())]
        if self.may_have_stem.search(folded):
            for one in stems(word, self.language):
                for found in (one, *compounds(self.language).get(one, ())):
                    aims += self.by_stem.get(found, ())
        for term in self.terms:
            if opens(term.text, folded, self.language):
                # Of two signs side by side a lone one means itself.
                aims.append(_Aim(FORM, term.text, length=len(term.text) if len(fold(term.text)) == 1 else 0))
        for part in self.parts:
            if _is_meant(part, folded):
                aims.append(_Aim(FORM, part.text))
        is_name = can_be_name(word)
        if is_name and self.hears_names:
            aims += [_Aim(NAME, one.text) for one in self.terms if _names_alike(word, one.text, self.language)]
        return (aim for aim in aims if is_name or not aim.only_names)

    def _near(self, found: Sequence[Word], phrase: Phrase) -> Iterator[Seen]:
        """The words of a phrase where all of them stand within its distance, in any order."""
        wanted = {fold(word) for word in phrase.words}
        last: dict[str, int] = {}
        for place, word in enumerate(found):
            folded = fold(word.text)
            if folded in wanted:
                last[folded] = place
                if len(last) == len(wanted) and place - min(last.values()) <= phrase.distance:
                    for one in last.values():
                        yield Seen(found[one].start, found[one].end, FORM, " ".join(phrase.words))


def _core(stem: str) -> str:
    """What every regular form has of a stem: not the first letter, which a prefix may change, and not the ends."""
    bare = stem.removesuffix(GUESS)
    return bare[1 : min(4, len(bare) - 1)]


def _is_meant(part: Prefix | Similar, folded: str) -> bool:
    typed = fold(part.text)
    if isinstance(part, Prefix):
        return folded.startswith(typed)
    return folded[:1] == typed[:1] and fuzz.ratio(folded, typed) >= ALIKE


@lru_cache(maxsize=200_000)
def _names_alike(word: str, typed: str, language: str) -> bool:
    # A case ending comes behind the name, so that the key of the inflected name begins as that of the name.
    if not any(mine.startswith(key[:3]) for mine in word_keys(word) for key in word_keys(typed)):
        return False
    return spelled_alike(word, typed) or spelled_alike(stem(word, language), typed)


def _joined(seen: Iterable[Seen]) -> Iterator[Seen]:
    """Passages in order as ones that do not overlap; what is surer says how, where two are found in one place."""
    current: Seen | None = None
    for one in seen:
        if current is None or one.start >= current.end:
            if current:
                yield current
            current = one
            continue
        surer = min(current, one, key=lambda seen: (FORM, NAME, TRANSLATION).index(seen.how))
        current = surer._replace(start=current.start, end=max(current.end, one.end))
    if current:
        yield current
