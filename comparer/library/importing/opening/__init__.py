"""Files that hold many articles: what is in them, one entry after the other, as data and never on disk."""
