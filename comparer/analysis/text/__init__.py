"""Raw text in, clean article out: mended, laid out in paragraphs, without what is not article."""

from comparer.analysis.text.article import CleanArticle, clean_article

__all__ = ["CleanArticle", "clean_article"]
