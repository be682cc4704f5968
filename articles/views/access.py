"""Who may open a view. Signing in is required everywhere by middleware; these ask for a role besides."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def editor_required(view: View[P]) -> View[P]:
    """Refuses with 403 and a sentence (a page, or a partial for htmx) whoever is neither editor nor admin."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not getattr(request.user, "may_edit", False):
            raise PermissionDenied(_("Only editors can do this. Your account can search and read."))
        return view(request, *args, **kwargs)

    return guarded


def admin_required(view: View[P]) -> View[P]:
    """Refuses with 403 and a sentence (a page, or a partial for htmx) whoever is not an admin."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not getattr(request.user, "may_import", False):
            raise PermissionDenied(_("Only admins can do this. Ask an admin of your newsroom."))
        return view(request, *args, **kwargs)

    return guarded
