"""One form for each list: a word in or out, and why."""

from __future__ import annotations

from typing import Any

from django import forms

from comparer.library.lexicons.looking import FOLLOWED, SORTS, find_word
from comparer.library.lexicons.models import Part, Way, WordChange
from comparer.library.lexicons.services import next_words
from comparer.web.forms import PlainCharField

WHY = ["a word that judges", "a word that presses", "a word that mocks", "a word that frightens", "a word that praises"]
STANCES = [
    ("", "says nothing of that"),
    ("doubt", "doubts it"),
    ("assert", "insists on it"),
    ("deny", "denies it"),
    ("demand", "demands it"),
]


class WordForm(forms.Form):
    """A change to one list. Words are checked against the lists as the drafts have them."""

    way = forms.ChoiceField(label="What to do", choices=Way, initial=Way.ADD)
    word = PlainCharField(label="Word", max_length=80)
    sort = forms.ChoiceField(label="Part of speech", required=False)
    meaning = PlainCharField(label="Meaning", max_length=120, required=False)
    reason = PlainCharField(
        label="Reason",
        max_length=300,
        error_messages={"required": "Say why: whoever looks after the lists next will ask."},
    )

    def __init__(self, part: Part, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.part = part
        _fit(self, part)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        given["word"] = " ".join(given["word"].split())
        if given["way"] == Way.OFF:
            self._check_off(given)
        else:
            self._check_add(given)
        if self.errors:
            return given
        same = WordChange.objects.standing().filter(part=self.part, word=given["word"], sort=given.get("sort", ""))
        if same.exists():
            self.add_error(
                "word", "There is a change for this word already, in the list below. Take that one back first."
            )
        return given

    def _check_off(self, given: dict[str, Any]) -> None:
        listed = [one for one in find_word(next_words().lexicons, given["word"]) if one.part == self.part]
        if self.part in {Part.LOADED, Part.HEDGE}:
            listed = [one for one in listed if one.sort == given.get("sort", "")] or listed[:1]
        if not listed:
            self.add_error(
                "word", "This list does not hold the word, so that nothing can be switched off. Look it up above."
            )
            return
        given["sort"], given["meaning"] = listed[0].sort, ""

    def _check_add(self, given: dict[str, Any]) -> None:
        if self.part in {Part.LOADED, Part.CUE} and " " in given["word"]:
            self.add_error("word", "This list holds single words. Give the word as a dictionary has it.")
            return
        if self.part not in {Part.PLACE, Part.PERSON}:
            given["word"] = given["word"].lower()
        if self.part == Part.HEDGE:
            given["sort"] = "" if " " in given["word"] else given.get("sort") or "ADV"
        if self.part in {Part.LOADED, Part.PLACE, Part.PERSON} and not given.get("meaning"):
            self.add_error(
                "meaning", "Say what it stands for." if self.part != Part.LOADED else "Say why a reader should know."
            )
        elif self.part == Part.PLACE and not next_words().lexicons.gazetteer.find(given["meaning"]):
            self.add_error(
                "meaning", "No place of this name is known here. Give the name as English news has it, such as “Kyiv”."
            )

    def make(self) -> WordChange:
        """Return the change, not saved yet. Call only where the form is valid."""
        given = self.cleaned_data
        columns = {name: given.get(name, "") for name in ("way", "word", "sort", "meaning", "reason")}
        return WordChange(part=self.part, **columns)


def _fit(form: WordForm, part: Part) -> None:
    """Give the fields the names and choices that the list needs, and take out what it does not."""
    fields = form.fields
    parts_of_speech = [(key, name) for key, name in SORTS.items() if key]
    if part == Part.LOADED:
        fields["sort"] = forms.ChoiceField(
            label="Part of speech", choices=[one for one in parts_of_speech if one[0] != "AUX"]
        )
        fields["meaning"].label = "Why it is loaded"
        fields["meaning"].help_text = f"Readers see this beside the mark, such as “{WHY[0]}”."
    elif part == Part.HEDGE:
        fields["word"].label = "Word or phrase"
        fields["sort"] = forms.ChoiceField(
            label="Part of speech, of a single word", required=False, choices=[("", "phrase"), *parts_of_speech]
        )
        fields["meaning"] = forms.ChoiceField(
            label="What it does", choices=[("hedge", "takes certainty away"), ("booster", "presses the point")]
        )
    elif part == Part.CUE:
        fields["word"].label = "Verb, as a dictionary has it"
        fields["sort"] = forms.ChoiceField(label="What follows it", choices=list(FOLLOWED.items()))
        fields["meaning"] = forms.ChoiceField(label="What it does to what is said", required=False, choices=STANCES)
    else:
        del fields["sort"]
        fields["word"].label = "Other name"
        fields["meaning"].label = "Stands for"
        fields["meaning"].help_text = (
            "The place’s usual name in English." if part == Part.PLACE else "The usual name of the person or body."
        )
    form.order_fields(["way", "word", "sort", "meaning", "reason"])
