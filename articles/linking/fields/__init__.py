"""A file for each field in which two reports of one utterance can disagree; `conflicting` asks them all.

In: two `StatementRecord`s. Out: a `Conflict` for each disagreement that is certain, with both values as written.
"""
