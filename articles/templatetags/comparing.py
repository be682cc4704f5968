"""Articles side by side as HTML: hundreds of stretches of text, thousands of ways, for which a template is slow."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.templatetags.passages import DEEPEST, type_sign
from articles.text.segments import Segment

register = template.Library()


class Side(Protocol):
    """What this module knows of one of the two articles."""

    statements: Mapping[int, Any]
    depths: Mapping[int, int]


@register.filter
def in_text(segments: tuple[Segment, ...], side: Side) -> SafeString:
    """A stretch of text in its paragraphs: statements underlined, each behind a link, and differing words marked."""
    return _join(format_html("<p>{}</p>", _join(_segment(one, side) for one in line)) for line in _lines(segments))


def _lines(segments: tuple[Segment, ...]) -> Iterator[list[Segment]]:
    """The paragraphs that hold more than space."""
    line: list[Segment] = []
    for segment in segments:
        line.append(segment)
        if segment.text.endswith("\n"):
            yield from [line] if any(one.text.strip() for one in line) else []
            line = []
    if line:
        yield line


def _segment(segment: Segment, side: Side) -> SafeString:
    html = format_html('<mark class="differs">{}</mark>' if segment.hit else "{}", segment.text)
    for pk in reversed(segment.passages):
        one = side.statements[pk]
        look = "unsure" if one.status == "proposed" and one.unsure else one.status
        html = format_html(
            '<mark class="statement {} {} depth-{}" data-sign="sign-{}">{}</mark>',
            one.type, look, min(side.depths[pk], DEEPEST), pk, html,
        )  # fmt: skip
    return format_html("{}{}", _join(_anchor(side.statements[pk]) for pk in segment.begins), html)


def _anchor(statement: Any) -> SafeString:
    """Where a statement begins: its sign, and the way to all its reports, or to its place where it has no others."""
    names = (statement.get_type_display(), statement.speaker_name, statement.get_status_display())
    label = ", ".join(str(name) for name in names if name)
    told = statement.utterance_id
    address = reverse("utterance", args=[told]) if told else statement.get_absolute_url()
    return format_html(
        '<a class="anchor {}" id="sign-{}" href="{}" data-sign="{}" aria-label="{}"></a>',
        statement.type, statement.pk, address, type_sign(statement.type), label,
    )  # fmt: skip


def _join(parts: Iterator[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


class Beside(Protocol):
    """What this module knows of an article beside another one."""

    number: int
    article: int
    shared: int
    copied: float
    disputed: bool


@register.filter
def ways_from(besides: Iterable[Beside], article: int) -> SafeString:
    """The ways to an article side by side with each of the others, by their numbers, and what they have in common."""
    # One address is made of which only the end changes: there may be thousands.
    address = reverse("compare", args=[article, 0]).removesuffix("0/")
    copy, disputed = gettext("copy"), gettext("the two disagree")
    sign = format_html(', <span class="conflict-sign" title="{}">≠</span>', disputed)
    return format_html_join(
        ", ",
        '<a href="{}{}/">{}</a> ({}{}{})',
        (
            (
                address,
                one.article,
                one.number,
                one.shared,
                f", {copy}" if one.copied else "",
                sign if one.disputed else "",
            )
            for one in besides
        ),
    )
