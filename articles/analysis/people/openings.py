"""What opens a reported clause without a complementiser, or stands where one that could is a relative pronoun."""

from __future__ import annotations

from functools import cache

from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import calendar_words, word_set
from articles.languages.loading import load

_SMALL = 3
"""Small words before an infinitive, at most."""


def infinitive_behind(frame: Frame, cue: Cue, following: range) -> int | None:
    """The infinitive that opens the clause right behind a cue: "dit vouloir", "promet de saisir", "dijo no saber"."""
    code = frame.language.code
    if not following or not frame.language.speech.infinitive_endings:
        return None
    index = following.start
    if not frame.between(index - 1, index).isspace() or frame.quoted[index]:
        return None
    if "purpose_verbs" in cue.kinds and frame.words[index].folded in word_set(code, "speech", "infinitives"):
        return infinitive_at(frame, index + 1)
    return infinitive_at(frame, index) if "that_verbs" in cue.kinds else None


def infinitive_at(frame: Frame, begin: int) -> int | None:
    """The word itself, if an infinitive stands there, or one behind a negation or another small word."""
    code, words = frame.language.code, frame.words
    small = word_set(code, "speech", "negations", "fillers")
    index = begin
    while index < len(words) - 1 and words[index].folded in small and index < begin + _SMALL:
        index += 1
    if index >= len(words) or frame.quoted[index] or not words[index].text.islower():
        return None
    known = word_set(code, "people", "offices", "persons", "bodies", "ranks", "fields", "places", "prepositions")
    ending = words[index].folded.endswith(tuple(frame.language.speech.infinitive_endings))
    return begin if ending and words[index].folded not in known | calendar_words(code) | small else None


def with_object(frame: Frame, first: int, complementiser: int) -> bool:
    """Whether an object stands between a cue and a complementiser that may be a relative: "annonce la fin que"."""
    code = frame.language.code
    if frame.words[complementiser].folded not in word_set(code, "speech", "relatives"):
        return False
    articles = word_set(code, "people", "definite", "indefinite", "quantifiers")
    leading = word_set(code, "people", "prepositions", "place_prepositions") | word_set(
        code, "occasions", "prepositions"
    )
    leading |= word_set(code, "speech", "addressed") | calendar_words(code) | _ago(code)
    days = calendar_words(code)
    return any(
        frame.words[index].folded in articles - leading
        and frame.words[index].text.islower()
        and frame.words[index - 1].folded not in leading | articles
        and frame.words[index + 1].folded not in days
        for index in range(first, complementiser)
    )


@cache
def _ago(code: str) -> frozenset[str]:
    """The last words of what leads in a time gone by: "a" in "il y a une semaine"."""
    return frozenset(phrase.casefold().split()[-1] for phrase in load(code).page.ago)
