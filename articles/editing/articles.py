"""Articles: the fields that an editor corrects. What files of an outlet teach is `articles.editing.recipes`."""

import re
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing.typed import has_letters, one_line
from articles.editing.versions import Refused, record, take
from articles.models import Article, OutboxEntry, Outlet, User, Utterance
from articles.records import EVIDENT_FIELDS

ARTICLE_FIELDS = EVIDENT_FIELDS
"""title, outlet (by its name), author, dateline, standfirst, published (a date or None), language (a code), url."""
LONGEST = 1000
"""Characters of one field; of an outlet's name 200, as in the table."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@transaction.atomic
def correct_article(article: int, version: int, user: User, changes: dict[str, Any]) -> Article:
    """Changes fields of ARTICLE_FIELDS. What was changed is listed as corrected, so that cleaning anew leaves it, and
    the evidence for it begins with the editor's word.

    An outlet that is not known yet is made. The text stays as it is, and its statements as well: what analysis read in
    another language, or reckoned from another day, is not done again. Raises `Refused` or `Changed`.
    """
    row = take(Article, article, version)
    unknown = set(changes) - set(ARTICLE_FIELDS)
    if unknown:
        raise Refused(_("These fields cannot be corrected: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    for field, typed in changes.items():
        value = outlet_named(typed or "") if field == "outlet" else _checked(field, typed)
        if value != getattr(row, field):
            setattr(row, field, value)
            _remember(row, field, str(value or ""))
    record(row, user)
    if "published" in changes:
        Utterance.objects.weigh_those_in([row.pk])
    OutboxEntry.objects.note([row.pk])
    return row


def outlet_named(name: str) -> Outlet | None:
    """The outlet of this name, in whatever case; a new one where there is none, nobody for an empty name."""
    name = one_line(name)
    if not name:
        return None
    if not has_letters(name) or len(name) > 200:
        raise Refused(_("An outlet needs a name of at most 200 characters. Type one."))
    known = Outlet.objects.filter(name=name).first() or Outlet.objects.filter(name__iexact=name).first()
    return known or Outlet.objects.create(name=name)


def _checked(field: str, typed: Any) -> str | date | None:
    """What was typed as it is kept."""
    if field == "published":
        if typed is not None and not isinstance(typed, date):
            raise Refused(_("This is no day. Type it as year, month and day: 2026-03-31."))
        return typed
    value = one_line(typed or "")
    if len(value) > LONGEST:
        raise Refused(_("This is too long: at most %(most)s characters fit.") % {"most": LONGEST})
    if field == "language" and not _LANGUAGE.fullmatch(value):
        raise Refused(_("Choose the language of the article."))
    if field == "url" and value and not value.startswith(("http://", "https://")):
        raise Refused(_("An address begins with http:// or https://. Type the whole of it."))
    return value


def _remember(row: Article, field: str, value: str) -> None:
    row.corrected = sorted({*row.corrected, field})
    others = [one for one in row.evidence if (one["field"], one["source"]) != (field, "editor")]
    row.evidence = [{"field": field, "value": value, "source": "editor", "text": ""}, *others]
