"""One's own saved searches: kept, renamed, looked at, given a feed, deleted.

Unlike other writes these take no version and leave no record: only their owner makes them, and what somebody looks for
is not to be read in a history.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles import search
from articles.editing.typed import one_line
from articles.editing.versions import Refused
from articles.models import SavedSearch, User
from articles.models.searches import new_feed_key

LONGEST_NAME = 200
LONGEST_SEARCH = 2000
"""Characters of an address that is kept."""


def keep(user: User, name: str, asked: str) -> SavedSearch:
    """Saves a search under a name of its own; what the index has by now counts as seen."""
    if len(asked) > LONGEST_SEARCH:
        raise Refused(_("This search is too long to be kept. Take some words or filters away."))
    row = SavedSearch(user=user, asked=asked, seen_until=search.reached())
    rename(row, name)
    return row


def rename(row: SavedSearch, name: str) -> None:
    """Gives a saved search another name."""
    row.name = one_line(name)
    if not row.name:
        raise Refused(_("A saved search needs a name."))
    if len(row.name) > LONGEST_NAME:
        raise Refused(_("This name is too long: a name has at most %(n)s characters.") % {"n": LONGEST_NAME})
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(_("You have a saved search of this name already. Choose another name.")) from error


def look(row: SavedSearch) -> int:
    """Takes all that the index has now for seen; returns up to which article it was seen before."""
    before, reached = row.seen_until, search.reached()
    SavedSearch.objects.filter(pk=row.pk, seen_until__lt=reached).update(seen_until=reached)
    return before


def renew_feed(row: SavedSearch) -> None:
    """Gives the feed a new address; the old one is no longer answered."""
    SavedSearch.objects.filter(pk=row.pk).update(feed_key=new_feed_key())


def close_feed(row: SavedSearch) -> None:
    """Switches the feed off: no address of it is answered."""
    SavedSearch.objects.filter(pk=row.pk).update(feed_key="")
