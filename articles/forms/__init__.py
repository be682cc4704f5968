"""What people type, read and checked before it reaches `articles.editing`."""

from articles.forms.articles import ArticleForm
from articles.forms.recipes import RecipeForm
from articles.forms.statements import MarkForm, StatementForm, typed_again
from articles.forms.terms import TermsForm

__all__ = ["ArticleForm", "MarkForm", "RecipeForm", "StatementForm", "TermsForm", "typed_again"]
