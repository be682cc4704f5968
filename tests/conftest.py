"""The newsroom that every test knows: a journalist, an editor, an admin, an outsider; and a desk of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import translation

from articles.models import Role, User

PASSWORD = "ink-and-paper-1871"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: its event loop stays open, and Django refuses a new database connection beside one."""
    items.sort(key=lambda item: "browser" in item.path.parts)


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


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, django_db_blocker) -> Path:
    """A database file with all tables and no rows, to be copied."""
    path = tmp_path_factory.mktemp("desk") / "newsdesk.sqlite3"
    with django_db_blocker.unblock(), database_at(path):
        call_command("migrate", verbosity=0)
    return path


@pytest.fixture
def real_database(empty_database: Path, data_dir: Path, django_db_blocker) -> Iterator[Path]:
    """A file of its own, as a newsroom has it, that processes made by `os.fork` can share; they begin by closing
    what they inherited (`connections.close_all()`)."""
    path = data_dir / "newsdesk.sqlite3"
    shutil.copy(empty_database, path)
    with django_db_blocker.unblock(), database_at(path):
        yield path


@contextmanager
def database_at(path: Path) -> Iterator[None]:
    usual = connections["default"]
    connections["default"] = type(usual)({**usual.settings_dict, "NAME": str(path)}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = usual
