"""Filters for the pages on which statements are judged: reasons in words, a passage in its surroundings."""

from collections.abc import Iterable
from typing import Any, Protocol

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.records import Reason
from articles.templatetags.newsdesk import language_name

register = template.Library()

AROUND = 320
"""Characters of the paragraph that are shown before and behind a statement."""

REASONS = {
    "same_words": gettext_lazy("%(value)s %% of the shorter wording stands in the longer"),
    "shortened": gettext_lazy("the shorter has only %(value)s %% of the longer"),
    "same_speaker": gettext_lazy("same speaker: %(value)s"),
    "same_numbers": gettext_lazy("both name %(value)s"),
    "same_dates": gettext_lazy("both name the day: %(value)s"),
    "same_names": gettext_lazy("both name %(value)s"),
}
"""The codes of `articles.linking.REASONS` in words; a code that is not listed is shown as it is."""


@register.filter
def in_words(reason: Reason) -> str:
    """Why two statements are thought to belong together, as a short phrase."""
    if reason.code == "days_apart":
        days = int(reason.value)
        if not days:
            return _("published on the same day")
        return ngettext("published %(days)s day apart", "published %(days)s days apart", days) % {"days": days}
    if reason.code == "same_reports":
        number = int(reason.value)
        return ngettext(
            "the two articles share %(number)s other statement",
            "the two articles share %(number)s other statements",
            number,
        ) % {"number": number}
    if reason.code == "near_languages":
        names = ", ".join(language_name(code) for code in reason.value.split())
        return _("languages near to each other: %(names)s") % {"names": names}
    worded = REASONS.get(reason.code)
    return str(worded) % {"value": reason.value} if worded else f"{reason.code} {reason.value}".strip()


@register.filter
def by_itself(words: str) -> str:
    """A quote standing alone, without the comma that led over to its attribution."""
    return words.rstrip(" ,،、")


class Piece(Protocol):
    """What this module knows of a stretch of a compared text."""

    text: str
    changed: bool


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """A compared text; the words that only this side has are marked."""
    # Not a template: every space between the words would count.
    mark = '<mark class="differs">{}</mark>'
    return mark_safe("".join(format_html(mark, one.text) if one.changed else escape(one.text) for one in pieces))


@register.filter
def percent(score: float) -> str:
    """A score of 0..1 in per cent."""
    return f"{score:.0%}"


@register.filter
def before(statement: Any) -> str:
    """What stands before a statement in its paragraph, cut at a word where that is long."""
    if not statement.is_placed:
        return str(statement.prefix)
    text, start = statement.article.text, statement.start
    edge = text.rfind("\n", 0, start) + 1
    if start - edge <= AROUND:
        return text[edge:start]
    return "… " + text[start - AROUND : start].split(" ", 1)[-1]


@register.filter
def behind(statement: Any) -> str:
    """What stands behind a statement in its paragraph, cut at a word where that is long."""
    if not statement.is_placed:
        return str(statement.suffix)
    text, end = statement.article.text, statement.end
    edge = text.find("\n", end)
    edge = len(text) if edge < 0 else edge
    if edge - end <= AROUND:
        return text[end:edge]
    return text[end : end + AROUND].rsplit(" ", 1)[0] + " …"
