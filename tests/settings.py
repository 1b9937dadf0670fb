"""The project's settings as the tests need them: nothing of the person's own data is touched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_folder = tempfile.TemporaryDirectory(prefix="comparer-tests-")
os.environ["DATA_DIR"] = _folder.name
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + 50 * "x")

from comparer.config.settings import *  # noqa: E402, F403 -- the environment must be set first

# Names in pages stay as in the source: no collected manifest is needed.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = Path(_folder.name)
# Hashing a password slowly, as it should be, would take most of the tests' time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # A file, as in real life: threads and processes wait for each other's transactions there, in memory they fail.
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder.name}/test.sqlite3"}  # noqa: F405
