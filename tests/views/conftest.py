"""A browser each for the cast of `tests/conftest.py`, signed in; the outsider's has lost its right to be."""

from typing import Any

import pytest
from django.test import Client
from django_tasks import default_task_backend

from articles.models import User

HTMX = {"HX-Request": "true"}
"""Headers of a request that htmx makes: `as_editor.get(url, headers=HTMX)`."""


@pytest.fixture(autouse=True)
def waiting_tasks(settings: Any) -> None:
    """What a page hands to the background worker stays there: a view test ends where the view does."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def handed_over() -> list[str]:
    """What the background worker was asked to do: the names of tasks, each with what it is about."""
    return [" ".join([result.task.name, *map(str, result.args)]) for result in default_task_backend.results]


def _browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_journalist(journalist: User) -> Client:
    return _browser_of(journalist)


@pytest.fixture
def as_editor(editor: User) -> Client:
    return _browser_of(editor)


@pytest.fixture
def as_admin(admin: User) -> Client:
    return _browser_of(admin)


@pytest.fixture
def as_outsider(outsider: User) -> Client:
    return _browser_of(outsider)
