"""Django's own admin, for the rest: accounts and roles, outlets and tags; everything else to look at.

What the desk's pages judge (statements, links, people) is not changed here: an edit must leave a version, a history
and a note for the index behind, and `articles.editing` is what does that.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles.models import (
    Article,
    GlossaryWord,
    ImportBatch,
    ImportFile,
    Link,
    NameSpelling,
    OutboxEntry,
    Outlet,
    Person,
    Recipe,
    Statement,
    Tag,
    User,
    Verdict,
)

admin.site.unregister(Group)
admin.site.site_header = admin.site.site_title = "Newsdesk"


class LookOnly:
    """Rows that can be read here, and neither added, changed nor deleted."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_display = ("username", "email", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("What this account may do"), {"fields": ("role", "is_active")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("username", "role", "password1", "password2")}),)
    readonly_fields = ("last_login", "date_joined")
    filter_horizontal = ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Accounts are closed by taking `active` away: the history needs to know whose edits they were."""
        return False


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    search_fields = ("name",)

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        OutboxEntry.objects.note(obj.articles.values_list("pk", flat=True))


@admin.register(Article)
class ArticleAdmin(LookOnly, admin.ModelAdmin):
    list_display = ("headline", "outlet", "language", "published")
    list_filter = ("language", "outlet")
    list_select_related = ("outlet",)
    search_fields = ("title", "file")
    date_hierarchy = "published"


class SpellingInline(LookOnly, admin.TabularInline):
    model = NameSpelling
    fields = ("spelling", "key")


@admin.register(Person)
class PersonAdmin(LookOnly, SimpleHistoryAdmin):
    list_display = ("name", "merged_into")
    list_select_related = ("merged_into",)
    search_fields = ("name", "spellings__spelling")
    inlines = (SpellingInline,)


@admin.register(Statement)
class StatementAdmin(LookOnly, SimpleHistoryAdmin):
    list_display = ("__str__", "type", "status", "speaker_name", "article")
    list_filter = ("type", "status", "article__language")
    list_select_related = ("article",)
    search_fields = ("text", "speaker_name")
    raw_id_fields = ("article", "speaker", "utterance")


@admin.register(Link)
class LinkAdmin(LookOnly, SimpleHistoryAdmin):
    list_display = ("relation", "status", "score", "a", "b")
    list_filter = ("relation", "status")
    list_select_related = ("a", "b")


@admin.register(Verdict)
class VerdictAdmin(LookOnly, SimpleHistoryAdmin):
    list_display = ("field", "outcome", "value", "reason", "decided_by", "decided_at", "standing")
    list_filter = ("field", "outcome", "standing")
    list_select_related = ("decided_by",)
    search_fields = ("reason",)
    raw_id_fields = ("statement",)


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    search_fields = ("name",)
    actions = None

    def save_model(self, request: HttpRequest, obj: Tag, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        OutboxEntry.objects.note(obj.statements.values_list("article", flat=True))

    def delete_model(self, request: HttpRequest, obj: Tag) -> None:
        OutboxEntry.objects.note(obj.statements.values_list("article", flat=True))
        super().delete_model(request, obj)


@admin.register(ImportBatch)
class ImportBatchAdmin(LookOnly, admin.ModelAdmin):
    list_display = ("__str__", "created_by", "created_at", "finished_at", "cancelled_at")


@admin.register(ImportFile)
class ImportFileAdmin(LookOnly, admin.ModelAdmin):
    list_display = ("name", "batch", "outcome", "finished_at")
    list_filter = ("outcome",)
    list_select_related = ("batch",)
    search_fields = ("name",)
    raw_id_fields = ("batch", "parent", "original", "same_as")


@admin.register(Recipe)
class RecipeAdmin(LookOnly, SimpleHistoryAdmin):
    list_display = ("outlet", "title", "published")
    list_select_related = ("outlet",)
    search_fields = ("outlet__name",)


@admin.register(GlossaryWord)
class GlossaryWordAdmin(LookOnly, SimpleHistoryAdmin):
    list_display = ("word", "language", "concept", "hidden")
    list_filter = ("language", "hidden")
    search_fields = ("word", "concept")
