"""What editors change in the glossary: words added to a concept, and shipped words taken away."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

LONGEST_KEY = 100
LONGEST = 200
"""Characters of a word or phrase."""


class GlossaryWord(models.Model):
    """One word of a concept, as an editor left it: added, or hidden although it is shipped."""

    concept = models.CharField(_("concept"), max_length=LONGEST_KEY)
    """Its key, see `articles.languages.glossary.Concept`; one that is not shipped is of the editors' own."""
    language = models.CharField(_("language"), max_length=8, blank=True)
    """A code; empty for a word that all languages have, as shipped names of cities are."""
    word = models.CharField(_("word"), max_length=LONGEST)
    hidden = models.BooleanField(_("hidden"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("glossary word")
        verbose_name_plural = _("glossary words")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["concept", "language", "word"], name="glossary_word_is_listed_once"),
            models.CheckConstraint(condition=~models.Q(word=""), name="glossary_word_not_empty"),
            models.CheckConstraint(condition=~models.Q(concept=""), name="glossary_word_has_a_concept"),
        ]

    def __str__(self) -> str:
        return self.word

    def get_absolute_url(self) -> str:
        return reverse("concept", args=[self.concept])
