"""The signing key of an installation that was given none."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def read_or_make_key(path: Path) -> str:
    """Return the key kept in `path`; on first use make one that only this user can read.

    Whoever starts at the same moment ends with the same key: the file appears
    whole, under its final name, or not at all.
    """
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:
            draft.write(secrets.token_urlsafe(64))
            draft.flush()
            with contextlib.suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text().strip()
