"""The form that names a colleague."""

from __future__ import annotations

from comparer.web.forms import SomebodyForm


class ColleagueForm(SomebodyForm):
    yours = "That is you, and this room is yours already."
