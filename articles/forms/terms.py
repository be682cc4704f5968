"""A list of terms to search for: typed, pasted, or in a file of one a line."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.search import parse

LARGEST = 1_000_000
"""Characters typed, and bytes of a file."""
TABLES = (".csv", ".tsv")
ENDINGS = (".txt", *TABLES)
DELIMITERS = ",;\t"


class TermsForm(forms.Form):
    """The terms of the field come first, those of the file after them: `lines`, once it is valid."""

    terms = forms.CharField(
        label=gettext_lazy("Terms"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "One a line; each may be what the search box takes: words, “an exact phrase”, -without."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        help_text=gettext_lazy("A text file of one term a line, or a table (.csv) whose first column has them."),
    )
    also = forms.CharField(
        label=gettext_lazy("Added to each line"),
        required=False,
        max_length=150,
        help_text=gettext_lazy("Such as lang:id or date:2021-10..2021-12"),
    )

    exact = forms.BooleanField(
        label=gettext_lazy("Without other spellings of names and without translations"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("terms", "file", "also"):
            self.fields[name].widget.attrs.update({"class": "form-control", "autocomplete": "off", "dir": "auto"})

    def clean_terms(self) -> str:
        typed: str = self.cleaned_data["terms"]
        if len(typed) > LARGEST:
            raise forms.ValidationError(
                _("This is too much at once: more than a million characters. Take a part of it.")
            )
        return typed

    def clean_file(self) -> list[str]:
        file = self.cleaned_data["file"]
        return terms_of(file) if file else []

    def clean_also(self) -> str:
        typed: str = self.cleaned_data["also"].strip()
        if parse(typed).notes:
            raise forms.ValidationError(
                _("This was not understood, and would be wrong in every line. Close its marks; look at its names.")
            )
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        typed = cleaned.get("terms", "").splitlines()
        cleaned["lines"] = [line for one in [*typed, *cleaned.get("file", [])] if (line := " ".join(one.split()))]
        if not cleaned["lines"] and not self.errors:
            self.add_error("terms", _("There is no term yet. Type or paste one a line, or choose a file."))
        return cleaned


def terms_of(file: UploadedFile) -> list[str]:
    """The lines of a text, or the first column of a table. Raises ValidationError with a sentence about the file."""
    name = file.name or ""
    if not name.lower().endswith(ENDINGS):
        raise _refusal(name, _("%(file)s is no text file and no table: its name should end in .txt or .csv."))
    if (file.size or 0) > LARGEST:
        raise _refusal(name, _("%(file)s is larger than 1 MB. Divide it and search for a part at a time."))
    text = _decoded(name, file.read())
    if not name.lower().endswith(TABLES):
        return text.splitlines()
    try:
        return [row[0] for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(name, text)) if row]
    except csv.Error as error:
        sentence = _("%(file)s cannot be read as a table. Save it as CSV again, or paste its terms.")
        raise _refusal(name, sentence) from error


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        sentence = _("%(file)s is not written in UTF-8. Save it as UTF-8 (in Excel: “CSV UTF-8”) and choose it again.")
        raise _refusal(name, sentence)
    return text


def _delimiter(name: str, text: str) -> str:
    """What parts the columns: a tab where the name says so, else the usual sign that the first line has most of."""
    first = text.partition("\n")[0]
    return "\t" if name.lower().endswith(".tsv") else max(DELIMITERS, key=first.count)


def _refusal(name: str, sentence: str) -> forms.ValidationError:
    return forms.ValidationError(sentence, params={"file": name})
