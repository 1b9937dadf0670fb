"""A file's bytes in, an article's text out."""

from comparer.library.decode.file import KINDS, KINDS_IN_WORDS, decode_file, is_plain
from comparer.library.decode.found import FoundArticle, UnreadableFileError

__all__ = ["KINDS", "KINDS_IN_WORDS", "FoundArticle", "UnreadableFileError", "decode_file", "is_plain"]
