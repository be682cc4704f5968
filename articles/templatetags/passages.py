"""An article's text as HTML, with its statements marked in place.

The text content of what comes out is the article's text to the letter (removed passages aside, which are no part of
it), so that a selection in the browser can be counted back into offsets.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Protocol

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from articles.records import Removal, Span
from articles.text.segments import Passage, Segment, cut, levels

register = template.Library()

SIGNS = {"quote": "●", "claim": "◆"}
"""Shapes that no text has for marks of its own: a sign that looked like a quotation mark would falsify the wording."""
DEEPEST = 3
"""The lowest underline that the style sheet knows."""
REASONS = {
    "title": gettext_lazy("title"),
    "outlet": gettext_lazy("outlet"),
    "author": gettext_lazy("byline"),
    "published": gettext_lazy("date of publication"),
    "standfirst": gettext_lazy("standfirst"),
    "heading": gettext_lazy("head of the page"),
    "caption": gettext_lazy("caption"),
    "navigation": gettext_lazy("navigation"),
    "crosslink": gettext_lazy("link to another article"),
    "comments": gettext_lazy("comments"),
    "contact": gettext_lazy("contact"),
    "copyright": gettext_lazy("copyright"),
    "furniture": gettext_lazy("page furniture"),
    "sign-off": gettext_lazy("sign-off"),
    "ending": gettext_lazy("end of the article"),
    "after the end": gettext_lazy("after the end"),
    "recipe": gettext_lazy("litter of the outlet"),
}
"""What cleaning calls the things it takes out, in words; a reason that is not listed is shown as it is."""


class Marked(Protocol):
    """What this module knows of a statement."""

    pk: int
    type: str
    status: str
    unsure: bool
    speaker_name: str

    @property
    def is_placed(self) -> bool: ...

    @property
    def pieces(self) -> list[tuple[int, int]]: ...

    def get_type_display(self) -> str: ...

    def get_status_display(self) -> str: ...


@register.filter
def type_sign(type: str) -> str:
    """The sign that goes with a type: a quote and a claim are never told apart by colour alone."""
    return SIGNS.get(type, "")


@register.simple_tag
def marked_text(
    text: str, statements: Iterable[Marked], removed: list[dict[str, Any]], hits: Collection[Span] = (), at: int = 0
) -> SafeString:
    """The paragraphs of a text: statements underlined, `hits` marked, and `removed` passages at their place.

    `at` is the number of the hit that one is at, counted from 1. Statements that have lost their place are left out.
    """
    known = {statement.pk: statement for statement in statements if statement.is_placed}
    passages = [Passage(pk, tuple(Span(*piece) for piece in one.pieces)) for pk, one in known.items()]
    removals = [Removal(**removal) for removal in removed if removal["text"].strip()]
    segments = cut(text, passages, hits, cuts=[removal.at for removal in removals])
    order = levels(passages)
    begins = {hit.start for hit in hits}
    html = []
    for line in _lines(segments):
        start = line[0].start
        parts = []
        for segment in line:
            if segment.start > start:
                parts.append(_removed(removals, segment.start, "span"))
            parts += [_anchor(known[pk]) for pk in segment.begins]
            words = _found(segment, at, first=segment.start in begins)
            parts.append(_segment(segment, words, known, order))
        html.append(_removed(removals, start, "p"))
        html.append(format_html("<p>{}</p>", _join(parts)))
    html.append(_removed(removals, len(text), "p"))
    return _join(html)


def _lines(segments: list[Segment]) -> Iterator[list[Segment]]:
    line: list[Segment] = []
    for segment in segments:
        line.append(segment)
        if segment.text.endswith("\n"):
            yield line
            line = []
    if line:
        yield line


def _found(segment: Segment, at: int, *, first: bool) -> SafeString:
    """The words of a segment, marked if they are a part of a hit; its first part is what addresses point at."""
    if not segment.hit:
        return format_html("{}", segment.text)
    attributes = {
        "class": "is-current" if segment.hit == at else None,
        "data-hit": segment.hit,
        "id": f"hit-{segment.hit}" if first else None,
    }
    return format_html("<mark{}>{}</mark>", flatatt(attributes), segment.text)


def _segment(segment: Segment, html: SafeString, known: dict[int, Marked], order: dict[int, int]) -> SafeString:
    for pk in reversed(segment.passages):
        html = format_html(
            '<mark class="statement {} {} depth-{}" data-statement="{}">{}</mark>',
            known[pk].type, _look(known[pk]), min(order[pk], DEEPEST), pk, html,
        )  # fmt: skip
    if not segment.passages:
        return format_html('<span data-start="{}">{}</span>', segment.start, html)
    ids = " ".join(str(pk) for pk in segment.passages)
    return format_html('<span data-start="{}" data-statements="{}">{}</span>', segment.start, ids, html)


def _anchor(statement: Marked) -> SafeString:
    """Where a statement begins: what its address points at, its sign, and the way to its card. It holds no text."""
    names = (statement.get_type_display(), statement.speaker_name, statement.get_status_display())
    label = ", ".join(str(name) for name in names if name)
    return format_html(
        '<a class="anchor {}" id="statement-{}" href="#card-{}" data-statement="{}"'
        ' data-sign="{}" aria-label="{}"></a>',
        statement.type, statement.pk, statement.pk, statement.pk, type_sign(statement.type), label,
    )  # fmt: skip


def _look(statement: Marked) -> str:
    """The class that says how the line under it is drawn."""
    return "unsure" if statement.status == "proposed" and statement.unsure else statement.status


def _removed(removals: list[Removal], at: int, tag: str) -> SafeString:
    return format_html_join(
        "",
        '<{} class="removed" data-removed="{}"><span class="removed-what">{}</span> {}</{}>',
        ((tag, at, REASONS.get(one.reason, one.reason), one.text.strip(), tag) for one in removals if one.at == at),
    )


def _join(parts: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
