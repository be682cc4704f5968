"""Filters of the pages of an import, and of what is known about where fields come from."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.templatetags.newsdesk import language_name

register = template.Library()

FIELDS = {
    "text": _("text"),
    "title": _("title"),
    "outlet": _("outlet"),
    "author": _("author"),
    "published": _("date of publication"),
    "standfirst": _("standfirst"),
    "dateline": _("dateline"),
    "language": _("language"),
    "url": _("address"),
}
SOURCES = {
    "json-ld": _("data in the page (JSON-LD)"),
    "opengraph": _("data in the page (OpenGraph)"),
    "meta": _("data in the page (meta)"),
    "page": _("the page's own title or time"),
    "properties": _("properties of the document"),
    "header": _("head of the mail"),
    "column": _("column of the table"),
    "feed": _("the feed"),
    "record": _("the crawler's record"),
    "moon": _("a lunar date, perhaps a day or two off"),
    "masthead": _("masthead"),
    "heading": _("head of the page"),
    "byline": _("byline"),
    "dateline": _("dateline"),
    "date line": _("line with the date"),
    "signature": _("signature"),
    "footer": _("foot of the page"),
    "domain": _("web address"),
    "file name": _("name of the file"),
    "body": _("language of the text"),
    "recipe": _("what editors taught about the outlet"),
    "editor": _("an editor"),
}


@register.filter
def field_name(field: str) -> str:
    """A field in words."""
    return str(FIELDS.get(field, field))


@register.filter
def source_name(source: str) -> str:
    """Where evidence was found, in words."""
    return str(SOURCES.get(source, source))


@register.filter
def columns_of(file: object, chosen: Mapping[int, Sequence[str]] | None) -> list[tuple[str, str]]:
    """The names of a table's columns with what each is taken for, or what was chosen for it just now."""
    columns = getattr(file, "columns", None) or {"names": [], "fields": []}
    fields = (chosen or {}).get(getattr(file, "pk", 0), columns["fields"])
    if len(fields) != len(columns["names"]):
        fields = columns["fields"]
    return list(zip(columns["names"], fields, strict=True))


@register.filter
def time_left(left: timedelta) -> str:
    """How long something will take, in words; nobody knows it better than by the minute."""
    minutes = round(left.total_seconds() / 60)
    if minutes < 1:
        return gettext("less than a minute left")
    if minutes < 90:
        return ngettext("about %(n)s minute left", "about %(n)s minutes left", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("about %(n)s hour left", "about %(n)s hours left", hours) % {"n": hours}


@register.filter
def by_field(evidence: Sequence[Mapping[str, str]]) -> list[tuple[str, list[tuple[int, Mapping[str, str]]]]]:
    """Evidence by the field that it is for, each with its number in the whole list; the one that was taken first."""
    groups: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for number, one in enumerate(evidence):
        groups.setdefault(one["field"], []).append((number, one))
    return list(groups.items())


@register.filter
def in_words(one: Mapping[str, str]) -> str:
    """The value that evidence speaks for, as the page would show it: a day as a day, a language by its name."""
    if one["field"] == "language":
        return language_name(one["value"])
    if one["field"] == "published":
        with suppress(ValueError):
            return date_format(date.fromisoformat(one["value"]), "DATE_FORMAT")
    return one["value"]
