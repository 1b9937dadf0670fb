"""The form of a class list: pasted, or as a file."""

from __future__ import annotations

from django import forms

from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.roster.reading import read_file, read_names
from comparer.web.forms import PlainCharField

LARGEST = 200_000


class ListForm(forms.Form):
    names = PlainCharField(
        label="Names or numbers, one a line",
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        help_text="Whatever tells you who it is: a first name, initials, a number in your own book.",
    )
    file = forms.FileField(
        label="Or a file with them",
        required=False,
        allow_empty_file=True,
        help_text="Text, or a table saved as CSV, one student a line.",
        widget=forms.FileInput(attrs={"accept": ".txt,.csv,.tsv,text/plain,text/csv"}),
    )

    def clean(self) -> dict[str, object]:
        """Keep what pasted text and file hold as `lines`."""
        file = self.cleaned_data.get("file")
        if file is not None and file.size > LARGEST:
            raise forms.ValidationError("This file is too large for a class list. Choose another, or paste the names.")
        try:
            read = read_file(file.read()) if file is not None else ""
            self.cleaned_data["lines"] = read_names(f"{self.cleaned_data.get('names', '')}\n{read}")
        except LessonError as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data
