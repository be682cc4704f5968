"""Filters for the page of an utterance: what marks, facts and evidence are in words."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.templatetags.newsdesk import language_name

register = template.Library()

LONGEST = 40
"""Characters of a name inside a picture."""
COLUMNS = {
    "speaker": gettext_lazy("Speaker as named there"),
    "said": gettext_lazy("Said when"),
    "place": gettext_lazy("Where"),
    "occasion": gettext_lazy("Occasion"),
    "addressee": gettext_lazy("To whom"),
    "cue": gettext_lazy("Cue"),
    "relayed": gettext_lazy("Relayed by"),
}
"""The columns of `articles.dossiers.cells` in words."""
MARKS = {
    "disagrees": ("≠", gettext_lazy("disagrees")),
    "differs": ("≠", gettext_lazy("differs")),
    "worded": ("≈", gettext_lazy("other words")),
    "added": ("+", gettext_lazy("added")),
    "missing": ("−", gettext_lazy("not said")),
}
"""How a cell is marked beside that of the chosen report: a sign and a word."""
FACTS = {
    "same": ("=", gettext_lazy("also")),
    "differs": ("≠", gettext_lazy("differs:")),
    "missing": ("−", gettext_lazy("not found:")),
    "added": ("+", gettext_lazy("adds")),
}
"""How a fact of another language stands to the chosen report: a sign and a word."""
HAD = {
    "whole": ("●", gettext_lazy("has it")),
    "reworded": ("●", gettext_lazy("has it in other words")),
    "part": ("◐", gettext_lazy("has a part of it")),
    "elsewhere": ("◇", gettext_lazy("has it elsewhere in the article")),
    "left_out": ("○", gettext_lazy("leaves it out")),
    "likely_out": ("○", gettext_lazy("seems to leave it out, nothing that it names is found")),
    "untold": ("?", gettext_lazy("cannot be told, it is worded too differently")),
}
"""What a report has of a sentence, see `articles.dossiers.omissions.STATES`: a sign and a phrase."""


RESTS = {
    "says": gettext_lazy("named as their source by"),
    "copy": gettext_lazy("its text also in"),
    "outlet": gettext_lazy("again in"),
}
"""What rests on a source by the kind of evidence, before the names; see `articles.dossiers.relays.EVIDENCE`."""


class Evidence(Protocol):
    """What this module knows of the evidence for a relay."""

    kind: str
    words: str
    share: float
    ordered: bool


@register.filter
def column_name(column: str) -> str:
    return str(COLUMNS[column])


@register.filter
def column_names(columns: Iterable[str]) -> str:
    """Several columns as a list for the middle of a sentence."""
    return ", ".join(str(COLUMNS[column]).lower() for column in columns)


@register.filter
def mark_sign(mark: str) -> SafeString:
    """The sign and the word of a marked cell; nothing for one that is not marked."""
    if not mark:
        return SafeString("")
    sign, word = MARKS[mark]
    strong = " status-conflict" if sign == "≠" else ""
    return format_html(' <span class="status{}"><span aria-hidden="true">{}</span>{}</span>', strong, sign, word)


@register.filter
def had_sign(state: str) -> SafeString:
    return format_html('<span class="had" aria-hidden="true">{}</span> {}', *HAD[state])


@register.filter
def in_evidence(evidence: Evidence) -> str:
    """Why a source is held to have the words from another, as a phrase."""
    if evidence.kind == "says":
        return _("says so: %(name)s") % {"name": evidence.words}
    if evidence.kind == "outlet":
        return _("the same outlet again")
    if evidence.kind == "words":
        return _("perhaps: the same words, published later")
    share = f"{evidence.share:.0%}".rstrip("%")
    same = _("%(share)s %% of the text is the same") % {"share": share}
    return same if evidence.ordered else _("%(same)s; which was first is not known") % {"same": same}


@register.filter
def rests_by(kind: str) -> str:
    return str(RESTS[kind])


@register.filter
def languages_named(codes: Iterable[str]) -> str:
    return ", ".join(language_name(code) for code in codes)


@register.filter
def days_later(days: int) -> str:
    return ngettext("%(days)s day later", "%(days)s days later", days) % {"days": days}


@register.filter
def isolated(name: str) -> str:
    """A name inside the words of a picture, kept apart from their direction as <bdi> does in a page.

    A headline that stands for an outlet would not fit; the table has it in full.
    """
    shown = name if len(name) <= LONGEST else name[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"\u2068{shown}\u2069"
