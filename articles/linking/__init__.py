"""Findings compared: which statements of different articles report one utterance, and where they disagree.

In: statements as `StatementRecord`s. `compare` judges one pair, `propose` finds the pairs among many, `nearest` ranks
the candidates for one, `conflicts` lists where two reports disagree, `utterances` groups statements by their joining
links, and `differences` marks the words that only one of two texts has
(`differing_from_any`: that one of many texts lacks). Out: frozen records; `REASONS` says what
every reason's code and value mean.
"""

from articles.linking.candidates import CANDIDATES, Index, Postings, asked, keys
from articles.linking.comparing import REASONS, compare
from articles.linking.conflicting import conflicts
from articles.linking.differing import Differences, Piece, differences, differing_from_any
from articles.linking.embedding import NoModel
from articles.linking.embedding import model as embedding_model
from articles.linking.grouping import utterances
from articles.linking.knowledge import Knowledge, Model
from articles.linking.proposing import eligible, nearest, propose

__all__ = [
    "CANDIDATES",
    "REASONS",
    "Differences",
    "Index",
    "Knowledge",
    "Model",
    "NoModel",
    "Piece",
    "Postings",
    "asked",
    "compare",
    "conflicts",
    "differences",
    "differing_from_any",
    "eligible",
    "embedding_model",
    "keys",
    "nearest",
    "propose",
    "utterances",
]
