"""The form that names a colleague."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms

from comparer.web.forms import PlainCharField


class ColleagueForm(forms.Form):
    """`own_names` are the user name and address of whoever asks: the room is theirs already."""

    name = PlainCharField(
        label="User name or e-mail address of the colleague",
        max_length=254,
        error_messages={"required": "Write the user name or the e-mail address of the colleague."},
        help_text="A user name is surer: nobody checks here whose an address is.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, own_names: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._own_names = {name.casefold() for name in own_names if name}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.casefold() in self._own_names:
            raise forms.ValidationError("That is you, and this room is yours already.")
        return name
