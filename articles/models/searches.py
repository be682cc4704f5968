"""Searches that somebody keeps, to see what is new in them."""

from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _


def new_feed_key() -> str:
    """A key that nobody guesses: 256 random bits, in 43 characters that an address can hold."""
    return token_urlsafe(32)


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def visible_to(self, user: object) -> "SavedSearchQuerySet":
        """One's own: what somebody looks for is nobody else's business, an admin's neither."""
        return self.filter(user=user)


class SavedSearch(models.Model):
    """A search that its owner comes back to. It has neither versions nor a history: nobody else changes it, and what
    somebody once looked for is gone when they delete it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="searches", verbose_name=_("saved by")
    )
    name = models.CharField(_("name"), max_length=200)
    asked = models.TextField(_("search"), blank=True)
    """Words and filters as the address of the search page has them; read anew each time, as that page reads them."""
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    seen_until = models.BigIntegerField(_("seen until"), default=0)
    """The id of the last article that the index had when the owner last looked; what is new was stored after it."""
    feed_key = models.CharField(_("key of the feed"), max_length=43, blank=True, default=new_feed_key, editable=False)
    """Opens the feed to whoever has it; empty where the feed is off. Kept as it is, for the owner may copy it again,
    and whoever reads this table reads the articles beside it too."""

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="saved_search_is_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_search_has_a_name"),
            models.CheckConstraint(
                condition=Q(feed_key="") | Q(feed_key__regex=r"^[A-Za-z0-9_-]{43}$"), name="saved_search_feed_is_secret"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("saved-search", args=[self.pk])

    @property
    def address(self) -> str:
        """The search itself, on the search page."""
        return reverse("search") + (f"?{self.asked}" if self.asked else "")

    def opens_feed(self, key: str) -> bool:
        """Whether this key opens the feed now; a wrong one takes as long to compare as the right one."""
        return constant_time_compare(self.feed_key, key) and bool(self.feed_key) and self.user.is_active
