"""Where two reports of one utterance disagree, field by field. Other words for the same are no conflict."""

from __future__ import annotations

from articles.linking.fields.addressees import addressee_conflicts
from articles.linking.fields.cues import cue_conflicts
from articles.linking.fields.days import day_conflicts
from articles.linking.fields.negations import negation_conflicts
from articles.linking.fields.numbers import number_conflicts
from articles.linking.fields.occasions import occasion_conflicts
from articles.linking.fields.places import place_conflicts
from articles.linking.fields.speakers import speaker_conflicts
from articles.linking.wording import Overlap, shared_wording
from articles.records import Conflict, StatementRecord


def conflicts(a: StatementRecord, b: StatementRecord, shared: Overlap | None = None) -> tuple[Conflict, ...]:
    """The fields in which two reports disagree, each with both values as the articles have them.

    What one report does not say never conflicts. A negation that only one report has is given with an empty value
    for the other. `shared` is their `shared_wording`, if it is known already.
    """
    return (
        *number_conflicts(a, b),
        *day_conflicts(a, b),
        *place_conflicts(a, b),
        *occasion_conflicts(a, b),
        *negation_conflicts(a, b, shared or shared_wording(a, b)),
        *speaker_conflicts(a, b),
        *addressee_conflicts(a, b),
        *cue_conflicts(a, b),
    )
