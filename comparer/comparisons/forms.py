"""The compare form: two articles; and the name of a comparison."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from comparer.comparisons.picking import Side
from comparer.library.catalogue.models import Item
from comparer.library.forms import ArticleForm
from comparer.library.services import GivenArticle
from comparer.web.forms import PlainCharField
from comparer.web.people import Person

SAME_TEXT = "Both sides hold the same text. Bring two pieces about the same event."


class CompareForm:
    """Both sides together. Errors of one side stand at that side."""

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        person: Person | None = None,
        left: GivenArticle | Item | None = None,
        right: GivenArticle | Item | None = None,
    ) -> None:
        """`person`: who may choose from the library; None where nobody may."""
        self.left = Side("left", data, files, begin_with=left, person=person)
        self.right = Side("right", data, files, begin_with=right, person=person)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    @property
    def has_errors(self) -> bool:
        return any(side.has_errors for side in self.sides)

    def is_valid(self) -> bool:
        """Check both sides, so that all that is wrong is said at once."""
        both = [side.is_valid() for side in self.sides]
        if all(both) and _words(self.left.raw) == _words(self.right.raw):
            both = [False]
            if self.right.item:
                self.right.error = SAME_TEXT
            else:
                self.right.article.add_error("text", SAME_TEXT)
        _focus_first_error(self.left.article, self.right.article)
        return all(both)

    def keep_typed(self) -> None:
        """Keep what stands on both sides without complaints, where the form was sent for something else."""
        for side in self.sides:
            side.keep_typed()

    def beside(self, side: Side) -> Side:
        return self.right if side is self.left else self.left


def _focus_first_error(*sides: ArticleForm) -> None:
    for side in sides:
        for name in side.errors:
            side.fields[name].widget.attrs["autofocus"] = True
            return


def _words(raw: str) -> list[str]:
    return raw.casefold().split()


class RenameForm(forms.Form):
    name = PlainCharField(
        max_length=200,
        label="Name",
        widget=forms.TextInput(attrs={"autofocus": True}),
        error_messages={"required": "Give it a name, so that you find it again."},
    )


class SearchForm(forms.Form):
    q = PlainCharField(
        max_length=200,
        required=False,
        label="Search",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Name, headline or outlet"}),
    )
