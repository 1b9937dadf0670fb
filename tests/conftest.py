"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# How long one example takes says more about the machine than about the code. A change must not
# fail by chance of the draw: on the way in the same examples are drawn every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
