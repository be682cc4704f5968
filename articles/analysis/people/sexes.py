"""Whether an office is a woman's where only its article tells: "la ministre", "la capitaine Anne X"."""

from __future__ import annotations

from collections.abc import Sequence

from articles.analysis.people.mentions import Mention
from articles.analysis.people.roster import Roster
from articles.analysis.reading.frame import Frame, Word
from articles.analysis.reading.lexicon import word_set


def tell_sexes(frame: Frame, mentions: Sequence[Mention], roster: Roster) -> None:
    """Tells the roster of the women whose offices have such an article."""
    articles = word_set(frame.language.code, "people", "women_articles")
    for mention in mentions if articles else ():
        first = max(0, mention.first - 1) if mention.kind == "name" else mention.first
        if frame.words[first].folded in articles and (mention.role or mention.kind == "role"):
            person = roster.of(mention) if mention.kind == "name" else _holder(frame.words[first + 1 :], roster)
            if person is not None and roster.sex_of(roster.people[person].name.split()[:1]) != "male":
                roster.people[person].sex = "female"


def _holder(words: Sequence[Word], roster: Roster) -> int | None:
    """The one whose office the noun behind an article is."""
    return roster.with_role(words[0].text) if words else None
