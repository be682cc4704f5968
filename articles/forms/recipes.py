"""What editors teach about an outlet's files."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Recipe


class RecipeForm(forms.Form):
    """Lists as lines, patterns as text; `editing.teach` says what is wrong with them."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    names = forms.CharField(
        label=_("other names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("By which its files call the outlet, one a line; a web address's domain counts too."),
    )
    title = forms.CharField(
        label=_("title"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("How its files print a title, with {title} in its place: “{title} | Warta Selat”."),
    )
    published = forms.CharField(
        label=_("published"),
        required=False,
        help_text=_("How they print the day: “Diterbitkan {day}/{month}/{year}”. # stands for any figures."),
    )
    litter = forms.CharField(
        label=_("litter"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Lines that are no part of an article. # stands for any figures, … for a passage inside a line."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("names", "title", "published", "litter"):
            self.fields[name].widget.attrs.update({"class": "form-control", "autocomplete": "off", "dir": "auto"})

    @classmethod
    def of(cls, recipe: Recipe | None) -> Self:
        """The form as the recipe stands; an empty one where there is none yet."""
        if recipe is None:
            return cls(initial={"version": 0})
        lists = {"names": "\n".join(recipe.names), "litter": "\n".join(recipe.litter)}
        return cls(initial={"version": recipe.version, "title": recipe.title, "published": recipe.published, **lists})

    def changes(self) -> dict[str, Any]:
        """The fields as `editing.teach` takes them."""
        typed = {name: self.data.get(name, "") for name in ("names", "title", "published", "litter")}
        return {**typed, "names": typed["names"].splitlines(), "litter": typed["litter"].splitlines()}
