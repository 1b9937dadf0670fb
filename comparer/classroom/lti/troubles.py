"""Why a launch from a learning platform goes no further, in a plain sentence."""

from __future__ import annotations


class LtiError(ValueError):
    """Nothing was changed. `str()` says what happened and what to do; it never repeats what was sent."""


AGAIN = "Go back to your course and open the link there once more."
HELP = "If that does not help, tell whoever looks after your learning platform."
TELL = "Tell whoever looks after your learning platform."
