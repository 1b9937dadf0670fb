"""Colleagues whom a teacher lets watch and run a room."""
