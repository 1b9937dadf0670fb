"""How right the analysis is, measured on public data that is not part of the project."""
