"""Why two statements are thought to belong together, as a sentence for people."""

from collections.abc import Callable, Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.records import Reason
from articles.templatetags.newsdesk import language_name

register = template.Library()


def _days(value: str) -> str:
    days = int(value)
    if not days:
        return _("published on the same day")
    return ngettext("published %(days)s day apart", "published %(days)s days apart", days) % {"days": days}


def _reports(value: str) -> str:
    pattern = ngettext(
        "the two articles share %(number)s other statement",
        "the two articles share %(number)s other statements",
        int(value),
    )
    return pattern % {"number": value}


def _order(value: str) -> str:
    pattern = ngettext(
        "it stands in the same order with %(number)s of them",
        "it stands in the same order with %(number)s of them",
        int(value),
    )
    return pattern % {"number": value}


def _names(value: str) -> dict[str, str]:
    return {"names": ", ".join(language_name(code) for code in value.split())}


WORDED: dict[str, Callable[[str], str]] = {
    "copied": lambda value: _("one article is a copy of the other: %(value)s %% of its text") % {"value": value},
    "same_speaker": lambda value: _("same speaker"),
    "same_words": lambda value: _("%(value)s %% of the shorter wording stands in the longer") % {"value": value},
    "shortened": lambda value: _("the shorter has only %(value)s %% of the longer") % {"value": value},
    "same_meaning": lambda value: _("alike in meaning by %(value)s %%") % {"value": value},
    "near_languages": lambda value: _("languages near to each other: %(names)s") % _names(value),
    "languages": lambda value: _("in two languages: %(names)s") % _names(value),
    "same_reports": _reports,
    "same_order": _order,
    "days_apart": _days,
}
"""The codes of `articles.linking.REASONS` in words; `NAMED` has the others."""
NAMED = {"same_numbers": " ", "same_things": "; ", "same_names": " ", "same_dates": "; "}
"""The codes whose value is what both statements name, and what parts the things there: all of them are one phrase."""
ORDER = ("copied", "same_speaker", *NAMED, *WORDED)
"""A code that is not listed is shown as it is, at the end."""


@register.filter
def because(reasons: Iterable[Reason]) -> SafeString:
    """All reasons in one line: same speaker; both name 12, Surabaya and Iran; published 1 day apart."""
    ranked = sorted(reasons, key=lambda one: ORDER.index(one.code) if one.code in ORDER else len(ORDER))
    named = [thing for one in ranked if one.code in NAMED for thing in one.value.split(NAMED[one.code]) if thing]
    phrases: list[str] = []
    for one in ranked:
        if one.code not in NAMED:
            phrases.append(escape(WORDED[one.code](one.value) if one.code in WORDED else f"{one.code} {one.value}"))
        elif named:
            phrases.append(_both_name(list(dict.fromkeys(named))))
            named = []
    return mark_safe("; ".join(phrases))


def _both_name(things: list[str]) -> str:
    # Each in its own direction: a name in Arabic must not turn what stands beside it.
    listed = get_text_list([format_html("<bdi>{}</bdi>", thing) for thing in things], _("and"))
    return escape(_("both name %(things)s")) % {"things": listed}
