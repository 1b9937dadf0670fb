"""Keeping the library clean: bin, time to keep, takedown, who did what, backup, health."""
