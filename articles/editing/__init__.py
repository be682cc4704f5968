"""Every write of a human: judging, correcting, marking, tagging, linking, merging, and taking it back.

Each verb takes the version of what it edits and raises `Changed` when somebody else was faster; each is recorded in
the history with who, when, before and after, and notes what the index owes in the same transaction.
"""

from articles.editing.links import link
from articles.editing.people import merge, rename, speaker_named, unmerge
from articles.editing.statements import CORRECTABLE, confirm, correct, mark, reject
from articles.editing.undo import undo
from articles.editing.versions import Changed, Refused, UnknownSpeaker

__all__ = [
    "CORRECTABLE",
    "Changed",
    "Refused",
    "UnknownSpeaker",
    "confirm",
    "correct",
    "link",
    "mark",
    "merge",
    "reject",
    "rename",
    "speaker_named",
    "undo",
    "unmerge",
]
