"""What editors teach about an outlet's files."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.forms.versions import seen_at
from articles.models import Recipe

LISTS = ("names", "litter")
FIELDS = ("names", "title", "published", "litter")


class RecipeForm(forms.Form):
    """Lists as lines, patterns as text; `editing.recipes.checked` says what is wrong with them."""

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
        label=_("date of publication"),
        required=False,
        help_text=_("How they print the day: “Diterbitkan {day}/{month}/{year}”. # stands for any figures."),
    )
    litter = forms.CharField(
        label=_("litter"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Lines that are no part of an article. # stands for any figures; "
            "a line that begins with … is a passage inside of another line."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[name].widget.attrs.update({"class": "form-control", "autocomplete": "off", "dir": "auto"})

    @classmethod
    def of(cls, recipe: Recipe | None) -> Self:
        """The form as the recipe stands; an empty one where there is none yet."""
        return cls(initial={"version": recipe.version, **values(recipe)} if recipe else {"version": 0})

    def changes(self) -> dict[str, Any]:
        """The fields as `editing.teach` takes them."""
        typed = {name: self.data.get(name, "") for name in FIELDS}
        return {name: text.splitlines() if name in LISTS else text for name, text in typed.items()}

    def again(self, now: Recipe) -> Self:
        """What was typed, over the version that is saved now, beside what is saved now where that differs.

        A field that was left alone takes what is saved now, so that saving again undoes nobody's work.
        """
        saved, record = values(now), seen_at(now, self.data.get("version", ""))
        seen = values(record) if record else dict.fromkeys(FIELDS, "")
        typed = {name: "\n".join(self.data.get(name, "").splitlines()) for name in FIELDS}
        kept = {name: saved[name] if typed[name] == seen[name] else typed[name] for name in FIELDS}
        form = type(self)(initial={"version": now.version, **kept})
        for name in FIELDS:
            if saved[name] != kept[name]:
                form[name].help_text = gettext("saved now: %(value)s") % {"value": saved[name] or gettext("nothing")}
        return form


def values(recipe: Any) -> dict[str, str]:
    """The fields of a recipe, or of a record of one, as a form has them."""
    found = {name: getattr(recipe, name) for name in FIELDS}
    return {name: "\n".join(value) if name in LISTS else value for name, value in found.items()}
