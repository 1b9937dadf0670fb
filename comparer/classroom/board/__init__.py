"""What a class answered, as figures: pure functions over the exercise and the answers; only gathering.py asks the database."""
