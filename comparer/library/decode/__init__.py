"""A file's bytes in, an article's text out."""

from comparer.library.decode.file import KINDS, decode_file
from comparer.library.decode.found import FoundArticle, UnreadableFileError

__all__ = ["KINDS", "FoundArticle", "UnreadableFileError", "decode_file"]
