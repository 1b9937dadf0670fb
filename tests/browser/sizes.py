"""Sizes of the windows in which pages are looked at."""

from __future__ import annotations

from playwright.sync_api import ViewportSize

WIDE = ViewportSize(width=1400, height=900)
NARROW = ViewportSize(width=390, height=844)
