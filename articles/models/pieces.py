"""Outlets and the articles they published."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles import records
from articles.models.imports import Original


class OutletQuerySet(models.QuerySet["Outlet"]):
    def by_size(self) -> "OutletQuerySet":
        """Those with most articles first; adds `count`, the number of these."""
        return self.annotate(count=models.Count("articles")).order_by("-count", "name")


class Outlet(models.Model):
    name = models.CharField(_("name"), max_length=200, unique=True)

    objects = OutletQuerySet.as_manager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.pk])


class Recipe(models.Model):
    """What editors taught about the files of one outlet, see `records.Recipe`."""

    outlet = models.OneToOneField(Outlet, on_delete=models.CASCADE, related_name="recipe", verbose_name=_("outlet"))
    names = models.JSONField(_("other names"), default=list, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    published = models.CharField(_("published"), max_length=300, blank=True)
    litter = models.JSONField(_("litter"), default=list, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    cleaned_to = models.BigIntegerField(_("cleaned to"), null=True, blank=True, editable=False)
    """While the outlet's articles are cleaned again, the id of the last one done; null when that is finished."""

    history = HistoricalRecords(excluded_fields=["cleaned_to"])

    class Meta:
        verbose_name = _("recipe")
        verbose_name_plural = _("recipes")

    def __str__(self) -> str:
        return str(self.outlet)

    def record(self) -> records.Recipe:
        """As importing sees it."""
        return records.Recipe(self.outlet.name, tuple(self.names), self.title, self.published, tuple(self.litter))


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
    url = models.TextField(_("address"), blank=True)
    evidence = models.JSONField(_("evidence"), default=list, blank=True)
    """Why the fields say what they say: a list of {"field", "value", "source", "text"}, see `records.Evidence`."""
    corrected = models.JSONField(_("corrected"), default=list, blank=True)
    """The names of the fields that an editor has set: cleaning anew leaves them alone."""
    text = models.TextField(_("text"))
    removed = models.JSONField(_("removed"), default=list, blank=True)
    """What cleaning took out: a list of {"at", "text", "reason"}, see `records.Removal`."""
    warnings = models.JSONField(_("warnings"), default=list, blank=True)
    body_key = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    """Equal for equal bodies, whatever their punctuation, case and spacing; see `articles.text.copies`."""
    is_compared = models.BooleanField(default=False, editable=False)
    """Whether its statements and its text were compared with those of the archive: links and copies are known."""
    version = models.PositiveIntegerField(_("version"), default=1)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    # The text can be made anew from the original; the history keeps what people change.
    history = HistoricalRecords(excluded_fields=["text", "removed", "warnings", "body_key", "is_compared"])

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = [models.F("published").desc(nulls_last=True), "-id"]
        constraints = [
            models.UniqueConstraint(fields=["original", "part"], name="article_is_imported_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="article_text_not_empty"),
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(is_compared=False), name="article_to_be_compared"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def headline(self) -> str:
        """The title, or the first words of an article that has none."""
        return self.title or (self.text[:80].rsplit(" ", 1)[0] + " …")


class Copy(models.Model):
    """Two articles that have much of their text in common: agency copy, or a reprint."""

    a = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies_out", verbose_name=_("article"))
    b = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies_in", verbose_name=_("article"))
    share = models.FloatField(_("text in common"))
    """0..1, of the shorter text."""

    class Meta:
        verbose_name = _("copy")
        verbose_name_plural = _("copies")
        ordering = ["-share", "id"]
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="copy_is_listed_once"),
            models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="copy_pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.a} = {self.b}"


class Band(models.Model):
    """One band of an article's MinHash signature: articles that share one may be copies of each other."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bands")
    value = models.BigIntegerField()
    """A hash of the band and its number."""

    class Meta:
        verbose_name_plural = "bands"
        indexes = [models.Index(fields=["value", "article"], name="band_postings")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.value}"
