"""The newsroom that every test knows: a journalist, an editor, an admin, an outsider; and a desk of its own."""

from pathlib import Path

import pytest
from django.utils import translation

from articles.models import Role, User

PASSWORD = "ink-and-paper-1871"


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path: Path) -> Path:
    """Originals and index of each test lie in a folder of its own; tasks run at once; hashing is quick."""
    settings.NEWSDESK_DATA_DIR = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    # Each new test client would look through all static files.
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return tmp_path


@pytest.fixture(autouse=True)
def english() -> None:
    """Each test begins in English, whatever language the last page of another one spoke."""
    translation.activate("en")


@pytest.fixture
def journalist(db: None) -> User:
    return User.objects.create_user("jo", password=PASSWORD, role=Role.JOURNALIST)


@pytest.fixture
def editor(db: None) -> User:
    return User.objects.create_user("ed", password=PASSWORD, role=Role.EDITOR)


@pytest.fixture
def admin(db: None) -> User:
    return User.objects.create_user("ada", password=PASSWORD, role=Role.ADMIN)


@pytest.fixture
def outsider(db: None) -> User:
    """Somebody who once had an account."""
    return User.objects.create_user("out", password=PASSWORD, role=Role.EDITOR, is_active=False)
