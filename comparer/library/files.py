"""An uploaded file as text, or one plain sentence saying why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from comparer.web.limits import say_size

KINDS = (".txt", ".md", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class DecodedFile:
    name: str
    data: bytes
    text: str


def decode_upload(upload: UploadedFile[bytes]) -> DecodedFile:
    """Return name, bytes and text of the file. ValidationError where it is too large or no text of a known kind."""
    name, size = upload.name or "file", upload.size or 0
    if PurePath(name).suffix.lower() not in KINDS:
        raise ValidationError(
            "Only text files can be read so far: .txt, .md or .html. Open this one and paste its text instead."
        )
    if size > settings.COMPARER_MAX_UPLOAD_BYTES:
        most = say_size(settings.COMPARER_MAX_UPLOAD_BYTES)
        raise ValidationError(f"This file has {say_size(size)}; {most} is the most. Paste the article’s text instead.")
    data = upload.read()
    if not data.strip():
        raise ValidationError("This file is empty. Choose another, or paste the text.")
    try:
        return DecodedFile(name, data, _decode(data))
    except ValueError as problem:
        raise ValidationError(str(problem)) from problem


def _decode(data: bytes) -> str:
    return data.decode()
