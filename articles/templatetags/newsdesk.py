"""Filters that the templates share."""

from django import template
from django.utils.translation import get_language_info

from articles.text.scripts import direction as direction_of

register = template.Library()

SIGNS = {
    "proposed": "◌", "confirmed": "✓", "rejected": "✗",
    "waiting": "…", "imported": "✓", "partial": "≈", "duplicate": "=", "refused": "✗",
}
"""A status is never told by colour alone."""


@register.filter
def direction(language: str) -> str:
    """`ltr` or `rtl`, for the `dir` attribute that goes with every `lang`."""
    return direction_of(language)


@register.filter
def language_name(code: str) -> str:
    """The language's name in the language of the interface; the code itself where nobody knows a name."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


@register.filter
def sign(status: str) -> str:
    """The sign that goes with a status."""
    return SIGNS.get(status, "")
