"""Findings compared: which statements of different articles report one utterance, and where they disagree.

In: statements as `StatementRecord`s. `compare` judges one pair, `propose` finds the pairs among many, `nearest` ranks
the candidates for one, `conflicts` lists where two reports disagree, `utterances` groups statements by their joining
links, and `differences` marks the words that only one of two texts has. Out: frozen records; `REASONS` says what
every reason's code and value mean.
"""

from articles.linking.comparing import REASONS, compare
from articles.linking.conflicting import conflicts
from articles.linking.differing import Differences, Piece, differences
from articles.linking.grouping import utterances
from articles.linking.proposing import nearest, propose

__all__ = [
    "REASONS",
    "Differences",
    "Piece",
    "compare",
    "conflicts",
    "differences",
    "nearest",
    "propose",
    "utterances",
]
