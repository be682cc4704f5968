"""The fields of an article that an editor corrects, each beside the evidence for it."""

from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.forms.versions import seen_at
from articles.models import Article

FIELDS = ("title", "outlet", "author", "dateline", "standfirst", "published", "language", "url")
LISTS = {"outlet": "known-outlets", "language": "known-languages"}
"""Fields with a list of what they may say, by the list's id."""
Found = dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its input, what was found for it, and whether an editor has set it."""

    field: forms.BoundField
    found: list[tuple[int, Found, bool]]
    """Each with its number, for `take`, and whether the field says so now."""
    corrected: bool


class ArticleForm(forms.Form):
    """The fields as text; the version that they were read at; whether to remember them for the outlet."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("title"), required=False, max_length=1000)
    outlet = forms.CharField(label=_("outlet"), required=False, max_length=200)
    author = forms.CharField(label=_("author"), required=False, max_length=1000)
    dateline = forms.CharField(label=_("dateline"), required=False, max_length=1000)
    standfirst = forms.CharField(
        label=_("standfirst"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    published = forms.DateField(
        label=_("date of publication"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    language = forms.RegexField(r"^[a-z]{2,3}$", label=_("language"), help_text=_("its code, such as id, en or ar"))
    url = forms.CharField(label=_("address"), required=False, max_length=1000)
    remember = forms.BooleanField(label=_("Remember for this outlet"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[name].widget.attrs.update({"class": "form-control", "autocomplete": "off", "dir": "auto"})
        for name, known in LISTS.items():
            self.fields[name].widget.attrs["list"] = known

    @classmethod
    def of(cls, article: Article, take: str = "") -> Self:
        """The form as the article stands, with the candidate of the number `take` in its field."""
        return cls(initial={"version": article.version, **values(article), **_taken(article, take)})

    def rows(self, article: Article) -> list[Row]:
        """The fields in their order, each with what was found for it."""
        return [
            Row(self[name], [
                (number, one, str(self[name].value() or "") == one["value"])
                for number, one in enumerate(article.evidence)
                if one["field"] == name
            ], name in article.corrected)
            for name in FIELDS
        ]  # fmt: skip

    def taking(self, article: Article) -> Self | None:
        """What was typed, with the candidate in its field that the button `take` names; None where none was pressed."""
        taken = _taken(article, self.data.get("take", ""))
        typed = {name: self.data.get(name, "") for name in (*FIELDS, "version", "remember")}
        return type(self)(initial={**typed, **taken}) if taken else None

    def changes(self, article: Article) -> dict[str, Any]:
        """The fields that differ from what the article has."""
        now = values(article)
        return {name: self.cleaned_data[name] for name in FIELDS if self.cleaned_data[name] != now[name]}

    def again(self, now: Article) -> Self:
        """What was typed, over the version that is saved now, beside what is saved now where that differs.

        A field that was left alone takes what is saved now, so that saving again undoes nobody's work.
        """
        saved, typed = values(now), {name: self.cleaned_data[name] for name in FIELDS}
        record = seen_at(now, str(self.cleaned_data["version"]))
        seen = values(record.instance) if record else {}
        kept = {name: saved[name] if name in seen and typed[name] == seen[name] else typed[name] for name in FIELDS}
        form = type(self)(initial={**kept, "remember": self.cleaned_data["remember"], "version": now.version})
        for name in FIELDS:
            if saved[name] != kept[name]:
                shown = saved[name] or gettext("nothing")
                form[name].help_text = gettext("saved now: %(value)s") % {"value": shown}
        return form


def values(article: Article) -> dict[str, Any]:
    """The fields of an article as a form has them."""
    found = {name: getattr(article, name) for name in FIELDS}
    return {**found, "outlet": article.outlet.name if article.outlet else ""}


def _taken(article: Article, number: str) -> Found:
    """The field and the value of a candidate; nothing where there is none of this number."""
    if not (number.isascii() and number.isdecimal() and len(number) < 6 and int(number) < len(article.evidence)):
        return {}
    one = article.evidence[int(number)]
    return {one["field"]: one["value"]}
