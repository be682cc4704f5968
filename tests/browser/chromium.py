"""The browser that the tests drive: the machine's Chromium, or Playwright's own, or one installed now.

python -m tests.browser.chromium      finds or installs one; says in one line what to do where neither works
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No browser for the tests. Install one and run again: sudo apt-get install -y chromium"


def executable(playwright: Playwright) -> str | None:
    """The path of a Chromium on this machine, Playwright's own first; None where there is none."""
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install(playwright: Playwright) -> None:
    """Tries Playwright's own download, then the system's package (as root only: nobody is asked for a password)."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        attempts += [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    for command in attempts:
        print("Looking for a browser:", " ".join(command[-3:]), flush=True)
        try:
            subprocess.run(command, timeout=600, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            continue
        if executable(playwright):
            return


if __name__ == "__main__":
    with sync_playwright() as playwright:
        if not executable(playwright):
            install(playwright)
        found = executable(playwright)
    if not found:
        sys.exit(MISSING)
    print("Browser:", found)
