"""What a class answered, as figures: pure functions over the exercise and the answers; no pages, no database."""
