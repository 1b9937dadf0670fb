"""A real browser for the pages: CHROMIUM names it, else the first of the usual names."""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("No Chromium found; `make test` brings one, or name yours by CHROMIUM.")
    return browser_type_launch_args | {
        "executable_path": found,
        "args": [
            "--no-sandbox",  # the superuser of a container has no other way
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ],
    }
