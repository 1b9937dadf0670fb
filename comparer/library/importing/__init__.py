"""Bringing articles in: files, archives, tables, feeds and addresses, row by row in the background."""
