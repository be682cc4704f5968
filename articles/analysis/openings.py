"""What opens a reported clause without a complementiser, or stands where one that could is a relative pronoun."""

from __future__ import annotations

from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import calendar_words, word_set

_SMALL = 3
"""Small words before an infinitive, at most."""


def infinitive_behind(frame: Frame, cue: Cue, following: range) -> int | None:
    """The infinitive that opens the clause right behind a cue: "dit vouloir", "promet de saisir", "dijo no saber"."""
    code = frame.language.code
    endings = tuple(frame.language.speech.infinitive_endings)
    if not endings or not following or frame.text[cue.end : frame.words[following.start].start].strip():
        return None
    index = following.start
    if "purpose_verbs" in cue.kinds and frame.words[index].folded in word_set(code, "speech", "infinitives"):
        index += 1
    elif "that_verbs" not in cue.kinds:
        return None
    begin = index
    small = word_set(code, "speech", "negations", "fillers")
    while index < following.stop - 1 and frame.words[index].folded in small and index < begin + _SMALL:
        index += 1
    word = frame.words[index] if index < following.stop else None
    known = word_set(code, "people", "offices", "persons", "bodies", "ranks", "fields", "places", "prepositions")
    if not word or not word.text.islower() or not word.folded.endswith(endings) or frame.quoted[index]:
        return None
    outside = known | frozenset(frame.language.words.stop) | calendar_words(code) | small
    return None if word.folded in outside or (frame.is_cue(index) and index == begin) else begin


def with_object(frame: Frame, first: int, complementiser: int) -> bool:
    """Whether an object stands between a cue and a complementiser that may be a relative: "annonce la fin que"."""
    code = frame.language.code
    if frame.words[complementiser].folded not in word_set(code, "speech", "relatives"):
        return False
    articles = word_set(code, "people", "definite", "indefinite", "quantifiers")
    leading = word_set(code, "people", "prepositions", "place_prepositions") | word_set(
        code, "occasions", "prepositions"
    )
    leading |= word_set(code, "speech", "addressed") | calendar_words(code)
    return any(
        frame.words[index].folded in articles - leading and frame.words[index - 1].folded not in leading | articles
        for index in range(first, complementiser)
    )
