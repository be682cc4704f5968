"""Every write of a human: judging, correcting, marking, tagging, linking, merging, deciding, teaching,
and taking it back.

Each verb takes the version of what it edits and raises `Changed` when somebody else was faster; each is recorded in
the history with who, when, before and after, and notes what the index owes in the same transaction.
"""

from articles.editing.articles import ARTICLE_FIELDS, correct_article
from articles.editing.glossary import add_concept, add_word, hide_word
from articles.editing.links import confirm_together, link
from articles.editing.people import merge, rename, speaker_named, unmerge
from articles.editing.recipes import RECIPE_FIELDS, mark_litter, teach
from articles.editing.statements import CORRECTABLE, confirm, correct, mark, reject
from articles.editing.undo import undo
from articles.editing.verdicts import decide, reopen
from articles.editing.versions import Changed, Edited, Refused, UnknownSpeaker

__all__ = [
    "ARTICLE_FIELDS",
    "CORRECTABLE",
    "RECIPE_FIELDS",
    "Changed",
    "Edited",
    "Refused",
    "UnknownSpeaker",
    "add_concept",
    "add_word",
    "confirm",
    "confirm_together",
    "correct",
    "correct_article",
    "decide",
    "hide_word",
    "link",
    "mark",
    "mark_litter",
    "merge",
    "reject",
    "rename",
    "reopen",
    "speaker_named",
    "teach",
    "undo",
    "unmerge",
]
