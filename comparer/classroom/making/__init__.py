"""Tasks out of a comparison: what the analysis found becomes questions with a key. Pure; nothing is stored."""
