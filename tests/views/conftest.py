"""The newsroom that view tests are played by: a browser each for a journalist, an editor, an admin and an outsider."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.models import Role, User

HTMX = {"HX-Request": "true"}
"""Headers of a request that htmx makes: `as_editor.get(url, headers=HTMX)`."""


@pytest.fixture(autouse=True)
def own_data(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA_DIR = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def _browser_of(role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.create_user(role.value, password=f"pass-of-the-{role.value}", role=role))
    return client


@pytest.fixture
def as_journalist(db: None) -> Client:
    return _browser_of(Role.JOURNALIST)


@pytest.fixture
def as_editor(db: None) -> Client:
    return _browser_of(Role.EDITOR)


@pytest.fixture
def as_admin(db: None) -> Client:
    return _browser_of(Role.ADMIN)


@pytest.fixture
def as_outsider(db: None) -> Client:
    return Client()
