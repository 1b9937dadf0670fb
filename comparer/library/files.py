"""An uploaded file as text, or one plain sentence saying why it is none."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from comparer.library.decode import UnreadableFileError, decode_file, is_plain
from comparer.library.decode.apart import decode_apart
from comparer.web.limits import say_size


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """`title`, `outlet` and `published` (ISO) are what the file says of itself."""

    name: str
    data: bytes
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


def decode_upload(upload: UploadedFile[bytes]) -> DecodedFile:
    """Return name, bytes and article of the file. ValidationError where it is too large or holds none."""
    name, size = upload.name or "file", upload.size or 0
    if size > settings.COMPARER_MAX_UPLOAD_BYTES:
        most = say_size(settings.COMPARER_MAX_UPLOAD_BYTES)
        raise ValidationError(f"This file has {say_size(size)}; {most} is the most. Paste the article’s text instead.")
    data = upload.read()
    try:
        # text needs no parser; whatever does is parsed where it can do no harm
        found = decode_file(name, data) if is_plain(name, data) else decode_apart(name, data)
    except UnreadableFileError as problem:
        raise ValidationError(str(problem)) from problem
    return DecodedFile(name, data, found.text, found.title, found.outlet, found.published)
