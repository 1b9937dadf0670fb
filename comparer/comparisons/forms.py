"""The compare form: two articles; and the name of a comparison."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from comparer.library.forms import ArticleForm
from comparer.library.services import GivenArticle
from comparer.web.forms import PlainCharField

SAME_TEXT = "Both sides hold the same text. Bring two pieces about the same event."


class CompareForm:
    """Both sides together. Errors of one side stand at that side."""

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        left: GivenArticle | None = None,
        right: GivenArticle | None = None,
    ) -> None:
        self.left = ArticleForm(data, files, prefix="left", initial=_initial(left))
        self.right = ArticleForm(data, files, prefix="right", initial=_initial(right))

    def is_valid(self) -> bool:
        """Check both sides, so that all that is wrong is said at once."""
        both = [self.left.is_valid(), self.right.is_valid()]
        if all(both) and _words(self.left.given()) == _words(self.right.given()):
            self.right.add_error("text", SAME_TEXT)
            both = [False]
        _focus_first_error(self.left, self.right)
        return all(both)


def _focus_first_error(*sides: ArticleForm) -> None:
    for side in sides:
        for name in side.errors:
            side.fields[name].widget.attrs["autofocus"] = True
            return


def _words(given: GivenArticle) -> list[str]:
    return given.raw.casefold().split()


def _initial(given: GivenArticle | None) -> dict[str, Any]:
    if given is None:
        return {}
    return {
        "text": given.raw,
        "title": given.title,
        "outlet": given.outlet,
        "published": given.published,
        "address": given.address,
    }


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
