"""Outlets and the articles they published."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.imports import Original


class Outlet(models.Model):
    name = models.CharField(_("name"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """The clean text of one published piece. `part` counts the pieces inside one original file from 0."""

    original = models.ForeignKey(
        Original, on_delete=models.PROTECT, related_name="articles", verbose_name=_("original file")
    )
    part = models.PositiveIntegerField(_("part of the file"), default=0)
    file = models.CharField(_("file"), max_length=1000, help_text=_("name of the file when it was first imported"))
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="articles", verbose_name=_("outlet")
    )
    language = models.CharField(_("language"), max_length=8)
    title = models.TextField(_("title"), blank=True)
    author = models.TextField(_("author"), blank=True)
    dateline = models.TextField(_("dateline"), blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True)
    published = models.DateField(_("published"), null=True, blank=True, db_index=True)
    text = models.TextField(_("text"))
    removed = models.JSONField(_("removed"), default=list, blank=True)
    """What cleaning took out: a list of {"at", "text", "reason"}, see `records.Removal`."""
    warnings = models.JSONField(_("warnings"), default=list, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = [models.F("published").desc(nulls_last=True), "-id"]
        constraints = [
            models.UniqueConstraint(fields=["original", "part"], name="article_is_imported_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="article_text_not_empty"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def headline(self) -> str:
        """The title, or the first words of an article that has none."""
        return self.title or (self.text[:80].rsplit(" ", 1)[0] + " …")
