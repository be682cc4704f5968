"""Filters of the glossary's pages."""

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

THEMES = {
    "politics": _("politics"), "diplomacy": _("diplomacy"), "media": _("media"), "society": _("society"),
    "religion": _("religion"), "education": _("education"), "culture": _("culture"), "sport": _("sport"),
    "people": _("people"), "time": _("time"), "defence": _("defence"), "conflict": _("conflict"),
    "security": _("security"), "crime": _("crime"), "law": _("law"), "rights": _("rights"),
    "economy": _("economy"), "energy": _("energy"), "food": _("food"), "disasters": _("disasters"),
    "environment": _("environment"), "health": _("health"), "transport": _("transport"), "science": _("science"),
    "numbers": _("numbers"), "units": _("units"), "countries": _("countries"), "currencies": _("currencies"),
    "months": _("months"), "languages": _("languages"), "cities": _("cities"), "own": _("our own"),
}  # fmt: skip


@register.filter
def theme_name(theme: str) -> str:
    """What a theme of the glossary is called; its key where it has no name."""
    return str(THEMES.get(theme, theme))
