"""Filters for the pages on which reports disagree."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.templatetags.judging import before, behind

register = template.Library()


@register.filter
def pointed(text: str, wordings: Iterable[str]) -> SafeString:
    """A text in which these words are marked; a figure is not found inside a longer one."""
    found = _pattern(wordings).split(text)
    # Not a template: every space between the words would count.
    mark = '<mark class="disputed">{}</mark>'
    return mark_safe("".join(format_html(mark, one) if at % 2 else escape(one) for at, one in enumerate(found)))


@register.simple_tag
def in_its_place(statement: Any, wordings: Iterable[str]) -> SafeString:
    """A statement in its paragraph, these words marked; with more around it where they stand only there."""
    ahead, after = before(statement), behind(statement)
    near, next_to = ahead.rpartition("\n")[2], after.partition("\n")[0]
    if any(map(_pattern(wordings).search, (near, statement.text, next_to))):
        ahead, after = near, next_to
    muted = '<span class="around">{}</span>'
    return mark_safe(
        format_html(muted, pointed(ahead, wordings))
        + pointed(statement.text, wordings)
        + format_html(muted, pointed(after, wordings))
    )


def _pattern(wordings: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these words, the longer first; nothing at all where there are none."""
    words = sorted({re.escape(one) for one in wordings if one.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?<!\d[.,])({'|'.join(words) or '(?!)'})(?!\w)(?![.,]\d)", re.IGNORECASE)
