"""Filters for the pages on which reports disagree."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def pointed(text: str, wordings: Iterable[str]) -> SafeString:
    """A text in which these words are marked; a figure is not found inside a longer one."""
    words = sorted({re.escape(one) for one in wordings if one.strip()}, key=len, reverse=True)
    if not words:
        return mark_safe(escape(text))
    found = re.split(rf"(?<!\w)(?<!\d[.,])({'|'.join(words)})(?!\w)(?![.,]\d)", text, flags=re.IGNORECASE)
    # Not a template: every space between the words would count.
    mark = '<mark class="disputed">{}</mark>'
    return mark_safe("".join(format_html(mark, one) if at % 2 else escape(one) for at, one in enumerate(found)))
