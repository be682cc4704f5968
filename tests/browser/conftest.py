"""One real desk and one real browser for all browser tests: served by the commands that `make run` calls."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.chromium import MISSING, executable

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Desk:
    url: str
    passwords: dict[str, str]
    environment: dict[str, str]
    sessions: dict[str, list[Any]] = field(default_factory=dict)

    def manage(self, *arguments: str) -> str:
        """Runs a management command on the desk's own data and returns what it prints."""
        command = [sys.executable, "manage.py", *arguments]
        ran = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=300)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def sign_in(self, page: Page, role: str) -> None:
        """Signs in through the form once for each role; later pages take over the session."""
        if role in self.sessions:
            page.context.add_cookies(self.sessions[role])
        else:
            self.sign_in_anew(page, role)
            self.sessions[role] = page.context.cookies()

    def sign_in_anew(self, page: Page, role: str) -> None:
        page.goto(f"{self.url}/accounts/login/")
        page.fill("[name=username]", role)
        page.fill("[name=password]", self.passwords[role])
        page.click("main [type=submit]")
        page.wait_for_url(f"{self.url}/")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Newsdesk as `make run` starts it: on an empty folder, with the demo articles and three accounts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = str(tmp_path_factory.mktemp("desk"))
    environment = {**os.environ, "NEWSDESK_DATA_DIR": data, "DATABASE_URL": f"sqlite:///{data}/newsdesk.sqlite3"}
    desk = Desk(f"http://127.0.0.1:{port}", {}, environment)
    printed = desk.manage("preparedesk")
    desk.passwords.update(re.findall(r"^ +\w+ +(journalist|editor|admin) +(\S+)$", printed, re.MULTILINE))
    server = subprocess.Popen(
        [sys.executable, "manage.py", "servedesk", "--port", str(port)], cwd=ROOT, env=environment
    )
    try:
        _wait_for(desk.url)
        yield desk
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(url: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{url}/accounts/login/", timeout=5)
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the desk did not start within 30 seconds")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = executable(playwright)
    if path is None:
        pytest.fail(MISSING)
    # Chromium's own sandbox does not work for root, as in containers.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=path, args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page that fails its test when it asks another host, breaks the page's policy or throws."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(10_000)
    faults: list[str] = []
    page.on(
        "request", lambda request: request.url.startswith((desk.url, "data:", "blob:")) or faults.append(request.url)
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None
    )
    yield page
    context.close()
    assert not faults
