"""Forms of the editor, and of what is asked before an exercise is made."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from comparer.classroom.content import KINDS, NAMES
from comparer.classroom.making.files import LONGEST_TITLE
from comparer.web.forms import PlainCharField
from comparer.web.limits import say_size

DIFFICULTIES = (("1", "easy"), ("2", "middling"), ("3", "hard"))
LARGEST_FILE = 600_000
"""Bytes of an exercise in a file: two long pieces and nine tasks take a quarter of it."""


class WholeForm(forms.Form):
    """What is said of an exercise as a whole."""

    title = PlainCharField(
        label="Title", max_length=LONGEST_TITLE, error_messages={"required": "Give the exercise a title."}
    )
    intro = PlainCharField(
        label="What students read first", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    ages = PlainCharField(label="For whom", required=False, max_length=40, help_text="For example “12 to 14”.")
    blind = forms.BooleanField(
        label="Hide who wrote the pieces until the answers are shown",
        required=False,
        help_text="Students judge the words, not the name above them.",
    )


class ChooseForm(forms.Form):
    """Which tasks an exercise begins with."""

    title = WholeForm.base_fields["title"]
    blind = WholeForm.base_fields["blind"]
    kinds = forms.MultipleChoiceField(
        choices=[(kind, NAMES[kind]) for kind in KINDS],
        error_messages={
            "required": "Choose at least one task.",
            "invalid_choice": "Choose tasks from the list.",
        },
    )


class TaskForm(forms.Form):
    """What is said of a task as a whole."""

    title = PlainCharField(label="Name", max_length=80, error_messages={"required": "Give the task a name."})
    instructions = PlainCharField(
        label="Instructions",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what students are to do."},
    )
    minutes = forms.IntegerField(
        label="Minutes",
        min_value=1,
        max_value=90,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Give 1 to 90 minutes."),
    )
    difficulty = forms.TypedChoiceField(label="Difficulty", choices=DIFFICULTIES, coerce=int)
    points = forms.IntegerField(
        label="Points",
        min_value=1,
        max_value=100,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Give 1 to 100 points."),
    )
    rubric = PlainCharField(
        label="How you mark the answers",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ImportForm(forms.Form):
    """A file with an exercise."""

    file = forms.FileField(
        label="File",
        error_messages={"required": "Choose a file.", "empty": "This file is empty. Choose another."},
        help_text="A file that was saved here with “Save as a file”. It ends in .json.",
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self) -> Any:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(
                f"This file has {say_size(file.size or 0)}. An exercise has {say_size(LARGEST_FILE)} at most."
            )
        return file


def read_number(typed: str) -> int:
    """Return the number of a version that a page was made from; 0 for anything else, which is no version."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else 0
