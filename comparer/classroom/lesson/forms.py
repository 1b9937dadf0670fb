"""The forms of rooms: opening one, coming in, coming back."""

from __future__ import annotations

from django import forms

from comparer.classroom.lesson.joining import read_code
from comparer.classroom.models import Pace
from comparer.classroom.roster.entering import is_slip
from comparer.web.forms import PlainCharField

HOURS = (
    (1, "1 hour"),
    (2, "2 hours"),
    (4, "4 hours"),
    (8, "a day at school"),
    (24 * 7, "a week"),
    (24 * 28, "four weeks"),
)
KEEP_DAYS = ((1, "1 day"), (7, "a week"), (30, "30 days"), (90, "90 days"), (365, "a year"))
PACES = (
    (Pace.TEACHER, "Together: everybody is at the task that you set"),
    (Pace.PUPIL, "Each at their own pace, through all tasks"),
)
NO_HELP = {"autocomplete": "off", "spellcheck": "false"}


class OpenForm(forms.Form):
    name = PlainCharField(
        label="What you call the class",
        required=False,
        max_length=80,
        help_text="Only you see it. For example: 8b, Tuesday. You may leave it empty.",
        widget=forms.TextInput(attrs=NO_HELP),
    )
    pace = forms.ChoiceField(label="How the class goes through the tasks", choices=PACES, widget=forms.RadioSelect)
    hours = forms.TypedChoiceField(
        label="Open for",
        choices=HOURS,
        coerce=int,
        help_text="After that the code lets nobody in and no answer is taken.",
    )
    keep_days = forms.TypedChoiceField(
        label="Delete the answers after",
        choices=KEEP_DAYS,
        coerce=int,
        help_text="Counted from the end of the room. Then nicknames and answers are deleted by themselves.",
    )

    def clean_pace(self) -> Pace:
        return Pace(self.cleaned_data["pace"])


class CodeField(PlainCharField):
    """A join code as people type it: any case, with blanks or hyphens."""

    def clean(self, value: object) -> str:
        return read_code(str(super().clean(value)))


class JoinForm(forms.Form):
    """By the code of a room and a nickname, or by the code of a slip alone."""

    code = CodeField(
        label="Code of the room, or of your slip",
        max_length=20,
        error_messages={"required": "Write the code that your teacher shows."},
        widget=forms.TextInput(attrs=NO_HELP | {"autocapitalize": "characters"}),
    )
    nickname = PlainCharField(
        label="Your nickname",
        max_length=60,
        required=False,
        help_text="2 to 30 letters; everybody in the room may see it. It need not be your name. With a slip, leave it empty.",
        widget=forms.TextInput(attrs=NO_HELP | {"autocapitalize": "words"}),
    )

    def clean(self) -> dict[str, object]:
        if (
            "code" in self.cleaned_data
            and not is_slip(self.cleaned_data["code"])
            and not self.cleaned_data.get("nickname")
        ):
            self.add_error("nickname", "Choose a nickname. Only a slip of eight letters lets you in without one.")
        return self.cleaned_data


class BackForm(forms.Form):
    code = JoinForm.base_fields["code"]
    nickname = PlainCharField(
        label="Your nickname", max_length=60, error_messages={"required": "Write the nickname that you joined with."},
        widget=forms.TextInput(attrs=NO_HELP),
    )  # fmt: skip
    word = PlainCharField(
        label="Your personal word",
        max_length=60,
        error_messages={"required": "Write the word that you were shown when you joined."},
        help_text="For example: quiet-lantern.",
        widget=forms.TextInput(attrs=NO_HELP | {"autocapitalize": "none"}),
    )
