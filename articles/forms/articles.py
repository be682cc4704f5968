"""The fields of an article that an editor corrects, each beside the evidence for it."""

from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article

FIELDS = ("title", "outlet", "author", "dateline", "standfirst", "published", "language", "url")


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its input, the candidates for it, and whether an editor has set it."""

    field: forms.BoundField
    candidates: list[tuple[int, dict[str, str]]]
    """Each with its number, for `take`."""
    corrected: bool

    @property
    def value(self) -> str:
        """What stands in the field."""
        return str(self.field.value() or "")


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
        label=_("published"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    language = forms.RegexField(r"^[a-z]{2,3}$", label=_("language"), help_text=_("its code, such as id, en or ar"))
    url = forms.CharField(label=_("address"), required=False, max_length=1000)
    remember = forms.BooleanField(label=_("Remember for this outlet"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[name].widget.attrs.update({"class": "form-control", "autocomplete": "off", "dir": "auto"})

    @classmethod
    def of(cls, article: Article) -> Self:
        """The form as the article stands."""
        return cls(initial={"version": article.version, **values(article)})

    def rows(self, article: Article) -> list[Row]:
        """The fields in their order, each with what else was found for it."""
        found = list(enumerate(article.evidence))
        return [
            Row(self[name], [(n, one) for n, one in found if one["field"] == name], name in article.corrected)
            for name in FIELDS
        ]

    def taking(self, article: Article) -> Self | None:
        """The form with the candidate in its field that the button `take` names; None where none was pressed."""
        number = self.data.get("take", "")
        if not number.isdecimal() or int(number) >= len(article.evidence):
            return None
        one = article.evidence[int(number)]
        typed = {name: self.data.get(name, "") for name in (*FIELDS, "version", "remember")}
        return type(self)(initial={**typed, one["field"]: one["value"]})

    def changes(self, article: Article) -> dict[str, Any]:
        """The fields that differ from what the article has."""
        now = values(article)
        return {name: self.cleaned_data[name] for name in FIELDS if self.cleaned_data[name] != now[name]}

    def again(self, now: Article) -> Self:
        """What was typed, over the version that is saved now, beside what is saved now where that differs."""
        typed = {name: self.cleaned_data[name] for name in FIELDS}
        form = type(self)(initial={**typed, "remember": self.cleaned_data["remember"], "version": now.version})
        for name, value in values(now).items():
            if value != typed[name]:
                shown = value or gettext("nothing")
                form[name].help_text = gettext("saved now: %(value)s") % {"value": shown}
        return form


def values(article: Article) -> dict[str, Any]:
    """The fields of an article as a form has them."""
    found = {name: getattr(article, name) for name in FIELDS}
    return {**found, "outlet": article.outlet.name if article.outlet else ""}
