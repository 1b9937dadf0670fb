"""The signing key of an installation that was given none."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def read_or_make_key(path: Path) -> str:
    """Return the key kept in `path`; on first use make one that only this user can read.

    Two processes that start at once end with the same key: the file appears
    whole, under its final name, or not at all.
    """
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
