"""What an editor types, read and checked before it reaches `articles.editing`."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.forms.versions import seen_at
from articles.models import Statement

COMPLETED = {
    "role": "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "hx-trigger": "input changed delay:150ms",
    "hx-target": "next .completions",
    "hx-swap": "innerHTML",
    "hx-sync": "this:replace",
}
"""What makes of an input a combobox: htmx fills the list after it, combobox.js walks through it."""


class MarkForm(forms.Form):
    """A passage selected in an article; offsets count code points."""

    version = forms.IntegerField()
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    type = forms.ChoiceField(choices=[("quote", _("quote")), ("claim", _("claim"))])


class StatementForm(forms.ModelForm):
    """The fields of a statement that an editor corrects, with its tags and, where a passage was selected, its span."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    tag_names = forms.CharField(label=_("tags"), required=False, max_length=600, help_text=_("separated by commas"))
    add_person = forms.BooleanField(label=_("Add as a new person"), required=False)

    class Meta:
        model = Statement
        fields = (
            "type", "kind", "speaker_name", "role", "cue", "said_when", "said_on", "place", "occasion",
            "addressee", "relayed_by", "on_behalf_of", "note", "unsure",
        )  # fmt: skip
        widgets = {
            "note": forms.Textarea(attrs={"rows": 2}),
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        statement = kwargs["instance"]
        # Several forms can be open on one page.
        super().__init__(*args, auto_id=f"id-{statement.pk}-%s", **kwargs)
        self.initial["version"] = statement.version
        self.initial.setdefault("tag_names", ", ".join(tag.name for tag in statement.tags.all()))
        self.asks_for_person = False
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxInput | forms.HiddenInput):
                field.widget.attrs["class"] = "form-control"
            field.widget.attrs["autocomplete"] = "off"
            if isinstance(field, forms.CharField):
                field.widget.attrs["dir"] = "auto"
        speaker = self.fields["speaker_name"].widget.attrs
        speaker.update({**COMPLETED, "aria-controls": f"id-{statement.pk}-speaker_name-list"})
        speaker["hx-get"] = reverse("complete-person")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("type") == "claim":
            cleaned["kind"] = ""
        elif not cleaned.get("kind"):
            cleaned["kind"] = "direct"
        if (cleaned.get("start") is None) != (cleaned.get("end") is None):
            raise forms.ValidationError(_("The selection is incomplete. Select the passage again."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that differ from what the statement has."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {name: value for name, value in values.items() if value != self.initial[name]}

    @property
    def span(self) -> tuple[int, int] | None:
        """The new span, where a passage was selected."""
        start, end = self.cleaned_data["start"], self.cleaned_data["end"]
        return None if start is None else (start, end)

    @property
    def tags(self) -> list[str] | None:
        """All tags, where they were changed."""
        return self.cleaned_data["tag_names"].split(",") if "tag_names" in self.changed_data else None

    def ask_for_person(self, sentence: str) -> None:
        """The speaker is unknown: says so, and offers to add a new person."""
        self.add_error("speaker_name", sentence)
        self.asks_for_person = True

    def show_meanwhile(self) -> None:
        """Beside each field that differs from what is saved now: what is saved now."""
        for name in self.changed_data:
            if name in self.initial and name != "version":
                value, choices = self.initial[name], dict(getattr(self.fields[name], "choices", ()))
                words = choices.get(value, value)
                shown = gettext("nothing") if words in ("", None) else words
                self[name].help_text = gettext("saved now: %(value)s") % {"value": shown}

    def focus(self, names: Iterable[str]) -> None:
        """Puts the cursor into the first of these fields that the form has."""
        for name in names:
            if name in self.fields and not self.fields[name].widget.is_hidden:
                self.fields[name].widget.attrs["autofocus"] = True
                return


def typed_again(typed: QueryDict, now: Statement) -> StatementForm:
    """The form of somebody who typed into an older version: their own changes kept, beside what is saved now.

    A field that they had left alone takes what is saved now, so that saving again undoes nobody's work.
    """
    current = StatementForm(instance=now)
    again = typed.copy()
    again["version"] = str(now.version)
    seen = seen_at(now, typed.get("version", ""))
    if seen is not None:
        tags = ", ".join(old.tag.name for old in seen.tags.select_related("tag"))
        left_alone = set(current.initial) - set(
            StatementForm(typed, instance=seen.instance, initial={"tag_names": tags}).changed_data
        )
        for name in left_alone - {"version"}:
            value = current[name].field.prepare_value(current.initial[name])
            if isinstance(value, bool):
                value = "on" if value else ""
            again[name] = "" if value is None else str(value)
    form = StatementForm(again, instance=now)
    form.is_valid()
    form.show_meanwhile()
    return form
