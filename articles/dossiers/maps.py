"""The picture of an event: which lane and which words each of its articles gets."""

from articles.dossiers.events import Event
from articles.linking.picture import Node, Picture, picture

LANES = ("outlet", "language")
"""What the lanes of a picture can stand for; the labels of the dots then tell the other."""
LANGUAGE = 104.0
"""Width kept for the name of a language, which the page words: "Haitian Creole"."""
SCREEN = 1190
"""Width from which on a picture does not fit a screen: then languages stand there by their codes."""


def picture_of(event: Event, lanes: str) -> tuple[Picture, bool]:
    """An event as a picture, and whether the page may word the languages that are its labels.

    A language stands there by its code, and an article without an outlet by no words.
    """
    roomy = _picture(event, lanes, LANGUAGE if lanes == "outlet" else 0.0)
    if lanes != "outlet" or roomy.width <= SCREEN:
        return roomy, True
    return _picture(event, lanes, 0.0), False


def _picture(event: Event, lanes: str, room: float) -> Picture:
    nodes = []
    for number, article in enumerate(event.articles, 1):
        outlet = article.outlet.name if article.outlet else ""
        lane, label = (outlet, article.language) if lanes == "outlet" else (article.language, outlet)
        nodes.append(Node(article.pk, number, article.published, lane, label, room))
    return picture(nodes, event.ties, LANGUAGE if lanes == "language" else 0.0)
