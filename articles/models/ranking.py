"""In which order disagreements are worth an editor's time."""

from collections.abc import Iterable, Sequence
from datetime import date

WEIGHTS = {
    "negation": 60,
    "number": 50,
    "speaker": 40,
    "date": 30,
    "place": 20,
    "addressee": 15,
    "occasion": 10,
    "wording": 5,
}
"""How much a field matters: who denies or counts differently says something else, when and where is about the scene."""
AGAINST = 10
"""For each further source of the second strongest side: a lone report against many is likelier a slip."""
FOR = 2
"""The same of the strongest side."""
MOST_SOURCES = 6
"""Sources of a side beyond which more of them make no difference."""
CONFIRMED = 15
"""Where an editor has confirmed a link that shows it: the reports are of one utterance for certain."""
DAYS = 100_000
"""More than any date is days away from FIRST_DAY."""
FIRST_DAY = date(1900, 1, 1).toordinal()


def rank(field: str, sources: Iterable[int], confirmed: bool, newest: date | None) -> int:
    """How soon a disagreement should be looked at; the higher, the sooner.

        points = WEIGHTS[field] + AGAINST * (second - 1) + FOR * (first - 1) + (CONFIRMED if confirmed)
        rank   = points * DAYS + days from 1900 to the newest report

    `sources` are the independent sources of each side (copies of one article are one), of which `first` is the most and
    `second` the second most, each at most MOST_SOURCES. So recency only decides between equals; undated ones come last.
    """
    first, second, *_rest = sorted((min(number, MOST_SOURCES) for number in sources), reverse=True)
    points = WEIGHTS.get(field, 0) + AGAINST * (second - 1) + FOR * (first - 1) + CONFIRMED * confirmed
    days = newest.toordinal() - FIRST_DAY if newest else 0
    return points * DAYS + min(max(days, 0), DAYS - 1)


def independent(articles: Iterable[int], copies: Sequence[set[int]]) -> int:
    """How many sources these articles are; `copies` are groups of articles that have their text from each other."""
    group_of = {article: at for at, group in enumerate(copies) for article in group}
    return len({group_of.get(article, -article - 1) for article in articles})
