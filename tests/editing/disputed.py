"""Reports that disagree on a number, and a verdict on it."""

from articles import editing
from articles.models import Disagreement, Statement, User, Verdict
from tests.factories import make_article, make_quote

WORDS = "Sebanyak {} kapal ikan tiba di pelabuhan Ambon tadi malam"


def report(number: str, outlet: str, **fields: object) -> Statement:
    words = WORDS.format(number)
    return make_quote(make_article(f"“{words},” katanya.", outlet), words, **fields)


def decide(user: User, outcome: str = "side", value: str = "12", reason: str = "The port's log.") -> Verdict:
    row = Disagreement.objects.get(field="number")
    return editing.decide(row.pk, row.version, outcome, worded(value), reason, user)


def worded(number: str) -> str:
    """A number as linking words it, with whatever it counts."""
    values = Disagreement.objects.get(field="number").dispute.values
    return next((value for value in values if value.split()[0] == number), number)
