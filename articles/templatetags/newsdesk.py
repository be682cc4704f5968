"""Filters that the templates share."""

from django import template
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from articles.text.scripts import direction as direction_of

register = template.Library()

SIGNS = {
    "proposed": "◌",
    "confirmed": "✓",
    "rejected": "✗",
    "waiting": "…",
    "imported": "✓",
    "partial": "≈",
    "duplicate": "=",
    "refused": "✗",
}
"""A status is never told by colour alone."""
LANGUAGES = {
    "ace": _("Acehnese"), "am": _("Amharic"), "as": _("Assamese"), "ca": _("Catalan"), "cs": _("Czech"),
    "cy": _("Welsh"), "fo": _("Faroese"), "fr": _("French"), "gd": _("Scottish Gaelic"), "gu": _("Gujarati"),
    "ha": _("Hausa"), "ht": _("Haitian Creole"), "jv": _("Javanese"), "kk": _("Kazakh"), "ku": _("Kurdish"),
    "la": _("Latin"), "lo": _("Lao"), "mg": _("Malagasy"), "ms": _("Malay"), "mt": _("Maltese"),
    "no": _("Norwegian"), "om": _("Oromo"), "or": _("Odia"), "ps": _("Pashto"), "rw": _("Kinyarwanda"),
    "si": _("Sinhala"), "so": _("Somali"), "su": _("Sundanese"), "tk": _("Turkmen"), "tl": _("Tagalog"),
    "und": _("unknown language"), "xh": _("Xhosa"), "yo": _("Yoruba"), "yue": _("Cantonese"),
    "zh": _("Chinese"), "zu": _("Zulu"),
}  # fmt: skip
"""Languages that Django has no name for, or whose name its catalogues miss or get wrong."""


@register.filter
def direction(language: str) -> str:
    """`ltr` or `rtl`, for the `dir` attribute that goes with every `lang`."""
    return direction_of(language)


@register.filter
def language_name(code: str) -> str:
    """The language's name in the language of the interface; the code itself where nobody knows a name."""
    if code in LANGUAGES:
        return str(LANGUAGES[code])
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.filter
def sign(status: str) -> str:
    """The sign that goes with a status."""
    return SIGNS.get(status, "")


@register.filter
def worded(notice: tuple[str, dict[str, str | int]]) -> str:
    """A stored notice, its pattern and values (see `records.Notice`), as a sentence in the reader's language."""
    pattern, values = notice
    # What kind of file it is comes from a fixed list, which is translated too; other values are names and figures.
    called = values.get("content")
    content = {"content": gettext(str(called))} if called else {}
    return gettext(pattern) % {**values, **content}
