"""What a correction's form sends, checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast, get_args

from django import forms

from comparer.analysis.report import Kind, Verdict
from comparer.comparisons.corrections.changes import ACTIONS, Action
from comparer.web.forms import PlainCharField

LONGEST: dict[str, int] = {"note": 2000, "outlet": 120, "title": 300}
TWO_SIDED: tuple[Verdict, ...] = ("conflict", "differs", "update", "compatible")
"""Verdicts that a person may give; whether one side only has it is for the passages to say."""


class CorrectionForm(forms.Form):
    """`mark` is an id of the page, `target` what it stood for there, `revision` what had been done to it by then."""

    mark = forms.CharField(max_length=20)
    target = forms.CharField(max_length=32)
    revision = forms.IntegerField(min_value=0, max_value=10**9)
    action = forms.ChoiceField(
        choices=list(ACTIONS.items()),
        error_messages={"required": "Choose what to do.", "invalid_choice": "Choose what to do."},
    )
    value = PlainCharField(required=False, max_length=max(LONGEST.values()))
    back = forms.CharField(required=False, max_length=500)

    def clean(self) -> dict[str, Any]:
        """Check the value by the action; actions without a value lose it."""
        given = super().clean() or self.cleaned_data
        if "action" in given and "value" in given:
            problem = _problem(given["action"], given["value"])
            if problem:
                self.add_error("value", problem)
            if given["action"] in ("confirm", "reject", "unpair", "pair", "set_aside"):
                given["value"] = ""
        return given

    @property
    def action_given(self) -> Action:
        return cast(Action, self.cleaned_data["action"])

    def problem(self) -> str:
        """Return what is wrong, in one sentence; "" where nothing is."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")


class NoteForm(forms.Form):
    LONGEST = LONGEST["note"]

    value = PlainCharField(
        max_length=LONGEST,
        error_messages={
            "required": "The note is empty. Write something, or leave it.",
            "max_length": f"That is longer than the {LONGEST:,} characters that are kept. Shorten it.",
        },
    )

    def problem(self) -> str:
        """Return what is wrong, in one sentence; "" where nothing is."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")


class SideForm(forms.Form):
    """Outlet, title and date of one piece; what is left empty is taken for not known."""

    outlet = PlainCharField(max_length=LONGEST["outlet"], required=False, label="Outlet")
    title = PlainCharField(max_length=LONGEST["title"], required=False, label="Title")
    published = forms.DateField(
        required=False,
        label="Date",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the date as year, month and day: 2031-05-08."},
    )
    revision = forms.IntegerField(min_value=0, max_value=10**9, widget=forms.HiddenInput)

    def changed(self, now: Mapping[str, str]) -> dict[Action, str]:
        """Return the values that differ from what holds now."""
        day: date | None = self.cleaned_data["published"]
        given: dict[Action, str] = {
            "outlet": self.cleaned_data["outlet"],
            "title": self.cleaned_data["title"],
            "published": day.isoformat() if day else "",
        }
        return {action: value for action, value in given.items() if value != now[action]}


def _problem(action: Action, value: str) -> str:
    if len(value) > LONGEST.get(action, max(LONGEST.values())):
        return f"That is longer than the {LONGEST[action]:,} characters that are kept. Shorten it."
    match action:
        case "verdict" if value not in TWO_SIDED:
            return "Choose how they differ."
        case "kind" if value not in get_args(Kind):
            return "Choose a kind of difference."
        case "note" if not value:
            return "The note is empty. Write something, or leave it."
        case "published" if value and not _is_date(value):
            return "Write the date as year, month and day: 2031-05-08."
        case _:
            return ""


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == len("2031-05-08")
