"""Where a comparison stands, what it is doing, and what went wrong, each with its words for the reader."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    QUEUED = "queued", "Waiting"
    RUNNING = "running", "At work"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class Step(models.TextChoices):
    """What the worker does, in order."""

    READING_LEFT = "reading_left", "Reading the first piece"
    READING_RIGHT = "reading_right", "Reading the second piece"
    COMPARING = "comparing", "Comparing them claim by claim"
    SAVING = "saving", "Saving the result"


class Trouble(models.TextChoices):
    """Why a comparison failed: what happened, and what to do. The texts are always kept."""

    READING_LEFT = (
        "reading_left",
        "The first piece could not be read to its end. Look whether it is the plain text of one article, and try again.",
    )
    READING_RIGHT = (
        "reading_right",
        "The second piece could not be read to its end. Look whether it is the plain text of one article, and try again.",
    )
    COMPARING = "comparing", "Both pieces were read, but comparing them went wrong. Try again."
    SAVING = "saving", "The comparison was made, but could not be saved. Try again in a moment."
    NO_CLAIM_LEFT = (
        "no_claim_left",
        "The first piece holds no sentence that claims something. Start again with more of its text.",
    )
    NO_CLAIM_RIGHT = (
        "no_claim_right",
        "The second piece holds no sentence that claims something. Start again with more of its text.",
    )
    NOT_ENGLISH_LEFT = (
        "not_english_left",
        "The first piece does not seem to be in English. Only English can be compared so far.",
    )
    NOT_ENGLISH_RIGHT = (
        "not_english_right",
        "The second piece does not seem to be in English. Only English can be compared so far.",
    )
    MODELS_MISSING = (
        "models_missing",
        "The language models are not installed here. Whoever runs this site can bring them with: make setup",
    )
    TOO_LONG = (
        "too_long",
        "Comparing these two took too long and was given up. Leave out what is not about the event, and start again.",
    )
    TAKEN_DOWN = (
        "taken_down",
        "One of the two pieces was taken down. Its text is gone, and what was marked and quoted here went with it.",
    )
    INTERRUPTED = "interrupted", "The work was interrupted several times and has been given up for now. Try again."


LIES_IN_THE_TEXTS = frozenset(
    {
        Trouble.NO_CLAIM_LEFT,
        Trouble.NO_CLAIM_RIGHT,
        Trouble.NOT_ENGLISH_LEFT,
        Trouble.NOT_ENGLISH_RIGHT,
        Trouble.TOO_LONG,
        Trouble.TAKEN_DOWN,
    }
)
"""Trying again with the same texts would end the same way."""
