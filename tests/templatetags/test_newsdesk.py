"""Names of languages and stored sentences, in the language of the interface."""

import pytest
from django.utils.translation import override

from articles.languages.loading import all_languages
from articles.models.imports import stored
from articles.records import Notice
from articles.templatetags.newsdesk import language_name, worded


@pytest.mark.parametrize(
    ("interface", "code", "name"),
    [
        ("en", "id", "Indonesian"),
        ("id", "id", "Indonesia"),
        ("en", "ms", "Malay"),
        # Django's own catalogue says "Malaysia", which is a country.
        ("id", "ms", "Melayu"),
        # Django has no name for these.
        ("en", "jv", "Javanese"),
        ("id", "jv", "Jawa"),
        ("id", "zh", "Tionghoa"),
        # A text too short to tell.
        ("en", "und", "unknown language"),
        # A language nobody has a name for is shown as it is, not lost.
        ("id", "tlh", "tlh"),
    ],
)
def test_a_language_has_a_name_in_the_language_of_the_interface(interface: str, code: str, name: str) -> None:
    with override(interface):
        shown = language_name(code)
    assert (shown, type(shown)) == (name, str)


@pytest.mark.parametrize("code", [language.code for language in all_languages()])
@pytest.mark.parametrize("interface", ["en", "id"])
def test_every_language_that_is_analysed_has_a_name(interface: str, code: str) -> None:
    with override(interface):
        assert language_name(code) != code


def test_a_notice_is_worded_in_the_reader_s_language() -> None:
    (notice,) = stored([Notice("%(file)s: this is %(content)s, which cannot be read. Save its text as .txt.",
                               file="a.pdf", content="a spreadsheet")])  # fmt: skip
    assert worded(notice) == "a.pdf: this is a spreadsheet, which cannot be read. Save its text as .txt."
    with override("id"):
        assert worded(notice) == "a.pdf: ini lembar kerja, yang tidak dapat dibaca. Simpan teksnya sebagai .txt."


def test_values_are_not_taken_for_words_of_the_interface() -> None:
    with override("id"):
        assert worded(["%(file)s: the file is empty. Check that it was saved completely.", {"file": "quote"}]) == (
            "quote: berkas ini kosong. Pastikan berkas tersimpan utuh."
        )
