"""Small answers that the judging views share: where to go afterwards, and what a refused edit is in HTTP."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from articles import editing


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The address in the form's `next`, if it lies in this house; never another host's."""
    address = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if own and address.startswith("/") else otherwise


def number(text: str | None) -> int:
    """A number that came with a form or an address; 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0


def refused(error: editing.Refused) -> int:
    """The status of an edit that was not made: 409 where somebody else was faster, else 422."""
    return 409 if isinstance(error, editing.Changed) else 422
