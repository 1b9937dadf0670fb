"""Finding pieces of the library: search, other coverage of an event, near duplicates, who carries which claim."""
