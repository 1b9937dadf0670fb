"""One side of the compare form: a text pasted or in a file, and what the person knows about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from comparer.analysis.text.language import UNDETERMINED, guess_language
from comparer.library.decode import KINDS
from comparer.library.files import DecodedFile, decode_upload
from comparer.library.services import GivenArticle, shorten
from comparer.web.forms import PlainCharField, PlainURLField

ABOUT = ("title", "outlet", "published", "address")
MAX_TITLE, MAX_OUTLET = 300, 120
EARLIEST = date(1800, 1, 1)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


class ArticleForm(forms.Form):
    text = PlainCharField(
        label="Paste the text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "lang": "en"}),
    )
    file = forms.FileField(
        label="or choose a file",
        required=False,
        allow_empty_file=True,
        help_text="Text, Markdown, a web page, Word, PDF, OpenDocument, rich text or a saved mail. You can also drop it here.",
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
    )
    title = PlainCharField(label="Headline", required=False, max_length=MAX_TITLE)
    outlet = PlainCharField(label="Outlet", required=False, max_length=MAX_OUTLET)
    published = forms.DateField(
        label="Published",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"],
        error_messages={"invalid": "This is not a date. Write it like 2025-04-09 or 9 April 2025."},
        help_text="Lets “on Wednesday” become a day.",
    )
    address = PlainURLField(
        label="Web address",
        required=False,
        max_length=2000,
        assume_scheme="https",
        error_messages={"invalid": "This is not a web address. It looks like https://example.org/story."},
        help_text="Kept for your records; nothing is fetched from it.",
    )

    @property
    def has_wrong_particulars(self) -> bool:
        """True where one of the optional fields is wrong, so that it must be seen."""
        return any(self.has_error(name) for name in ABOUT)

    @property
    def particulars_in_brief(self) -> str:
        """What is known of the piece, on one line: outlet and day, else the headline or the address."""
        known = self.cleaned_data if self.is_bound else self.initial
        outlet, published = known.get("outlet"), known.get("published")
        day = f"{published.day} {published:%B %Y}" if published else ""
        return ", ".join(filter(None, (outlet, day))) or known.get("title") or known.get("address") or ""

    def clean_text(self) -> str:
        # A browser sends each line end as two characters; the text as pasted had one.
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    def clean_file(self) -> DecodedFile | None:
        """Decode the file at once, and put its text where the person sees it if anything else must be asked again."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if upload is None:
            return None
        decoded = decode_upload(upload)
        self._fill_in(decoded)
        return decoded

    def _fill_in(self, file: DecodedFile) -> None:
        """Show what the file holds: its text, and what it says of itself where the person said nothing."""
        title, outlet = shorten(file.title or "", MAX_TITLE), shorten(file.outlet or "", MAX_OUTLET)
        day = file.published or ""
        says = {
            "title": title,
            "outlet": outlet,
            "published": "" if day and _wrong_with(date.fromisoformat(day)) else day,
        }
        # items() and not **: a QueryDict's own values are lists.
        data = dict(self.data.items()) | {self.add_prefix("text"): file.text}
        for name, value in says.items():
            data[self.add_prefix(name)] = (data.get(self.add_prefix(name)) or "").strip() or value
        self.data = data

    def clean_published(self) -> date | None:
        published: date | None = self.cleaned_data["published"]
        if published and (complaint := _wrong_with(published)):
            raise ValidationError(complaint)
        return published

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.has_error("text") or self.has_error("file"):
            return cleaned
        file: DecodedFile | None = cleaned.get("file")
        raw = file.text if file else cleaned["text"]
        for complaint in complaints(raw):
            self.add_error("text", complaint)
        return cleaned

    def given(self) -> GivenArticle:
        """Return what was handed in; what the person says goes before what the file says. Only for a valid form."""
        said = self.cleaned_data
        file: DecodedFile | None = said["file"]
        return GivenArticle(
            raw=file.text if file else said["text"],
            title=said["title"],
            outlet=said["outlet"],
            published=said["published"],
            address=said["address"],
            file_name=file.name if file else "",
            file_bytes=file.data if file else None,
        )


def _wrong_with(published: date) -> str:
    """Say why an article cannot have appeared on this day; empty where it can."""
    # Tomorrow is today somewhere already.
    if published > timezone.localdate() + timedelta(days=1):
        return "This date lies in the future. Give the day on which the article appeared."
    if published < EARLIEST:
        return "This date is too early for a news article. Is the year written with four figures?"
    return ""


def complaints(raw: str) -> Iterator[str]:
    """Say why a text cannot be compared, if it cannot."""
    words = raw.split()
    if not words:
        yield "Paste the text of an article here, or choose a file."
    elif all(map(ADDRESS.fullmatch, words)):
        yield "Web addresses are not fetched. Open the page, copy the article’s text and paste it here."
    elif len(words) < settings.COMPARER_MIN_WORDS:
        yield f"This is too short to hold a claim. Give at least {settings.COMPARER_MIN_WORDS} words."
    elif len(raw) > settings.COMPARER_MAX_CHARACTERS:
        yield (
            f"This text has {len(raw):,} characters; {settings.COMPARER_MAX_CHARACTERS:,} is the most that can be compared."
            " Leave out what is not about the event."
        )
    elif not may_be_english(raw):
        yield "This does not seem to be English. Only English can be compared so far."


def may_be_english(raw: str) -> bool:
    """Return False for running text in another language or mostly in letters other than Latin ones."""
    language = guess_language(raw)
    letters = [letter for letter in raw if letter.isalpha()]
    return language == "en" or (language == UNDETERMINED and 2 * sum(map(str.isascii, letters)) > len(letters))
