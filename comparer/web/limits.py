"""What the site takes, in words."""

from __future__ import annotations

from django.conf import settings


def say_size(size: int) -> str:
    """Return a number of bytes as people say it: "2 MB", "1.4 MB", "12 kB"."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f} MB".replace(".0 ", " ")
    return f"{size / 1_000:.0f} kB"


def say_limits() -> dict[str, str]:
    """Return how much text and how large a file one side takes, in words."""
    return {
        "characters": f"{settings.COMPARER_MAX_CHARACTERS:,}",
        "file": say_size(settings.COMPARER_MAX_UPLOAD_BYTES),
    }
