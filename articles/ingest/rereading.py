"""Stored originals read again: for cleaning an article anew, and for what a correction of it teaches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from articles.importing import Call, Confined, Stopped, seconds_for
from articles.importing.learning import learn as learn_from
from articles.ingest.files import job_of
from articles.ingest.preparing import ANALYSE, READ, Job
from articles.models import Article, Recipe
from articles.models.imports import Outcome
from articles.records import Findings, ImportedDocument, UnreadableFile
from articles.records import Notice as _
from articles.records import Recipe as Taught


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
        (found,) = self._called(Call(ANALYSE, (text, language, published)))
        assert isinstance(found, Findings)
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
        job = _job_of(article)
        options = {"url": job.url, "depth": job.depth, "fields": job.fields, "recipes": tuple(recipes)}
        call = Call(READ, (str(job.path), job.name), options, seconds=seconds_for(job.name))
        return [one for one in self._called(call) if isinstance(one, ImportedDocument)]

    def _called(self, call: Call) -> list[Any]:
        self._child.send(call)
        try:
            return list(self._child.receive())
        except Stopped as error:
            raise UnreadableFile(error.notice) from error


def _job_of(article: Article) -> Job:
    """The article's file as it was imported."""
    files = article.original.files.filter(outcome__in=(Outcome.IMPORTED, Outcome.PARTIAL)).order_by("pk")
    file = files.first()
    return job_of(file) if file else Job(article.file, article.original.path)


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
