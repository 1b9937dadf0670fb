"""Bytes to characters, by the surest sign first."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from comparer.library.decode.found import UnreadableFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word or other packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_SEARCHED = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.01
_MOST_FOREIGN = 0.3
_FEW_ERRORS = 0.25


def read_characters(data: bytes) -> str:
    """Return the text of `data`: by its byte order mark, as UTF-8, as it declares itself, as Windows-1252, by likelihood.

    UTF-8 with a few broken bytes stays UTF-8; each of these becomes U+FFFD.
    UnreadableFileError where the bytes are no text or none of these fits.
    """
    _refuse_known_formats(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _damaged()
    if b"\x00" in data:
        return _wide(data)
    if len(_CONTROL.findall(data)) > _MOST_CONTROL * len(data):
        raise UnreadableFileError("This file holds no text. Choose another, or paste the text.")
    return _strict(data, "utf-8") or _mostly_utf8(data) or _declared(data) or _western(data) or _likeliest(data)


def _refuse_known_formats(data: bytes) -> None:
    for start, kind in _NOT_TEXT:
        if data.startswith(start):
            raise UnreadableFileError(f"This is {kind}, whatever its name says. Open it and paste its text instead.")


def _damaged() -> str:
    raise UnreadableFileError("The characters of this file are damaged. Save it again as UTF-8, or paste the text.")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark has a zero byte beside each plain letter; other zero bytes are not text."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) * 2 > len(zeros) and (text := _strict(data, encoding)) and "\x00" not in text:
            return text
    raise UnreadableFileError("This file holds no text. Choose another, or paste the text.")


def _mostly_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    errors = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - errors
    return text if errors <= _FEW_ERRORS * good else None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_SEARCHED])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "ignore").lower()
    # browsers read all Latin-1 pages as Windows-1252, which has the curly quotation marks
    return _strict(data, "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else name)


def _western(data: bytes) -> str | None:
    """In a Western text most letters are plain; a Cyrillic or Greek one read so would be nearly all accents."""
    foreign = sum(byte > 0x7F for byte in data)
    letters = sum(chr(byte).isalpha() for byte in data)
    return _strict(data, "cp1252") if foreign <= _MOST_FOREIGN * max(1, letters) else None


def _likeliest(data: bytes) -> str:
    best = charset_normalizer.from_bytes(data).best()
    return str(best) if best is not None else _damaged()
