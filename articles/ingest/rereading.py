"""Stored originals read again: for cleaning an article anew, and for what a correction of it teaches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from articles.importing import Confined, Stopped
from articles.importing.learning import learn as learn_from
from articles.models import Article, Recipe
from articles.records import Findings, ImportedDocument, UnreadableFile
from articles.records import Notice as _
from articles.records import Recipe as Taught

SECONDS = 120.0
"""Processor time for one file: what the largest may take, since it was read within its limits before."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What corrections of an article teach about the files of its outlet."""

    recipe: Taught
    """The outlet's recipe with it."""
    unlearned: tuple[str, ...] = ()
    """The corrected fields that teach nothing: their values follow from nothing in the file."""


class Rereader:
    """Reads originals again in a confined child, with the recipes of the time at which it was made."""

    def __init__(self) -> None:
        self._child = Confined()
        self.recipes = [row.record() for row in Recipe.objects.select_related("outlet")]
        self._last: tuple[object, dict[int, ImportedDocument]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close()

    def document(self, article: Article) -> ImportedDocument:
        """The article as its file gives it now, by the recipe of its outlet; of one whose outlet an editor has
        corrected, by the recipe of that one, whatever the file calls it.

        Raises `UnreadableFile` where the file cannot be read any more, or has no such part.
        """
        found = self.as_found(article)
        if "outlet" not in article.corrected or article.outlet is None or found.outlet == article.outlet.name:
            return found
        own = [replace(one, names=(*one.names, found.outlet)) for one in self._recipes_of(article)]
        return self._part(article, own) if own else found

    def as_found(self, article: Article) -> ImportedDocument:
        """The same by the recipe of the outlet that the file itself names."""
        return self._part(article, self.recipes)

    def analyse(self, text: str, language: str, published: Any) -> Findings:
        try:
            (found,) = self._child.call("articles.analysis.analyse", text, language, published, seconds=SECONDS)
        except Stopped as error:
            raise UnreadableFile(error.notice) from error
        return found

    def recipe_of(self, article: Article) -> Taught:
        """What is known already of the article's outlet."""
        name = article.outlet.name if article.outlet else ""
        return next(iter(self._recipes_of(article)), Taught(name))

    def _recipes_of(self, article: Article) -> list[Taught]:
        return [one for one in self.recipes if article.outlet and one.outlet == article.outlet.name]

    def _part(self, article: Article, recipes: Sequence[Taught]) -> ImportedDocument:
        """Files of many articles are read once for all that come one after the other."""
        key = (article.original_id, article.file, tuple(recipes))
        if self._last is None or self._last[0] != key:
            self._last = key, {one.part: one for one in self._read(article, recipes)}
        found = self._last[1].get(article.part)
        if found is None:
            raise UnreadableFile(
                _(
                    "%(file)s: this article was not found in its file when it was cleaned again; it stays as it was.",
                    file=article.file,
                )
            )
        return found

    def _read(self, article: Article, recipes: Sequence[Taught]) -> list[ImportedDocument]:
        file = article.original.files.order_by("pk").first()
        fields = file.columns["fields"] if file and file.columns else None
        try:
            parts = self._child.call(
                "articles.importing.reading.parts",
                article.file,
                article.original.path.read_bytes(),
                url=file.url if file else "",
                recipes=tuple(recipes),
                fields=fields,
                seconds=SECONDS,
            )
            return [one for one in parts if isinstance(one, ImportedDocument)]
        except Stopped as error:
            raise UnreadableFile(error.notice) from error
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise UnreadableFile(_("The original file cannot be read: %(why)s.", why=why)) from error


def learn(article: Article, fields: Iterable[str]) -> Lesson:
    """What the corrected title, outlet and day of an article teach about its outlet's files, for an editor to see
    before `editing.teach` keeps it. Nothing is stored."""
    unlearned = []
    with Rereader() as reader:
        recipe = reader.recipe_of(article)
        for field in fields:
            known = _learned(article, field, recipe, reader) if article.outlet else None
            recipe = known or recipe
            if known is None:
                unlearned.append(field)
    return Lesson(recipe, tuple(unlearned))


def _learned(article: Article, field: str, recipe: Taught, reader: Rereader) -> Taught | None:
    try:
        if field == "outlet":
            return learn_from(reader.as_found(article), field, recipe.outlet, recipe)
        if field in ("title", "published"):
            return learn_from(reader.document(article), field, getattr(article, field), recipe)
    except UnreadableFile:
        return None
    return None
