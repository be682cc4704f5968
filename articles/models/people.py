"""People and organisations that are quoted, each with all the spellings of its name."""

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.records import PersonRecord


class PersonQuerySet(models.QuerySet["Person"]):
    def standing(self) -> "PersonQuerySet":
        """People in their own right: not merged into somebody else."""
        return self.filter(merged_into=None)


class Person(models.Model):
    """One identity. Merging sets `merged_into` and moves nothing, so that it can be taken back."""

    name = models.CharField(_("name"), max_length=300)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", verbose_name=_("merged into")
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = PersonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                name="person_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    @property
    def root(self) -> "Person":
        """The person this one was merged into, through all merges; itself if none."""
        person = self
        while person.merged_into is not None:
            person = person.merged_into
        return person

    def record(self) -> PersonRecord:
        """As exporting sees it: all spellings and visible statements of everybody merged into this person."""
        people = self.identity()
        spellings = NameSpelling.objects.filter(person__in=people).values_list("spelling", flat=True)
        statements = self.statements.model.objects.visible().filter(speaker__in=people)
        return PersonRecord(self.name, tuple(dict.fromkeys(spellings)), statements.count())

    def identity(self) -> list[int]:
        """The ids of this person and of everybody merged into it, at any depth."""
        return identities([self.pk])


def identities(ids: Iterable[int]) -> list[int]:
    """The given people's ids with those of everybody merged into them."""
    known: list[int] = []
    found = list(ids)
    while found:
        known += found
        found = list(Person.objects.filter(merged_into__in=found).values_list("id", flat=True))
    return known


class NameSpelling(models.Model):
    """One way an outlet writes a person's name. `key` joins spellings (see `articles.text.names`)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="spellings", verbose_name=_("person"))
    spelling = models.CharField(_("spelling"), max_length=300)
    key = models.CharField(_("key"), max_length=300, db_index=True)

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "spelling"], name="spelling_is_listed_once"),
            models.CheckConstraint(condition=~models.Q(spelling=""), name="spelling_not_empty"),
        ]
        indexes = [models.Index(fields=["spelling"])]

    def __str__(self) -> str:
        return self.spelling
