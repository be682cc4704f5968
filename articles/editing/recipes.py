"""Recipes: what editors teach about the files of an outlet."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing.typed import has_letters, one_line
from articles.editing.versions import Changed, Refused, changed, record_once, take
from articles.models import Article, Outlet, Recipe, User
from articles.records import FIGURE

RECIPE_FIELDS = ("names", "title", "published", "litter")
"""As `records.Recipe` has them: names and litter are lists of lines, title and published are patterns."""
LONGEST = 300
"""Characters of a pattern or a line."""
MOST = 200
"""Lines of one list."""
INSIDE = "… "
"""What a litter line begins with that is a passage inside of a line."""
_FIGURE = re.compile(FIGURE)


@transaction.atomic
def teach(outlet: int, version: int, user: User, changes: dict[str, Any]) -> Recipe:
    """Changes fields of RECIPE_FIELDS in the outlet's recipe; `version` is that of the recipe, 0 where none is yet.

    It holds for the outlet's next files; `articles.tasks.clean_outlet_again` applies it to its earlier ones.
    Raises `Refused` (a pattern without its places, a line without a letter) or `Changed`.
    """
    row = _taken(outlet, version)
    unknown = set(changes) - set(RECIPE_FIELDS)
    if unknown:
        raise Refused(_("These fields cannot be corrected: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    for field, typed in changes.items():
        setattr(row, field, checked(field, typed))
    record_once(row, user)
    return row


def checked(field: str, typed: Any) -> str | list[str]:
    """A field of RECIPE_FIELDS as it is kept. Raises `Refused`, which says what is wrong with it."""
    return _pattern(field, typed) if field in ("title", "published") else _lines(typed)


@transaction.atomic
def mark_litter(article: int, version: int, user: User, start: int, end: int) -> Recipe:
    """Makes the selected passage of an article litter of its outlet: whole lines, or a passage inside of one.

    The article itself changes when it is cleaned again. Figures become #, so that a counter is known again. Raises
    `Refused` or `Changed`.
    """
    piece = Article.objects.select_for_update(of=("self",)).select_related("outlet").filter(pk=article).first()
    if piece is None or piece.version != version:
        raise Changed(_("The article was changed meanwhile. Load it again and select the passage there."))
    if piece.outlet is None:
        raise Refused(_("Nobody knows yet which outlet published this. Correct the article's outlet first."))
    if not 0 <= start < end <= len(piece.text):
        raise Refused(_("The selection lies outside the article's text. Select the passage again."))
    lines = [_FIGURE.sub("#", line) for line in _selected(piece.text, start, end)]
    known = Recipe.objects.filter(outlet=piece.outlet).first()
    row = _taken(piece.outlet.pk, known.version if known else 0)
    row.litter = _lines([*row.litter, *lines])
    record_once(row, user)
    return row


def _taken(outlet: int, version: int) -> Recipe:
    known = Recipe.objects.filter(outlet=outlet).first()
    if known:
        return take(Recipe, known.pk, version)
    if version:
        raise changed()
    return Recipe(outlet=Outlet.objects.get(pk=outlet))


def _pattern(field: str, typed: str) -> str:
    """A pattern whose places are there once each, and that says something around them."""
    pattern = "\n".join(line for line in map(one_line, typed.splitlines()) if line)
    if not pattern:
        return ""
    places = ["{title}"] if field == "title" else ["{day}", "{month}", "{year}"]
    if any(pattern.count(place) != 1 for place in places) or (field == "published" and "\n" in pattern):
        raise Refused(_("The pattern needs %(places)s, once each.") % {"places": ", ".join(places)})
    if field == "title" and pattern == "{title}":
        raise Refused(_("The pattern needs some text beside %(places)s.") % {"places": "{title}"})
    if len(pattern) > LONGEST:
        raise Refused(_("This is too long: at most %(most)s characters fit.") % {"most": LONGEST})
    return pattern


def _lines(typed: Iterable[str]) -> list[str]:
    lines = [line for line in dict.fromkeys(map(one_line, typed)) if line]
    for line in lines:
        words = line.removeprefix(INSIDE.strip()).strip()
        if not has_letters(words):
            raise Refused(_("“%(line)s” holds no word. Leave it out.") % {"line": line})
        if words != line and len(words.split()) < 2:
            raise Refused(
                _("“%(line)s” is a single word, and would be cut from sentences as well. Take more of it.")
                % {"line": words}
            )
        if len(line) > LONGEST:
            raise Refused(_("This is too long: at most %(most)s characters fit.") % {"most": LONGEST})
    if len(lines) > MOST:
        raise Refused(_("There are too many lines: at most %(most)s fit.") % {"most": MOST})
    return lines


def _selected(text: str, start: int, end: int) -> Iterator[str]:
    """The selected lines; what is only a part of its line is marked as such."""
    for match in re.finditer(r"[^\n]+", text):
        first, last = max(start, match.start()), min(end, match.end())
        words = text[first:last].strip() if first < last else ""
        if words:
            yield words if words == match[0].strip() else INSIDE + words
