"""The form in which a teacher marks one answer."""

from __future__ import annotations

from typing import Any

from django import forms

from comparer.classroom.board.gradebook import write_points
from comparer.classroom.board.marking import Marks, points_by_key
from comparer.classroom.content import Task
from comparer.classroom.models import Answer
from comparer.web.forms import PlainCharField

LONGEST = 2000


class MarkForm(forms.Form):
    points = forms.FloatField(required=False, min_value=0, widget=forms.NumberInput(attrs={"step": "any"}))
    feedback = PlainCharField(
        required=False,
        max_length=LONGEST,
        label="Words to the student",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": f"These are more than {LONGEST:,} characters. Shorten them; nothing is lost."},
    )

    def __init__(self, answer: Answer, task: Task, data: Any = None) -> None:
        written = "" if answer.points is None else write_points(answer.points)
        super().__init__(data, initial={"points": written, "feedback": answer.feedback})
        self._answer, self._task = answer, task
        self._by_key = points_by_key(answer)
        points = self.fields["points"]
        points.label = f"Points, 0 to {task.points}"
        points.help_text = (
            "Empty: not marked yet."
            if self._by_key is None
            else f"The key gives {write_points(self._by_key)}. Empty: as the key says."
        )
        self._sentence = sentence = f"Give a number from 0 to {task.points}, such as {write_points(task.points / 2)}."
        points.error_messages |= {"invalid": sentence, "min_value": sentence, "max_value": sentence}

    def clean_points(self) -> float | None:
        points: float | None = self.cleaned_data["points"]
        if points is not None and points > self._task.points:
            raise forms.ValidationError(f"More than this task has. {self._sentence}")
        return points

    def marks(self) -> Marks:
        """Return what was filled in; points that the key gives anyway are not by hand."""
        points, feedback = self.cleaned_data["points"], self.cleaned_data["feedback"]
        if self._by_key is None:
            return Marks(points, feedback, by_hand=points is not None)
        if points is None or abs(points - self._by_key) < 0.005:
            # What is shown is rounded: to send it back unchanged is not to overrule the key.
            return Marks(self._by_key, feedback, by_hand=False)
        return Marks(points, feedback, by_hand=True)
