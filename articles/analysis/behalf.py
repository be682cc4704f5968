"""In whose name somebody speaks: "kata X atas nama Y", "X said on behalf of Y"."""

from __future__ import annotations

from articles.analysis.frame import Frame
from articles.analysis.lexicon import phrases, word_set
from articles.records import Span

_LONGEST = 8
"""Words of whoever is spoken for, at most."""


def on_behalf(frame: Frame, stretch: Span) -> str:
    """Whoever stands behind such a phrase in an attribution, up to a comma or a preposition; "" for nobody."""
    code = frame.language.code
    lexicon = phrases(code, "speech", "on_behalf")
    stops = word_set(code, "people", "place_prepositions") | word_set(code, "speech", "complementisers")
    words = frame.indexes(stretch.start, stretch.end)
    for index in words:
        hit = None if frame.quoted[index] else lexicon.at(frame.words, index, frame.text)
        if not hit:
            continue
        first = last = index + hit[0]
        while last < min(words.stop, first + _LONGEST) and frame.words[last].folded not in stops:
            if not frame.between(last - 1, last).isspace() or frame.quoted[last]:
                break
            last += 1
        if last > first:
            return frame.text[frame.words[first].start : frame.words[last - 1].end]
    return ""
