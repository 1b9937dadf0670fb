"""Where Django looks for what the admin shows of the classroom."""

from __future__ import annotations

from comparer.classroom.lti.admin import PlatformAdmin

__all__ = ["PlatformAdmin"]
