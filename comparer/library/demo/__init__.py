"""A small library for a demonstration: invented outlets, each event told by three of them, in their manner."""
