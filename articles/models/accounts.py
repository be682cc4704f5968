"""Who uses Newsdesk: one account table, one role an account."""

from typing import Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    JOURNALIST = "journalist", _("Journalist")
    EDITOR = "editor", _("Editor")
    ADMIN = "admin", _("Admin")


class Accounts(UserManager["User"]):
    def create_superuser(
        self, username: str, email: str | None = None, password: str | None = None, **extra: Any
    ) -> "User":
        return super().create_superuser(username, email, password, **{"role": Role.ADMIN, **extra})


class User(AbstractUser):
    """Journalists read and search; editors also judge, mark and link; admins also import and manage."""

    role = models.CharField(
        pgettext_lazy("of an account", "role"), max_length=12, choices=Role, default=Role.JOURNALIST
    )

    objects = Accounts()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_is_known"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # The role is the one truth; Django's own flags follow it.
        self.is_staff = self.is_superuser = self.role == Role.ADMIN
        super().save(*args, **kwargs)

    @property
    def may_edit(self) -> bool:
        return self.is_active and self.role in (Role.EDITOR, Role.ADMIN)

    @property
    def may_import(self) -> bool:
        return self.is_active and self.role == Role.ADMIN
